// What tests of rows about images share: the digits at a moment, and what panels draw of them.
#pragma once

#include "tests/ui/training/evidence_fixture.h"

#include <QImage>

#include <cstdlib>

namespace actiscope::test {

inline int awayFrom(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

inline Experiment digitsExperiment(const std::vector<const char *> &activations, const std::vector<int> &hidden)
{
    Experiment experiment = smallExperiment(1000);
    experiment.data = ImageData{};
    experiment.hidden = hidden;
    experiment.batchSize = 32;
    experiment.tracksUnits = true;
    std::vector<ActivationSpec> specs;
    for (const char *activation : activations)
        specs.push_back(parseActivationSpec(activation));
    setActivations(experiment, specs);
    return experiment;
}

/** ReLU, tanh and sigmoid after some epochs. */
inline std::shared_ptr<const Snapshot> digitsMoment(int epochs = 3, const std::vector<int> &hidden = {64})
{
    static std::vector<std::unique_ptr<StandingRun>> runs; // what evaluates lives with its run
    runs.push_back(std::make_unique<StandingRun>(digitsExperiment({"relu", "tanh", "sigmoid"}, hidden), epochs));
    return runs.back()->snapshot();
}

template <class Row, class Panel>
const Row &rowOfPanel(const Panel &panel)
{
    return dynamic_cast<const Row &>(panel.row());
}

inline QImage pictureOfPanel(const EvidencePanel &panel)
{
    return const_cast<EvidencePanel &>(panel).grab().toImage();
}

} // namespace actiscope::test
