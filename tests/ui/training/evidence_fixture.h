// What tests of evidence rows share: a run at a moment, and the centre that shows it.
#pragma once

#include "core/engine/eigen_backend.h"
#include "tests/support/patience.h"
#include "tests/support/rewound_run.h"
#include "tests/support/small_experiment.h"
#include "ui/base/activation_colors.h"
#include "ui/charts/model_style.h"
#include "ui/training/evidence/evidence_view.h"

#include <QtTest>

#include <memory>
#include <string>
#include <vector>

namespace actiscope::test {

/** A run that stands at a moment; what evaluates beside it lives as long. */
class StandingRun {
public:
    explicit StandingRun(const Experiment &experiment, int epochs) : m_run(recorded(*m_backend, newRecord(experiment)))
    {
        if (epochs > 0)
            m_run->advance(epochs);
    }

    RecordedRun &run() { return *m_run; }
    std::shared_ptr<const Snapshot> snapshot()
    {
        auto snapshot = std::make_shared<Snapshot>(m_run->snapshot(GridSpec{.width = 21, .height = 15}));
        snapshot->state = RunState::Paused;
        snapshot->evaluator = m_run->task().evaluator();
        return snapshot;
    }

private:
    std::unique_ptr<Backend> m_backend = makeEigenBackend();
    std::unique_ptr<RecordedRun> m_run;
};

/** The default data with these activations and layers. */
inline Experiment evidenceExperiment(const std::vector<const char *> &activations, const std::vector<int> &hidden = {6, 5})
{
    Experiment experiment = smallExperiment(1000);
    generated(experiment.data).samples = 120;
    experiment.hidden = hidden;
    std::vector<ActivationSpec> specs;
    for (const char *activation : activations)
        specs.push_back(parseActivationSpec(activation));
    setActivations(experiment, specs);
    return experiment;
}

/** The centre, showing some rows of a run. */
struct EvidenceFixture {
    EvidenceFixture(const std::shared_ptr<const Snapshot> &snapshot, const QStringList &rows, QSize size = {900, 900}, const Theme &theme = Theme::light())
        : view(nullptr, subjectOf(snapshot->experiment))
    {
        colors.setShown(&view, modelKeys(snapshot->experiment.models));
        view.resize(size);
        view.setTheme(theme);
        view.setStyles(modelStyles(snapshot->experiment, colors, theme));
        view.showState(snapshot);
        view.showRows(rows);
        static_cast<QWidget &>(view).show();
    }

    template <class Panel>
    Panel &panel(const char *id, std::size_t model) const
    {
        return *qobject_cast<Panel *>(view.panel(QLatin1String(id), model));
    }

    ActivationColors colors;
    EvidenceView view;
};

} // namespace actiscope::test

/** Until everything that is shown is of the moment. */
#define WAIT_EXACT(fixture) QTRY_VERIFY_WITH_TIMEOUT((fixture).view.isExact(), actiscope::test::patience)
