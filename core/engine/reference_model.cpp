#include "core/engine/reference_model.h"

#include "core/base/counter_random.h"
#include "core/engine/product_in_pieces.h"
#include "core/engine/reference_loss.h"
#include "core/engine/reference_optimizer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {
namespace {

template <class Matrix>
std::vector<double> valuesOf(const Matrix &matrix)
{
    return {matrix.data(), matrix.data() + matrix.size()};
}

template <class Matrix>
void assign(Matrix &matrix, const std::vector<double> &values)
{
    matrix = matrixOf<Matrix>(values, matrix.rows(), matrix.cols());
}

} // namespace

template <class Real>
ReferenceModel<Real>::Trained::Trained(Matrix initial)
    : value(std::move(initial)), gradient(Matrix::Zero(value.rows(), value.cols())), first(gradient), second(gradient)
{
}

template <class Real>
ReferenceModel<Real>::ReferenceModel(const ModelSetup &setup, Loss loss)
    : m_loss(loss), m_optimizer(setup.optimizer), m_drawSeed(setup.drawSeed)
{
    for (const LinearParameters &layer : setup.initial.layers)
        m_layers.push_back({Trained(matrixOf<Matrix>(layer.weight, layer.outputs, layer.inputs)),
                            Trained(matrixOf<Matrix>(layer.bias, 1, layer.outputs))});
    for (std::size_t layer = 0; layer + 1 < m_layers.size(); ++layer) {
        const std::vector<double> &values = setup.initial.activation[layer];
        m_activations.push_back(setup.activation(layer).activation);
        m_activationParameters.push_back(Trained(matrixOf<Matrix>(values, 1, static_cast<Eigen::Index>(values.size()))));
        m_hiddenUnits += static_cast<std::uint32_t>(m_layers[layer].bias.value.size());
    }
    m_traces.resize(m_activations.size());
}

template <class Real>
auto ReferenceModel<Real>::kernels(std::size_t layer) const -> const Kernels &
{
    if constexpr (std::is_same_v<Real, double>)
        return m_activations[layer]->doubleKernels;
    else
        return m_activations[layer]->floatKernels;
}

template <class Real>
auto ReferenceModel<Real>::view(std::size_t layer, const std::vector<Real> &drawn) const -> View
{
    View result;
    const Matrix &values = m_activationParameters[layer].value;
    for (Eigen::Index k = 0; k < values.size(); ++k)
        result.p[k] = drawn.empty() ? values.data() + k : drawn.data();
    result.stride = drawn.empty() ? 0 : 1;
    return result;
}

template <class Real>
auto ReferenceModel<Real>::linear(std::size_t layer, const Matrix &input, const StopWish &stop) const -> Matrix
{
    Product product;
    multiplyInPieces(product, input, m_layers[layer].weight.value.transpose(), stop);
    return product.rowwise() + m_layers[layer].bias.value.row(0);
}

template <class Real>
auto ReferenceModel<Real>::outputs(const Matrix &x, const StopWish &stop) const -> Matrix
{
    Matrix current = x;
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        const Matrix z = linear(layer, current, stop);
        current.resizeLike(z);
        kernels(layer).value(static_cast<std::size_t>(z.size()), z.data(), view(layer, {}), current.data());
    }
    return linear(m_activations.size(), current, stop);
}

template <class Real>
auto ReferenceModel<Real>::figures(const Matrix &outputs, const Batch<Real> &batch) const -> Figures
{
    const auto count = static_cast<double>(outputs.rows());
    Figures result{0, std::numeric_limits<double>::quiet_NaN()};
    result.loss = formulasOf<Matrix>(m_loss).mean(outputs, batch.labels, batch.targets);
    if (!batch.labels.empty())
        result.accuracy = countCorrect(outputs, batch.labels, m_loss) / count;
    return result;
}

template <class Real>
auto ReferenceModel<Real>::evaluate(const Batch<Real> &batch, const StopWish &stop) const -> Figures
{
    return figures(outputs(batch.x, stop), batch);
}

template <class Real>
std::vector<Real> ReferenceModel<Real>::drawParameters(std::size_t layer, const std::vector<std::uint32_t> &indices, Eigen::Index units,
                                                       std::uint32_t epoch) const
{
    if (!kernels(layer).draw)
        return {};
    std::uint32_t firstUnit = 0;
    for (std::size_t before = 0; before < layer; ++before)
        firstUnit += static_cast<std::uint32_t>(m_layers[before].bias.value.size());
    const Matrix &p = m_activationParameters[layer].value;
    std::vector<Real> drawn;
    drawn.reserve(indices.size() * static_cast<std::size_t>(units));
    for (const std::uint32_t sample : indices) {
        for (std::uint32_t unit = 0; unit < static_cast<std::uint32_t>(units); ++unit) {
            const double r = elementUniform(m_drawSeed, epoch, sample, m_hiddenUnits, firstUnit + unit);
            drawn.push_back(kernels(layer).draw(static_cast<Real>(r), p(0, 0), p(0, p.cols() - 1)));
        }
    }
    return drawn;
}

