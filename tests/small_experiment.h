// An experiment that tests train in no time.
#pragma once

#include "core/experiment.h"

namespace actiscope::test {

/** The default pair with one hidden layer of 8, on 60 points. */
inline Experiment smallExperiment(int epochs = 40)
{
    Experiment experiment = defaultExperiment();
    experiment.data.samples = 60;
    experiment.hidden = {8};
    experiment.epochs = epochs;
    return experiment;
}

} // namespace actiscope::test
