// An experiment that tests train in no time.
#pragma once

#include "core/training/experiment.h"

#include <memory>
#include <utility>

namespace actiscope::test {

/** The default pair with one hidden layer of 8, on 60 points. */
inline Experiment smallExperiment(int epochs = 40)
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 60;
    experiment.hidden = {8};
    experiment.stop.epochs = epochs;
    return experiment;
}

/** It on a plane whose targets are in millions, as a caller's may be: the first loss is about 1e14. */
inline Cohort cohortOfLargeTargets()
{
    constexpr double large = 1e7;
    Experiment experiment = smallExperiment();
    generated(experiment.data).kind = "plane";
    experiment.loss = Loss::MeanSquaredError;
    Cohort cohort = makeCohort(experiment);
    Dataset data = *cohort.data;
    for (LabelledPoints *part : {&data.all, &data.train, &data.test}) {
        for (double &target : part->targets)
            target *= large;
    }
    cohort.data = std::make_shared<const Dataset>(std::move(data));
    return cohort;
}

} // namespace actiscope::test