/** In training mode at an epoch, or in evaluation mode. */
template <class Real>
auto ReferenceModel<Real>::forwardKeeping(const Batch<Real> &batch, std::optional<std::uint32_t> epoch, const StopWish &stop) -> Figures
{
    for (std::size_t layer = 0; layer < m_traces.size(); ++layer) {
        Trace &trace = m_traces[layer];
        trace.input = linear(layer, layer == 0 ? batch.x : m_traces[layer - 1].output, stop);
        trace.output.resizeLike(trace.input);
        trace.drawn = epoch ? drawParameters(layer, batch.indices, trace.input.cols(), *epoch) : std::vector<Real>();
        kernels(layer).value(static_cast<std::size_t>(trace.input.size()), trace.input.data(), view(layer, trace.drawn),
                             trace.output.data());
    }
    m_outputs = linear(m_traces.size(), m_traces.empty() ? batch.x : m_traces.back().output, stop);
    return figures(m_outputs, batch);
}

template <class Real>
auto ReferenceModel<Real>::slopes(std::size_t layer) const -> Matrix
{
    const Trace &trace = m_traces[layer];
    Matrix slope(trace.input.rows(), trace.input.cols());
    kernels(layer).derivative(static_cast<std::size_t>(trace.input.size()), trace.input.data(), trace.output.data(),
                              view(layer, trace.drawn), slope.data());
    return slope;
}

/** In: dLoss/dOutput of a hidden layer. Out: dLoss/dInput; the gradient of a learned parameter on the way. */
template <class Real>
void ReferenceModel<Real>::backwardThroughActivation(std::size_t layer, Matrix &delta)
{
    const Trace &trace = m_traces[layer];
    if (kernels(layer).parameterDerivative) {
        Matrix slope(trace.input.rows(), trace.input.cols());
        kernels(layer).parameterDerivative(static_cast<std::size_t>(trace.input.size()), trace.input.data(), trace.output.data(),
                                           view(layer, trace.drawn), slope.data());
        m_activationParameters[layer].gradient(0, 0) = slope.cwiseProduct(delta).sum();
    }
    delta = delta.cwiseProduct(slopes(layer)).eval();
}

/** dLoss/dOutputs of the mean over the batch. */
template <class Real>
auto ReferenceModel<Real>::lossGradient(const Batch<Real> &batch) const -> Matrix
{
    return formulasOf<Matrix>(m_loss).gradient(m_outputs, batch.labels, batch.targets);
}

template <class Real>
void ReferenceModel<Real>::backward(const Batch<Real> &batch, const StopWish &stop)
{
    Matrix delta = lossGradient(batch);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        Layer &current = m_layers[layer];
        const Matrix &input = layer == 0 ? batch.x : m_traces[layer - 1].output;
        multiplyInPieces(current.weight.gradient, delta.transpose(), input, stop);
        current.bias.gradient = delta.colwise().sum();
        if (layer == 0)
            break;
        Product below;
        multiplyInPieces(below, delta, current.weight.value, stop);
        delta = below;
        backwardThroughActivation(layer - 1, delta);
    }
}

/** action(parameters, decays): decays is false for parameters of activations. */
template <class Real>
template <class Action>
void ReferenceModel<Real>::forEachTrained(Action action)
{
    for (Layer &layer : m_layers) {
        action(layer.weight, true);
        action(layer.bias, true);
    }
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        if (kernels(layer).parameterDerivative)
            action(m_activationParameters[layer], false);
    }
}

/** torch.nn.utils.clip_grad_norm_ */
template <class Real>
void ReferenceModel<Real>::clipGradients()
{
    double squares = 0;
    forEachTrained([&](Trained &parameter, bool) { squares += static_cast<double>(parameter.gradient.squaredNorm()); });
    const double scale = m_optimizer.clipNorm / (std::sqrt(squares) + 1e-6);
    if (scale < 1)
        forEachTrained([&](Trained &parameter, bool) { parameter.gradient *= static_cast<Real>(scale); });
}

