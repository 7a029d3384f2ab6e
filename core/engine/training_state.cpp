#include "core/engine/training_state.h"

#include <algorithm>
#include <cstring>

namespace actiscope {
namespace {

/** 2^-60: squares from there on are far enough from the least float. */
constexpr double smallSquare = 0x1p-60;
constexpr double squareScale = 0x1p126;

/** To the bit: -0 is kept. */
template <class Number>
bool areZero(const Number *numbers, std::size_t count)
{
    const auto isZero = [](Number number) {
        constexpr Number zero = 0;
        return std::memcmp(&number, &zero, sizeof(Number)) == 0;
    };
    return std::all_of(numbers, numbers + count, isZero);
}

template <class Number>
FlatNumbers withoutZeroMoments(std::vector<Number> all, std::size_t parameters)
{
    if (areZero(all.data() + parameters, all.size() - parameters)) {
        all.resize(parameters);
        all.shrink_to_fit();
    }
    return all;
}

std::size_t bytesOf(const std::vector<std::vector<double>> &sets)
{
    std::size_t bytes = 0;
    for (const std::vector<double> &set : sets)
        bytes += sizeof(set) + set.size() * sizeof(double);
    return bytes;
}

} // namespace

double keptSquare(double moment)
{
    return moment > 0 && moment < smallSquare ? -moment * squareScale : moment;
}

double squareOfKept(double kept)
{
    return kept < 0 ? -kept / squareScale : kept;
}

FlatNumbers numbersOfState(std::vector<float> all, std::size_t parameters)
{
    return withoutZeroMoments(std::move(all), parameters);
}

FlatNumbers numbersOfState(std::vector<double> all, std::size_t parameters)
{
    return withoutZeroMoments(std::move(all), parameters);
}

std::size_t ModelState::countOf(const NetworkShape &shape)
{
    std::size_t count = shape.weightCount();
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer)
        count += static_cast<std::size_t>(shape.layerOutputs(layer));
    return count;
}

std::optional<std::size_t> ModelState::begin(StatePart part) const
{
    const std::size_t first = static_cast<std::size_t>(part) * countOf(shape);
    return first < numbers.size() ? std::optional(first) : std::nullopt;
}

ModelParameters ModelState::unfolded(StatePart part) const
{
    ModelParameters result;
    const std::optional<std::size_t> first = begin(part);
    std::size_t place = first.value_or(0);
    const auto take = [&](std::size_t count) {
        std::vector<double> taken(count, 0.0);
        for (std::size_t i = 0; first && i < count; ++i)
            taken[i] = part == StatePart::SecondMoment ? squareOfKept(numbers[place + i]) : numbers[place + i];
        place += count;
        return taken;
    };
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer) {
        const auto inputs = static_cast<std::size_t>(shape.layerInputs(layer)),
                   outputs = static_cast<std::size_t>(shape.layerOutputs(layer));
        LinearParameters &linear =
            result.layers.emplace_back(LinearParameters{shape.layerInputs(layer), shape.layerOutputs(layer), {}, {}});
        linear.weight = take(inputs * outputs);
        linear.bias = take(outputs);
    }
    result.activation = part == StatePart::Value ? activation : part == StatePart::FirstMoment ? activationFirst : activationSecond;
    return result;
}

std::size_t ModelState::bytes() const
{
    return sizeof(*this) + numbers.bytes() + bytesOf(activation) + bytesOf(activationFirst) + bytesOf(activationSecond)
           + lastAlive.size() * sizeof(lastAlive[0]);
}

std::size_t TrainingState::bytes() const
{
    std::size_t bytes = sizeof(*this);
    for (const ModelState &model : models)
        bytes += model.bytes();
    return bytes;
}

} // namespace actiscope
