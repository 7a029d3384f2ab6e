// Every view and dialog of the window, by name: what opens it, and what closes it again.
#pragma once

#include "tests/ui/training/training_fixture.h"

#include "ui/charts/export_dialog.h"
#include "ui/charts/export_source.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/formula/formula_dialog.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"
#include "ui/training/data/csv_dialog.h"
#include "ui/training/data/points_dialog.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/seeds_mode.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/model_row.h"
#include "ui/training/settings/panel_drawer.h"
#include "ui/training/settings/setting_fields.h"
#include "ui/training/step/step_page.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/training/document/subject.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/command_palette.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"
#include "ui/base/message_banner.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace actiscope::test {

/** What is looked at: a widget that is shown, the window or a dialog. */
using Look = std::function<void(QWidget &)>;

struct View {
    QString name;
    std::function<void(MainWindow &, const Look &)> open; ///< and look, and close it
};

/** Sees widgets that get another place, size or look. */
class MoveWatch : public QObject {
public:
    MoveWatch() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        static constexpr QEvent::Type moves[] = {QEvent::LayoutRequest, QEvent::Resize,      QEvent::Show,           QEvent::Hide,
                                                 QEvent::FontChange,    QEvent::StyleChange, QEvent::LanguageChange, QEvent::DeferredDelete};
        m_hasMoved = m_hasMoved || (object->isWidgetType() && std::ranges::find(moves, event->type()) != std::end(moves));
        return false;
    }
    bool takeMoved() { return std::exchange(m_hasMoved, false); }

private:
    bool m_hasMoved = true;
};

/** Layouts come to rest: nothing moves any more in two turns of the event loop. */
inline void comeToRest()
{
    constexpr int turn = 10, most = 100; // ms; turns
    MoveWatch watch;
    for (int still = 0, turns = 0; still < 2 && turns < most; ++turns) {
        QTest::qWait(turn);
        still = watch.takeMoved() ? 0 : still + 1;
    }
}

inline void lookAtDialog(QDialog &dialog, const Look &look)
{
    dialog.show();
    comeToRest();
    look(dialog);
}

/** One that runs until it is answered. */
inline void lookAtModal(const Look &look, const std::function<void()> &run)
{
    QTimer::singleShot(80, qApp, [look] {
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        look(*dialog);
        dialog->close();
    });
    run();
}

inline void lookAtMenu(QMenu &menu, const QPoint &place, const Look &look)
{
    menu.popup(place);
    comeToRest();
    look(menu);
    menu.close();
}

/** The workspace of a subject, with its run. */
inline TrainingWorkspace &showNetworks(MainWindow &window, const Subject &subject)
{
    window.setWorkspace(QLatin1String(subject.id));
    auto &networks = *qobject_cast<TrainingWorkspace *>(window.currentWorkspace());
    (void)QTest::qWaitFor([&] { return networks.snapshot() != nullptr; }, patience);
    comeToRest();
    return networks;
}

inline TrainingWorkspace &showTraining(MainWindow &window)
{
    return showNetworks(window, pointSubject());
}

/** A few of the digits. */
inline Experiment smallImages()
{
    Experiment experiment = imageSubject().firstExperiment();
    auto &images = std::get<ImageData>(experiment.data);
    images.trainCount = 100;
    experiment.hidden = {8};
    experiment.stop.epochs = 3;
    return experiment;
}

inline void lookAtMenusOf(QWidget &workspace, const Look &look)
{
    for (QToolButton *button : workspace.findChildren<QToolButton *>()) {
        if (button->isVisible() && button->menu() && button->isEnabled())
            lookAtMenu(*button->menu(), button->mapToGlobal(QPoint(0, button->height())), look);
    }
}

/** Every setting that there is, page by page. */
inline void lookAtSettings(MainWindow &window, TrainingWorkspace &networks, const Look &look)
{
    networks.drawer()->setOpen(true);
    ExperimentPanel &panel = *networks.experimentPanel();
    const auto unfold = [&panel] {
        for (const SettingGroup group : {SettingGroup::Data, SettingGroup::Network, SettingGroup::Training}) {
            SettingFields *fields = panel.group(group);
            if (fields->moreButton() && fields->moreButton()->isVisible())
                fields->moreButton()->click();
        }
    };
    unfold();
    panel.models()->rows().front()->setOpen(true);
    comeToRest();
    QScrollBar &bar = *panel.verticalScrollBar();
    for (int place = 0;; place += std::max(1, bar.pageStep())) {
        bar.setValue(place);
        comeToRest();
        look(window);
        if (place >= bar.maximum())
            break;
    }
    unfold(); // and fold
    panel.models()->rows().front()->setOpen(false);
    networks.drawer()->setOpen(false);
}

