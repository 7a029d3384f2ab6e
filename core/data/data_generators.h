// The data sets that can be made: one row each of dataKinds(), and nothing else names them. Same seed, same bits as the
// NumPy or scikit-learn code that each is defined by. A new data set is a generator and its row in data_generators.cpp.
#pragma once

#include "core/data/dataset.h"
#include "core/data/generated_data.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

/** One kind of data set, as GeneratedData::kind selects it. */
struct DataKind {
    std::string_view name;                          ///< on the command line and in files: "moons"
    std::string_view description;                   ///< a few words, lower case, no full stop
    bool isRegression = false;                      ///< points have one target each, and no label
    int maxClasses = 2;                             ///< GeneratedData::classes is 2 to this
    std::span<const std::string_view> options = {}; ///< of the command line, that not all kinds have: "factor"
    /** Points (samples × 2) in the order of scikit-learn, with samples labels or samples × 1 targets. The configuration is valid. */
    LabelledPoints (*generate)(const GeneratedData &configuration) = nullptr;
};

/** All of them; the first is the default. */
std::span<const DataKind> dataKinds();

/** The row that the name or an alias means (core/base/names.h). Throws ConfigurationError("data", …) when there is none. */
const DataKind &findDataKind(std::string_view name);

/** "moons, circles, …", for help texts. */
std::string dataKindNames();

/** How many points each class has: what the configuration says, or `samples` divided as scikit-learn does it. The first `samples % classes`
 *  blobs have one more; of an odd number of moons or points on circles, the second class has. */
std::vector<int> classSizesOf(const GeneratedData &configuration);

/** scikit-learn's make_moons(sizes, noise=noise, random_state=seed), bit for bit; two sizes, noise ≥ 0. */
LabelledPoints makeMoons(const std::vector<int> &sizes, double noise, std::uint32_t seed);

/** scikit-learn's make_circles(sizes, noise=noise, factor=factor, random_state=seed), bit for bit; two sizes. 0 ≤ factor < 1
 *  is the radius of the inner circle (label 1); the outer one's is 1. */
LabelledPoints makeCircles(const std::vector<int> &sizes, double noise, double factor, std::uint32_t seed);

/** scikit-learn's make_blobs(sizes, cluster_std=noise, center_box=(low, high), random_state=seed), bit for bit. Its default box, ±10, is far beyond
 *  what a network learns in 100 steps of 0.01; ours, ±2, is the extent of the other data sets, so that one noise suits all. */
LabelledPoints makeBlobs(const std::vector<int> &sizes, double noise, double low, double high, std::uint32_t seed);

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
