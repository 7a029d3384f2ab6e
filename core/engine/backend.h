// The seam between the program and what computes: coarse, one call advances a whole cohort by many epochs.
// A backend belongs to one thread at a time (the training session's, or the command line's).
#pragma once

#include "core/base/interrupted.h"
#include "core/base/message.h"
#include "core/engine/cohort.h"
#include "core/engine/epoch_figures.h"
#include "core/engine/evaluator.h"
#include "core/engine/training_state.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** A training loss above this counts as infinite. At a learning rate of 1e6 a deep ReLU network's loss is 1e19 to 1e32
 *  after one step and stays finite even in float (PyTorch's too), while a saturating one's is bounded by its widths
 *  and steps: below 1e11 at 512 units and 100 epochs. */
inline constexpr double divergedLoss = 1e12;

/** The same for these data: of a regression, that many times the mean square of the training targets where it is above 1, within what float
 *  holds. */
double divergedLossOf(const Dataset &data);

/** Whether a model with this training loss has diverged: NaN, infinite or beyond `limit`, which is divergedLossOf() its data. */
constexpr bool hasDiverged(double trainLoss, double limit)
{
    return !(trainLoss <= limit);
}

/** What advance() tells about one model. */
struct ModelReport {
    /** One row per epoch advanced, the first for the epoch that advance() started at. A model that diverged has
     *  rows up to and including the epoch at which its training loss diverged (hasDiverged), and none after. */
    std::vector<EpochFigures> rows;
    /** Of each row's epoch its parts, as many as the cohort wants to hear of (Cohort::parts); none of an epoch from `epochsInParts` on, nor of the one
     *  in which the model diverged. */
    std::vector<std::vector<PartFigures>> parts = {};
    std::optional<std::int64_t> divergedAt = {};
};

/** What evaluate() is to measure. */
enum class MeasuredSets {
    Both,
    Test, ///< training figures are NaN
};

/** What figures depend on besides the experiment: the same on two machines, and a run is the same there to the last bit. */
struct Arithmetic {
    std::string backend;   ///< "eigen", "opencl"
    std::string precision; ///< "double", "single"
    std::string device;    ///< the processor or accelerator
    std::string driver;    ///< with its version
    std::string mapping;   ///< of the kernels to the device: "cpu", "gpu"
    std::string products;  ///< what sums of products are made of where that can be told: "fp32", "3xtf32" (tensor cores)
    int vectorWidth = 0;   ///< numbers that are computed together; 0 where that is not known

    bool operator==(const Arithmetic &) const = default;
};

class Backend {
public:
    virtual ~Backend() = default;

    /** For the status bar and reports: "PoCL · pthread-AMD EPYC · 2 cores" or "Eigen, double". */
    virtual Message description() const = 0;

    /** How it computes, for the JSON. */
    virtual Arithmetic arithmetic() const = 0;

    /** Takes a cohort at its initial parameters, epoch 0; builds what it needs. The previous cohort is dropped.
     *  Throws BackendError. */
    virtual void load(const Cohort &cohort) = 0;

    /** Trains every model that has not diverged for `epochs` ≥ 1 epochs. One report per model. Throws Interrupted where it is to leave
     *  (leaveWhen); the cohort then stands where it stood before the call. */
    virtual std::vector<ModelReport> advance(int epochs) = 0;

    /** What advance(), evaluate() and predict() ask from now on. A backend whose calls cannot be left before their end never asks. */
    virtual void leaveWhen(StopWish) {}

    /** Figures at the current parameters without an update (what the next row of advance() would say). One per model. Throws Interrupted as
     *  advance() does. */
    virtual std::vector<EpochFigures> evaluate(MeasuredSets sets = MeasuredSets::Both) = 0;

    /** The network's outputs at each point, as a module of PyTorch gives them: logits, where the loss is of logits (network_answer.h makes
     *  probabilities of them), which tell points apart also where a probability rounds to 0 or 1. `points` is count × inputs, row-major, in the data's
     *  units; the result is outputs × count: output 0 of all points, then output 1. Throws Interrupted as advance() does. */
    virtual std::vector<float> predict(std::size_t model, std::span<const float> points) = 0;

    /** Current parameters of a model. */
    virtual ModelParameters parameters(std::size_t model) = 0;

    virtual TrainingState state() = 0;

    /** What computes from given parameters beside this backend, for the cohort that is loaded: it may be used on another thread while this one
     *  trains, and lives as long as it is wanted. On a device it shares the built programs, so that it is there at once. */
    virtual std::unique_ptr<Evaluator> evaluator() = 0;

    /** Goes on with the loaded cohort from where `state` was taken, here or on another backend, from a cohort of the same shape,
     *  data and seeds. The order of batches goes on as well. */
    virtual void restore(const TrainingState &state) = 0;

    /** From the next step on; moments that the optimiser has gathered are kept. */
    virtual void setOptimizer(std::size_t model, const OptimizerSettings &settings) = 0;

    /** Parameters of the activations, one vector a hidden layer, from the next step on. */
    virtual void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) = 0;

    /** For each hidden unit, counted over all hidden layers (first layer first), the last epoch at which its derivative was
     *  not 0 for at least one training sample, or -1 for none: a unit whose entry is below the newest epoch is dead, and has
     *  been from the epoch after. Empty unless the cohort tracks units. */
    virtual std::vector<std::int64_t> lastAlive(std::size_t model) = 0;

    /** Values and derivatives of an activation at `x` as this backend computes them (evaluation mode). Both of x.size(). */
    struct ActivationValues {
        std::vector<double> value;
        std::vector<double> derivative;
    };
    virtual ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) = 0;
};

/** Makes a backend; may take seconds, and throw BackendError. */
using BackendFactory = std::function<std::unique_ptr<Backend>()>;

/** One way to compute that this machine offers. */
struct BackendChoice {
    std::string id;          ///< "eigen", "opencl:0"
    Message name;            ///< for people: "PoCL · pthread-AMD EPYC · 2 cores"
    Message description;     ///< one sentence: precision, version, limits
    BackendFactory create;
    std::string singlePrecision = {}; ///< "OpenCL": what computes in float, to be checked against double; empty where nothing does
};

/** What this machine offers, best first choice marked, and why. Made by the app, the only one to know every backend. */
struct BackendCatalog {
    std::vector<BackendChoice> choices; ///< never empty: Eigen is always there
    std::size_t defaultIndex = 0;
    Message reason; ///< why that one, one sentence (or why there is no OpenCL)
};

} // namespace actiscope
