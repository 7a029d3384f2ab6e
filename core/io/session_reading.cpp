// How a session is read: whatever a hand or a broken disk made of it, it says where it is wrong and what is accepted there.
#include "core/io/experiment_file.h"
#include "core/io/session_file.h"
#include "core/io/session_format.h"
#include "core/io/strict_json.h"
#include "core/training/series.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

namespace actiscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t maxSessionRuns = 64;
constexpr RunId firstReadRun = RunId{1} << 32; ///< beyond the numbers that a session gives

[[noreturn]] void refuseSession(const std::string &place, Message accepted)
{
    throw SessionError(Message(ACTISCOPE_TR("core", "%1: %2"), {place, std::move(accepted)}));
}

/** What is there under a name, which has to be of this kind. */
const Json &member(const Json &object, const char *name, const std::string &place, Json::value_t kind, Message accepted)
{
    const auto found = object.find(name);
    if (found == object.end() || found->type() != kind)
        refuseSession(place + name, std::move(accepted));
    return *found;
}

const Json &arrayMember(const Json &object, const char *name, const std::string &place)
{
    return member(object, name, place, Json::value_t::array, ACTISCOPE_TR("core", "a list is expected here"));
}

std::string optionalText(const Json &object, const char *name, const std::string &place)
{
    const auto found = object.find(name);
    if (found == object.end())
        return {};
    if (!found->is_string())
        refuseSession(place + name, ACTISCOPE_TR("core", "a text is expected here"));
    return found->get<std::string>();
}

double readFigure(const Json &value, const std::string &place)
{
    if (value.is_null())
        return std::numeric_limits<double>::quiet_NaN();
    if (!value.is_number())
        refuseSession(place, ACTISCOPE_TR("core", "numbers are expected here"));
    return value.get<double>();
}

PartFigures readPart(const Json &json, const std::string &place, double before)
{
    const bool isPart = json.is_array() && json.size() == 3 && json[0].is_number() && json[0].get<double>() > before && json[0].get<double>() <= 1;
    if (!isPart)
        refuseSession(place, ACTISCOPE_TR("core", "where it ends in the epoch, a loss and an accuracy are expected here, one part after the other"));
    return {json[0].get<double>(), readFigure(json[1], place), readFigure(json[2], place)};
}

/** Of the first epochs of so many rows; files of before they were kept have none. */
std::vector<std::vector<PartFigures>> readWithin(const Json &json, const std::string &place, std::size_t rows)
{
    std::vector<std::vector<PartFigures>> within;
    if (!json.contains("within-epochs"))
        return within;
    const Json &epochs = arrayMember(json, "within-epochs", place + '/');
    const std::size_t most = std::min<std::size_t>(rows, epochsInParts);
    if (epochs.size() > most)
        refuseSession(place + "/within-epochs", Message(ACTISCOPE_TR("core", "%1 epochs at most are expected here"), {std::to_string(most)}));
    for (std::size_t epoch = 0; epoch < epochs.size(); ++epoch) {
        const std::string at = place + "/within-epochs/" + std::to_string(epoch);
        if (!epochs[epoch].is_array() || epochs[epoch].size() > mostParts)
            refuseSession(at, Message(ACTISCOPE_TR("core", "%1 parts of an epoch at most are expected here"), {std::to_string(mostParts)}));
        std::vector<PartFigures> &parts = within.emplace_back();
        for (const Json &part : epochs[epoch])
            parts.push_back(readPart(part, at, parts.empty() ? 0 : parts.back().end));
    }
    return within;
}

History readHistory(const Json &json, const std::string &place)
{
    if (!json.is_object())
        refuseSession(place, ACTISCOPE_TR("core", "an object is expected here"));
    const std::size_t rows = arrayMember(json, sessionFigures[0].name, place + '/').size();
    std::vector<EpochFigures> figures(rows);
    for (const SessionFigures &column : sessionFigures) {
        const Json &values = arrayMember(json, column.name, place + '/');
        if (values.size() != rows)
            refuseSession(place + '/' + column.name,
                          ACTISCOPE_TR("core", "as many numbers as in the other columns are expected here"));
        for (std::size_t row = 0; row < rows; ++row)
            figures[row].*column.figure = readFigure(values[row], place + '/' + column.name);
    }
    const std::vector<std::vector<PartFigures>> within = readWithin(json, place, rows);
    History history;
    for (const EpochFigures &row : figures) {
        history.append(row);
        if (const std::size_t epoch = history.size() - 1; epoch < within.size())
            history.setParts(within[epoch]);
    }
    return history;
}

Experiment readExperiment(const Json &object, const std::string &place)
{
    const Json &json = member(object, "experiment", place, Json::value_t::object, ACTISCOPE_TR("core", "an experiment is expected here"));
    try {
        return parseKeptExperiment(json.dump());
    } catch (const Error &error) {
        refuseSession(place + "experiment", error.message());
    }
}

