#include "ui/training/evidence/images/class_accuracy_row.h"

#include "ui/base/number_format.h"
#include "ui/training/evidence/images/image_painting.h"
#include "ui/training/evidence/panel_plot.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double accuracyHead = 20;
constexpr double accuracyLine = 18; ///< of a class
constexpr double barShare = 0.68;  ///< of it
constexpr double accuracyNumber = 56; ///< wide, right of the bars: "100.0 %"

QString oneDecimal(double share)
{
    return std::isfinite(share) ? formatFixed(100 * share, 1) + QStringLiteral(" %") : QString();
}

} // namespace

double ClassAccuracyRow::heightOf(const Snapshot &run, double)
{
    return accuracyHead + accuracyLine * std::max(2, run.data ? run.data->classes : 10);
}

void ClassAccuracyRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsImages = true;
}

EvidencePanel *ClassAccuracyRow::makePanel(std::size_t model, QWidget *parent)
{
    return new ClassAccuracyPanel(*this, model, parent);
}

std::vector<double> ClassAccuracyRow::recalls(std::size_t model) const
{
    std::vector<double> shares;
    const ImageAnswers *answers = imageAnswers(moment(), model);
    for (int label = 0; answers && label < answers->classes; ++label)
        shares.push_back(static_cast<double>(answers->confusion.at(label, label)) / static_cast<double>(answers->confusion.pointsOf(label)));
    return shares;
}

QRectF ClassAccuracyRow::bar(std::size_t label, const QRectF &panel) const
{
    const int classes = std::max(1, moment().snapshot->data->classes);
    const double step = (panel.height() - style().px(accuracyHead)) / classes;
    const double top = panel.top() + style().px(accuracyHead) + static_cast<double>(label) * step;
    return {panel.left(), top + (1 - barShare) / 2 * step, std::max(1.0, panel.width() - style().px(accuracyNumber)), barShare * step};
}

std::vector<AxisNumber> ClassAccuracyRow::axisNumbers(QSizeF panel) const
{
    std::vector<AxisNumber> names;
    if (!moment().snapshot || !moment().snapshot->data)
        return names;
    for (int label = 0; label < moment().snapshot->data->classes; ++label)
        names.push_back({bar(static_cast<std::size_t>(label), QRectF(QPointF(), panel)).center().y(), ImageWords::className(*moment().snapshot->data, label)});
    return names;
}

ClassAccuracyPanel::ClassAccuracyPanel(ClassAccuracyRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_accuracy(row)
{
    setToolTip(ClassAccuracyRow::tr("Share of the test images of a class that are recognised. Dotted: the first model."));
}

void ClassAccuracyPanel::draw(QPainter &painter, const QRectF &area) const
{
    const ImageAnswers *answers = imageAnswers(moment(), model());
    if (!answers) {
        drawNote(painter, style(), area, Qt::AlignLeft | Qt::AlignTop, moment().isDiverged(model()) ? ImageWords::diverged() : QString());
        return;
    }
    const QString overall = oneDecimal(answers->confusion.accuracy());
    painter.setFont(style().bold);
    painter.setPen(style().theme.text);
    painter.drawText(QPointF(area.left(), area.top() + style().px(14)), overall);
    const double left = area.left() + QFontMetricsF(style().bold).horizontalAdvance(overall) + style().px(8);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    const QString sample = ImageWords::sample(answers->count(), moment().snapshot->data->testIndices.size());
    painter.drawText(QPointF(left, area.top() + style().px(14)), QFontMetricsF(style().small).elidedText(sample, Qt::ElideRight, area.right() - left));
    const std::vector<double> recalls = m_accuracy.recalls(model());
    for (std::size_t label = 0; label < recalls.size(); ++label)
        drawBar(painter, area, label, recalls[label]);
}

void ClassAccuracyPanel::drawBar(QPainter &painter, const QRectF &area, std::size_t label, double recall) const
{
    const QRectF bar = m_accuracy.bar(label, area);
    painter.fillRect(bar, mix(style().theme.plotBackground, style().theme.grid, 0.7));
    if (!std::isfinite(recall))
        return;
    painter.fillRect(QRectF(bar.topLeft(), QSizeF(recall * bar.width(), bar.height())), pen().color());
    painter.setFont(style().smallFor(bar.height() / barShare));
    painter.setPen(style().theme.text);
    painter.drawText(QRectF(bar.right(), bar.top() - 4, area.right() - bar.right(), bar.height() + 8), Qt::AlignRight | Qt::AlignVCenter, oneDecimal(recall));
    const std::vector<double> first = m_accuracy.recalls(0);
    if (model() == 0 || label >= first.size() || !std::isfinite(first[label]))
        return;
    const double place = bar.left() + first[label] * bar.width();
    painter.setPen(QPen(style().theme.plotBackground, style().px(3)));
    painter.drawLine(QPointF(place, bar.top()), QPointF(place, bar.bottom()));
    painter.setPen(QPen(style().theme.text, style().px(1.5), Qt::DotLine));
    painter.drawLine(QPointF(place, bar.top() - 1), QPointF(place, bar.bottom() + 1));
}

QString ClassAccuracyPanel::description() const
{
    const ImageAnswers *answers = imageAnswers(moment(), model());
    if (!answers)
        return moment().isDiverged(model()) ? ImageWords::diverged() : QString();
    QStringList parts{ClassAccuracyRow::tr("%1 of %2 recognised")
                          .arg(oneDecimal(answers->confusion.accuracy()), ImageWords::sample(answers->count(), moment().snapshot->data->testIndices.size()))};
    const std::vector<double> recalls = m_accuracy.recalls(model());
    for (std::size_t label = 0; label < recalls.size(); ++label)
        parts << ImageWords::className(*moment().snapshot->data, static_cast<int>(label)) + QLatin1Char(' ') + oneDecimal(recalls[label]);
    return parts.join(QStringLiteral("; "));
}

EvidenceTable ClassAccuracyPanel::table() const
{
    EvidenceTable table{{QStringLiteral("class"), QStringLiteral("name"), QStringLiteral("test_images"), QStringLiteral("recognised"), QStringLiteral("share")}, {}};
    const ImageAnswers *answers = imageAnswers(moment(), model());
    for (int label = 0; answers && label < answers->classes; ++label)
        table.rows.push_back({QString::number(label), ImageWords::className(*moment().snapshot->data, label), QString::number(answers->confusion.pointsOf(label)),
                              QString::number(answers->confusion.at(label, label)), tableNumber(m_accuracy.recalls(model())[static_cast<std::size_t>(label)])});
    return table;
}

} // namespace actiscope
