// What tests of the timeline share: runs in the training workspace, and places on the chart.
#pragma once

#include "tests/ui/training/training_fixture.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/timeline/timeline_view.h"

#include <cstring>

namespace actiscope::test {

class TimelineTest : public QObject {
protected:
    static bool sameBits(const EpochFigures &a, const EpochFigures &b) { return std::memcmp(&a, &b, sizeof a) == 0; }
    static void trainToEnd(WorkspaceFixture &fixture)
    {
        WAIT_READY(fixture, fixture.document.experiment());
        fixture.workspace->controls()->setPace(0);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
    }
    /** To its end. */
    static bool isSurveyed(const WorkspaceFixture &fixture)
    {
        const auto survey = fixture.controller.survey();
        return survey && survey->isComplete && survey->furthest == fixture.workspace->snapshot()->furthest;
    }
    static TimelinePlot &plotOf(WorkspaceFixture &fixture) { return *fixture.workspace->timeline()->plot(); }
    static QPoint at(TimelinePlot &plot, std::int64_t epoch)
    {
        plot.replot(); // laid out
        return {qRound(plot.pixelOf(epoch)), plot.height() / 2};
    }
    static Experiment withRate(double rate)
    {
        Experiment experiment = smallExperiment();
        for (ModelConfiguration &model : experiment.models)
            model.optimizer.learningRate = rate;
        return experiment;
    }
};

} // namespace actiscope::test
