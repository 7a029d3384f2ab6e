#include "ui/training/evidence/images/class_matrix.h"

#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/images/image_painting.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double matrixHead = 34;  ///< accuracy, and the classes that are said
constexpr double matrixPairs = 50; ///< three lines below
constexpr std::size_t namedPairs = 3;

} // namespace

std::vector<ConfusedPair> mostConfused(const ConfusionMatrix &matrix, std::size_t most)
{
    std::vector<ConfusedPair> pairs;
    for (int truth = 0; truth < matrix.classes; ++truth) {
        for (int said = 0; said < matrix.classes; ++said) {
            if (truth != said && matrix.at(truth, said) > 0)
                pairs.push_back({truth, said, static_cast<double>(matrix.at(truth, said)) / static_cast<double>(matrix.pointsOf(truth))});
        }
    }
    std::ranges::stable_sort(pairs, std::ranges::greater(), &ConfusedPair::share);
    pairs.resize(std::min(pairs.size(), most));
    return pairs;
}

QRectF ClassMatrix::cell(int truth, int said, const QRectF &area) const
{
    const double width = area.width() / m_matrix.classes;
    const double height = (area.height() - m_style.px(matrixHead + matrixPairs)) / m_matrix.classes;
    return {area.left() + said * width, area.top() + m_style.px(matrixHead) + truth * height, width, height};
}

void ClassMatrix::draw(QPainter &painter, const QRectF &area) const
{
    const QString accuracy = std::isfinite(m_matrix.accuracy()) ? formatFixed(100 * m_matrix.accuracy(), 1) + QStringLiteral(" %") : QString();
    painter.setFont(m_style.bold);
    painter.setPen(m_style.theme.text);
    painter.drawText(QPointF(area.left(), area.top() + m_style.px(14)), accuracy);
    const double left = area.left() + QFontMetricsF(m_style.bold).horizontalAdvance(accuracy) + m_style.px(8);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.mutedText);
    const QString sample = ImageWords::sample(static_cast<std::size_t>(m_matrix.points()), m_data.testIndices.size());
    painter.drawText(QPointF(left, area.top() + m_style.px(14)), QFontMetricsF(m_style.small).elidedText(sample, Qt::ElideRight, area.right() - left));
    for (int said = 0; said < m_matrix.classes; ++said) {
        const QRectF first = cell(0, said, area);
        painter.setFont(m_style.small);
        painter.setPen(m_style.theme.mutedText);
        painter.drawText(QRectF(first.left(), first.top() - m_style.px(15), first.width(), m_style.px(14)), Qt::AlignCenter, QString::number(said));
        for (int truth = 0; truth < m_matrix.classes; ++truth)
            drawCell(painter, cell(truth, said, area), truth, said);
    }
    double baseline = cell(m_matrix.classes - 1, 0, area).bottom() + m_style.px(15);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.text);
    for (const ConfusedPair &pair : mostConfused(m_matrix, namedPairs)) {
        painter.drawText(QPointF(area.left(), baseline), QFontMetricsF(m_style.small).elidedText(text(pair), Qt::ElideRight, area.width()));
        baseline += m_style.px(15);
    }
}

/** The shade is the share of the true class; beside the diagonal it is the stronger, since most of it is small. */
void ClassMatrix::drawCell(QPainter &painter, const QRectF &cell, int truth, int said) const
{
    const double share = static_cast<double>(m_matrix.at(truth, said)) / static_cast<double>(std::max<std::int64_t>(1, m_matrix.pointsOf(truth)));
    const double strength = truth == said ? 0.55 * share : 0.9 * std::sqrt(share);
    const QColor fill = mix(m_style.theme.plotBackground, truth == said ? m_style.theme.text : wrongColor(m_style.theme), std::min(0.9, strength));
    painter.fillRect(cell, fill);
    painter.setPen(QPen(m_style.theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell);
    const QString text = m_matrix.at(truth, said) == 0 ? QString() : QString::number(std::lround(100 * share));
    const QFontMetricsF metrics(m_style.small);
    if (text == QStringLiteral("0") || metrics.horizontalAdvance(text) > cell.width() || metrics.capHeight() + 2 > cell.height())
        return;
    const bool isDarkText = contrastRatio(fill, m_style.theme.text) >= contrastRatio(fill, m_style.theme.plotBackground);
    painter.setFont(m_style.small);
    painter.setPen(isDarkText ? m_style.theme.text : m_style.theme.plotBackground);
    painter.drawText(cell, Qt::AlignCenter, text);
}

std::vector<AxisNumber> ClassMatrix::names(const QRectF &area) const
{
    std::vector<AxisNumber> names;
    for (int truth = 0; truth < m_matrix.classes; ++truth)
        names.push_back({cell(truth, 0, area).center().y(), ImageWords::numberedClass(m_data, truth)});
    return names;
}

QString ClassMatrix::text(const ConfusedPair &pair) const
{
    return tr("%1 taken for %2: %3").arg(ImageWords::className(m_data, pair.truth), ImageWords::className(m_data, pair.said), ImageWords::percent(pair.share));
}


QString ClassMatrix::cellText(int truth, int said) const
{
    const QString is = ImageWords::className(m_data, truth), taken = ImageWords::className(m_data, said);
    const QString count = QString::number(m_matrix.at(truth, said)), all = QString::number(m_matrix.pointsOf(truth));
    return truth == said ? tr("%1 of %2 images of %3 are recognised").arg(count, all, is) : tr("%1 of %2 images of %3 are taken for %4").arg(count, all, is, taken);
}

QString ClassMatrix::description() const
{
    QStringList parts{tr("accuracy %1 of %2")
                          .arg(ImageWords::percent(m_matrix.accuracy()), ImageWords::sample(static_cast<std::size_t>(m_matrix.points()), m_data.testIndices.size()))};
    for (const ConfusedPair &pair : mostConfused(m_matrix, 2 * namedPairs))
        parts << text(pair);
    return parts.join(QStringLiteral("; "));
}

EvidenceTable ClassMatrix::table() const
{
    EvidenceTable table{{QStringLiteral("set"), QStringLiteral("true_class"), QStringLiteral("said_class"), QStringLiteral("points")}, {}};
    for (int truth = 0; truth < m_matrix.classes; ++truth) {
        for (int said = 0; said < m_matrix.classes; ++said)
            table.rows.push_back({QStringLiteral("test"), QString::number(truth), QString::number(said), QString::number(m_matrix.at(truth, said))});
    }
    return table;
}

} // namespace actiscope
