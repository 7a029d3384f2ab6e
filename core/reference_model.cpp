#include "core/reference_model.h"

#include "core/counter_random.h"

#include <cmath>

namespace actiscope {
namespace {

template <class Matrix>
Matrix matrixOf(const std::vector<double> &values, Eigen::Index rows, Eigen::Index columns)
{
    using Doubles = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Doubles>(values.data(), rows, columns).template cast<typename Matrix::Scalar>();
}

template <class Matrix>
std::vector<double> valuesOf(const Matrix &matrix)
{
    return {matrix.data(), matrix.data() + matrix.size()};
}

/** Each row becomes its log-softmax. */
template <class Matrix>
Matrix logSoftmax(const Matrix &logits)
{
    Matrix shifted = logits.colwise() - logits.rowwise().maxCoeff();
    return shifted.colwise() - shifted.array().exp().rowwise().sum().log().matrix();
}

template <class Real, class Matrix>
typename ReferenceModel<Real>::Figures figuresOf(const Matrix &logits, const std::vector<int> &labels)
{
    const Matrix logProbability = logSoftmax(logits);
    double loss = 0;
    double correct = 0;
    for (Eigen::Index i = 0; i < logits.rows(); ++i) {
        const int label = labels[static_cast<std::size_t>(i)];
        loss -= static_cast<double>(logProbability(i, label));
        Eigen::Index predicted = 0;
        logits.row(i).maxCoeff(&predicted);
        correct += predicted == label ? 1 : 0;
    }
    const auto count = static_cast<double>(logits.rows());
    return {loss / count, correct / count};
}

} // namespace

template <class Real>
ReferenceModel<Real>::Trained::Trained(Matrix initial)
    : value(std::move(initial)), gradient(Matrix::Zero(value.rows(), value.cols())), mean(gradient), variance(gradient)
{
}

template <class Real>
ReferenceModel<Real>::ReferenceModel(const ModelSetup &setup, const AdamSettings &adam)
    : m_activation(setup.activation), m_adam(adam), m_learningRate(setup.learningRate), m_drawSeed(setup.drawSeed)
{
    for (const LinearParameters &layer : setup.initial.layers)
        m_layers.push_back({Trained(matrixOf<Matrix>(layer.weight, layer.outputs, layer.inputs)),
                            Trained(matrixOf<Matrix>(layer.bias, 1, layer.outputs))});
    for (const std::vector<double> &values : setup.initial.activation)
        m_activationParameters.push_back(Trained(matrixOf<Matrix>(values, 1, static_cast<Eigen::Index>(values.size()))));
    m_traces.resize(m_activationParameters.size());
    for (std::size_t layer = 0; layer + 1 < m_layers.size(); ++layer)
        m_hiddenUnits += static_cast<std::uint32_t>(m_layers[layer].bias.value.size());
}

template <class Real>
const ActivationKernels<Real> &ReferenceModel<Real>::kernels() const
{
    if constexpr (std::is_same_v<Real, double>)
        return m_activation.activation->doubleKernels;
    else
        return m_activation.activation->floatKernels;
}

template <class Real>
typename ReferenceModel<Real>::View ReferenceModel<Real>::view(std::size_t layer, const std::vector<Real> &drawn) const
{
    View result;
    const Matrix &values = m_activationParameters[layer].value;
    for (Eigen::Index k = 0; k < values.size(); ++k)
        result.p[k] = drawn.empty() ? values.data() + k : drawn.data();
    result.stride = drawn.empty() ? 0 : 1;
    return result;
}

template <class Real>
typename ReferenceModel<Real>::Matrix ReferenceModel<Real>::logits(const Matrix &x) const
{
    Matrix current = x;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        Matrix z = (current * m_layers[layer].weight.value.transpose()).rowwise() + m_layers[layer].bias.value.row(0);
        current.resizeLike(z);
        if (layer + 1 == m_layers.size())
            return z;
        kernels().value(static_cast<std::size_t>(z.size()), z.data(), view(layer, {}), current.data());
    }
    return current;
}

template <class Real>
typename ReferenceModel<Real>::Figures ReferenceModel<Real>::evaluate(const Matrix &x, const std::vector<int> &labels) const
{
    return figuresOf<Real>(logits(x), labels);
}

template <class Real>
std::vector<Real> ReferenceModel<Real>::drawParameters(std::size_t layer, Eigen::Index rows, Eigen::Index columns,
                                                       std::uint32_t epoch) const
{
    if (!kernels().draw)
        return {};
    std::uint32_t firstUnit = 0;
    for (std::size_t before = 0; before < layer; ++before)
        firstUnit += static_cast<std::uint32_t>(m_layers[before].bias.value.size());
    const Matrix &p = m_activationParameters[layer].value;
    std::vector<Real> drawn;
    drawn.reserve(static_cast<std::size_t>(rows * columns));
    for (std::uint32_t sample = 0; sample < static_cast<std::uint32_t>(rows); ++sample) {
        for (std::uint32_t unit = 0; unit < static_cast<std::uint32_t>(columns); ++unit) {
            const double r = elementUniform(m_drawSeed, epoch, sample, m_hiddenUnits, firstUnit + unit);
            drawn.push_back(kernels().draw(static_cast<Real>(r), p(0, 0), p(0, p.cols() - 1)));
        }
    }
    return drawn;
}

