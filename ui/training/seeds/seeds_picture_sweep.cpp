// Accuracy and loss over the number that the models of many seeds differ in, where it is one number: the curve that a claim on α asks for.
#include "core/base/number_text.h"
#include "ui/base/number_format.h"
#include "ui/training/seeds/dot_stack.h"
#include "ui/training/seeds/seeds_picture.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace actiscope {

namespace {

constexpr double betweenSweeps = 80; ///< with the numbers of the second one
constexpr double insideSweep = 24;   ///< from the edge to the first and to the last value
constexpr double aboveSweep = 14;    ///< for its name, under which no band lies
constexpr double decadesOfLog = 2.5; ///< from here on equal factors are equally far apart

} // namespace

double SeedsPicture::SweepPlot::xOf(double value) const
{
    return x.at(isLogarithmic ? std::log10(value) : value);
}

/** The models in the order of their numbers. */
std::vector<std::size_t> SeedsPicture::alongSweep() const
{
    std::vector<std::size_t> order(m_data.models());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [this](std::size_t model) { return m_data.sweep()->values[model]; });
    return order;
}

const MeanInterval &SeedsPicture::sweptEnd(SeedFigure figure, std::size_t model) const
{
    const SeedModelSummary &summary = m_data.summary().models[model];
    return (figure == SeedFigure::TestAccuracy ? summary.accuracy : summary.loss).end;
}

QString SeedsPicture::sweptValue(SeedFigure figure, double value) const
{
    return figure == SeedFigure::TestAccuracy ? tr("%1 %").arg(formatFixed(100 * value, 2)) : formatNumber(value, 3);
}

void SeedsPicture::placeSweep()
{
    m_sweeps.clear();
    if (m_sweepRow.isEmpty() || m_data.summary().models.empty())
        return;
    const std::vector<double> &values = m_data.sweep()->values;
    const auto [least, most] = std::ranges::minmax(values);
    const bool isLogarithmic = least > 0 && std::log10(most / least) > decadesOfLog;
    const double low = isLogarithmic ? std::log10(least) : least, high = isLogarithmic ? std::log10(most) : most;
    const std::vector<SeedFigure> figures =
        m_data.isAccuracy() ? std::vector{SeedFigure::TestAccuracy, SeedFigure::TestLoss} : std::vector{SeedFigure::TestLoss};
    const auto count = static_cast<double>(figures.size());
    const double width = (m_sweepRow.width() - (count - 1) * px(betweenSweeps)) / count;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        SweepPlot plot;
        plot.figure = figures[i];
        plot.isLogarithmic = isLogarithmic;
        plot.rect = QRectF(m_sweepRow.left() + static_cast<double>(i) * (width + px(betweenSweeps)), m_sweepRow.top() + px(aboveSweep), width,
                           m_sweepRow.height() - px(aboveSweep));
        plot.x = {low, high, plot.rect.left() + px(insideSweep), plot.rect.right() - px(insideSweep)};
        double bottom = std::numeric_limits<double>::infinity(), top = -bottom;
        for (std::size_t model = 0; model < values.size(); ++model) {
            for (const double end : {sweptEnd(figures[i], model).low, sweptEnd(figures[i], model).mean, sweptEnd(figures[i], model).high}) {
                bottom = std::isfinite(end) ? std::min(bottom, end) : bottom;
                top = std::isfinite(end) ? std::max(top, end) : top;
            }
        }
        const double pad = bottom <= top ? std::max(0.1 * (top - bottom), 1e-4) : 0;
        plot.y = bottom <= top ? SeedScale{bottom - pad, top + pad, plot.rect.bottom(), plot.rect.top()} : SeedScale{0, 1, plot.rect.bottom(), plot.rect.top()};
        m_sweeps.push_back(plot);
    }
}

QPointF SeedsPicture::sweepPoint(SeedFigure figure, std::size_t model) const
{
    const auto plot = std::ranges::find(m_sweeps, figure, &SweepPlot::figure);
    return plot == m_sweeps.end() ? QPointF(qQNaN(), qQNaN())
                                  : QPointF(plot->xOf(m_data.sweep()->values[model]), plot->y.at(sweptEnd(figure, model).mean));
}

QString SeedsPicture::sweepText() const
{
    if (m_data.isEmpty() || !m_data.sweep() || m_data.summary().models.empty())
        return {};
    QStringList parts;
    const SeedFigure figure = m_data.summary().figure;
    for (const std::size_t model : alongSweep()) {
        const MeanInterval &end = sweptEnd(figure, model);
        const QString value = QString::fromStdString(shortNumberText(m_data.sweep()->values[model], 3));
        const QString spread = end.count > 1 ? tr(" (%1 to %2)").arg(sweptValue(figure, end.low), sweptValue(figure, end.high)) : QString();
        if (end.count > 0)
            parts << value + QStringLiteral(": ") + sweptValue(figure, end.mean) + spread;
    }
    return parts.isEmpty() ? QString() : tr("over %1: %2").arg(QString::fromStdString(m_data.sweep()->symbol), parts.join(QStringLiteral("; ")));
}

