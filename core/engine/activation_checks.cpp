#include "core/engine/activation_checks.h"

#include "core/base/real.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace actiscope {
namespace {

/** What is not a number counts as infinitely wrong. */
void account(CheckResult &result, double error)
{
    result.largestError = std::isnan(error) ? infinity : std::max(result.largestError, error);
}

/** True when the formulas use more of the vocabulary than literals, choices and absolute values. */
bool isTranscendental(const ActivationSource &source)
{
    const std::string text = source.value + " " + source.derivative + " ";
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '_') {
            word += c;
            continue;
        }
        if (word.size() > 1 && std::isupper(static_cast<unsigned char>(word.front())) && word != "LIT" && word != "SEL" && word != "ABS")
            return true;
        word.clear();
    }
    return false;
}

/** |computed - reference| in ulp of a float at `scale`. What is below the smallest normal float may flush to 0, in the result and
 *  in a factor that x multiplies; and the double formulas know x itself only to its last bit. */
double ulpsApart(double computed, double reference, double scale, double x)
{
    constexpr double smallest = std::numeric_limits<float>::min();
    constexpr int digits = std::numeric_limits<float>::digits - 1;
    const double ignored =
        std::max(smallest * std::max(1.0, std::abs(x)), std::numeric_limits<double>::epsilon() * std::min(1.0, std::abs(x)));
    const bool isBeyondFloat = std::abs(reference) > std::numeric_limits<float>::max();
    if (std::isnan(reference) || isBeyondFloat)
        return std::isfinite(computed) || std::isnan(reference) != std::isnan(computed) ? infinity : 0;
    const double difference = std::abs(computed - reference);
    if (difference <= ignored)
        return 0;
    return difference / std::ldexp(1.0, std::ilogb(std::max(std::abs(scale), smallest)) - digits);
}

/** How far the formula strays in single precision by itself, in ulp: a step that rounds, like 3 x in sigmoid(3 x), may be worth many units of the
 *  result. Found out by the standard library's float at x and its nearest neighbours. */
struct OwnError {
    double value = 0;
    double derivative = 0;
};

OwnError ownErrorNear(const ActivationSpec &spec, double x)
{
    constexpr int neighbours = 4;
    constexpr double spacing = std::numeric_limits<float>::epsilon();
    const std::vector<float> parameters(spec.parameters.begin(), spec.parameters.end());
    const auto view = ActivationKernels<float>::ParameterView::of(parameters);
    OwnError worst;
    for (int i = -neighbours; i <= neighbours; ++i) {
        const auto at = static_cast<float>(x * (1 + i * spacing));
        float y = 0, dydx = 0;
        spec.activation->floatKernels.value(1, &at, view, &y);
        spec.activation->floatKernels.derivative(1, &at, &y, view, &dydx);
        const double value = spec.value(at), derivative = spec.derivative(at);
        worst.value = std::max(worst.value, ulpsApart(y, value, value, at));
        worst.derivative = std::max(worst.derivative, ulpsApart(dydx, derivative, derivative, at));
    }
    return worst;
}

/** Takes the error that is farthest beyond, or nearest to, what is allowed there. Where single precision gives no number by itself, nothing more is
 *  allowed for that. */
void accountForUlps(CheckResult &result, double error, double least, double own)
{
    const double allowed = std::isfinite(own) ? std::max(least, 4 * own) : least;
    if (result.allowed == 0 || error / allowed > result.largestError / result.allowed) {
        result.largestError = error;
        result.allowed = allowed;
    }
}

/** Places where the derivative changes its sign: there it is a difference of terms that are larger than itself. */
std::vector<double> signChanges(const ActivationSpec &spec)
{
    constexpr double step = 1.0 / 64;
    std::vector<double> places;
    double before = spec.derivative(-20);
    for (double x = -20; x < 20; x += step) {
        const double after = spec.derivative(x + step);
        if ((before < 0) != (after < 0))
            places.push_back(x);
        before = after;
    }
    return places;
}

} // namespace

