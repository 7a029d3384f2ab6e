// How means and intervals over the epochs are drawn in the picture of many seeds.
#include "ui/base/number_format.h"
#include "ui/training/seeds/dot_stack.h"
#include "ui/training/seeds/seeds_picture.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

QPolygonF polygonOf(const std::vector<QPointF> &points)
{
    return QPolygonF(QList<QPointF>(points.begin(), points.end()));
}

} // namespace

/** Numbers at the left, with thin lines. */
void SeedsPicture::paintVertical(QPainter &painter, const QRectF &rect, const SeedScale &scale, bool isSigned) const
{
    const std::vector<double> ticks = roundNumbers(scale.low, scale.high, std::max(3, static_cast<int>(rect.height() / px(22))));
    const int decimals = decimalsOf(ticks);
    painter.setFont(fontOf(9));
    for (const double tick : ticks) {
        const double y = scale.at(tick);
        const bool isZero = isSigned && std::abs(tick) < 1e-12;
        painter.setPen(QPen(isZero ? m_theme.zeroLine : m_theme.grid, px(1)));
        painter.drawLine(QPointF(rect.left(), y), QPointF(m_epochs.to, y));
        painter.setPen(m_theme.mutedText);
        QString text = formatFixed(tick, isZero ? 0 : decimals);
        if (isSigned && !isZero && tick > 0)
            text.prepend(QLatin1Char('+'));
        painter.drawText(QRectF(rect.left() - px(64), y - px(8), px(60), px(16)), Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

/** The mean as a line, its interval as an area; not more points than pixels. */
void SeedsPicture::paintBand(QPainter &painter, const SeedStatistics &statistics, const QRectF &rect, const SeedScale &scale,
                             const QColor &color) const
{
    std::vector<QPointF> mean;
    std::vector<QPointF> lower;
    std::vector<QPointF> upper;
    const auto step = std::max<std::size_t>(1, statistics.epochs.size() / static_cast<std::size_t>(std::max(64.0, 2 * rect.width())));
    for (std::size_t epoch = 0; epoch < statistics.epochs.size(); epoch += step) {
        const MeanInterval &row = statistics.epochs[epoch];
        const double x = m_epochs.at(static_cast<double>(epoch));
        if (row.count > 0 && std::isfinite(row.mean))
            mean.emplace_back(x, scale.at(m_data.shown(row.mean)));
        if (row.count > 1 && std::isfinite(row.low)) {
            lower.emplace_back(x, scale.at(m_data.shown(row.low)));
            upper.emplace_back(x, scale.at(m_data.shown(row.high)));
        }
    }
    std::ranges::reverse(lower);
    upper.insert(upper.end(), lower.begin(), lower.end());
    painter.save();
    painter.setClipRect(rect.adjusted(0, -1, 0, 1));
    QColor area = color;
    area.setAlphaF(0.25f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(area);
    painter.drawPolygon(polygonOf(upper));
    painter.setPen(QPen(color, px(2)));
    painter.drawPolyline(polygonOf(mean));
    painter.restore();
}

void SeedsPicture::paintBands(QPainter &painter) const
{
    const SeedSummary &summary = m_data.summary();
    painter.setFont(fontOf(9));
    painter.setPen(m_theme.mutedText);
    painter.drawText(QRectF(m_bandRow.left(), m_bandRow.top() - px(20), m_bandRow.width(), px(16)), Qt::AlignLeft | Qt::AlignVCenter,
                     intervalText());
    paintGutter(painter, m_bandRow, m_data.isAccuracy() ? tr("Accuracy") : tr("Loss"),
                m_data.isAccuracy() ? tr("mean test, %") : tr("mean test"), true);
    paintVertical(painter, m_bandRow, m_bandScale, false);
    std::vector<std::pair<double, std::size_t>> ends;
    for (std::size_t model = 0; model < summary.models.size(); ++model) {
        const SeedStatistics &statistics = m_data.statistics(model);
        paintBand(painter, statistics, m_bandRow, m_bandScale, colorOf(model));
        if (statistics.end.count > 0)
            ends.emplace_back(m_bandScale.at(m_data.shown(statistics.end.mean)), model);
    }
    std::ranges::sort(ends);
    const double height = QFontMetricsF(fontOf(9)).height();
    double free = m_bandRow.top() - height / 2;
    painter.setFont(fontOf(9));
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const double rest = static_cast<double>(ends.size() - i) * height;
        const double top = std::max(free, std::min(ends[i].first - height / 2, m_bandRow.bottom() + height / 2 - rest));
        free = top + height;
        const std::size_t model = ends[i].second;
        painter.setPen(m_theme.readable(colorOf(model)));
        const QFontMetricsF metrics(painter.font());
        const QRectF place(m_epochs.to + px(8), top, m_bandRow.right() - m_epochs.to - px(8), height);
        const QString value = valueText(m_data.shown(m_data.statistics(model).end.mean));
        const QString name = fittingName(model, metrics, place.width() - metrics.horizontalAdvance(QLatin1Char(' ') + value));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, tr("%1 %2").arg(name, value));
    }
    const QRectF &last = m_differenceBand.isEmpty() ? m_bandRow : m_differenceBand;
    if (!m_differenceBand.isEmpty()) {
        paintGutter(painter, m_differenceBand, tr("Difference"), m_data.isAccuracy() ? tr("paired, points") : tr("paired"), true);
        paintVertical(painter, m_differenceBand, m_differenceBandScale, true);
        for (const SeedDifference &difference : summary.differences)
            paintBand(painter, m_data.statistics(difference), m_differenceBand, m_differenceBandScale,
                      summary.differences.size() == 1 ? m_theme.text : colorOf(difference.model));
    }
    painter.setFont(fontOf(9));
    painter.setPen(m_theme.mutedText);
    for (const double tick : roundNumbers(m_epochs.low, m_epochs.high, static_cast<int>((m_epochs.to - m_epochs.from) / px(90))))
        painter.drawText(QRectF(m_epochs.at(tick) - px(30), last.bottom() + px(3), px(60), px(16)), Qt::AlignCenter, QString::number(tick));
    painter.drawText(QRectF(last.left() - px(84), last.bottom() + px(3), px(70), px(16)), Qt::AlignRight | Qt::AlignVCenter, tr("epoch"));
}

void SeedsPicture::paintSeedCurves(QPainter &painter, const SeedRun &run) const
{
    const auto draw = [&](const QRectF &rect, const SeedScale &scale, const QColor &color, const auto &valueAt, std::size_t rows) {
        QPolygonF points;
        const auto step = std::max<std::size_t>(1, rows / static_cast<std::size_t>(std::max(64.0, 2 * rect.width())));
        for (std::size_t epoch = 0; epoch < rows; epoch += step) {
            if (const double value = valueAt(epoch); std::isfinite(value))
                points.append({m_epochs.at(static_cast<double>(epoch)), scale.at(m_data.shown(value))});
        }
        painter.save();
        painter.setClipRect(rect);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, px(1.2)));
        painter.drawPolyline(points);
        painter.restore();
    };
    const SeedFigure figure = m_data.summary().figure;
    for (std::size_t model = 0; model < run.models.size(); ++model) {
        const History &history = run.models[model].history;
        draw(
            m_bandRow, m_bandScale, m_theme.readable(colorOf(model)), [&](std::size_t epoch) { return valueOf(figure, history[epoch]); },
            history.size());
        if (model == 0 || m_differenceBand.isEmpty())
            continue;
        const History &first = run.models.front().history;
        draw(
            m_differenceBand, m_differenceBandScale, m_theme.mutedText,
            [&](std::size_t epoch) { return valueOf(figure, history[epoch]) - valueOf(figure, first[epoch]); },
            std::min(history.size(), first.size()));
    }
}

} // namespace actiscope
