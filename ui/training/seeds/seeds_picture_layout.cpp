// Where things are in the picture of many seeds.
#include "ui/training/seeds/dot_stack.h"
#include "ui/training/seeds/seeds_picture.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace actiscope {

namespace {

constexpr double gutterWidth = 128;
constexpr double columnGap = 16;
constexpr double seedsTitleHeight = 32;
constexpr double seedsLeastPlane = 96;
constexpr double rowGap = 8;
constexpr double legendHeight = 20; ///< of what the bands are
constexpr double leastColumn = 132; ///< a mean with its interval has room
constexpr double twoTitleLines = 12; ///< more than one
constexpr double namesOfSides = 18;  ///< what the sides of a difference mean
constexpr double seedsAxisHeight = 20;
constexpr double valueHeight = 66;
constexpr double leastBand = 44;
constexpr double mostBand = 200;
constexpr double dotPitch = 9;
constexpr double sweepHeight = 120;
constexpr double intervalRoom = 18; ///< above the dots

/** Of finite values; nothing where there are none. */
std::optional<std::pair<double, double>> rangeOf(const std::vector<std::vector<double>> &all)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const std::vector<double> &values : all) {
        for (const double value : values) {
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    return low <= high ? std::optional(std::pair(low, high)) : std::nullopt;
}

} // namespace

double SeedsPicture::differenceRow() const
{
    return m_data.models() > 3 ? 48 : 66;
}

std::size_t SeedsPicture::columnsIn(double width) const
{
    return seedColumns(m_data.models(), width - std::min(px(gutterWidth), width / 4), px(columnGap), px(leastColumn));
}

double SeedsPicture::columnWidth(double width) const
{
    const auto columns = static_cast<double>(columnsIn(width));
    return (width - std::min(px(gutterWidth), width / 4) - px(columnGap) * (columns - 1)) / columns;
}

/** Two lines where a name and its mean do not fit beside one another. */
double SeedsPicture::titleRow(double width) const
{
    const QFontMetricsF bold(fontOf(13, true)), small(fontOf(9));
    const QString mean = m_data.isAccuracy() ? valueText(100) : valueText(0.0123);
    const double value = bold.horizontalAdvance(mean) + small.horizontalAdvance(QStringLiteral("± 0.00")) + px(16);
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        if (px(20) + bold.horizontalAdvance(nameOf(model)) + value > columnWidth(width))
            return seedsTitleHeight + twoTitleLines;
    }
    return seedsTitleHeight;
}

/** Of titles, planes and dots of those side by side, in the design's pixels. */
double SeedsPicture::bankHeight(double width) const
{
    return titleRow(width) + (hasPlanes() ? seedsLeastPlane + seedsAxisHeight + rowGap : 0) + valueHeight + seedsAxisHeight + rowGap;
}

double SeedsPicture::leastHeight(double width)
{
    if (m_data.isEmpty() || m_styles.size() != m_data.models())
        return 0;
    const auto differences = static_cast<double>(m_data.models() - 1);
    const auto banks = std::ceil(static_cast<double>(m_data.models()) / static_cast<double>(columnsIn(width)));
    const double sweep = m_data.sweep() ? sweepHeight + seedsAxisHeight + rowGap : 0;
    return px(banks * bankHeight(width) + sweep + differences * differenceRow()
              + (differences > 0 ? namesOfSides + seedsAxisHeight + rowGap : 0) + rowGap + legendHeight + leastBand + (differences > 0 ? 8 + leastBand : 0) + seedsAxisHeight)
           + barHeight(width);
}