inline void lookAtRow(MainWindow &window, const Subject &subject, const QString &id, const Look &look)
{
    EvidenceView &evidence = *showNetworks(window, subject).evidence();
    const QStringList before = evidence.shownRows();
    evidence.showRows({id});
    (void)QTest::qWaitFor([&] { return evidence.isExact(); }, patience);
    comeToRest();
    look(window);
    evidence.toggleEnlarged(0);
    comeToRest();
    look(window);
    evidence.toggleEnlarged(0);
    evidence.showRows(before);
}

inline void lookAtSeeds(MainWindow &window, const Subject &subject, const Look &look)
{
    TrainingWorkspace &networks = showNetworks(window, subject);
    networks.seedsMode()->toggle();
    (void)QTest::qWaitFor([&] { return networks.seedsPage()->progress() && !networks.seedsPage()->progress()->isRunning; }, patience);
    comeToRest();
    look(window);
    networks.seedsMode()->toggle();
}

inline std::vector<View> functionsViews()
{
    return {
        {"functions", [](MainWindow &window, const Look &look) {
             window.setWorkspace(QStringLiteral("functions"));
             comeToRest();
             look(window);
         }},
        {"functions, all options", [](MainWindow &window, const Look &look) {
             window.setWorkspace(QStringLiteral("functions"));
             auto &view = *window.findChild<ViewBar *>();
             for (QAction *action : view.optionActions()) {
                 if (action->isEnabled() && !action->isChecked())
                     action->trigger();
             }
             comeToRest();
             look(window);
             for (bool ViewOptions::*option : {&ViewOptions::secondDerivative, &ViewOptions::equalScale, &ViewOptions::family, &ViewOptions::comparison, &ViewOptions::inside}) {
                 if (view.action(option)->isChecked())
                     view.action(option)->trigger();
             }
         }},
        {"functions, menus", [](MainWindow &window, const Look &look) {
             window.setWorkspace(QStringLiteral("functions"));
             lookAtMenusOf(*window.currentWorkspace(), look);
         }},
        {"functions, presenter", [](MainWindow &window, const Look &look) {
             window.setWorkspace(QStringLiteral("functions"));
             window.setPresenting(true);
             comeToRest();
             look(window);
             window.setPresenting(false);
         }},
        {"new activation", [](MainWindow &window, const Look &look) {
             FormulaDialog dialog(window.theme(), nullptr, &window);
             lookAtDialog(dialog, look);
             dialog.findChildren<QLineEdit *>().front()->setText(QStringLiteral("a*x*sgmoid(b*x"));
             comeToRest();
             look(dialog);
             dialog.findChildren<QLineEdit *>().front()->setText(QStringLiteral("max(a*x, x) + b*floor(x)"));
             QTest::qWait(400);
             look(dialog);
         }},
        {"export functions", [](MainWindow &window, const Look &look) {
             const std::unique_ptr<ExportSource> source = window.page<FunctionsWorkspace>()->exportSource();
             ExportDialog dialog(*source, &window);
             lookAtDialog(dialog, look);
         }},
    };
}

inline std::vector<View> trainingViews()
{
    std::vector<View> views = {
        {"training", [](MainWindow &window, const Look &look) {
             showTraining(window);
             look(window);
         }},
        {"training, settings", [](MainWindow &window, const Look &look) { lookAtSettings(window, showTraining(window), look); }},
        {"training, menus", [](MainWindow &window, const Look &look) { lookAtMenusOf(showTraining(window), look); }},
        {"training, earlier runs", [](MainWindow &window, const Look &look) {
             TrainingWorkspace &training = showTraining(window);
             training.timeline()->showRuns();
             comeToRest();
             if (QWidget *popup = QApplication::activePopupWidget()) {
                 look(*popup);
                 popup->close();
             } else
                 look(window);
         }},
        {"training, a message", [](MainWindow &window, const Look &look) {
             auto &banner = *showTraining(window).findChild<MessageBanner *>();
             banner.showMessage(QCoreApplication::translate("actiscope::MessageBanner", "Training stopped: %1").arg(QStringLiteral("clBuildProgram: kernel.cl:1:1")),
                                QCoreApplication::translate("actiscope::MessageBanner", "Continue with Eigen"), QStringLiteral("kernel.cl:1:1: error: no\n"));
             for (int i = 0; i < 2; ++i) { // without and with its log
                 comeToRest();
                 look(window);
                 banner.logButton()->click();
             }
             banner.hide();
         }},
        {"training, seeds", [](MainWindow &window, const Look &look) { lookAtSeeds(window, pointSubject(), look); }},
        {"training, a step", [](MainWindow &window, const Look &look) {
             TrainingWorkspace &training = showTraining(window);
             QAction *action = window.actionRegistry().find(QStringLiteral("training.step-by-step"));
             action->trigger();
             (void)QTest::qWaitFor([&] { return training.stepPage()->answer() != nullptr; }, patience);
             for (const StepStage stage : {StepStage::Forward, StepStage::Loss, StepStage::Backward, StepStage::Update}) {
                 training.stepPage()->setStage(stage);
                 comeToRest();
                 look(window);
             }
             action->trigger();
         }},
        {"training, presenter", [](MainWindow &window, const Look &look) {
             showTraining(window);
             window.setPresenting(true);
             comeToRest();
             look(window);
             window.setPresenting(false);
         }},
        {"points", [](MainWindow &window, const Look &look) {
             LabelledPoints points;
             PointsDialog dialog(points, window.theme(), &window);
             dialog.curveField()->setText(QStringLiteral("sin(3*y)"));
             lookAtDialog(dialog, look);
         }},
        {"a CSV file", [](MainWindow &window, const Look &look) {
             CsvDialog dialog("petal;sepal;flower\n1,5;2,5;setosa\n1,25;2;versicolor\n0;1;setosa\n", QStringLiteral("flowers of the garden.csv"), window.theme(),
                              &window);
             lookAtDialog(dialog, look);
             CsvDialog faulty("x,y,label\n1,2,a\n1,b,c\n", QStringLiteral("a.csv"), window.theme(), &window);
             lookAtDialog(faulty, look);
         }},
        {"export training", [](MainWindow &window, const Look &look) {
             const std::unique_ptr<ExportSource> source = showTraining(window).exportSource();
             ExportDialog dialog(*source, &window);
             lookAtDialog(dialog, look);
         }},
    };
    for (const EvidenceKind *kind : evidenceKindsOf(pointSubject())) {
        const QString id = QString::fromLatin1(kind->id);
        views.push_back({QStringLiteral("training, ") + id, [id](MainWindow &window, const Look &look) { lookAtRow(window, pointSubject(), id, look); }});
    }
    return views;
}