/** A whole number within these limits. */
std::int64_t readWhole(const Json &object, const char *name, const std::string &place, std::int64_t most)
{
    const auto found = object.find(name);
    const bool isWhole = found != object.end() && found->is_number_integer();
    if (!isWhole || found->get<double>() < 0 || found->get<double>() > double(most))
        refuseSession(place + name, Message(ACTISCOPE_TR("core", "a whole number from 0 to %1 is expected here"), {std::to_string(most)}));
    return found->get<std::int64_t>();
}

/** Which number of a network a change is of: layer, row, column. */
std::optional<ParameterPlace> readPlace(const Json &json, const std::string &place)
{
    const auto found = json.find("place");
    if (found == json.end())
        return std::nullopt;
    const auto isPlace = [](const Json &part) { return part.is_number_unsigned() && part.get<std::uint64_t>() <= std::size_t{maxInputs}; };
    if (!found->is_array() || found->size() != 3 || !std::ranges::all_of(*found, isPlace))
        refuseSession(place + "/place", ACTISCOPE_TR("core", "layer, row and column are expected here"));
    return ParameterPlace{(*found)[0].get<std::size_t>(), (*found)[1].get<std::size_t>(), (*found)[2].get<std::size_t>()};
}

Change readChange(const Json &json, const std::string &place, const Experiment &experiment)
{
    if (!json.is_object())
        refuseSession(place, ACTISCOPE_TR("core", "an object is expected here"));
    Change change{.epoch = readWhole(json, "epoch", place + '/', StopRule::maxEpochs),
                  .setting = optionalText(json, "setting", place + '/')};
    if (json.contains("model"))
        change.model = std::size_t(readWhole(json, "model", place + '/', std::int64_t(experiment.models.size()) - 1));
    const auto value = json.find("value");
    if (value == json.end() || !(value->is_number() || value->is_string()))
        refuseSession(place + "/value", ACTISCOPE_TR("core", "a number or a text is expected here"));
    change.value = value->is_number() ? ChangeValue(value->get<double>()) : ChangeValue(value->get<std::string>());
    change.place = readPlace(json, place);
    return change;
}

/** Each has to be one that the run could take. */
std::vector<Change> readChanges(const Json &json, const std::string &place, Experiment experiment)
{
    std::vector<Change> changes;
    if (!json.contains("changes"))
        return changes;
    const Json &list = arrayMember(json, "changes", place + '/');
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string at = place + "/changes/" + std::to_string(i);
        changes.push_back(readChange(list[i], at, experiment));
        try {
            applyChange(experiment, changes.back());
        } catch (const Error &error) {
            refuseSession(at, error.message());
        }
    }
    return changes;
}

/** "dead-units, gradient-ratio, alpha" */
std::string measuredNames()
{
    std::string names;
    for (const SeriesKind &kind : seriesKinds()) {
        if (kind.measured)
            names.append(names.empty() ? "" : ", ").append(kind.name);
    }
    return names;
}

NamedSeries readSeries(const Json &json, const std::string &place, const RunRecord &run)
{
    if (!json.is_object())
        refuseSession(place, ACTISCOPE_TR("core", "an object is expected here"));
    NamedSeries series{.name = optionalText(json, "name", place + '/')};
    const SeriesKind *kind = findSeries(series.name);
    if (!kind || !kind->measured)
        refuseSession(place + "/name", Message(ACTISCOPE_TR("core", "one of %1 is expected here"), {measuredNames()}));
    series.model = std::size_t(readWhole(json, "model", place + '/', std::int64_t(run.start->models.size()) - 1));
    const Json &epochs = arrayMember(json, "epochs", place + '/');
    const Json &values = arrayMember(json, "values", place + '/');
    if (values.size() != epochs.size())
        refuseSession(place + "/values", ACTISCOPE_TR("core", "as many numbers as there are epochs are expected here"));
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const bool isNext = epochs[i].is_number_unsigned() && epochs[i].get<std::uint64_t>() <= std::uint64_t{StopRule::maxEpochs}
                            && (i == 0 || epochs[i].get<std::int64_t>() > series.epochs.back());
        if (!isNext)
            refuseSession(place + "/epochs", ACTISCOPE_TR("core", "epochs of the run are expected here, one after the other"));
        series.epochs.push_back(epochs[i].get<std::int64_t>());
        series.values.push_back(readFigure(values[i], place + "/values"));
    }
    return series;
}

