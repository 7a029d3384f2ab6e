#include "ui/training/evidence/evidence_row.h"

#include "ui/base/unbroken.h"

#include <QCoreApplication>

#include <QMouseEvent>

namespace actiscope {

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::EvidenceRow)
};

} // namespace

void EvidenceRow::drawLegend(QPainter &painter, const QRectF &area) const
{
    const QString words = unbroken(legend());
    painter.setFont(style().smallFitting(words, area.size()));
    painter.setPen(style().theme.mutedText);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
}

/** Of the first model that something is known of: all models are asked about the same. */
QString EvidenceRow::sampleNote() const
{
    InspectionQuestion question;
    ask(question, moment());
    for (std::size_t model = 0; model < moment().models(); ++model) {
        const Inspection *known = moment().inspection(model);
        if (!known || !moment().snapshot->data)
            continue;
        const Dataset &data = *moment().snapshot->data;
        if (question.wantsDiagnostics && known->diagnostics && known->diagnostics->samples < data.train.count())
            return RowWords::tr("of %n training images", nullptr, static_cast<int>(known->diagnostics->samples));
        if (question.wantsImages && known->images && known->images->count() < data.test.count())
            return RowWords::tr("of %n test images", nullptr, static_cast<int>(known->images->count()));
    }
    return {};
}

/** A name with settings has no room. */
QString EvidenceRow::dottedNote() const
{
    if (moment().models() < 2 || moment().styles.empty())
        return {};
    const QString name = moment().styles.front().name;
    return name.contains(QLatin1Char(',')) ? QCoreApplication::translate("actiscope::EvidenceRow", "dotted: first model")
                                           : QCoreApplication::translate("actiscope::EvidenceRow", "dotted: %1").arg(name);
}

EvidencePanel::EvidencePanel(EvidenceRow &row, std::size_t model, QWidget *parent) : QWidget(parent), m_row(row), m_model(model) {}

void EvidencePanel::refresh()
{
    const bool isPassing = moment().snapshot && moment().snapshot->state == RunState::Running;
    if (!isPassing || m_spoken.maySayInPassing())
        m_spoken.say(wholeDescription());
    update();
}

/** With what it is of, where that is a sample. */
QString EvidencePanel::wholeDescription() const
{
    const QString text = description(), sample = m_row.sampleNote();
    return text.isEmpty() || sample.isEmpty() ? text : text + QStringLiteral("; ") + sample;
}

QPen EvidencePanel::pen(double width) const
{
    QPen pen = m_model < moment().styles.size() ? moment().styles[m_model].pen : QPen(style().theme.text);
    pen.setWidthF(style().px(width));
    return pen;
}

void EvidencePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), style().theme.plotBackground);
    if (moment().snapshot && m_model < moment().models())
        draw(painter, rect());
}

void EvidencePanel::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit enlargeRequested();
}

} // namespace actiscope
