// How a data set is made by a generator.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace actiscope {

/** What a generator makes (core/data/data_generators.h). */
struct GeneratedData {
    std::string kind = "moons"; ///< a name of dataKinds() (core/data/data_generators.h)
    int samples = 1000;
    double noise = 0.2;  ///< standard deviation of the Gaussian noise on each coordinate or, for regression, on each target
    int classes = 2;     ///< of blobs; everything else takes 2 only (for regression it says nothing)
    double factor = 0.5; ///< of circles: inner radius / outer radius, 0 ≤ factor < 1
    std::uint32_t seed = 42;
    std::vector<int> classSizes = {}; ///< how many points each class has, `samples` in all; empty: as equal as can be
    double centersLow = -2;           ///< of blobs: each coordinate of a centre is uniform between these
    double centersHigh = 2;

    static constexpr int minSamples = 2;
    static constexpr int maxSamples = 1'000'000;
    static constexpr double maxNoise = 10;
    static constexpr double farthestCenter = 100;

    bool operator==(const GeneratedData &) const = default;
};

} // namespace actiscope
