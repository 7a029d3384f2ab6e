// Where things are in the picture of many seeds, and its words; seeds_picture_paint.cpp draws them.
#include "ui/training/seeds/seeds_picture.h"

#include "core/training/seeds/seed_verdict.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"
#include "ui/training/seeds/dot_stack.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {

namespace {

constexpr double designText = 44.0 / 3; // px of 11 pt
constexpr double gutterWidth = 128;
constexpr double columnGap = 16;
constexpr double seedsTitleHeight = 32;
constexpr double seedsLeastPlane = 96;
constexpr double rowGap = 8;
constexpr double legendHeight = 20; ///< of what the bands are
constexpr double twoLineColumn = 220;
constexpr double seedsAxisHeight = 20;
constexpr double valueHeight = 66;
constexpr double leastBand = 44;
constexpr double mostBand = 200;
constexpr double dotPitch = 9;
constexpr double sweepHeight = 110;
constexpr double intervalRoom = 18; ///< above the dots

/** In lines of at most this width, broken between words. */
QStringList wrappedWords(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines << word;
    }
    return lines;
}

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

void SeedsPicture::setLook(const Theme &theme, const QFont &font, std::vector<ModelStyle> styles)
{
    m_theme = theme;
    m_font = font;
    m_styles = std::move(styles);
    const double text = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    m_unit = text / designText;
}

void SeedsPicture::setProgress(std::shared_ptr<const SeedProgress> progress)
{
    m_data.setProgress(std::move(progress));
    m_names = seedModelNames(m_data.study().experiment);
    if (!m_area.isEmpty())
        layOut(m_area);
}

/** `points` of the design, 11 being the font's own size. */
QFont SeedsPicture::fontOf(double points, bool bold) const
{
    QFont font = m_font;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * points / 11));
    else
        font.setPointSizeF(font.pointSizeF() * points / 11);
    font.setBold(bold);
    return font;
}

double SeedsPicture::differenceRow() const
{
    return m_data.models() > 3 ? 48 : 66;
}

QString SeedsPicture::valueText(double shown) const
{
    return m_data.isAccuracy() ? tr("%1 %").arg(formatFixed(shown, 1)) : formatNumber(shown, 3);
}

QString SeedsPicture::verdict() const
{
    if (m_data.isEmpty())
        return {};
    const SeedStudy &study = m_data.study();
    if (!m_data.progress().error.empty())
        return translated(m_data.progress().error);
    if (!m_data.isDecided())
        return tr("%1 of %2 seeds").arg(m_data.seeds()).arg(study.plan.count);
    QStringList sentences;
    for (const SeedDifference &difference : m_data.summary().differences)
        sentences.append(translated(verdictText(m_data.summary(), difference, m_names)));
    return sentences.isEmpty() ? tr("%1 seeds of one model: nothing to compare.").arg(study.plan.count) : sentences.join(QLatin1Char('\n'));
}

QStringList SeedsPicture::notes() const
{
    QStringList notes;
    if (m_data.isEmpty() || !m_data.isDecided())
        return notes;
    const SeedSummary &summary = m_data.summary();
    for (const SeedDifference &difference : summary.differences) {
        const bool isThere = difference.decisive.count > 0;
        QString text = isThere ? translated(differenceText(summary, difference, m_names)) + QLatin1Char('.') : QString();
        if (difference.ties > 0 && m_data.isAccuracy())
            text.insert(text.size() - 1, tr(", %n ties", nullptr, static_cast<int>(difference.ties)));
        if (const Message leftOut = leftOutText(difference, m_data.seeds()); !leftOut.empty())
            text += (isThere ? QStringLiteral(" ") : QString()) + translated(leftOut);
        notes.append(text);
    }
    return notes;
}

QString SeedsPicture::seedText(int seed) const
{
    const SeedRun &run = *m_data.study().runs[static_cast<std::size_t>(seed)];
    QStringList models;
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        const SeedOutcome &outcome = run.models[model];
        const double value = valueOf(m_data.summary().figure, outcome.figures);
        models.append(outcome.divergedAt ? tr("%1 diverged").arg(shortName(model))
                                         : tr("%1 %2").arg(shortName(model), valueText(m_data.shown(value))));
    }
    return tr("seed %1: %2").arg(run.seed).arg(models.join(QStringLiteral(", ")));
}

QString SeedsPicture::intervalText() const
{
    const int seeds = static_cast<int>(m_data.seeds());
    return tr("mean and pointwise 95 % interval (t, %n seeds)", nullptr, seeds);
}

std::vector<SeedsPicture::BarLine> SeedsPicture::barLines(double width) const
{
    const QFontMetricsF bold(fontOf(13, true));
    const QFontMetricsF plain(fontOf(11));
    const double room = width - px(32);
    const QStringList sentences = verdict().split(QLatin1Char('\n'));
    const QStringList beside = notes();
    std::vector<BarLine> lines;
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        for (const QString &words : wrappedWords(sentences[i], bold, room))
            lines.push_back({words, {}, true});
        if (i >= beside.size() || beside[i].isEmpty())
            continue;
        if (bold.horizontalAdvance(lines.back().words) + px(16) + plain.horizontalAdvance(beside[i]) <= room) {
            lines.back().beside = beside[i];
            continue;
        }
        for (const QString &words : wrappedWords(beside[i], plain, room))
            lines.push_back({words, {}, false});
    }
    return lines;
}

