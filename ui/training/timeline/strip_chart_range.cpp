// What a strip of the chart shows of its values: a range that one spike does not set, and where values leave it.
#include "core/drawing/loss_range.h"
#include "ui/charts/parts_graph.h"
#include "ui/training/timeline/strip_chart.h"
#include "ui/training/timeline/strip_ticker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {

namespace {

constexpr std::size_t sampled = 256; ///< parts of a curve that its range is taken from

} // namespace

std::vector<double> StripChart::sample() const
{
    std::vector<double> values;
    for (const Curve &curve : m_curves) {
        if (curve.isSeenWithin()) {
            for (const QCPGraphData &part : *curve.within->data())
                values.push_back(part.value);
        }
        values.insert(values.end(), curve.values.begin(), curve.values.end());
        if (curve.rows.size() == 0)
            continue;
        for (const SeriesBucket &bucket : curve.rows.buckets(0, curve.rows.size() - 1, sampled)) {
            values.push_back(bucket.least);
            values.push_back(bucket.greatest);
        }
    }
    std::erase_if(values, [](double value) { return std::isnan(value); });
    return values;
}

/** The greatest value at which a curve begins. */
double StripChart::start() const
{
    double greatest = std::numeric_limits<double>::quiet_NaN();
    for (const Curve &curve : m_curves) {
        const double value = std::isnan(curve.at(0)) ? curve.at(1) : curve.at(0); // with mini-batches the first row has none
        greatest = std::isnan(greatest) || value > greatest ? value : greatest;
    }
    return greatest;
}

AxisRange StripChart::rangeOf(const Experiment &experiment) const
{
    constexpr double room = 1.08;
    const std::vector<double> values = sample();
    if (isLogarithmic()) {
        LossRange range;
        for (const double value : values)
            range.include(value);
        return range.logarithmic();
    }
    const auto [least, greatest] = values.empty() ? std::pair(0.0, 0.0) : std::pair(std::ranges::min(values), std::ranges::max(values));
    if (m_options.isDifference) {
        std::vector<double> sizes = values;
        for (double &size : sizes)
            size = std::abs(size);
        const double most = robustRange(sizes, 0).upper;
        return least < greatest ? AxisRange{room * std::max(least, -most), room * std::min(greatest, most)} : AxisRange{-1, 1};
    }
    if (m_kind.range && !values.empty()) {
        constexpr double few = 0.1; // of the values, which may lie below
        std::vector<double> sorted = values;
        std::ranges::sort(sorted);
        const double most = sorted[static_cast<std::size_t>(few * static_cast<double>(sorted.size() - 1))];
        const AxisRange range = m_kind.range(experiment, {most / m_kind.factor, greatest / m_kind.factor});
        return {m_kind.factor * range.lower, m_kind.factor * range.upper};
    }
    AxisRange range = robustRange(values, start());
    if (least < 0)
        range.lower = room * least;
    return range;
}

void StripChart::fit(const Experiment &experiment)
{
    constexpr int pixelsANumber = 18;
    const double epochs = m_axisRect->axis(QCPAxis::atBottom)->range().size();
    for (const Curve &curve : m_curves) {
        if (curve.within)
            curve.within->setVisible(hasRoomWithinEpochs(epochs, m_axisRect->width()));
    }
    const AxisRange range = rangeOf(experiment);
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    y->setRange(range.lower, range.upper > range.lower ? range.upper : range.lower + 1);
    y->ticker().dynamicCast<StripTicker>()->setMost(std::clamp(m_axisRect->height() / pixelsANumber, 2, 4));
    findLeaving();
}

void StripChart::findLeaving()
{
    m_leaving.clear();
    const QCPRange range = m_axisRect->axis(QCPAxis::atLeft)->range();
    const double tolerance = 1e-9 * range.size();
    for (const Curve &curve : m_curves) {
        if (curve.rows.size() == 0)
            continue;
        for (const SeriesBucket &bucket : curve.rows.buckets(0, curve.rows.size() - 1, sampled)) {
            if (bucket.greatest > range.upper + tolerance)
                m_leaving.push_back({static_cast<double>(bucket.greatestAt), curve.model, true});
            if (bucket.least < range.lower - tolerance)
                m_leaving.push_back({static_cast<double>(bucket.leastAt), curve.model, false});
        }
    }
}

} // namespace actiscope
