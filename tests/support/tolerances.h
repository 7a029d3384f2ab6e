// How close is close enough: every tolerance of the tests, with its reason, in one place.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope::tolerance {

/** f and f' in double against the reference tables: relative, or absolute where the value is that small. */
inline constexpr double activationRelative = 1e-12;
inline constexpr double activationAbsolute = 1e-15;

/** A formula that may be written with exponentials against the reference table: an exponential is off by as many units in the last place
 *  as its argument is large, and sums of terms lose what cancels. */
inline constexpr double formulaRelative = 1e-12;
inline bool sameFormulaValue(double computed, double reference, double x)
{
    if (std::isinf(reference))
        return computed == reference;
    const double difference = std::abs(computed - reference);
    return difference <= 1e-15 * std::max(1.0, std::abs(x)) || difference <= formulaRelative * std::abs(reference);
}

/** Losses of 100 epochs against PyTorch's in double; PyTorch's own float run strays by about 1e-7. */
inline constexpr double loss = 1e-5;

/** The same, Eigen in double: what the initial weights' last bit (one ulp of float) grows to; 1.6e-7 was measured. */
inline constexpr double lossInDouble = 1e-6;

/** Where PyTorch's float run leaves its double run (a sample crosses a kink), another float run may leave it as far. */
inline constexpr double floatDifferenceFactor = 10;

/** Points of data sets made by NumPy on a processor without AVX-512: its sin and cos differ from the reference's (and so
 *  from ours) in the last bit; 8.9e-16 was measured (moons and spirals). Everything else about the data is the same to the bit. */
inline constexpr double pointWithoutAvx512 = 1e-15;

/** Learned parameters of activations after 100 epochs. */
inline constexpr double learnedAlpha = 1e-4;

/** Analytic gradients against central differences with step 1e-6, relative to the largest gradient of the array. */
inline constexpr double gradient = 1e-6;

/** f' against a central difference with step 1e-5: truncation is 1e-10 · f‴, rounding 1e-11 · f. */
inline constexpr double centralDifference = 1e-8;

/** float kernels against double, in units in the last place of the reference. */
inline constexpr double ulpsTranscendental = 16;
inline constexpr double ulpsRational = 4;

inline bool sameActivationValue(double computed, double reference)
{
    const double difference = std::abs(computed - reference);
    return difference <= activationAbsolute || difference <= activationRelative * std::abs(reference);
}

/** A float value of an activation at a double input: the rounding of the input counts, too. */
inline bool sameSingleValue(double computed, double reference)
{
    const double difference = std::abs(computed - reference);
    return difference <= 1e-7 || difference <= 1e-5 * std::abs(reference);
}

/** Normal initial weights of layers with 16 and more against PyTorch's with AVX2 routines, in float ulps of the weight: 5 was
 *  measured over 2.3 million weights, 84 % of which were equal. PyTorch's plain routines are up to 2.1e-6
 *  standard deviations from its own for AVX2, which is any number of ulps of a weight close to 0. */
inline constexpr double normalUlps = 8;

/** |a − b| of two values rounded to float, in units in the last place of b. */
inline double floatUlpsApart(double a, double b)
{
    const auto reference = static_cast<float>(b);
    const float magnitude = std::abs(reference);
    return std::abs(static_cast<float>(a) - reference) / (std::nextafter(magnitude, std::numeric_limits<float>::infinity()) - magnitude);
}

/** Diagnostics in double against PyTorch's, relative: 1e-13 was measured (gradients through tanh where it saturates: PyTorch's 1 - tanh² cancels). */
inline constexpr double diagnosticRelative = 1e-12;
inline constexpr double diagnosticAbsolute = 1e-15;

inline bool sameDiagnostic(double computed, double reference)
{
    const double difference = std::abs(computed - reference);
    return difference <= diagnosticAbsolute || difference <= diagnosticRelative * std::abs(reference);
}

/** Principal components by the eigenvectors of the covariance against scikit-learn's by the singular values of the data, relative to the largest
 *  coordinate: 1.5e-14 was measured; small singular values lose digits when they are squared. */
inline constexpr double principalComponentRelative = 1e-12;

/** What a unit says at points of a grid, kept in float. */
inline constexpr double unitMapRelative = 1e-6;

/** Deviations and half widths of intervals in double against NumPy's, with mpmath's quantiles: sums of a thousand terms. */
inline constexpr double statisticRelative = 1e-12;

/** Quantiles of Student's t of SciPy 1.10 against mpmath's: 2.3e-9 was measured. */
inline constexpr double sciPyQuantile = 5e-9;

/** Gradients, moments and new weights of a step after a few steps, against PyTorch's in double, of numbers above a thousandth: between 1e-14 and 1e-13 was measured. */
inline constexpr double stepRelative = 1e-12;

/** Structural similarity of a picture to the stored one, over windows that are not blank. The same program and fonts give 1; another version of
 *  FreeType or Qt moves letters and antialiasing by a fraction of a pixel; a slope that changes by 0.1 gives less than 0.9. */
inline constexpr double pictureSimilarity = 0.93;

/** Distance between two accuracies in samples. */
inline double samplesApart(double a, double b, std::size_t samples)
{
    return std::abs(a - b) * static_cast<double>(samples);
}

} // namespace actiscope::tolerance
