// How far two runs of the same experiment are apart.
#pragma once

#include "core/engine/backend.h"
#include "tests/support/tolerances.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace actiscope::test {

/** The largest difference of a loss, and of an accuracy in samples; infinite where figures are missing or NaN. */
struct Difference {
    double loss = 0;
    double samples = 0;

    bool isWithin(double allowedLoss, double allowedSamples = 1) const { return loss <= allowedLoss && samples < allowedSamples + 0.5; }
    QString text() const { return QStringLiteral("losses differ by %1, accuracies by %2 samples").arg(loss).arg(samples); }
};

inline double distance(double a, double b)
{
    const double d = std::abs(a - b);
    return std::isnan(d) ? std::numeric_limits<double>::infinity() : d;
}

/** Of accuracies, in samples. Where data have no labels, both are NaN and nothing is apart. */
inline double samplesBetween(double a, double b, std::size_t samples)
{
    return std::isnan(a) && std::isnan(b) ? 0 : distance(a, b) * static_cast<double>(samples);
}

inline Difference difference(const EpochFigures &a, const EpochFigures &b, const Dataset &data)
{
    return {std::max(distance(a.trainLoss, b.trainLoss), distance(a.testLoss, b.testLoss)),
            std::max(samplesBetween(a.trainAccuracy, b.trainAccuracy, data.train.count()),
                     samplesBetween(a.testAccuracy, b.testAccuracy, data.test.count()))};
}

inline Difference difference(const std::vector<EpochFigures> &a, const std::vector<EpochFigures> &b, const Dataset &data)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (a.size() != b.size())
        return {infinity, infinity};
    Difference worst;
    for (std::size_t e = 0; e < a.size(); ++e) {
        const Difference here = difference(a[e], b[e], data);
        worst = {std::max(worst.loss, here.loss), std::max(worst.samples, here.samples)};
    }
    return worst;
}

} // namespace actiscope::test
