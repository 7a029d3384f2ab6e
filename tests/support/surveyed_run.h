// A run that was trained to its end on the calling thread, and its survey.
#pragma once

#include "core/training/run_event.h"
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "core/training/recorded_run.h"
#include "core/training/run_survey.h"

#include <memory>
#include <utility>

namespace actiscope::test {

struct SurveyedRun {
    std::unique_ptr<Backend> backend = makeEigenBackend();
    std::unique_ptr<RecordedRun> run;
    Snapshot snapshot;
    RunSurvey survey;

    explicit SurveyedRun(const Experiment &experiment)
    {
        RunRecord record;
        record.id = 1;
        record.start = std::make_shared<const Experiment>(experiment);
        run = std::make_unique<RecordedRun>(std::make_unique<Comparison>(record.id, experiment, *backend), std::move(record));
        run->advance(experiment.stop.epochs);
        look();
    }

    /** At each moment of the timeline, and where it stands. */
    void look()
    {
        snapshot = run->snapshot(std::nullopt);
        survey = {.run = 1, .furthest = snapshot.furthest, .isComplete = true};
        const Timeline &timeline = snapshot.record->timeline;
        for (std::size_t i = 0; i < timeline.size(); ++i)
            survey.moments.push_back(std::make_shared<MeasuredMoment>(measure(*snapshot.cohort, *timeline[i].moment)));
        if (survey.moments.back()->epoch < snapshot.epoch)
            survey.moments.push_back(std::make_shared<MeasuredMoment>(measure(*snapshot.cohort, *snapshot.moment)));
        survey.isEachEpoch = timeline.stride() == 1;
        survey.events = findEvents(snapshot, survey);
    }
    std::vector<const RunEvent *> of(std::string_view kind) const
    {
        std::vector<const RunEvent *> found;
        for (const RunEvent &event : survey.events) {
            if (event.kind->name == kind)
                found.push_back(&event);
        }
        return found;
    }
    std::string sentence(const RunEvent &event, std::int64_t epoch) const
    {
        return event.kind->sentence(event, snapshot, survey, epoch).text();
    }
};

} // namespace actiscope::test