double SeedsPicture::barHeight(double width) const
{
    const QFontMetricsF bold(fontOf(13, true));
    const QFontMetricsF plain(fontOf(11));
    double height = px(16);
    for (const BarLine &line : barLines(width))
        height += line.isVerdict ? bold.height() : plain.height();
    return std::max(height, px(40)) + (m_data.summary().differences.size() > 1 ? plain.height() : 0);
}

double SeedsPicture::columnWidth(double width) const
{
    const auto models = static_cast<double>(m_data.models());
    return (width - std::min(px(gutterWidth), width / 4) - px(columnGap) * (models - 1)) / models;
}

/** Two lines where name and mean do not fit beside one another. */
double SeedsPicture::titleRow(double width) const
{
    return columnWidth(width) < px(twoLineColumn) ? seedsTitleHeight + 12 : seedsTitleHeight;
}

double SeedsPicture::leastHeight(double width)
{
    if (m_data.isEmpty())
        return 0;
    const auto differences = static_cast<double>(m_data.models() - 1);
    const double plane = hasPlanes() ? seedsLeastPlane + seedsAxisHeight + rowGap : 0;
    const double sweep = m_data.sweep() ? sweepHeight + seedsAxisHeight + rowGap : 0;
    return px(titleRow(width) + plane + valueHeight + seedsAxisHeight + rowGap + sweep + differences * differenceRow()
              + (differences > 0 ? seedsAxisHeight + rowGap : 0) + rowGap + legendHeight + leastBand + (differences > 0 ? 8 + leastBand : 0)
              + seedsAxisHeight)
           + barHeight(width);
}

void SeedsPicture::layOut(const QRectF &area)
{
    m_area = area;
    if (m_data.isEmpty() || m_styles.size() != m_data.models())
        return;
    const std::size_t differences = m_data.models() - 1;
    m_gutter = std::min(px(gutterWidth), area.width() / 4);
    const double left = area.left() + m_gutter;
    const double column = columnWidth(area.width());
    m_hasTwoTitleLines = titleRow(area.width()) > seedsTitleHeight;
    // What the least height leaves goes to the curves a little, and to the planes.
    const double spare = std::max(0.0, area.height() - leastHeight(area.width()));
    const double bands = differences > 0 ? 2 : 1;
    const double widest = hasPlanes() ? column * (m_data.grid().yMax - m_data.grid().yMin) / (m_data.grid().xMax - m_data.grid().xMin) : 0;
    const double more = hasPlanes() ? std::clamp(widest - px(seedsLeastPlane), 0.0, 0.75 * spare) : 0;
    const double plane = hasPlanes() ? px(seedsLeastPlane) + more : 0;
    const double band = px(leastBand) + std::min(px(mostBand - leastBand), (spare - more) / bands);

    double y = area.top();
    const auto row = [&](double height, double after) {
        const QRectF rect(left, y, area.right() - left, height);
        y += height + after;
        return rect;
    };
    m_titles = row(px(titleRow(area.width())), 0);
    m_planeRow = hasPlanes() ? row(plane, px(seedsAxisHeight + rowGap)) : QRectF();
    m_valueRow = row(px(valueHeight), px(seedsAxisHeight + rowGap));
    m_sweepRow = m_data.sweep() ? row(px(sweepHeight), px(seedsAxisHeight + rowGap)) : QRectF();
    m_differenceRows.clear();
    for (std::size_t i = 0; i < differences; ++i)
        m_differenceRows.push_back(row(px(differenceRow()), 0));
    y += differences > 0 ? px(seedsAxisHeight + rowGap) : 0;
    m_bar = QRectF(area.left(), y, area.width(), barHeight(area.width()));
    y += m_bar.height() + px(rowGap + legendHeight);
    m_bandRow = row(band, px(8));
    m_differenceBand = differences > 0 ? row(band, 0) : QRectF();

    m_columns.clear();
    m_planes.clear();
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        m_columns.emplace_back(left + static_cast<double>(model) * (column + px(columnGap)), area.top(), column, area.height());
        if (hasPlanes()) {
            const GridSpec &grid = m_data.grid();
            QSizeF size(grid.xMax - grid.xMin, grid.yMax - grid.yMin);
            size.scale(column, plane, Qt::KeepAspectRatio);
            m_planes.emplace_back(QPointF(m_columns.back().center().x() - size.width() / 2, m_planeRow.top()), size);
        }
    }
    placeDots();
    placeSweep();
    placeBands();
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
        const QRectF rect(m_columns[model].left(), m_valueRow.top(), m_columns[model].width(), m_valueRow.height());
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
