#include "ui/training/panels/loss_readout.h"

#include "ui/base/number_format.h"

namespace actiscope {

namespace {

constexpr int lossDigits = 6;

} // namespace

LossReadout::LossReadout(QWidget *parent) : QLabel(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::RichText);
    setMargin(8);
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    setAccessibleName(tr("Loss at the epoch under the pointer"));
}

void LossReadout::setTheme(const Theme &theme)
{
    m_theme = theme;
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    setPalette(palette);
    setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; }")
                      .arg(theme.panel.name(), theme.text.name(), theme.border.name()));
}

void LossReadout::showEpoch(const Snapshot &run, const std::vector<ModelStyle> &styles, std::int64_t epoch)
{
    const QString cell = QStringLiteral("<td align=right style='padding-left:16px'>%1</td>");
    const QString muted = QStringLiteral("<span style='color:") + m_theme.mutedText.name() + QStringLiteral("'>%1</span>");
    QString rows = QStringLiteral("<tr><td><b>%1</b></td>").arg(tr("epoch %1").arg(epoch)) + cell.arg(muted.arg(tr("training")))
                   + cell.arg(muted.arg(tr("test"))) + QStringLiteral("</tr>");
    m_plainText = tr("epoch %1").arg(epoch);
    for (std::size_t i = 0; i < std::min(run.models.size(), styles.size()); ++i) {
        const History &history = run.models[i].history;
        if (static_cast<std::size_t>(epoch) >= history.size())
            continue;
        const EpochFigures &figures = history[static_cast<std::size_t>(epoch)];
        const bool hasMean = epoch > 0 || !run.measuresByBatch; // no epoch ends at the first row
        const QString train = hasMean ? formatNumber(figures.trainLoss, lossDigits) : QStringLiteral("–");
        const QString test = formatNumber(figures.testLoss, lossDigits);
        rows += QStringLiteral("<tr><td><span style='color:%1'>●</span> %2</td>")
                    .arg(styles[i].pen.color().name(), styles[i].name.toHtmlEscaped())
                + cell.arg(train) + cell.arg(test) + QStringLiteral("</tr>");
        m_plainText += QStringLiteral("\n%1: %2 %3").arg(styles[i].name, train, test);
    }
    setText(QStringLiteral("<table cellspacing=0 cellpadding=1>%1</table>").arg(rows));
    setAccessibleDescription(m_plainText);
}

} // namespace actiscope
