#include "app/cli/shown_moment.h"

#include "app/cli/open_experiment.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/io/ready_experiments.h"
#include "core/training/snapshot.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_kind.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <stdexcept>
#include <string>
#include <string_view>

namespace actiscope {
namespace {

constexpr int longestRun = 600'000; ///< ms

std::vector<std::string_view> rowNames()
{
    std::vector<std::string_view> names;
    for (const EvidenceKind &kind : evidenceKinds())
        names.push_back(kind.id);
    return names;
}

std::string rowList()
{
    std::string text;
    for (const std::string_view name : rowNames())
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

QStringList readRows(const std::string &text)
{
    QStringList rows;
    const std::vector<std::string_view> names = rowNames();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string name = text.substr(begin, end - begin);
        const auto place = findName("show", name, names);
        if (!place)
            throw ConfigurationError("show", text, {ACTISCOPE_TR("core", "names with commas between them: %1"), {rowList()}});
        rows << QString::fromUtf8(names[*place].data(), qsizetype(names[*place].size()));
        begin = end + 1;
    }
    rows.removeDuplicates();
    return rows;
}

} // namespace

std::vector<Option> momentOptions()
{
    return {{"experiment", "NAME|FILE", ACTISCOPE_TR("core", "a ready experiment (list --experiments names them) or an experiment's file")},
            {"epoch", "N", ACTISCOPE_TR("core", "the epoch that is shown; without it, the last one")},
            {"show", "ROW,...", {ACTISCOPE_TR("core", "what is looked at: %1"), {rowList()}}}};
}

ShownMoment readMoment(const Arguments &arguments)
{
    ShownMoment moment;
    if (arguments.has("experiment")) {
        moment.experiment = openExperiment(arguments.value("experiment"));
        if (const QString why = whyNotShown(*moment.experiment); !why.isEmpty())
            throw UsageError({ACTISCOPE_TR("core", "--experiment: '%1' cannot be shown; %2"), {arguments.value("experiment"), why.toStdString()}});
        const ReadyExperiment *ready = findReadyExperiment(*moment.experiment);
        if (ready && !ready->notes.show.empty()) {
            moment.rows.emplace();
            for (const std::string &row : ready->notes.show)
                *moment.rows << QString::fromStdString(row);
        }
    }
    if (arguments.has("show"))
        moment.rows = readRows(arguments.value("show"));
    const int last = (moment.experiment ? *moment.experiment : defaultExperiment()).stop.epochs;
    if (arguments.has("epoch"))
        moment.epoch = arguments.integer("epoch", 0, last);
    return moment;
}

void requireRowsOf(const Subject &subject, const ShownMoment &moment)
{
    for (const QString &row : moment.rows.value_or(QStringList())) {
        if (const EvidenceKind *kind = findEvidenceKind(row); kind && !subject.suits(kind->data))
            throw UsageError({ACTISCOPE_TR("core", "--show: '%1' does not apply to %2; it is for other data"), {row.toStdString(), subject.id}});
    }
}

bool waitUntil(const std::function<bool()> &done, int milliseconds)
{
    QEventLoop loop;
    QTimer poll;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || clock.elapsed() > milliseconds)
            loop.quit();
    });
    poll.start(10);
    loop.exec();
    return done();
}

void goToMoment(TrainingController &controller, const std::optional<std::int64_t> &epoch)
{
    const auto isOver = [&controller] { return controller.isOver(); };
    controller.begin();
    if (!isOver())
        controller.playOrPause();
    if (!waitUntil(isOver, longestRun))
        throw Error({ACTISCOPE_TR("core", "the run has not come to its end in %1 minutes"), {std::to_string(longestRun / 60'000)}});
    const auto run = controller.snapshot();
    if (!run || controller.state() == RunState::Failed)
        throw Error({ACTISCOPE_TR("core", "the run failed: %1"), {run ? run->message : Message(ACTISCOPE_TR("core", "it could not begin"))}});
    if (!epoch || *epoch >= run->epoch)
        return;
    controller.seek(*epoch);
    if (!waitUntil([&] { return controller.snapshot()->epoch == *epoch; }, longestRun))
        throw Error({ACTISCOPE_TR("core", "epoch %1 cannot be shown"), {std::to_string(*epoch)}});
}

} // namespace actiscope