std::optional<CheckResult> checkReference(const Activation &activation, std::span<const ReferencePoint> points)
{
    const auto error = [](double computed, double reference) {
        return computed == reference ? 0 : std::abs(computed - reference) / std::max(1e-3, std::abs(reference));
    };
    CheckResult result{0, 1e-12, 0};
    for (const ReferencePoint &point : points) {
        if (point.spec.activation != &activation)
            continue;
        account(result, error(point.spec.value(point.x), point.value));
        account(result, error(point.spec.derivative(point.x), point.derivative));
        ++result.points;
    }
    return result.points > 0 ? std::optional(result) : std::nullopt;
}

CheckResult checkDifferences(const ActivationSpec &spec)
{
    constexpr double step = 1e-3;
    constexpr double uncertain = 5e-8; // 15 times the error of the finer difference
    CheckResult result{0, 1e-8, 0};
    const std::vector<double> kinks = spec.activation->kinksAt(spec.parameters);
    for (int i = 0; i < 320; ++i) {
        const double x = -8.03 + 0.05 * i; // 0 and other round numbers, where f'' may jump, lie between
        const auto f = [&](double steps) { return spec.value(x + steps * step); };
        const auto isNear = [x](double kink) { return std::abs(kink - x) <= 5 * step; };
        if (std::ranges::any_of(kinks, isNear))
            continue;
        const double difference = (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / (12 * step);
        const double coarse = (8 * (f(2) - f(-2)) - (f(4) - f(-4))) / (24 * step);
        if (!(std::abs(difference - coarse) <= uncertain * std::max(1.0, std::abs(difference))))
            continue; // f has no value here, or a pole or a jump is near
        const double derivative = spec.derivative(x);
        account(result, std::abs(difference - derivative) / std::max(1.0, std::abs(derivative)));
        ++result.points;
    }
    return result;
}

std::vector<double> singlePrecisionInputs()
{
    std::vector<double> xs;
    for (int i = -20 * 32; i <= 20 * 32; ++i)
        xs.push_back(static_cast<float>(i / 32.0 + (i % 7) * 1e-4)); // not only short binary fractions
    for (int exponent = -30; exponent < 4; ++exponent) {
        for (const double mantissa : {-1.7, -1.3, -1.0, 1.0, 1.3, 1.7})
            xs.push_back(static_cast<float>(std::ldexp(mantissa, exponent)));
    }
    return xs;
}

CheckResult compareSinglePrecision(const ActivationSpec &spec, std::span<const double> inputs, const Backend::ActivationValues &computed)
{
    const bool transcendental = isTranscendental(spec.activation->source);
    const std::vector<double> crossings = signChanges(spec);
    const double least = transcendental ? 16 : 4;
    CheckResult result{0, 0, inputs.size()};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const double x = inputs[i];
        const double value = spec.value(x);
        const double derivative = spec.derivative(x);
        const bool nearCrossing = std::ranges::any_of(crossings, [x](double place) { return std::abs(x - place) < 1; });
        const double valueScale = transcendental ? value : std::max(std::abs(value), std::abs(x * derivative));
        const double derivativeScale = nearCrossing ? std::max(std::abs(derivative), std::abs(value / x)) : derivative;
        const OwnError own = ownErrorNear(spec, x);
        accountForUlps(result, ulpsApart(computed.value[i], value, valueScale, x), least, own.value);
        accountForUlps(result, ulpsApart(computed.derivative[i], derivative, derivativeScale, x), least, own.derivative);
    }
    return result;
}

CheckResult checkSinglePrecision(Backend &backend, const ActivationSpec &spec)
{
    const std::vector<double> inputs = singlePrecisionInputs();
    return compareSinglePrecision(spec, inputs, backend.evaluateActivation(spec, inputs));
}

} // namespace actiscope
