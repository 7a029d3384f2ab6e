// How the picture of many seeds is drawn.
#include "ui/training/seeds/seeds_picture.h"

#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/base/unbroken.h"
#include "ui/charts/model_name.h"
#include "ui/training/seeds/dot_stack.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double seedDotRadius = 3.8;
constexpr double leastTickDistance = 44; ///< px of the design between two numbers at an axis

} // namespace

int SeedsPicture::ticksAlong(double width) const
{
    constexpr int most = 9;
    return std::clamp(static_cast<int>(width / px(leastTickDistance)), 2, most);
}

void SeedsPicture::paint(QPainter &painter) const
{
    if (m_columns.empty() || m_styles.size() != m_data.models())
        return; // the models are others already, and how they look comes next
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintTitles(painter);
    for (std::size_t model = 0; model < m_planes.size(); ++model)
        paintPlane(painter, model);
    paintValues(painter);
    paintSweep(painter);
    if (!m_differenceRows.empty())
        paintDifferences(painter);
    paintBar(painter);
    paintBands(painter);
    painter.restore();
}

/** `hasNumbers`: of an axis, at the right of the gutter. */
void SeedsPicture::paintGutter(QPainter &painter, const QRectF &row, const QString &name, const QString &legend, bool hasNumbers) const
{
    const double width = m_gutter - px(hasNumbers ? 40 : 8);
    const double height = QFontMetricsF(fontOf(11, true)).height();
    const bool isLong = QFontMetricsF(fontOf(11, true)).horizontalAdvance(name) > width;
    painter.setFont(fontOf(isLong ? 9 : 11, true));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(m_area.left(), row.top(), width, height), Qt::AlignLeft | Qt::AlignTop, name);
    painter.setFont(fontOf(9));
    painter.setPen(m_theme.mutedText);
    painter.drawText(QRectF(m_area.left(), row.top() + height, width, std::max(row.height() - height, px(28))),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, unbroken(legend));
}

void SeedsPicture::paintTitles(QPainter &painter) const
{
    painter.setFont(fontOf(9));
    painter.setPen(m_theme.mutedText);
    for (const QRectF &row : m_titleRows)
        painter.drawText(QRectF(m_area.left(), row.top(), m_gutter, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         m_data.isAccuracy() ? tr("mean accuracy") : tr("mean loss"));
    for (std::size_t model = 0; model < m_columns.size(); ++model)
        paintTitle(painter, model);
}

/** What can be read of a name: all of it, or what tells the model from others of its activation, or, if there are none, the activation. */
QString SeedsPicture::fittingName(std::size_t model, const QFontMetricsF &metrics, double room) const
{
    const auto [activation, parameters] = dividedName(m_styles[model]);
    const QStringList namesakes = namesakesOf(m_styles, model);
    const auto isWhole = [&](std::size_t each) { return metrics.horizontalAdvance(shortName(each)) <= room; };
    bool areWhole = isWhole(model); // and those beside it, which read alike
    for (std::size_t other = 0; other < m_styles.size() && areWhole && !namesakes.isEmpty(); ++other)
        areWhole = isWhole(other) || dividedName(m_styles[other]).first != activation;
    if (areWhole)
        return metrics.horizontalAdvance(nameOf(model)) <= room ? nameOf(model) : shortName(model);
    return namesakes.isEmpty() ? metrics.elidedText(activation, Qt::ElideRight, room) : tellingPart(parameters, namesakes, metrics, room);
}

/** Name and mean on one line, or on two where a column is narrow. */
void SeedsPicture::paintTitle(QPainter &painter, std::size_t model) const
{
    const QRectF whole = within(rowOf(m_titleRows, model), model);
    QRectF name = whole;
    QRectF value = whole;
    if (m_hasTwoTitleLines) {
        name.setHeight(whole.height() / 2);
        value.setTop(name.bottom());
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(model));
    painter.drawEllipse(QPointF(name.left() + px(6), name.center().y()), px(6), px(6));
    const MeanInterval &end = m_data.statistics(model).end;
    if (end.count > 0) {
        const QFont bold = fontOf(13, true), small = fontOf(9);
        const QString mean = valueText(m_data.shown(end.mean));
        const QString spread = end.count > 1 ? QStringLiteral("±\u2009") + formatNumber(m_data.shown(end.high - end.mean), 2) : QString();
        const double needed = QFontMetricsF(bold).horizontalAdvance(mean), more = QFontMetricsF(small).horizontalAdvance(spread) + px(8);
        const bool hasSpread = !spread.isEmpty() && needed + more <= value.width();
        if (hasSpread) {
            painter.setFont(small);
            painter.setPen(m_theme.mutedText);
            painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, spread);
            value.setRight(value.right() - more);
        }
        painter.setFont(bold);
        painter.setPen(m_theme.text);
        painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, mean);
        if (!m_hasTwoTitleLines)
            name.setRight(value.right() - needed - px(8));
    }
    name.setLeft(name.left() + px(20));
    painter.setFont(fontOf(m_hasTwoTitleLines ? 11 : 13, true));
    painter.setPen(m_theme.text);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, fittingName(model, QFontMetricsF(painter.font()), name.width()));
}