void SeedsPicture::layOut(const QRectF &area)
{
    m_area = area;
    if (m_data.isEmpty() || m_styles.size() != m_data.models())
        return;
    const std::size_t differences = m_data.models() - 1;
    const double width = area.width();
    m_gutter = std::min(px(gutterWidth), width / 4);
    m_columnsABank = columnsIn(width);
    m_hasTwoTitleLines = titleRow(width) > seedsTitleHeight;
    const std::size_t banks = (m_data.models() + m_columnsABank - 1) / m_columnsABank;
    // What the least height leaves goes to the curves a little, and to the planes.
    const double spare = std::max(0.0, area.height() - leastHeight(width));
    const double aspect = hasPlanes() ? (m_data.grid().xMax - m_data.grid().xMin) / (m_data.grid().yMax - m_data.grid().yMin) : 1;
    const double widest = columnWidth(width) / aspect;
    const double more = hasPlanes() ? std::clamp(widest - px(seedsLeastPlane), 0.0, 0.75 * spare / static_cast<double>(banks)) : 0;
    const double bands = differences > 0 ? 2 : 1;
    const double band = px(leastBand) + std::min(px(mostBand - leastBand), (spare - more * static_cast<double>(banks)) / bands);

    double y = area.top();
    const auto row = [&](double height, double after) {
        const QRectF rect(area.left() + m_gutter, y, width - m_gutter, height);
        y += height + after;
        return rect;
    };
    m_titleRows.clear();
    m_planeRows.clear();
    m_valueRows.clear();
    for (std::size_t bank = 0; bank < banks; ++bank) {
        m_titleRows.push_back(row(px(titleRow(width)), 0));
        m_planeRows.push_back(hasPlanes() ? row(px(seedsLeastPlane) + more, px(seedsAxisHeight + rowGap)) : QRectF());
        m_valueRows.push_back(row(px(valueHeight), px(seedsAxisHeight + rowGap)));
    }
    m_sweepRow = m_data.sweep() ? row(px(sweepHeight), px(seedsAxisHeight + rowGap)) : QRectF();
    m_differenceNames = differences > 0 ? row(px(namesOfSides), 0) : QRectF();
    m_differenceRows.clear();
    for (std::size_t i = 0; i < differences; ++i)
        m_differenceRows.push_back(row(px(differenceRow()), 0));
    y += differences > 0 ? px(seedsAxisHeight + rowGap) : 0;
    m_bar = QRectF(area.left(), y, width, barHeight(width));
    y += m_bar.height() + px(rowGap + legendHeight);
    m_bandRow = row(band, px(8));
    m_differenceBand = differences > 0 ? row(band, 0) : QRectF();
    placeColumns();
    placeDots();
    placeSweep();
    placeBands();
}

void SeedsPicture::placeColumns()
{
    const double column = columnWidth(m_area.width());
    m_columns.clear();
    m_planes.clear();
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        const double left = m_area.left() + m_gutter + static_cast<double>(model % m_columnsABank) * (column + px(columnGap));
        const double top = rowOf(m_titleRows, model).top();
        m_columns.emplace_back(left, top, column, rowOf(m_valueRows, model).bottom() - top);
        if (!hasPlanes())
            continue;
        const QRectF row = within(rowOf(m_planeRows, model), model);
        QSizeF size(m_data.grid().xMax - m_data.grid().xMin, m_data.grid().yMax - m_data.grid().yMin);
        size.scale(row.size(), Qt::KeepAspectRatio);
        m_planes.emplace_back(QPointF(row.center().x() - size.width() / 2, row.top()), size);
    }
}

/** The part of a bank's row that is in the model's column. */
QRectF SeedsPicture::within(const QRectF &row, std::size_t model) const
{
    return {m_columns[model].left(), row.top(), m_columns[model].width(), row.height()};
}

SeedScale SeedsPicture::valueScale(const QRectF &rect) const
{
    std::vector<std::vector<double>> all;
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        all.push_back(m_data.ends(model));
        const MeanInterval &end = m_data.statistics(model).end;
        all.push_back({m_data.shown(end.low), m_data.shown(end.high)});
    }
    const auto [low, high] = rangeOf(all).value_or(std::pair(0.0, 1.0));
    const double least = m_data.isAccuracy() ? 1.0 : std::max(1e-12, 0.1 * std::abs(high));
    const double pad = std::max(0.08 * (high - low), (least - (high - low)) / 2);
    return {low - pad, high + pad, rect.left(), rect.right()};
}

SeedScale SeedsPicture::differenceScale(const QRectF &rect) const
{
    std::vector<std::vector<double>> all;
    for (const SeedDifference &difference : m_data.summary().differences) {
        all.push_back(m_data.differences(difference.model));
        all.push_back({m_data.shown(difference.decisive.low), m_data.shown(difference.decisive.high)});
    }
    const auto [low, high] = rangeOf(all).value_or(std::pair(-1.0, 1.0));
    double reach = 1.25 * std::max(std::abs(low), std::abs(high));
    if (!(reach > 0))
        reach = 1;
    return {-reach, reach, rect.left(), rect.right()};
}