/** Not more lines than the run has; files of before they were kept have none. */
std::vector<NamedSeries> readAllSeries(const Json &json, const std::string &place, const RunRecord &run)
{
    std::vector<NamedSeries> all;
    if (!json.contains("measured"))
        return all;
    const Json &list = arrayMember(json, "measured", place + '/');
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string at = place + "/measured/" + std::to_string(i);
        all.push_back(readSeries(list[i], at, run));
        const auto isSame = [&last = all.back()](const NamedSeries &each) { return each.name == last.name && each.model == last.model; };
        if (std::size_t(std::ranges::count_if(all, isSame)) > curveCount(*findSeries(all.back().name), *run.start, *all.back().model))
            refuseSession(at, ACTISCOPE_TR("core", "the run has no such line"));
    }
    return all;
}

KeptRun readRun(const Json &json, const std::string &place, RunId id)
{
    if (!json.is_object())
        refuseSession(place, ACTISCOPE_TR("core", "an object is expected here"));
    RunRecord record{.id = id};
    record.start = std::make_shared<const Experiment>(readExperiment(json, place + '/'));
    record.changes = readChanges(json, place, *record.start);
    const Json &histories = arrayMember(json, "figures", place + '/');
    if (histories.size() != record.start->models.size())
        refuseSession(place + "/figures", ACTISCOPE_TR("core", "the figures of each model are expected here"));
    for (std::size_t model = 0; model < histories.size(); ++model) {
        record.histories.push_back(readHistory(histories[model], place + "/figures/" + std::to_string(model)));
        record.furthest = std::max(record.furthest, std::int64_t(record.histories.back().size()) - 1);
    }
    record.series = readAllSeries(json, place, record);
    const bool isNamed = !json.contains("number");
    const auto number = isNamed ? id : std::uint64_t(readWhole(json, "number", place + '/', firstReadRun));
    return {isNamed ? optionalText(json, "name", place + '/') : std::string(), std::make_shared<const RunRecord>(std::move(record)),
            optionalText(json, "note", place + '/'), number};
}

std::vector<KeptRun> readRuns(const Json &json, const std::string &place)
{
    std::vector<KeptRun> read;
    if (!json.contains("runs"))
        return read;
    const Json &runs = arrayMember(json, "runs", place);
    if (runs.size() > maxSessionRuns)
        refuseSession(place + "runs", Message(ACTISCOPE_TR("core", "%1 runs at most are expected here"), {std::to_string(maxSessionRuns)}));
    for (std::size_t i = 0; i < runs.size(); ++i)
        read.push_back(readRun(runs[i], place + "runs/" + std::to_string(i), firstReadRun + i));
    return read;
}

std::map<std::string, SessionPart> readParts(const Json &json)
{
    std::map<std::string, SessionPart> parts;
    const auto found = json.find("parts");
    if (found == json.end())
        return parts;
    if (!found->is_object())
        refuseSession("parts", ACTISCOPE_TR("core", "an object is expected here"));
    for (const auto &[name, part] : found->items()) {
        const std::string place = "parts/" + name;
        if (!part.is_object())
            refuseSession(place, ACTISCOPE_TR("core", "an object is expected here"));
        parts[name] = {readExperiment(part, place + '/'), readRuns(part, place + '/')};
    }
    return parts;
}

void requireFormat(const Json &json)
{
    if (!json.is_object() || optionalText(json, "format", "") != sessionFormat)
        throw SessionError(ACTISCOPE_TR("core", "this is no session of Actiscope"));
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || version->get<std::int64_t>() < 1)
        refuseSession("version", ACTISCOPE_TR("core", "a whole number from 1 is expected here"));
    if (version->get<std::int64_t>() > sessionVersion)
        throw SessionError(
            Message(ACTISCOPE_TR("core", "this session is of a newer program (version %1 of the format, this program reads %2)"),
                    {std::to_string(version->get<std::int64_t>()), std::to_string(sessionVersion)}));
}

Json parseJson(std::string_view text)
{
    if (text.size() > maxSessionBytes)
        throw SessionError(Message(ACTISCOPE_TR("core", "it has %1 bytes, and a session has %2 at most"),
                                   {std::to_string(text.size()), std::to_string(maxSessionBytes)}));
    try {
        return parseStrictly(text, maxSessionBytes);
    } catch (const ExperimentFileError &error) {
        throw SessionError(error.message());
    }
}

} // namespace

Session parseSession(std::string_view text)
{
    const Json json = parseJson(text);
    requireFormat(json);
    Session session{readExperiment(json, "")};
    session.file = optionalText(json, "file", "");
    session.workspace = optionalText(json, "workspace", "");
    if (const auto views = json.find("views"); views != json.end()) {
        if (!views->is_object())
            refuseSession("views", ACTISCOPE_TR("core", "an object is expected here"));
        for (const auto &[name, view] : views->items()) {
            if (!view.is_object())
                refuseSession("views/" + name, ACTISCOPE_TR("core", "an object is expected here"));
            session.views[name] = view.dump();
        }
    }
    session.runs = readRuns(json, "");
    session.parts = readParts(json);
    return session;
}

} // namespace actiscope
