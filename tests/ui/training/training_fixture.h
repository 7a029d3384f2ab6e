// What the tests of the training workspace share: the workspace itself, on the Eigen backend.
#pragma once

#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/patience.h"
#include "tests/support/small_experiment.h"
#include "ui/base/activation_colors.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/training_workspace.h"

#include <QtTest>

namespace actiscope::test {

inline BackendCatalog eigenCatalog(Precision precision = Precision::Double)
{
    BackendCatalog catalog;
    catalog.choices.push_back({"eigen", "Eigen", precision == Precision::Double ? "Eigen, double" : "Eigen, float", [precision] { return makeEigenBackend(precision); }});
    return catalog;
}

/** One that fails at once, and Eigen. */
inline BackendCatalog failingCatalog()
{
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.insert(catalog.choices.begin(), {"opencl:0", "Broken device", "Fails", []() -> std::unique_ptr<Backend> {
                                                         throw BackendError("clBuildProgram", "out of resources",
                                                                            "kernel.cl:1:1: error: no\n");
                                                     }});
    return catalog;
}

/** The pointer over a widget, wherever that is: a test's screen may be smaller than its window. */
inline void moveMouse(QWidget &widget, QPoint to, Qt::MouseButtons buttons = {})
{
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

/** A workspace that is shown, with the controls that a test needs. */
struct WorkspaceFixture {
    explicit WorkspaceFixture(const Experiment &experiment = smallExperiment(), BackendCatalog choices = eigenCatalog())
        : devices(std::move(choices)), workspace(std::make_unique<TrainingWorkspace>(controller, colors))
    {
        workspace->resize(1280, 800);
        workspace->setTheme(Theme::light());
        workspace->setExperiment(experiment);
        workspace->show();
    }

    RunState state() const { return workspace->snapshot() ? workspace->snapshot()->state : RunState::Preparing; }
    std::uint64_t run() const { return workspace->snapshot() ? workspace->snapshot()->run : 0; }
    std::int64_t epoch() const { return workspace->snapshot() ? workspace->snapshot()->epoch : -1; }
    const ModelSnapshot &model(std::size_t i) const { return workspace->snapshot()->models[i]; }

    DeviceChoice devices;
    ExperimentDocument document;
    TrainingController controller{devices, document};
    ActivationColors colors;
    std::unique_ptr<TrainingWorkspace> workspace;
};

} // namespace actiscope::test

/** Waits until the workspace has shown a run of this experiment that is ready to train. */
#define WAIT_READY(fixture, wanted)                                                                                                        \
    QTRY_VERIFY_WITH_TIMEOUT((fixture).state() == RunState::Ready && (fixture).workspace->snapshot()->experiment == (wanted),              \
                             actiscope::test::patience)
