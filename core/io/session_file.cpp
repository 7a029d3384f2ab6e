// How a session is written; session_reading.cpp reads it.
#include "core/io/session_file.h"

#include "core/io/experiment_json.h"
#include "core/io/session_format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <variant>

namespace actiscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t maxSessionPoints = 256; ///< of one measured line; more is not seen in the chart
constexpr std::size_t mostEpochsWithin = 64; ///< of a run that is written with what is within its epochs: in more of them nobody would see it

Json numberJson(double value)
{
    return std::isfinite(value) ? Json(value) : Json(); // of a model that has diverged
}

/** Of each epoch its parts, as [end, loss, accuracy]. */
Json withinJson(const History &history)
{
    Json epochs = Json::array();
    for (std::size_t epoch = 0; epoch < history.epochsWithParts(); ++epoch) {
        Json parts = Json::array();
        for (const PartFigures &part : history.parts(epoch))
            parts.push_back({numberJson(part.end), numberJson(part.loss), numberJson(part.accuracy)});
        epochs.push_back(std::move(parts));
    }
    return epochs;
}

Json historyJson(const History &history)
{
    Json json = Json::object();
    for (const SessionFigures &column : sessionFigures) {
        Json values = Json::array();
        for (std::size_t epoch = 0; epoch < history.size(); ++epoch)
            values.push_back(numberJson(history[epoch].*column.figure));
        json[column.name] = std::move(values);
    }
    if (history.epochsWithParts() > 0 && history.size() <= mostEpochsWithin)
        json["within-epochs"] = withinJson(history);
    return json;
}

Json changeJson(const Change &change)
{
    Json json{{"epoch", change.epoch}};
    if (change.model)
        json["model"] = *change.model;
    json["setting"] = change.setting;
    json["value"] = std::visit([](const auto &value) { return Json(value); }, change.value);
    if (change.place)
        json["place"] = {change.place->layer, change.place->row, change.place->column};
    return json;
}

/** What was measured over the epochs; of a long line as many places as can be seen, its last one among them. */
Json seriesJson(const NamedSeries &series)
{
    const std::size_t count = std::min(series.epochs.size(), series.values.size());
    const std::size_t stride = (count + maxSessionPoints - 1) / maxSessionPoints;
    Json epochs = Json::array();
    Json values = Json::array();
    for (std::size_t i = count == 0 ? 0 : (count - 1) % stride; i < count; i += stride) {
        epochs.push_back(series.epochs[i]);
        values.push_back(numberJson(series.values[i]));
    }
    Json json{{"name", series.name}};
    if (series.model)
        json["model"] = *series.model;
    json["epochs"] = std::move(epochs);
    json["values"] = std::move(values);
    return json;
}

Json runJson(const KeptRun &run)
{
    Json changes = Json::array();
    for (const Change &change : run.record->changes)
        changes.push_back(changeJson(change));
    Json histories = Json::array();
    for (const History &history : run.record->histories)
        histories.push_back(historyJson(history));
    Json measured = Json::array();
    for (const NamedSeries &series : run.record->series)
        measured.push_back(seriesJson(series));
    Json json;
    json["name"] = run.name.empty() ? "Run " + std::to_string(run.number) : run.name; // the same in every language
    if (run.name.empty())
        json["number"] = run.number;
    json.update({{"note", run.note},
            {"experiment", keptExperimentJson(*run.record->start)},
            {"changes", std::move(changes)},
            {"figures", std::move(histories)},
            {"measured", std::move(measured)}});
    return json;
}

Json runsJson(const std::vector<KeptRun> &runs)
{
    Json list = Json::array();
    for (const KeptRun &run : runs)
        list.push_back(runJson(run));
    return list;
}

} // namespace

std::string sessionText(const Session &session)
{
    Json json{{"format", sessionFormat}, {"version", session.parts.empty() ? 1 : sessionVersion}};
    if (!session.file.empty())
        json["file"] = session.file;
    json["experiment"] = keptExperimentJson(session.experiment);
    json["workspace"] = session.workspace;
    json["views"] = Json::object();
    for (const auto &[name, view] : session.views)
        json["views"][name] = Json::parse(view);
    json["runs"] = runsJson(session.runs);
    for (const auto &[name, part] : session.parts)
        json["parts"][name] = Json{{"experiment", keptExperimentJson(part.experiment)}, {"runs", runsJson(part.runs)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace actiscope
