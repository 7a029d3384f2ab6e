#include "core/activations/builtin_activations.h"

#include "core/activations/vocabulary.h"
#include "core/base/names.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace actiscope {
namespace {

// What NO_PARAMETERS and the like expand to in each of the two readings of the table below.
#define NO_PARAMETERS {}
#define NO_KINKS nullptr

// First reading: one struct per row with the formulas as functions. A formula that is NONE reads as `missing`.
struct Missing {};
inline constexpr Missing missing;

template <class Real>
Real orZero(Real value)
{
    return value;
}
template <class Real>
Real orZero(Missing)
{
    return Real{0};
}

#define NONE missing
#define ACTIVATION(id, name, family, parameters, kinks, value_, derivative_, parameterDerivative_, draw_)                     \
    template <class Real>                                                                                                      \
    struct Formulas_##id {                                                                                                     \
        static Real value([[maybe_unused]] Real x, [[maybe_unused]] Real p0, [[maybe_unused]] Real p1) { return value_; }      \
        static Real derivative([[maybe_unused]] Real x, [[maybe_unused]] Real y, [[maybe_unused]] Real p0,                     \
                               [[maybe_unused]] Real p1)                                                                       \
        {                                                                                                                      \
            return derivative_;                                                                                                \
        }                                                                                                                      \
        static Real parameterDerivative([[maybe_unused]] Real x, [[maybe_unused]] Real y, [[maybe_unused]] Real p0,            \
                                        [[maybe_unused]] Real p1)                                                              \
        {                                                                                                                      \
            return orZero<Real>(parameterDerivative_);                                                                         \
        }                                                                                                                      \
        static Real draw([[maybe_unused]] Real r, [[maybe_unused]] Real p0, [[maybe_unused]] Real p1)                          \
        {                                                                                                                      \
            return orZero<Real>(draw_);                                                                                        \
        }                                                                                                                      \
    };
#include "core/activations/activations.def"
#undef ACTIVATION
#undef NONE

/** Calls body(i, p0, p1) for every element; parameters that are the same for all are read once. */
template <class Real, class Body>
void forEachElement(std::size_t count, const typename ActivationKernels<Real>::ParameterView &view, Body body)
{
    const auto parameter = [&view](std::size_t k, std::size_t i) { return view.p[k] ? view.p[k][i * view.stride] : Real{0}; };
    if (view.stride == 0) {
        const Real p0 = parameter(0, 0);
        const Real p1 = parameter(1, 0);
        for (std::size_t i = 0; i < count; ++i)
            body(i, p0, p1);
    } else {
        for (std::size_t i = 0; i < count; ++i)
            body(i, parameter(0, i), parameter(1, i));
    }
}

template <class Real, class Formulas>
ActivationKernels<Real> kernels(bool learnable, bool draws)
{
    using View = typename ActivationKernels<Real>::ParameterView;
    ActivationKernels<Real> result;
    result.value = [](std::size_t count, const Real *x, const View &view, Real *y) {
        forEachElement<Real>(count, view, [=](std::size_t i, Real p0, Real p1) { y[i] = Formulas::value(x[i], p0, p1); });
    };
    result.derivative = [](std::size_t count, const Real *x, const Real *y, const View &view, Real *out) {
        forEachElement<Real>(count, view,
                             [=](std::size_t i, Real p0, Real p1) { out[i] = Formulas::derivative(x[i], y[i], p0, p1); });
    };
    if (learnable) {
        result.parameterDerivative = [](std::size_t count, const Real *x, const Real *y, const View &view, Real *out) {
            forEachElement<Real>(count, view, [=](std::size_t i, Real p0, Real p1) {
                out[i] = Formulas::parameterDerivative(x[i], y[i], p0, p1);
            });
        };
    }
    if (draws)
        result.draw = [](Real r, Real p0, Real p1) { return Formulas::draw(r, p0, p1); };
    return result;
}

// Second reading: the row as data. Formulas become source text; NONE becomes no text.
std::string sourceText(std::string_view tokens)
{
    return tokens == "NONE" ? std::string() : std::string(tokens);
}

/** A row's KINKS as a function of its parameters. */
using Kinks = std::vector<double> (*)(double p0, double p1);

std::vector<double> kinksAt(Kinks kinks, std::span<const double> p)
{
    std::vector<double> places = kinks ? kinks(p.empty() ? 0 : p[0], p.size() < 2 ? 0 : p[1]) : std::vector<double>();
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

template <template <class> class Formulas>
Activation makeActivation(std::string id, std::string name, std::string family, std::vector<ActivationParameter> parameters, Kinks kinks,
                          ActivationSource source)
{
    const bool learnable = !source.parameterDerivative.empty();
    const bool draws = !source.draw.empty();
    std::vector<double> defaults;
    for (const ActivationParameter &parameter : parameters)
        defaults.push_back(parameter.defaultValue);
    return {.id = id,
            .name = std::move(name),
            .family = std::move(family),
            .notesKey = id,
            .parameters = std::move(parameters),
            .kinks = kinksAt(kinks, defaults),
            .movingKinks = [kinks](std::span<const double> p) { return kinksAt(kinks, p); },
            .doubleKernels = kernels<double, Formulas<double>>(learnable, draws),
            .floatKernels = kernels<float, Formulas<float>>(learnable, draws),
            .source = std::move(source),
            .text = {}};
}

std::vector<Activation> makeRows()
{
    std::vector<Activation> rows;
    constexpr bool LEARNED = true;
    constexpr bool FIXED = false;
#define PARAMETER(name, symbol, defaultValue, minimum, maximum, learnable)                                                     \
    ActivationParameter { #name, symbol, defaultValue, minimum, maximum, learnable }
#define PARAMETERS(...) {__VA_ARGS__}
#define KINKS(...) \
    [](double p0, double p1) -> std::vector<double> { return static_cast<void>(p0), static_cast<void>(p1), std::vector<double>{__VA_ARGS__}; }
#define ACTIVATION(id, name, family, parameters, kinks, value, derivative, parameterDerivative, draw)                          \
    rows.push_back(makeActivation<Formulas_##id>(                                                                              \
        #id, name, #family, parameters, kinks,                                                                                 \
        {sourceText(#value), sourceText(#derivative), sourceText(#parameterDerivative), sourceText(#draw)}));
#include "core/activations/activations.def"
#undef ACTIVATION
#undef KINKS
#undef PARAMETERS
#undef PARAMETER
    return rows;
}

} // namespace

std::span<const Activation> activations()
{
    static const std::vector<Activation> all = makeRows();
    return all;
}

const Activation *rowNamed(std::string_view name)
{
    const auto rows = activations();
    std::vector<std::string_view> ids;
    for (const Activation &row : rows)
        ids.push_back(row.id);
    const auto place = findName("activation", name, ids);
    return place ? &rows[*place] : nullptr;
}

} // namespace actiscope
