// What the units of a network do on the training set: which are dead, how sparse and saturated they are, how values and gradients
// spread over depth. Computed on request, in double and on the calling thread, from the parameters alone, so that it is the same
// whatever backend trained them. Words as in the program everywhere: a dead unit has a derivative of 0 for every training sample.
#pragma once

#include "core/diagnostics/histogram.h"
#include "core/engine/backend.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** A unit of a hidden layer, both counted from 0. */
struct HiddenUnit {
    std::size_t layer = 0;
    std::size_t unit = 0;

    bool operator==(const HiddenUnit &) const = default;
};

/** Of pre-activations: what a robust axis shows. */
inline constexpr double middleShare = 0.99;

/** What diagnose() is to compute beyond what it always does. */
struct DiagnosticsSettings {
    double saturation = 1e-3; ///< a unit is saturated for a sample where |f'| is below this; above 0
    int bins = 50;            ///< of every histogram, 1 to maxHistogramBins
    /** Of the histograms; without one, each histogram takes the range of its own finite values. */
    std::optional<HistogramRange> preActivationRange = {};
    std::optional<HistogramRange> outputRange = {};
    std::vector<HiddenUnit> units = {}; ///< units that get histograms of their own
    /** Training samples that are looked at, spread evenly over all; 0 for all of them. Where fewer are than there are, a unit counts as dead only if
     *  `lastAlive`, where it is known, says the same of the whole last epoch. */
    std::size_t mostSamples = 0;
    bool wantsHistograms = true; ///< of layers and outputs, with where most values lie: more than half of the work. Without, they stay empty

    bool operator==(const DiagnosticsSettings &) const = default;
};

/** Throws ConfigurationError for "saturation", "bins", "pre-activation-range" or "output-range" that is out of range. */
void validate(const DiagnosticsSettings &settings);
/** Also for a "unit" that is not among the hidden layers of these widths. */
void validate(const DiagnosticsSettings &settings, const std::vector<int> &hidden);

/** Figures of a hidden layer (over samples and units) or of one unit (over samples), on the training set. Shares are in [0, 1]. Where
 *  an output is NaN, shares, means and the variance are NaN. */
struct UnitFigures {
    double sparsity = 0;          ///< share of outputs that are exactly 0
    double active = 0;            ///< share of f' that is not 0
    double saturated = 0;         ///< share of |f'| below DiagnosticsSettings::saturation
    double mean = 0;              ///< of the outputs
    double variance = 0;          ///< of the outputs, divided by their number
    double meanAbsoluteSlope = 0; ///< mean |f'|
    double gradientNorm = 0;      ///< Euclidean norm of dLoss/dW: of the layer's weights, or of those that lead to the unit
    std::int64_t nan = 0;         ///< outputs that are NaN
};

struct UnitDiagnostics {
    UnitFigures figures;
    /** f' is 0 for every training sample. Never for an activation without a flat part (leaky or smooth), even where the derivative
     *  is too small for a double: there `saturated` says it. */
    bool isDead = false;
    /** First epoch from which on it has been dead, 0 for from the start; only if dead and the epochs are known. */
    std::optional<std::int64_t> deadSince;
};

struct LayerDiagnostics {
    UnitFigures figures;
    double slopeProduct = 0;            ///< of meanAbsoluteSlope over the hidden layers up to this one
    std::optional<double> learnedAlpha; ///< where it is learned
    std::vector<UnitDiagnostics> units;
    Histogram preActivations; ///< of all units and samples
    Histogram outputs;
    std::optional<HistogramRange> middle; ///< of the pre-activations: where most (middleShare) of those that are finite lie; with histograms only

    /** Units that are dead. */
    std::size_t deadUnits() const;
};

/** The last, linear layer. */
struct OutputDiagnostics {
    double mean = 0; ///< of the outputs as they are (logits under cross-entropy)
    double variance = 0;
    double gradientNorm = 0;
    Histogram outputs; ///< in DiagnosticsSettings::outputRange
};

struct UnitHistograms {
    HiddenUnit unit;
    Histogram preActivations;
    Histogram outputs;
    std::optional<HistogramRange> middle; ///< as a layer's
};

struct Diagnostics {
    double loss = 0;                      ///< mean over the training set, without penalties: what the gradients are of
    std::size_t samples = 0;              ///< that were looked at
    std::vector<LayerDiagnostics> layers; ///< hidden ones
    OutputDiagnostics output;
    std::vector<UnitHistograms> units; ///< in the order of DiagnosticsSettings::units
};

/** Model `model` of a cohort with these parameters, on the cohort's training set. Everything is in evaluation mode: RReLU uses its mean slope.
 *  `lastAlive` is what Backend::lastAlive() gives at this epoch, or empty: then nothing is known about when a unit died.
 *  Pre-activations and outputs of the whole training set are in memory at once (16 bytes a sample and hidden unit).
 *  Throws ConfigurationError as validate(settings, hidden), for a "model" that is not there, parameters that do not fit the cohort, and
 *  `lastAlive` of another size ("last-alive"). */
Diagnostics diagnose(const Cohort &cohort, std::size_t model, const ModelParameters &parameters,
                     std::span<const std::int64_t> lastAlive = {}, const DiagnosticsSettings &settings = {}, std::int64_t epoch = 0);

/** The same at a moment of the cohort. */
Diagnostics diagnose(const Cohort &cohort, const TrainingState &moment, std::size_t model, const DiagnosticsSettings &settings = {});

} // namespace actiscope
