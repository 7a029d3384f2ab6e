// How a row of the table of settings reaches its field. Only setting_rows.h needs this.
#pragma once

#include "core/training/setting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>

namespace actiscope::setting_access {

template <class Field>
SettingValue valueOf(const Field &field)
{
    if constexpr (std::is_same_v<Field, bool> || std::is_same_v<Field, std::string>)
        return field;
    else
        return static_cast<double>(field);
}

template <class Field>
SettingValue valueOf(const std::optional<Field> &field)
{
    return field ? valueOf(*field) : SettingValue();
}

inline SettingValue valueOf(const std::vector<int> &field)
{
    return std::vector<double>(field.begin(), field.end());
}

/** The nearest whole number that the field can hold. */
template <class Whole>
Whole wholeOf(double value)
{
    using Limits = std::numeric_limits<Whole>;
    return static_cast<Whole>(std::isnan(value) ? 0 : std::clamp<double>(std::round(value), Limits::min(), Limits::max()));
}

template <class Field>
void assign(Field &field, const SettingValue &value)
{
    if constexpr (std::is_same_v<Field, bool> || std::is_same_v<Field, std::string> || std::is_same_v<Field, double>)
        field = std::get<Field>(value);
    else
        field = wholeOf<Field>(std::get<double>(value));
}

template <class Field>
void assign(std::optional<Field> &field, const SettingValue &value)
{
    field.reset();
    if (!std::holds_alternative<std::monostate>(value))
        assign(field.emplace(), value);
}

inline void assign(std::vector<int> &field, const SettingValue &value)
{
    field.clear();
    for (const double each : std::get<std::vector<double>>(value))
        field.push_back(wholeOf<int>(each));
}

/** A field of the experiment, by the members that lead to it. */
template <auto... path>
struct OfExperiment {
    static SettingValue get(const Experiment &experiment, std::size_t) { return valueOf((experiment.*....*path)); }
    static void set(Experiment &experiment, std::size_t, const SettingValue &value) { assign((experiment.*....*path), value); }
};

/** A field of a model. */
template <auto... path>
struct OfModel {
    static SettingValue get(const Experiment &experiment, std::size_t model) { return valueOf((experiment.models[model].*....*path)); }
    static void set(Experiment &experiment, std::size_t model, const SettingValue &value)
    {
        assign((experiment.models[model].*....*path), value);
    }
};

/** A field of data that are generated; there is none where points are given. */
template <auto member>
struct OfData {
    static SettingValue get(const Experiment &experiment, std::size_t)
    {
        const auto *data = std::get_if<GeneratedData>(&experiment.data);
        return data ? valueOf(data->*member) : SettingValue();
    }
    static void set(Experiment &experiment, std::size_t, const SettingValue &value)
    {
        if (auto *data = std::get_if<GeneratedData>(&experiment.data))
            assign(data->*member, value);
    }
};

/** A seed that has a value where it is not that of the weights. */
template <std::uint32_t Seeds::*member>
SettingValue otherSeed(const Experiment &experiment, std::size_t model)
{
    const Seeds &all = experiment.models[model].seeds;
    return all.*member == all.weights ? SettingValue() : valueOf(all.*member);
}
template <std::uint32_t Seeds::*member>
void setOtherSeed(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    Seeds &all = experiment.models[model].seeds;
    if (std::holds_alternative<std::monostate>(value))
        all.*member = all.weights;
    else
        assign(all.*member, value);
}

// Choices that bring others with them, and values made of several fields.
SettingValue givenPoints(const Experiment &experiment, std::size_t);
void setGivenPoints(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue dataKind(const Experiment &experiment, std::size_t);
void setDataKind(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue imageFolder(const Experiment &experiment, std::size_t);
void setImageFolder(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue imageTrainCount(const Experiment &experiment, std::size_t);
void setImageTrainCount(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue classSizes(const Experiment &experiment, std::size_t model);
void setClassSizes(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue centerBox(const Experiment &experiment, std::size_t);
void setCenterBox(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue curve(const Experiment &experiment, std::size_t);
void setCurve(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue features(const Experiment &experiment, std::size_t);
void setFeatures(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue activationTexts(const Experiment &experiment, std::size_t model);
void setActivationTexts(Experiment &experiment, std::size_t model, const SettingValue &value);
SettingValue initialization(const Experiment &experiment, std::size_t model);
void setInitialization(Experiment &experiment, std::size_t model, const SettingValue &value);
SettingValue lossOf(const Experiment &experiment, std::size_t);
void setLoss(Experiment &experiment, std::size_t, const SettingValue &value);
SettingValue optimizer(const Experiment &experiment, std::size_t model);
void setOptimizer(Experiment &experiment, std::size_t model, const SettingValue &value);
SettingValue schedule(const Experiment &experiment, std::size_t model);
void setSchedule(Experiment &experiment, std::size_t model, const SettingValue &value);
void setWeightsSeed(Experiment &experiment, std::size_t model, const SettingValue &value);

} // namespace actiscope::setting_access
