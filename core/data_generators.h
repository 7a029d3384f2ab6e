// The data sets that can be made: one row each of dataKinds(), and nothing else names them. Same seed, same bits as the
// NumPy or scikit-learn code that each is defined by. A new data set is a generator and its row in data_generators.cpp.
#pragma once

#include "core/dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

/** One kind of data set, as DataConfiguration::kind selects it. */
struct DataKind {
    std::string_view name;        ///< on the command line and in files: "moons"
    std::string_view description; ///< a few words, lower case, no full stop
    bool isRegression = false;    ///< points have one target each, and no label
    int mostClasses = 2;          ///< DataConfiguration::classes is 2 to this
    bool usesFactor = false;      ///< whether DataConfiguration::factor matters
    /** Points (samples × 2) in the order of scikit-learn, with samples labels or samples × 1 targets. The configuration is valid. */
    LabelledPoints (*generate)(const DataConfiguration &configuration) = nullptr;
};

/** All of them; the first is the default. */
std::span<const DataKind> dataKinds();

/** The row of that name. Throws ConfigurationError("data", …) when there is none. */
const DataKind &findDataKind(std::string_view name);

/** "moons, circles, …", for help texts. */
std::string dataKindNames();

/** Half the side of the square that make_blobs draws its centres from (its center_box is ± this). scikit-learn's default, 10, is
 *  far beyond what a network learns in 100 steps of 0.01; ±2 is the extent of the other data sets, so that one noise suits all. */
inline constexpr double blobsCenterBox = 2.0;

/** scikit-learn's make_moons(samples, noise=noise, random_state=seed), bit for bit. samples ≥ 2, noise ≥ 0. */
LabelledPoints makeMoons(int samples, double noise, std::uint32_t seed);

/** scikit-learn's make_circles(samples, noise=noise, factor=factor, random_state=seed), bit for bit. samples ≥ 2, 0 ≤ factor < 1
 *  is the radius of the inner circle (label 1); the outer one's is 1. */
LabelledPoints makeCircles(int samples, double noise, double factor, std::uint32_t seed);

/** scikit-learn's make_blobs(samples, centers=classes, cluster_std=noise, center_box=(-2, 2), random_state=seed), bit for bit.
 *  With fewer samples than classes the last classes have none. */
LabelledPoints makeBlobs(int samples, int classes, double noise, std::uint32_t seed);

// The four below are defined by as many lines of NumPy in tests/data/make_data_sets.py, from which they take their bits.

/** Uniform in [−1, 1]²; the label says whether the signs of x and y differ. Noise comes after the label. */
LabelledPoints makeXor(int samples, double noise, std::uint32_t seed);

/** Two spirals of one and a half turns, half a turn apart: radius 3·√u and angle π·radius, u uniform in [0, 1), so that points lie
 *  equally dense along the arms, which are 1 apart. */
LabelledPoints makeSpirals(int samples, double noise, std::uint32_t seed);

/** Uniform in [−1, 1]²; target 0.75 x − 0.5 y + 0.25, plus noise. */
LabelledPoints makePlane(int samples, double noise, std::uint32_t seed);

/** Uniform in [−1, 1]²; target Σ h·exp(−((x − cx)² + (y − cy)²) / (2 w²)) over five hills and hollows (h < 0), plus noise. It is the same
 *  as NumPy's to the rounding of exp. */
LabelledPoints makeBumps(int samples, double noise, std::uint32_t seed);

} // namespace actiscope
