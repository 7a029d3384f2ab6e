// One fully connected classifier and its training step, written for clarity in Eigen: what every other implementation
// is compared with. Samples are rows; matrices are samples × features.
#pragma once

#include "core/backend.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <vector>

namespace actiscope {

template <class Real>
class ReferenceModel {
public:
    using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Vector = Eigen::Matrix<Real, 1, Eigen::Dynamic>;

    ReferenceModel(const ModelSetup &setup, const AdamSettings &adam);

    /** Mean cross-entropy over the samples and share of correct ones (the first of equal logits wins, as in PyTorch). */
    struct Figures {
        double loss = 0;
        double accuracy = 0;
    };

    /** In evaluation mode: RReLU uses its mean. */
    Figures evaluate(const Matrix &x, const std::vector<int> &labels) const;
    /** In training mode at this epoch, keeping what backward() needs. */
    Figures forward(const Matrix &x, const std::vector<int> &labels, std::uint32_t epoch);
    /** Gradients of the loss of the last forward(), in the layout of the parameters. */
    void backward(const Matrix &x, const std::vector<int> &labels);
    /** One Adam step with the gradients of the last backward(). */
    void update();
    /** Probability of class 1 for each row of x. */
    std::vector<float> probabilityOfClass1(const Matrix &x) const;

    ModelParameters parameters() const;
    ModelParameters gradients() const;
    void setLearningRate(double learningRate) { m_learningRate = learningRate; }

private:
    /** A parameter array with its gradient and Adam's two moments. */
    struct Trained {
        Matrix value;
        Matrix gradient;
        Matrix mean;
        Matrix variance;
        explicit Trained(Matrix initial);
    };
    struct Layer {
        Trained weight; ///< outputs × inputs
        Trained bias;   ///< 1 × outputs
    };
    /** What forward() keeps of a hidden layer. */
    struct Trace {
        Matrix input;               ///< pre-activation x
        Matrix output;              ///< f(x)
        std::vector<Real> drawn; ///< parameter of each element, where the activation draws
    };
    using View = typename ActivationKernels<Real>::ParameterView;

    const ActivationKernels<Real> &kernels() const;
    View view(std::size_t layer, const std::vector<Real> &drawn) const;
    Matrix logits(const Matrix &x) const;
    std::vector<Real> drawParameters(std::size_t layer, Eigen::Index rows, Eigen::Index columns, std::uint32_t epoch) const;
    void backwardThroughActivation(std::size_t layer, Matrix &delta);
    void adamStep(Trained &parameter) const;

    ActivationSpec m_activation;
    AdamSettings m_adam;
    double m_learningRate;
    std::uint32_t m_drawSeed;
    std::uint32_t m_hiddenUnits = 0;
    std::int64_t m_steps = 0;
    std::vector<Layer> m_layers;
    std::vector<Trained> m_activationParameters; ///< 1 × parameters, one a hidden layer
    std::vector<Trace> m_traces;
    Matrix m_logits;
};

extern template class ReferenceModel<double>;
extern template class ReferenceModel<float>;

} // namespace actiscope