QPointF SeedsPicture::planePoint(const QRectF &plane, const PlanePoint &point) const
{
    const GridSpec &grid = m_data.grid();
    return {plane.left() + (point.x - grid.xMin) / (grid.xMax - grid.xMin) * plane.width(),
            plane.bottom() - (point.y - grid.yMin) / (grid.yMax - grid.yMin) * plane.height()};
}

void SeedsPicture::paintPlane(QPainter &painter, std::size_t model) const
{
    const QRectF plane = m_planes[model];
    if (model % m_columnsABank == 0)
        paintGutter(painter, rowOf(m_planeRows, model), tr("Plane"),
                    m_data.meanProbability(0).empty() ? tr("boundary of each seed") : tr("p = ½ of each seed\nshading: mean p"));
    const GridSpec &grid = m_data.grid();
    const std::vector<float> &mean = m_data.meanProbability(model);
    if (!mean.empty()) {
        QImage image(grid.width, grid.height, QImage::Format_RGB32);
        for (int y = 0; y < grid.height; ++y) {
            for (int x = 0; x < grid.width; ++x)
                image.setPixelColor(x, grid.height - 1 - y, probabilityShade(mean[static_cast<std::size_t>(y * grid.width + x)], m_theme));
        }
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(plane, image);
    }
    painter.save();
    painter.setClipRect(plane);
    QColor line = m_theme.text;
    line.setAlphaF(0.7f);
    painter.setPen(QPen(line, px(0.8)));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t seed = 0; seed < m_data.seeds(); ++seed) {
        for (const Polyline &contour : m_data.contour(seed, model)) {
            QPolygonF points;
            for (const PlanePoint &point : contour)
                points.append(planePoint(plane, point));
            painter.drawPolyline(points);
        }
    }
    painter.restore();
    const SeedScale x{grid.xMin, grid.xMax, plane.left(), plane.right()};
    painter.setFont(fontOf(9));
    painter.setPen(m_theme.mutedText);
    const std::vector<double> ticks = roundNumbers(x.low, x.high, ticksAlong(plane.width()));
    for (const double tick : ticks) {
        if (x.at(tick) > plane.right() - px(28)) // there stands the name of the axis
            continue;
        painter.drawText(QRectF(x.at(tick) - px(30), plane.bottom() + px(2), px(60), px(16)), Qt::AlignCenter,
                         formatFixed(tick, decimalsOf(ticks)));
    }
    painter.drawText(QRectF(plane.right() - px(20), plane.bottom() + px(2), px(20), px(16)), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("x₁"));
}