template <class Real>
typename ReferenceModel<Real>::Figures ReferenceModel<Real>::forward(const Matrix &x, const std::vector<int> &labels, std::uint32_t epoch)
{
    for (std::size_t layer = 0; layer < m_traces.size(); ++layer) {
        Trace &trace = m_traces[layer];
        const Matrix &input = layer == 0 ? x : m_traces[layer - 1].output;
        trace.input = (input * m_layers[layer].weight.value.transpose()).rowwise() + m_layers[layer].bias.value.row(0);
        trace.output.resizeLike(trace.input);
        trace.drawn = drawParameters(layer, trace.input.rows(), trace.input.cols(), epoch);
        kernels().value(static_cast<std::size_t>(trace.input.size()), trace.input.data(), view(layer, trace.drawn), trace.output.data());
    }
    const Matrix &last = m_traces.empty() ? x : m_traces.back().output;
    m_logits = (last * m_layers.back().weight.value.transpose()).rowwise() + m_layers.back().bias.value.row(0);
    return figuresOf<Real>(m_logits, labels);
}

/** In: dLoss/dOutput of a hidden layer. Out: dLoss/dInput; the gradient of a learned parameter on the way. */
template <class Real>
void ReferenceModel<Real>::backwardThroughActivation(std::size_t layer, Matrix &delta)
{
    const Trace &trace = m_traces[layer];
    const View p = view(layer, trace.drawn);
    const auto count = static_cast<std::size_t>(trace.input.size());
    Matrix slope(trace.input.rows(), trace.input.cols());
    if (kernels().parameterDerivative) {
        kernels().parameterDerivative(count, trace.input.data(), trace.output.data(), p, slope.data());
        m_activationParameters[layer].gradient(0, 0) = slope.cwiseProduct(delta).sum();
    }
    kernels().derivative(count, trace.input.data(), trace.output.data(), p, slope.data());
    delta = delta.cwiseProduct(slope).eval();
}

template <class Real>
void ReferenceModel<Real>::backward(const Matrix &x, const std::vector<int> &labels)
{
    Matrix delta = logSoftmax(m_logits).array().exp();
    for (Eigen::Index i = 0; i < delta.rows(); ++i)
        delta(i, labels[static_cast<std::size_t>(i)]) -= Real{1};
    delta /= static_cast<Real>(delta.rows());
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        Layer &current = m_layers[layer];
        const Matrix &input = layer == 0 ? x : m_traces[layer - 1].output;
        current.weight.gradient.noalias() = delta.transpose() * input;
        current.bias.gradient = delta.colwise().sum();
        if (layer == 0)
            break;
        delta = (delta * current.weight.value).eval();
        backwardThroughActivation(layer - 1, delta);
    }
}

/** torch.optim.Adam without weight decay. */
template <class Real>
void ReferenceModel<Real>::adamStep(Trained &parameter) const
{
    const auto beta1 = static_cast<Real>(m_adam.beta1);
    const auto beta2 = static_cast<Real>(m_adam.beta2);
    const auto stepSize = static_cast<Real>(m_learningRate / (1 - std::pow(m_adam.beta1, m_steps)));
    const auto rootCorrection = static_cast<Real>(std::sqrt(1 - std::pow(m_adam.beta2, m_steps)));
    const auto epsilon = static_cast<Real>(m_adam.epsilon);
    parameter.mean = beta1 * parameter.mean + static_cast<Real>(1 - m_adam.beta1) * parameter.gradient;
    parameter.variance = beta2 * parameter.variance + static_cast<Real>(1 - m_adam.beta2) * parameter.gradient.cwiseAbs2();
    parameter.value.array() -= stepSize * parameter.mean.array() / (parameter.variance.array().sqrt() / rootCorrection + epsilon);
}

template <class Real>
void ReferenceModel<Real>::update()
{
    ++m_steps;
    for (Layer &layer : m_layers) {
        adamStep(layer.weight);
        adamStep(layer.bias);
    }
    if (kernels().parameterDerivative) {
        for (Trained &parameters : m_activationParameters)
            adamStep(parameters);
    }
}

template <class Real>
std::vector<float> ReferenceModel<Real>::probabilityOfClass1(const Matrix &x) const
{
    const Matrix logProbability = logSoftmax(logits(x));
    std::vector<float> result(static_cast<std::size_t>(x.rows()));
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        result[static_cast<std::size_t>(i)] = static_cast<float>(std::exp(logProbability(i, 1)));
    return result;
}

template <class Real>
ModelParameters ReferenceModel<Real>::parameters() const
{
    ModelParameters result;
    for (const Layer &layer : m_layers)
        result.layers.push_back({static_cast<int>(layer.weight.value.cols()), static_cast<int>(layer.weight.value.rows()),
                                 valuesOf(layer.weight.value), valuesOf(layer.bias.value)});
    for (const Trained &parameters : m_activationParameters)
        result.activation.push_back(valuesOf(parameters.value));
    return result;
}

template <class Real>
ModelParameters ReferenceModel<Real>::gradients() const
{
    ModelParameters result = parameters();
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        result.layers[layer].weight = valuesOf(m_layers[layer].weight.gradient);
        result.layers[layer].bias = valuesOf(m_layers[layer].bias.gradient);
    }
    for (std::size_t layer = 0; layer < m_activationParameters.size(); ++layer)
        result.activation[layer] = valuesOf(m_activationParameters[layer].gradient);
    return result;
}

template class ReferenceModel<double>;
template class ReferenceModel<float>;

} // namespace actiscope
