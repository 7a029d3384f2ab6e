// A view of evidence by itself, of runs that are trained to a moment.
#pragma once

#include "core/training/comparison.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/evidence/plane_row.h"
#include "ui/training/evidence/units_row.h"

namespace actiscope::test {

inline const QString planeId = QStringLiteral("plane");

inline const QString unitsId = QStringLiteral("units");

/** A run at a moment, whatever trained it. */
inline std::shared_ptr<const Snapshot> trained(const Experiment &experiment, int epochs)
{
    const std::unique_ptr<Backend> backend = makeEigenBackend(Precision::Double);
    Comparison comparison(1, experiment, *backend);
    comparison.advance(epochs);
    auto snapshot = std::make_shared<Snapshot>(comparison.snapshot(GridSpec{.width = 61, .height = 46}));
    snapshot->state = RunState::Paused;
    snapshot->evaluator = backend->evaluator();
    return snapshot;
}

inline std::vector<ModelStyle> stylesOf(const Experiment &experiment, const Theme &theme)
{
    static ActivationColors colors;
    static QObject user;
    colors.setShown(&user, modelKeys(experiment.models));
    return modelStyles(experiment, colors, theme);
}

/** A view by itself, of a size. */
struct Shown {
    Shown(const std::shared_ptr<const Snapshot> &snapshot, QSize size, const Theme &theme = Theme::light(), const QStringList &rows = {planeId, unitsId})
    {
        view.setTheme(theme);
        view.resize(size);
        view.showRows(rows);
        view.setStyles(stylesOf(snapshot->experiment, theme));
        view.showState(snapshot);
        view.show();
    }
    const UnitsPanel &units(std::size_t model) const { return dynamic_cast<const UnitsPanel &>(*view.panel(unitsId, model)); }
    const PlanePanel &plane(std::size_t model) const { return dynamic_cast<const PlanePanel &>(*view.panel(planeId, model)); }
    QPoint lamp(std::size_t model, HiddenUnit unit) const { return units(model).layout(units(model).width()).lamp(unit).toPoint(); }

    EvidenceView view;
};

#define WAIT_EXACT(shown) QTRY_VERIFY_WITH_TIMEOUT((shown).view.isExact(), patience)

} // namespace actiscope::test