/** A line below, numbers under it, and thin lines up from them. */
void SeedsPicture::paintAxis(QPainter &painter, const QRectF &rect, const SeedScale &scale, bool isSigned, bool hasNumbers) const
{
    const std::vector<double> ticks = roundNumbers(scale.low, scale.high, ticksAlong(rect.width()));
    const int decimals = decimalsOf(ticks);
    painter.setFont(fontOf(9));
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double x = scale.at(ticks[i]);
        const bool isZero = isSigned && std::abs(ticks[i]) < 1e-12;
        painter.setPen(QPen(isZero ? m_theme.zeroLine : m_theme.grid, px(1)));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        painter.setPen(m_theme.mutedText);
        QString text = formatFixed(ticks[i], isZero ? 0 : decimals);
        if (isSigned && !isZero && ticks[i] > 0)
            text.prepend(QLatin1Char('+'));
        if (!isSigned && m_data.isAccuracy() && i + 1 == ticks.size())
            text = tr("%1 %").arg(text);
        if (hasNumbers) { // the last one not beyond the edge
            const double half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2;
            const double middle = std::min(x, rect.right() + std::min(px(10), 12.0) - half);
            painter.drawText(QRectF(middle - px(40), rect.bottom() + px(2), px(80), px(16)), Qt::AlignCenter, text);
        }
    }
    painter.setPen(QPen(hasNumbers ? m_theme.mutedText : m_theme.grid, px(1)));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

void SeedsPicture::paintInterval(QPainter &painter, const SeedScale &scale, double y, const MeanInterval &interval, double width) const
{
    if (interval.count == 0)
        return;
    painter.setPen(QPen(m_theme.text, px(width), Qt::SolidLine, Qt::FlatCap));
    if (interval.count > 1)
        painter.drawLine(QPointF(scale.at(m_data.shown(interval.low)), y), QPointF(scale.at(m_data.shown(interval.high)), y));
    painter.setPen(QPen(m_theme.plotBackground, px(1)));
    painter.setBrush(m_theme.text);
    painter.drawEllipse(QPointF(scale.at(m_data.shown(interval.mean)), y), px(2.5 + width / 2), px(2.5 + width / 2));
}

void SeedsPicture::paintDots(QPainter &painter, const std::vector<QPointF> &dots, const QColor &color) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF &dot : dots) {
        if (std::isfinite(dot.x()))
            painter.drawEllipse(dot, px(seedDotRadius), px(seedDotRadius));
    }
}

void SeedsPicture::paintValues(QPainter &painter) const
{
    for (const QRectF &row : m_valueRows)
        paintGutter(painter, row, m_data.isAccuracy() ? tr("Accuracy") : tr("Loss"), tr("test, a dot a seed\nline: mean, 95 % interval"));
    for (std::size_t model = 0; model < m_columns.size(); ++model) {
        const QRectF rect = within(rowOf(m_valueRows, model), model);
        const SeedScale scale = valueScale(rect);
        paintAxis(painter, rect, scale, false, true);
        paintDots(painter, m_dots[model], colorOf(model));
        paintInterval(painter, scale, rect.top() + px(7), m_data.statistics(model).end, 2);
    }
}

