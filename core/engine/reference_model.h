// One fully connected network and its training step, written for clarity in Eigen: what every other implementation
// is compared with. Samples are rows; matrices are samples × features.
#pragma once

#include "core/base/interrupted.h"
#include "core/engine/backend.h"
#include "core/engine/reference_batch.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <vector>

namespace actiscope {

template <class Real>
class ReferenceModel {
public:
    using Matrix = typename Batch<Real>::Matrix;
    using Product =
        Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>; ///< columns by columns, as Eigen itself keeps one that goes on being used

    ReferenceModel(const ModelSetup &setup, Loss loss);

    /** Mean loss over the samples, and share of correct ones: the first of equal outputs wins, as in PyTorch; a single
     *  output says class 1 above the middle of its two targets. NaN without labels. */
    struct Figures {
        double loss = 0;
        double accuracy = 0;
    };

    // Where a StopWish wants it, these throw Interrupted; parameters and moments are then what they were.

    /** In evaluation mode: RReLU uses its mean. */
    Figures evaluate(const Batch<Real> &batch, const StopWish &stop = {}) const;
    /** In training mode at this epoch, keeping what backward() needs. */
    Figures forward(const Batch<Real> &batch, std::uint32_t epoch, const StopWish &stop = {}) { return forwardKeeping(batch, epoch, stop); }
    /** The same in evaluation mode. */
    Figures forwardInEvaluation(const Batch<Real> &batch) { return forwardKeeping(batch, std::nullopt, {}); }
    /** Gradients of the mean loss of the last forward(), in the layout of the parameters. */
    void backward(const Batch<Real> &batch, const StopWish &stop = {});
    /** One step of the optimiser with the gradients of the last backward(). */
    void update();
    /** Samples × outputs, logits under cross-entropy. Evaluation mode. */
    Matrix predict(const Matrix &x, const StopWish &stop = {}) const { return outputs(x, stop); }

    ModelParameters parameters() const;
    ModelParameters gradients() const;
    /** Parameters and moments; whether and when it diverged is its owner's to know. */
    ModelState state() const;
    /** As it was after `steps` updates. */
    void restore(const ModelState &state, std::int64_t steps);
    /** The parameters alone, for predictions. */
    void setParameters(const ModelState &state) { distribute(state, StatePart::Value, &Trained::value); }
    void setOptimizer(const OptimizerSettings &settings) { m_optimizer = settings; }
    void setActivationParameters(const std::vector<std::vector<double>> &parameters);

    std::size_t hiddenLayers() const { return m_traces.size(); }
    /** Pre-activations, values and derivatives of a hidden layer at the last forward(): samples × units. */
    const Matrix &preActivations(std::size_t layer) const { return m_traces[layer].input; }
    const Matrix &values(std::size_t layer) const { return m_traces[layer].output; }
    Matrix slopes(std::size_t layer) const;
    /** Outputs at the last forward(), logits under cross-entropy: samples × outputs. */
    const Matrix &outputs() const { return m_outputs; }

private:
    /** A parameter array with its gradient and the two sums that optimisers keep. */
    struct Trained {
        Matrix value;
        Matrix gradient;
        Matrix first;
        Matrix second;
        explicit Trained(Matrix initial);
    };
    struct Layer {
        Trained weight; ///< outputs × inputs
        Trained bias;   ///< 1 × outputs
    };
    /** What forward() keeps of a hidden layer. */
    struct Trace {
        Matrix input;            ///< pre-activation x
        Matrix output;           ///< f(x)
        std::vector<Real> drawn; ///< parameter of each element, where the activation draws
    };
    using Kernels = ActivationKernels<Real>;
    using View = typename Kernels::ParameterView;

    const Kernels &kernels(std::size_t layer) const;
    View view(std::size_t layer, const std::vector<Real> &drawn) const;
    Matrix linear(std::size_t layer, const Matrix &input, const StopWish &stop) const;
    Matrix outputs(const Matrix &x, const StopWish &stop) const;
    Figures figures(const Matrix &outputs, const Batch<Real> &batch) const;
    Figures forwardKeeping(const Batch<Real> &batch, std::optional<std::uint32_t> epoch, const StopWish &stop);
    std::vector<Real> drawParameters(std::size_t layer, const std::vector<std::uint32_t> &indices, Eigen::Index units,
                                     std::uint32_t epoch) const;
    Matrix lossGradient(const Batch<Real> &batch) const;
    void backwardThroughActivation(std::size_t layer, Matrix &delta);
    template <class Action>
    void forEachTrained(Action action);
    ModelParameters collect(Matrix Trained::*part) const;
    void distribute(const ModelState &state, StatePart from, Matrix Trained::*part);
    void clipGradients();
    void step(Trained &parameter, bool decays) const;

    std::vector<const Activation *> m_activations; ///< of each hidden layer
    Loss m_loss;
    OptimizerSettings m_optimizer;
    std::uint32_t m_drawSeed;
    std::uint32_t m_hiddenUnits = 0;
    std::int64_t m_steps = 0;
    std::vector<Layer> m_layers;
    std::vector<Trained> m_activationParameters; ///< 1 × parameters, one a hidden layer
    std::vector<Trace> m_traces;
    Matrix m_outputs;
};

extern template struct Batch<double>;
extern template struct Batch<float>;
extern template class ReferenceModel<double>;
extern template class ReferenceModel<float>;

} // namespace actiscope