inline std::vector<View> imageViews()
{
    std::vector<View> views = {
        {"images", [](MainWindow &window, const Look &look) {
             showNetworks(window, imageSubject());
             look(window);
         }},
        {"images, settings", [](MainWindow &window, const Look &look) { lookAtSettings(window, showNetworks(window, imageSubject()), look); }},
        {"images, menus", [](MainWindow &window, const Look &look) { lookAtMenusOf(showNetworks(window, imageSubject()), look); }},
        {"images, presenter", [](MainWindow &window, const Look &look) {
             showNetworks(window, imageSubject());
             window.setPresenting(true);
             comeToRest();
             look(window);
             window.setPresenting(false);
         }},
    };
    for (const EvidenceKind *kind : evidenceKindsOf(imageSubject())) {
        const QString id = QString::fromLatin1(kind->id);
        views.push_back({QStringLiteral("images, ") + id, [id](MainWindow &window, const Look &look) { lookAtRow(window, imageSubject(), id, look); }});
    }
    return views;
}

inline std::vector<View> windowViews()
{
    return {
        {"a question", [](MainWindow &window, const Look &look) {
             auto &banner = *window.centralWidget()->findChild<MessageBanner *>(QString(), Qt::FindDirectChildrenOnly);
             banner.ask(SessionFiles::tr("Changes of %1 were not saved when the program ended.").arg(QStringLiteral("11/28/26 5:24 PM")), MainWindow::tr("Go on with them"), MainWindow::tr("Discard them"));
             for (const char *workspace : {"functions", "training", "images"}) {
                 window.setWorkspace(QLatin1String(workspace));
                 comeToRest();
                 look(window);
             }
             banner.hide();
         }},
        {"menus", [](MainWindow &window, const Look &look) {
             for (QAction *action : window.menuBar()->actions())
                 lookAtMenu(*action->menu(), window.menuBar()->mapToGlobal(window.menuBar()->actionGeometry(action).bottomLeft()), look);
         }},
        {"commands", [](MainWindow &window, const Look &look) {
             CommandPalette dialog(window.actionRegistry(), &window);
             lookAtDialog(dialog, look);
             dialog.findChild<QLineEdit *>()->setText(QStringLiteral("qqqqq"));
             comeToRest();
             look(dialog);
         }},
        {"keys", [](MainWindow &window, const Look &look) {
             KeysDialog dialog(window.actionRegistry(), &window);
             lookAtDialog(dialog, look);
         }},
        {"about", [](MainWindow &window, const Look &look) {
             lookAtModal(look, [&] { window.actionRegistry().find(QStringLiteral("help.about"))->trigger(); });
         }},
        {"unsaved changes", [](MainWindow &window, const Look &look) {
             Experiment other = window.services().document.experiment();
             other.hidden.push_back(5);
             window.services().document.apply(other);
             lookAtModal(look, [&] { (void)window.sessionFiles().mayLeave(); });
             window.services().document.undo().undo();
         }},
    };
}

inline std::vector<View> everyView()
{
    std::vector<View> all;
    for (const auto &views : {functionsViews(), trainingViews(), imageViews(), windowViews()})
        all.insert(all.end(), views.begin(), views.end());
    return all;
}

} // namespace actiscope::test
