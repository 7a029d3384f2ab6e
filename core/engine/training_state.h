// Where training stands: the parameters of all models and what their optimisers have gathered, as flat arrays in the precision that they
// are computed in. Restored on the backend that they came from they are the same bits, since nothing is converted on the way.
#pragma once

#include "core/engine/network.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace actiscope {

/** Numbers in float or in double: as wide as whoever computed them has them. */
class FlatNumbers {
public:
    FlatNumbers() = default;
    FlatNumbers(std::vector<float> values) : m_values(std::move(values)) {}
    FlatNumbers(std::vector<double> values) : m_values(std::move(values)) {}

    /** `visitor` is called with the vector. */
    template <class Visitor>
    decltype(auto) visit(Visitor &&visitor) const
    {
        return std::visit(std::forward<Visitor>(visitor), m_values);
    }
    std::size_t size() const
    {
        return visit([](const auto &values) { return values.size(); });
    }
    std::size_t bytes() const
    {
        return visit([](const auto &values) { return values.size() * sizeof(values[0]); });
    }
    double operator[](std::size_t place) const
    {
        return visit([place](const auto &values) { return static_cast<double>(values[place]); });
    }

    bool operator==(const FlatNumbers &) const = default;

private:
    std::variant<std::vector<float>, std::vector<double>> m_values;
};

/** The three things that training keeps of a parameter. */
enum class StatePart {
    Value,
    FirstMoment,  ///< PyTorch's momentum_buffer or exp_avg
    SecondMoment, ///< square_avg or exp_avg_sq
};

/** Where the training of one model stands. */
struct ModelState {
    NetworkShape shape;
    /** Weights (outputs × inputs, row-major) and biases, layer after layer; then their first moments, then their second ones, if any of these
     *  is not 0. A second moment below 0 stands for a small one, see keptSquare(). */
    FlatNumbers numbers;
    /** Parameters of the activation of each hidden layer, one after the other, and their moments. In double, since most are as somebody typed
     *  them; a learned one is as exact as its backend. Moments of what is not learned are 0. */
    std::vector<std::vector<double>> activation = {};
    std::vector<std::vector<double>> activationFirst = {};
    std::vector<std::vector<double>> activationSecond = {};
    std::optional<std::int64_t> divergedAt = {};
    std::vector<std::int64_t> lastAlive = {}; ///< as Backend::lastAlive()

    /** Weights and biases of a network of this shape. */
    static std::size_t countOf(const NetworkShape &shape);
    /** Where a part begins in `numbers`; nothing where it is not there, since all of it is 0. */
    std::optional<std::size_t> begin(StatePart part) const;
    /** A part, laid out as the parameters of a model. */
    ModelParameters unfolded(StatePart part) const;
    ModelParameters parameters() const { return unfolded(StatePart::Value); }
    ModelParameters firstMoment() const { return unfolded(StatePart::FirstMoment); }
    ModelParameters secondMoment() const { return unfolded(StatePart::SecondMoment); }
    std::size_t bytes() const;

    bool operator==(const ModelState &) const = default;
};

/** Values and both moments of all weights and biases, as ModelState::numbers has them. Moments are left out where each is the bits of 0. */
FlatNumbers numbersOfState(std::vector<float> all, std::size_t parameters);
FlatNumbers numbersOfState(std::vector<double> all, std::size_t parameters);

/** In which form a second moment is kept in single precision where small ones matter: below 1e-20 or so negative and in a smaller unit, so that
 *  squares of gradients below 1e-19, which are below the least float, are not 0. And the other way. Exact. */
double keptSquare(double moment);
double squareOfKept(double kept);

/** Where a cohort stands between two calls of Backend::advance(): enough to go on from there, on whatever backend. */
struct TrainingState {
    std::int64_t epoch = 0; ///< updates done, in epochs
    std::vector<ModelState> models = {};

    std::size_t bytes() const;

    bool operator==(const TrainingState &) const = default;
};

/** A moment of a run: immutable and shared, so that whoever shows, keeps or examines it needs no copy and no one's leave. */
using Moment = std::shared_ptr<const TrainingState>;

} // namespace actiscope