/** What it means that a dot is on the left, and on the right: of one difference both names, of several what is the same of all. */
void SeedsPicture::paintDifferenceNames(QPainter &painter) const
{
    const bool isAccuracy = m_data.isAccuracy();
    const bool isAlone = m_differenceRows.size() == 1;
    const QFontMetricsF metrics(fontOf(9));
    const double room = m_differenceNames.width() / 2 - px(16);
    const auto side = [&](bool isLeft) {
        const bool isOfFirst = isLeft == isAccuracy || !isAlone;
        const std::size_t model = isOfFirst ? 0 : m_data.summary().differences.front().model;
        const QString words = isLeft == isAccuracy || isAlone ? tr("%1 better") : tr("%1 worse");
        const QString arrow = isLeft ? QStringLiteral("← ") : QStringLiteral(" →");
        const QString name = fittingName(model, metrics, room - metrics.horizontalAdvance(words.arg(arrow)));
        painter.setPen(m_theme.readable(colorOf(model)));
        painter.drawText(m_differenceNames, (isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop,
                         isLeft ? arrow + words.arg(name) : words.arg(name) + arrow);
    };
    painter.setFont(fontOf(9));
    side(true);
    side(false);
}

void SeedsPicture::paintDifferences(QPainter &painter) const
{
    const SeedSummary &summary = m_data.summary();
    const bool isAlone = m_differenceRows.size() == 1;
    QRectF head = m_differenceRows.front();
    head.setTop(m_differenceNames.top());
    paintGutter(painter, head, tr("Difference"),
                isAlone ? (m_data.isAccuracy() ? tr("paired, points\nbar: mean, 95 % interval") : tr("paired\nbar: mean, 95 % interval"))
                        : tr("to %1, paired").arg(fittingName(0, QFontMetricsF(fontOf(9)), m_gutter - px(8))));
    paintDifferenceNames(painter);
    for (std::size_t i = 0; i < m_differenceDots.size(); ++i) {
        const QRectF rect = m_differenceRows[i];
        const std::size_t model = summary.differences[i].model;
        const SeedScale scale = differenceScale(rect);
        paintAxis(painter, rect, scale, true, i + 1 == m_differenceDots.size());
        painter.setPen(QPen(m_theme.zeroLine, px(1)));
        painter.drawLine(QPointF(scale.at(0), rect.top()), QPointF(scale.at(0), rect.bottom()));
        paintDots(painter, m_differenceDots[i], mix(m_theme.mutedText, m_theme.plotBackground, 0.2));
        paintInterval(painter, scale, rect.top() + px(8), summary.differences[i].decisive, 5);
        if (isAlone)
            continue;
        painter.setFont(fontOf(9));
        painter.setPen(m_theme.readable(colorOf(model)));
        const double line = QFontMetricsF(painter.font()).height();
        painter.drawText(QRectF(m_area.left(), rect.bottom() - line, m_gutter - px(8), line), Qt::AlignRight | Qt::AlignVCenter,
                         fittingName(model, QFontMetricsF(painter.font()), m_gutter - px(8)));
    }
}

void SeedsPicture::paintBar(QPainter &painter) const
{
    painter.setPen(QPen(m_theme.border, px(1)));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(m_bar, px(4), px(4));
    const QFont bold = fontOf(13, true);
    const QFont plain = fontOf(11);
    QRectF line = m_bar.adjusted(px(16), px(8), -px(16), -px(8));
    const std::vector<BarLine> lines = barLines(m_bar.width());
    if (lines.size() == 1)
        line.setTop(m_bar.center().y() - QFontMetricsF(bold).height() / 2);
    for (const BarLine &text : lines) {
        const QFont font = text.isVerdict ? bold : text.isNote ? fontOf(9) : plain;
        line.setHeight(QFontMetricsF(text.isVerdict ? bold : plain).height());
        painter.setFont(font);
        const bool isError = text.isVerdict && !m_data.progress().error.empty();
        painter.setPen(isError ? m_theme.error : text.isVerdict ? m_theme.text : m_theme.mutedText);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text.words);
        painter.setFont(plain);
        painter.setPen(m_theme.mutedText);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, text.beside);
        line.moveTop(line.bottom());
    }
}

void SeedsPicture::paintMarked(QPainter &painter, int seed) const
{
    const auto index = static_cast<std::size_t>(seed);
    if (m_columns.empty() || seed < 0 || index >= m_data.seeds())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = m_theme.plotBackground;
    veil.setAlphaF(0.55f);
    for (std::size_t model = 0; model < m_planes.size(); ++model) {
        painter.save();
        painter.setClipRect(m_planes[model]);
        painter.fillRect(m_planes[model], veil);
        painter.setPen(QPen(m_theme.text, px(2.2)));
        painter.setBrush(Qt::NoBrush);
        for (const Polyline &contour : m_data.contour(index, model)) {
            QPolygonF points;
            for (const PlanePoint &point : contour)
                points.append(planePoint(m_planes[model], point));
            painter.drawPolyline(points);
        }
        painter.restore();
    }
    painter.setPen(QPen(m_theme.text, px(2)));
    painter.setBrush(Qt::NoBrush);
    for (const auto *all : {&m_dots, &m_differenceDots}) {
        for (const std::vector<QPointF> &dots : *all) {
            if (index < dots.size() && std::isfinite(dots[index].x()))
                painter.drawEllipse(dots[index], px(seedDotRadius + 1.5), px(seedDotRadius + 1.5));
        }
    }
    paintSweptSeed(painter, *m_data.study().runs[index]);
    paintSeedCurves(painter, *m_data.study().runs[index]);
    painter.restore();
}

} // namespace actiscope