void SeedsPicture::paintSweep(QPainter &painter) const
{
    if (m_sweeps.empty())
        return;
    paintGutter(painter, m_sweepRow, tr("Over %1").arg(QString::fromStdString(m_data.sweep()->symbol)), tr("mean at the end\nband: 95 % interval"), true);
    for (const SweepPlot &plot : m_sweeps) {
        paintSweepAxes(painter, plot);
        paintSweepPlot(painter, plot);
    }
}

/** A number below each model's place, as far as they have room, and numbers at the left. */
void SeedsPicture::paintSweepAxes(QPainter &painter, const SweepPlot &plot) const
{
    const double factor = plot.figure == SeedFigure::TestAccuracy ? 100 : 1;
    const std::vector<double> ticks = roundNumbers(factor * plot.y.low, factor * plot.y.high, std::max(3, static_cast<int>(plot.rect.height() / px(24))));
    painter.setFont(fontOf(9));
    for (const double tick : ticks) {
        const double y = plot.y.at(tick / factor);
        painter.setPen(QPen(m_theme.grid, px(1)));
        painter.drawLine(QPointF(plot.rect.left(), y), QPointF(plot.rect.right(), y));
        painter.setPen(m_theme.mutedText);
        painter.drawText(QRectF(plot.rect.left() - px(64), y - px(8), px(60), px(16)), Qt::AlignRight | Qt::AlignVCenter, formatFixed(tick, decimalsOf(ticks)));
    }
    painter.setPen(m_theme.mutedText);
    painter.drawText(QRectF(plot.rect.left(), m_sweepRow.top() - px(2), plot.rect.width(), px(16)), Qt::AlignLeft | Qt::AlignVCenter,
                     plot.figure == SeedFigure::TestAccuracy ? tr("test accuracy, %") : tr("test loss"));
    const QFontMetricsF metrics(painter.font());
    const QString symbol = QString::fromStdString(m_data.sweep()->symbol);
    double free = plot.rect.left() - px(20);
    const double nameLeft = plot.rect.right() - metrics.horizontalAdvance(symbol);
    for (const std::size_t model : alongSweep()) {
        const double value = m_data.sweep()->values[model], x = plot.xOf(value);
        const QString text = QString::fromStdString(shortNumberText(value, 3));
        const double half = metrics.horizontalAdvance(text) / 2;
        if (x - half < free || x + half > nameLeft - px(4))
            continue;
        painter.drawText(QPointF(x - half, plot.rect.bottom() + px(3) + metrics.ascent()), text);
        free = x + half + px(8);
    }
    painter.drawText(QPointF(nameLeft, plot.rect.bottom() + px(3) + metrics.ascent()), symbol);
    painter.drawLine(plot.rect.bottomLeft(), plot.rect.bottomRight());
}

void SeedsPicture::paintSweepPlot(QPainter &painter, const SweepPlot &plot) const
{
    QPolygonF mean, lower, upper;
    for (const std::size_t model : alongSweep()) {
        const MeanInterval &end = sweptEnd(plot.figure, model);
        const double x = plot.xOf(m_data.sweep()->values[model]);
        if (end.count > 0 && std::isfinite(end.mean))
            mean << QPointF(x, plot.y.at(end.mean));
        if (end.count > 1 && std::isfinite(end.low)) {
            lower << QPointF(x, plot.y.at(end.low));
            upper << QPointF(x, plot.y.at(end.high));
        }
    }
    std::ranges::reverse(lower);
    QColor band = m_theme.text;
    band.setAlphaF(0.12f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(band);
    painter.drawPolygon(upper + lower);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.mutedText, px(1.5)));
    painter.drawPolyline(mean);
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        const MeanInterval &end = sweptEnd(plot.figure, model);
        if (end.count == 0 || !std::isfinite(end.mean))
            continue;
        const double x = plot.xOf(m_data.sweep()->values[model]);
        painter.setPen(QPen(colorOf(model), px(2.5), Qt::SolidLine, Qt::FlatCap));
        if (end.count > 1)
            painter.drawLine(QPointF(x, plot.y.at(end.low)), QPointF(x, plot.y.at(end.high)));
        painter.setPen(QPen(m_theme.plotBackground, px(1)));
        painter.setBrush(colorOf(model));
        painter.drawEllipse(QPointF(x, plot.y.at(end.mean)), px(4.5), px(4.5));
        painter.setBrush(Qt::NoBrush);
    }
}

/** What one seed says: its own curve. */
void SeedsPicture::paintSweptSeed(QPainter &painter, const SeedRun &run) const
{
    for (const SweepPlot &plot : m_sweeps) {
        QPolygonF points;
        for (const std::size_t model : alongSweep()) {
            const double value = valueOf(plot.figure, run.models[model].figures);
            if (!run.models[model].divergedAt && std::isfinite(value))
                points << QPointF(plot.xOf(m_data.sweep()->values[model]), plot.y.at(value));
        }
        painter.save();
        painter.setClipRect(plot.rect);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.text, px(1.2)));
        painter.drawPolyline(points);
        painter.restore();
    }
}

} // namespace actiscope