template <class Real>
void ReferenceModel<Real>::update()
{
    ++m_steps;
    if (m_optimizer.l1 > 0) {
        forEachTrained([this](Trained &parameter, bool decays) {
            if (decays)
                parameter.gradient += static_cast<Real>(m_optimizer.l1) * parameter.value.cwiseSign();
        });
    }
    if (m_optimizer.clipNorm > 0)
        clipGradients();
    forEachTrained([this](Trained &parameter, bool decays) { step(parameter, decays); });
}

template <class Real>
void ReferenceModel<Real>::step(Trained &w, bool decays) const
{
    const StepArray<Real> array{w.value, w.gradient, w.first, w.second, decays ? m_optimizer.l2 : 0, m_steps};
    ruleOf(m_optimizer.method).reference->step(m_optimizer, array);
}

template <class Real>
void ReferenceModel<Real>::setActivationParameters(const std::vector<std::vector<double>> &parameters)
{
    for (std::size_t layer = 0; layer < m_activationParameters.size(); ++layer)
        assign(m_activationParameters[layer].value, parameters[layer]);
}

/** One matrix of everything that is trained, in the layout of the parameters. */
template <class Real>
ModelParameters ReferenceModel<Real>::collect(Matrix Trained::*part) const
{
    ModelParameters result;
    for (const Layer &layer : m_layers)
        result.layers.push_back({static_cast<int>(layer.weight.value.cols()), static_cast<int>(layer.weight.value.rows()),
                                 valuesOf(layer.weight.*part), valuesOf(layer.bias.*part)});
    for (const Trained &parameters : m_activationParameters)
        result.activation.push_back(valuesOf(parameters.*part));
    return result;
}

/** Second moments may come from a device that keeps small ones in another unit. */
template <class Real>
void ReferenceModel<Real>::distribute(const ModelState &state, StatePart from, Matrix Trained::*part)
{
    const std::optional<std::size_t> first = state.begin(from);
    std::size_t place = first.value_or(0);
    const auto fill = [&](Matrix &matrix) {
        const auto count = static_cast<std::size_t>(matrix.size());
        state.numbers.visit([&](const auto &numbers) {
            for (std::size_t i = 0; i < count; ++i) {
                const double number = first ? static_cast<double>(numbers[place + i]) : 0.0;
                matrix.data()[i] = static_cast<Real>(from == StatePart::SecondMoment ? squareOfKept(number) : number);
            }
        });
        place += count;
    };
    for (Layer &layer : m_layers) {
        fill(layer.weight.*part);
        fill(layer.bias.*part);
    }
    const auto &activation = from == StatePart::Value         ? state.activation
                             : from == StatePart::FirstMoment ? state.activationFirst
                                                              : state.activationSecond;
    for (std::size_t layer = 0; layer < m_activationParameters.size(); ++layer)
        assign(m_activationParameters[layer].*part, activation[layer]);
}

template <class Real>
ModelParameters ReferenceModel<Real>::parameters() const
{
    return collect(&Trained::value);
}

template <class Real>
ModelParameters ReferenceModel<Real>::gradients() const
{
    return collect(&Trained::gradient);
}

template <class Real>
ModelState ReferenceModel<Real>::state() const
{
    ModelState result;
    std::vector<Real> all;
    result.shape.inputs = static_cast<int>(m_layers.front().weight.value.cols());
    result.shape.hidden.clear();
    for (const Layer &layer : m_layers)
        result.shape.hidden.push_back(static_cast<int>(layer.weight.value.rows()));
    result.shape.outputs = result.shape.hidden.back();
    result.shape.hidden.pop_back();
    const std::size_t parameters = ModelState::countOf(result.shape);
    all.reserve(3 * parameters);
    for (const auto part : {&Trained::value, &Trained::first, &Trained::second}) {
        for (const Layer &layer : m_layers) {
            for (const Trained *trained : {&layer.weight, &layer.bias})
                all.insert(all.end(), (trained->*part).data(), (trained->*part).data() + (trained->*part).size());
        }
    }
    result.numbers = numbersOfState(std::move(all), parameters);
    for (const Trained &values : m_activationParameters) {
        result.activation.push_back(valuesOf(values.value));
        result.activationFirst.push_back(valuesOf(values.first));
        result.activationSecond.push_back(valuesOf(values.second));
    }
    return result;
}

template <class Real>
void ReferenceModel<Real>::restore(const ModelState &state, std::int64_t steps)
{
    distribute(state, StatePart::Value, &Trained::value);
    distribute(state, StatePart::FirstMoment, &Trained::first);
    distribute(state, StatePart::SecondMoment, &Trained::second);
    m_steps = steps;
}

template class ReferenceModel<double>;
template class ReferenceModel<float>;

} // namespace actiscope
