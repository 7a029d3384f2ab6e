#include "core/training/parameter_change.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace actiscope {
namespace {

/** Places in the flat numbers of a part of a model's state (ModelState::numbers). */
class ParameterLayout {
public:
    explicit ParameterLayout(const NetworkShape &shape) : m_shape(shape) {}

    std::size_t weight(const ParameterPlace &place) const
    {
        return layerBegin(place.layer) + place.row * inputs(place.layer) + place.column;
    }
    std::size_t bias(const ParameterPlace &place) const
    {
        return layerBegin(place.layer) + outputs(place.layer) * inputs(place.layer) + place.row;
    }
    std::size_t inputs(std::size_t layer) const { return static_cast<std::size_t>(m_shape.layerInputs(layer)); }
    std::size_t outputs(std::size_t layer) const { return static_cast<std::size_t>(m_shape.layerOutputs(layer)); }

private:
    std::size_t layerBegin(std::size_t layer) const
    {
        std::size_t begin = 0;
        for (std::size_t l = 0; l < layer; ++l)
            begin += outputs(l) * (inputs(l) + 1);
        return begin;
    }

    const NetworkShape &m_shape;
};

std::vector<std::size_t> placesOfUnit(const ParameterLayout &layout, const ParameterPlace &unit)
{
    std::vector<std::size_t> places{layout.bias(unit)};
    for (std::size_t input = 0; input < layout.inputs(unit.layer); ++input)
        places.push_back(layout.weight({unit.layer, unit.row, input}));
    for (std::size_t output = 0; output < layout.outputs(unit.layer + 1); ++output)
        places.push_back(layout.weight({unit.layer + 1, output, unit.row}));
    return places;
}

/** A row of what can be changed by hand. */
struct ParameterKind {
    std::string_view setting;
    bool hasColumn;
    bool isOfHiddenUnits; ///< only, and what it becomes is "off": 0, with moments of 0
    std::vector<std::size_t> (*places)(const ParameterLayout &layout, const ParameterPlace &place);
};

constexpr std::string_view unitOff = "off";

const std::array<ParameterKind, 3> parameterKinds{{
    {"weight", true, false, [](const ParameterLayout &layout, const ParameterPlace &place) { return std::vector{layout.weight(place)}; }},
    {"bias", false, false, [](const ParameterLayout &layout, const ParameterPlace &place) { return std::vector{layout.bias(place)}; }},
    {"unit", false, true, placesOfUnit},
}};

const ParameterKind *kindOf(const Change &change)
{
    const auto found = std::ranges::find(parameterKinds, std::string_view(change.setting), &ParameterKind::setting);
    return found == parameterKinds.end() ? nullptr : &*found;
}

void requireBelow(std::string_view option, std::size_t given, std::size_t limit)
{
    if (given >= limit)
        throw ConfigurationError(option, std::to_string(given),
                                 {ACTISCOPE_TR("core", "a whole number from 0 to %1"), {std::to_string(limit - 1)}});
}

void requireValue(const Change &change, const ParameterKind &kind)
{
    const auto *number = std::get_if<double>(&change.value);
    const auto *text = std::get_if<std::string>(&change.value);
    const std::string given = number ? numberText(*number) : *text;
    if (kind.isOfHiddenUnits && (!text || *text != unitOff))
        throw ConfigurationError(change.setting, given, std::string(unitOff));
    if (!kind.isOfHiddenUnits && !(number && std::abs(*number) <= maxParameter))
        throw ConfigurationError(change.setting, given,
                                 {ACTISCOPE_TR("core", "a number from %1 to %2"), {numberText(-maxParameter), numberText(maxParameter)}});
}

template <class Number>
FlatNumbers changedNumbers(std::vector<Number> numbers, const std::vector<std::size_t> &places, double value, std::size_t count,
                           bool forgetsMoments)
{
    for (const std::size_t place : places) {
        numbers[place] = static_cast<Number>(value);
        for (std::size_t part = count; forgetsMoments && part < numbers.size(); part += count)
            numbers[part + place] = 0;
    }
    return numbers.size() > count ? numbersOfState(std::move(numbers), count) : FlatNumbers(std::move(numbers));
}

} // namespace

Change weightChange(std::size_t model, const ParameterPlace &place, double value)
{
    return {.model = model, .setting = "weight", .value = value, .place = place};
}

Change biasChange(std::size_t model, std::size_t layer, std::size_t row, double value)
{
    return {.model = model, .setting = "bias", .value = value, .place = ParameterPlace{layer, row, 0}};
}

Change unitOffChange(std::size_t model, std::size_t layer, std::size_t unit)
{
    return {.model = model, .setting = "unit", .value = std::string(unitOff), .place = ParameterPlace{layer, unit, 0}};
}

bool changesParameters(const Change &change)
{
    return kindOf(change) != nullptr;
}

void validateParameterChange(const Change &change, std::size_t models, const NetworkShape &shape)
{
    const ParameterKind &kind = *kindOf(change);
    if (!change.model || !change.place)
        throw ConfigurationError(change.setting, "", ACTISCOPE_TR("core", "one of a model, with its place"));
    if (*change.model >= models)
        throw ConfigurationError("model", std::to_string(*change.model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(models)}});
    const ParameterPlace &place = *change.place;
    if (kind.isOfHiddenUnits && shape.hidden.empty())
        throw ConfigurationError("unit", std::to_string(place.row), ACTISCOPE_TR("core", "there is no hidden layer"));
    requireBelow("layer", place.layer, kind.isOfHiddenUnits ? shape.hidden.size() : shape.layerCount());
    requireBelow("unit", place.row, static_cast<std::size_t>(shape.layerOutputs(place.layer)));
    requireBelow("input", place.column, kind.hasColumn ? static_cast<std::size_t>(shape.layerInputs(place.layer)) : 1);
    requireValue(change, kind);
}

ModelState changedState(const ModelState &state, const Change &change)
{
    const ParameterKind &kind = *kindOf(change);
    const std::vector<std::size_t> places = kind.places(ParameterLayout(state.shape), *change.place);
    const auto *number = std::get_if<double>(&change.value);
    ModelState changed = state;
    changed.numbers = state.numbers.visit([&](const auto &numbers) {
        return changedNumbers(numbers, places, number ? *number : 0.0, ModelState::countOf(state.shape), kind.isOfHiddenUnits);
    });
    return changed;
}

} // namespace actiscope