void SeedsPicture::placeDots()
{
    const auto place = [this](std::vector<double> values, const SeedScale &scale, const QRectF &rect) {
        for (double &value : values)
            value = scale.at(value);
        const int highest = std::max(1, static_cast<int>((rect.height() - px(intervalRoom)) / px(dotPitch)));
        std::vector<QPointF> dots = stackedDots(values, px(dotPitch), highest);
        for (QPointF &dot : dots)
            dot = dot.y() < 0 ? QPointF(qQNaN(), qQNaN()) : QPointF(dot.x(), rect.bottom() - (dot.y() + 0.6) * px(dotPitch));
        return dots;
    };
    m_dots.clear();
    m_differenceDots.clear();
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        const QRectF rect = within(rowOf(m_valueRows, model), model);
        m_dots.push_back(place(m_data.ends(model), valueScale(rect), rect));
    }
    for (std::size_t i = 0; i < m_data.summary().differences.size() && i < m_differenceRows.size(); ++i)
        m_differenceDots.push_back(
            place(m_data.differences(m_data.summary().differences[i].model), differenceScale(m_differenceRows[i]), m_differenceRows[i]));
}

/** The range of most epochs: the first few, in which everything is learned, do not set it. */
void SeedsPicture::placeBands()
{
    std::vector<double> means;
    std::vector<std::vector<double>> differences(1);
    std::size_t rows = 0;
    for (std::size_t model = 0; model < m_data.summary().models.size(); ++model) {
        for (const MeanInterval &row : m_data.statistics(model).epochs) {
            means.push_back(m_data.shown(row.mean));
            if (row.count > 1) {
                means.push_back(m_data.shown(row.low));
                means.push_back(m_data.shown(row.high));
            }
        }
        rows = std::max(rows, m_data.statistics(model).epochs.size());
    }
    for (const SeedDifference &difference : m_data.summary().differences) {
        const std::vector<MeanInterval> &epochs = m_data.statistics(difference).epochs;
        for (std::size_t epoch = epochs.size() / 20; epoch < epochs.size(); ++epoch) {
            for (const double value : {epochs[epoch].low, epochs[epoch].mean, epochs[epoch].high})
                differences.front().push_back(m_data.shown(value));
        }
    }
    std::erase_if(means, [](double value) { return !std::isfinite(value); });
    std::ranges::sort(means);
    constexpr double robust = 0.07;
    const auto at = [&](double share) { return means[static_cast<std::size_t>(share * static_cast<double>(means.size() - 1))]; };
    double low = means.empty() ? 0 : m_data.isAccuracy() ? at(robust) : means.front();
    double high = means.empty() ? 1 : m_data.isAccuracy() ? means.back() : at(1 - robust);
    const double pad = std::max(0.08 * (high - low), 1e-9 + 1e-3 * std::abs(high));
    m_bandScale = {low - pad, high + pad, m_bandRow.bottom(), m_bandRow.top()};
    const auto [least, most] = rangeOf(differences).value_or(std::pair(-1.0, 1.0));
    const double room = std::max({0.15 * (most - least), 0.05 * std::max(std::abs(least), std::abs(most)), 1e-9});
    m_differenceBandScale = {std::min(least, 0.0) - room, std::max(most, 0.0) + room, m_differenceBand.bottom(), m_differenceBand.top()};
    const double labels = px(132);
    m_epochs = {0, static_cast<double>(std::max<std::size_t>(rows, 2) - 1), m_bandRow.left(), m_bandRow.right() - labels};
}

int SeedsPicture::seedAt(const QPointF &place) const
{
    int nearest = -1;
    double least = px(7);
    for (const auto *all : {&m_dots, &m_differenceDots}) {
        for (const std::vector<QPointF> &dots : *all) {
            for (std::size_t seed = 0; seed < dots.size(); ++seed) {
                const double distance = std::hypot(dots[seed].x() - place.x(), dots[seed].y() - place.y());
                if (distance < least) { // not where there is no dot
                    least = distance;
                    nearest = static_cast<int>(seed);
                }
            }
        }
    }
    return nearest;
}

} // namespace actiscope
