#include "app/cli/setting_options.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/csv_points.h"

#include <algorithm>
#include <memory>

namespace actiscope {
namespace {

constexpr const char *columnsOption = "columns";

/** "--stratify": without a value, which says that it is on. */
bool isBare(const Setting &setting)
{
    return setting.kind == SettingKind::Switch && !*setting.placeholder;
}

std::vector<const Setting *> settingsOf(std::span<const SettingGroup> groups)
{
    std::vector<const Setting *> all;
    for (const Setting &setting : settings()) {
        if (std::ranges::find(groups, setting.group) != groups.end())
            all.push_back(&setting);
    }
    return all;
}

std::vector<Applicability> applicabilityOf(const Setting &setting)
{
    std::vector<Applicability> all;
    if (const std::vector<std::string_view> names = choicesWith(setting); !names.empty()) {
        Applicability chosen{std::string(setting.selector), {names.begin(), names.end()}};
        for (const SettingChoice &choice : findSetting(setting.selector)->choices())
            chosen.names.emplace_back(choice.name);
        all.push_back(std::move(chosen));
    }
    if (const Setting *other = findSetting(setting.instead))
        all.push_back({.option = std::string(other->name), .isAbsent = true});
    return all;
}

std::vector<std::string> defaultsOf(const Setting &setting, const Experiment &base)
{
    std::vector<std::string> texts;
    const std::size_t models = setting.kind == SettingKind::Activations ? base.models.size() : 1;
    const bool isWord = !isBare(setting) && setting.kind != SettingKind::Points;
    for (std::size_t model = 0; isWord && model < models; ++model) {
        std::string text = settingText(setting, setting.get(base, model));
        if (!text.empty())
            texts.push_back(std::move(text));
    }
    return texts;
}

Message helpOf(const Setting &setting)
{
    if (setting.kind != SettingKind::Name)
        return setting.help;
    return {ACTISCOPE_TR("core", "%1: %2"), {setting.help, listed(namesOfRows(setting.choices()))}};
}

/** "--activation a --activation b": a model each, or all that there are where one is given. */
void setActivationsOf(Experiment &experiment, const Setting &setting, const std::vector<std::string> &texts)
{
    const ModelConfiguration model = experiment.models.front();
    experiment.models.assign(texts.size(), model);
    for (std::size_t i = 0; i < texts.size(); ++i)
        setting.set(experiment, i, parseSetting(setting, texts[i]));
}

/** The points of a file, in the format that it seems to have. */
GivenPoints pointsOf(const std::string &path, const Arguments &arguments)
{
    try {
        const std::string text = csvFileText(path);
        const CsvFormat format = detectCsvFormat(text);
        const CsvPreview preview = previewCsv(text, format);
        const CsvColumns columns = arguments.isGiven(columnsOption) ? parseCsvColumns(arguments.value(columnsOption), preview) : preview.columns;
        return {std::make_shared<const LabelledPoints>(readCsvPoints(text, format, columns).points)};
    } catch (const CsvError &error) {
        throw ConfigurationError("points", path, error.message());
    }
}

SettingValue givenValue(const Setting &setting, const Arguments &arguments)
{
    const std::string name(setting.name);
    if (setting.kind == SettingKind::Points)
        return pointsOf(arguments.value(name), arguments);
    return isBare(setting) ? SettingValue(true) : parseSetting(setting, arguments.value(name));
}

struct Assignment {
    const Setting *setting = nullptr;
    std::string text;
};

/** "a=b; c=d". What is given twice are activations, of one layer each. */
std::vector<Assignment> assignmentsOf(const std::string &text)
{
    std::vector<std::string_view> names;
    for (const Setting &setting : settings()) {
        if (setting.isPerModel)
            names.push_back(setting.name);
    }
    std::vector<Assignment> all;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        const std::string_view part = trimmed(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
        if (part.empty())
            continue;
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string_view name = trimmed(part.substr(0, equals));
        if (equals == part.size())
            throw ConfigurationError("model", text, ACTISCOPE_TR("core", "settings as in activation=relu; learning-rate=0.1"));
        const Setting *setting = findSetting(name);
        if (!setting || !setting->isPerModel)
            throw ConfigurationError(
                "model", text, {ACTISCOPE_TR("core", "%1 is no setting of a model; %2"), {name, acceptedWords("model", name, names)}});
        const std::string value(trimmed(part.substr(equals + 1)));
        const auto before = std::ranges::find(all, setting, &Assignment::setting);
        if (before == all.end())
            all.push_back({setting, value});
        else if (setting->kind == SettingKind::Activations)
            before->text += "; " + value;
        else
            throw ConfigurationError("model", text, {ACTISCOPE_TR("core", "%1 is given twice"), {name}});
    }
    if (all.empty())
        throw ConfigurationError("model", text, ACTISCOPE_TR("core", "settings as in activation=relu; learning-rate=0.1"));
    return all;
}

} // namespace

std::vector<Option> settingOptions(std::span<const SettingGroup> groups, const Experiment &base)
{
    std::vector<Option> options;
    for (const Setting *setting : settingsOf(groups)) {
        options.push_back({std::string(setting->name), setting->placeholder, helpOf(*setting), defaultsOf(*setting, base),
                           setting->kind == SettingKind::Activations, applicabilityOf(*setting)});
        if (setting->kind == SettingKind::Points)
            options.push_back({columnsOption, "X,Y,LABEL",
                               ACTISCOPE_TR("core", "columns of --points by names or by numbers from 1; 'target LABEL' is one for regression; without, the likely ones"),
                               {},
                               false,
                               {{std::string(setting->name)}}});
    }
    return options;
}

Experiment readSettings(const Arguments &arguments, std::span<const SettingGroup> groups, Experiment base)
{
    for (const Setting *setting : settingsOf(groups)) {
        const std::string name(setting->name);
        if (!arguments.isGiven(name))
            continue;
        if (setting->kind == SettingKind::Activations)
            setActivationsOf(base, *setting, arguments.values(name));
        else
            setEverywhere(base, *setting, givenValue(*setting, arguments));
        if (!std::holds_alternative<GeneratedData>(base.data) && !applies(*setting, base))
            throw ConfigurationError(name, arguments.value(name), whyNotApplicable(*setting, base));
    }
    return base;
}

void setModels(Experiment &experiment, std::span<const std::string> texts)
{
    const ModelConfiguration common = experiment.models.front();
    experiment.models.assign(texts.size(), common);
    for (std::size_t model = 0; model < texts.size(); ++model) {
        const std::vector<Assignment> assignments = assignmentsOf(texts[model]);
        for (const Setting &setting : settings()) { // in the order of the table
            const auto given = std::ranges::find(assignments, &setting, &Assignment::setting);
            if (given == assignments.end())
                continue;
            try {
                const SettingValue value = parseSetting(setting, given->text);
                if (!applies(setting, experiment, model))
                    throw ConfigurationError(setting.name, given->text, whyNotApplicable(setting, experiment, model));
                setting.set(experiment, model, value);
                validate(experiment.models[model], experiment.hidden);
            } catch (const ConfigurationError &error) {
                throw ConfigurationError("model", texts[model], error.message());
            }
        }
    }
}

} // namespace actiscope
