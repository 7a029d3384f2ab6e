// The seam between the program and what computes: coarse, one call advances a whole cohort by many epochs.
// A backend belongs to one thread at a time (the training session's, or the command line's).
#pragma once

#include "core/activation_spec.h"
#include "core/dataset.h"
#include "core/network.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** Adam as PyTorch defines it. */
struct AdamSettings {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
};

/** One model of a cohort. */
struct ModelSetup {
    ActivationSpec activation;
    ModelParameters initial;
    double learningRate = 0.01;
    std::uint32_t drawSeed = 42; ///< for activations that draw while training (see core/counter_random.h)
};

/** Models of one shape that share a data set. Full batch, cross-entropy on the logits, Adam. */
struct Cohort {
    std::shared_ptr<const Dataset> data;
    NetworkShape shape;
    std::vector<ModelSetup> models;
    AdamSettings adam;
};

/** Figures of one model at one epoch, taken before that epoch's update. Losses are means over the samples (natural
 *  log), accuracies shares in [0, 1]. */
struct EpochFigures {
    double trainLoss = 0;
    double testLoss = 0;
    double trainAccuracy = 0;
    double testAccuracy = 0;

    bool operator==(const EpochFigures &) const = default;
};

/** A training loss above this counts as infinite. At a learning rate of 1e6 a deep ReLU network's loss is 1e19 to 1e32
 *  after one step and stays finite even in float (PyTorch's too), while a saturating one's is bounded by its widths
 *  and steps: below 1e11 at 512 units and 100 epochs. */
inline constexpr double divergedLoss = 1e12;

/** Whether a model with this training loss has diverged: NaN, infinite or beyond divergedLoss. */
constexpr bool hasDiverged(double trainLoss)
{
    return !(trainLoss <= divergedLoss);
}

/** What advance() tells about one model. */
struct ModelReport {
    /** One row per epoch advanced, the first for the epoch that advance() started at. A model that diverged has
     *  rows up to and including the epoch at which its training loss diverged (hasDiverged), and none after. */
    std::vector<EpochFigures> rows;
    std::optional<std::int64_t> divergedAt;
};

class Backend {
public:
    virtual ~Backend() = default;

    /** For the status bar and the JSON: "OpenCL: pthread-AMD EPYC (PoCL), 2 compute units" or "Eigen, double". */
    virtual std::string description() const = 0;

    /** Takes a cohort at its initial parameters, epoch 0; builds what it needs. The previous cohort is dropped.
     *  Throws BackendError. */
    virtual void load(const Cohort &cohort) = 0;

    /** Trains every model that has not diverged for `epochs` ≥ 1 epochs. One report per model. */
    virtual std::vector<ModelReport> advance(int epochs) = 0;

    /** Figures at the current parameters without an update (what the next row of advance() would say). One per model. */
    virtual std::vector<EpochFigures> evaluate() = 0;

    /** Probability of class 1 (softmax) at each point. `points` is count × inputs, row-major, in the data's units. */
    virtual std::vector<float> predict(std::size_t model, std::span<const float> points) = 0;

    /** Current parameters of a model. */
    virtual ModelParameters parameters(std::size_t model) = 0;

    /** From the next step on. */
    virtual void setLearningRate(std::size_t model, double learningRate) = 0;

    /** Values and derivatives of an activation at `x` as this backend computes them (evaluation mode). Both of x.size(). */
    struct ActivationValues {
        std::vector<double> value;
        std::vector<double> derivative;
    };
    virtual ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) = 0;
};

/** One way to compute that this machine offers. */
struct BackendChoice {
    std::string id;          ///< "eigen", "opencl:0"
    std::string name;        ///< for people: "PoCL · pthread-AMD EPYC · 2 cores"
    std::string description; ///< one sentence: precision, version, limits
    std::function<std::unique_ptr<Backend>()> create;
};

/** What this machine offers, best first choice marked, and why. Made by the app, the only one to know every backend. */
struct BackendCatalog {
    std::vector<BackendChoice> choices; ///< never empty: Eigen is always there
    std::size_t defaultIndex = 0;
    std::string reason; ///< why that one, one sentence (or why there is no OpenCL)
};

} // namespace actiscope
