// The look inside a network that is being trained: the whole window, a real session, the bars that are drawn. Offscreen.
#include "core/activations/activation_catalog.h"
#include "tests/ui/training/training_fixture.h"

#include "core/diagnostics/diagnostics.h"
#include "core/training/history.h"
#include "ui/functions/bars/inside_row.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QToolButton>

#include <numeric>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The window on the Functions workspace, with a small run prepared. */
struct Inside {
    QTemporaryDir folder;
    MainWindow window{eigenCatalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat)};

    explicit Inside(const Experiment &experiment = smallExperiment())
    {
        window.page<TrainingWorkspace>()->setExperiment(experiment);
        window.resize(1280, 800);
        window.show();
    }
    FunctionPlot &plot() { return *window.page<FunctionsWorkspace>()->plot(); }
    InsideRow &row() { return *window.page<FunctionsWorkspace>()->viewBar()->inside(); }
    QToolButton &button() { return *window.page<FunctionsWorkspace>()->viewBar()->button(&ViewOptions::inside); }
    QString title() { return plot().inside().panel().title()->text(); }
    /** The shares of all bars together. */
    double sum()
    {
        const auto &bars = *plot().inside().bars()->data();
        return std::accumulate(bars.constBegin(), bars.constEnd(), 0.0, [](double sum, const QCPBarsData &bar) { return sum + bar.value; });
    }
};

} // namespace

class TestLookInside : public QObject {
    Q_OBJECT

private slots:
    void isDisabledWithoutARun();
    void showsTheInputsOfTheFocusedActivationsNetwork();
    void followsTheRunWhileItTrains();
    void unitAndLayerAreChosen();
    void noHistogramStandsUnderAnothersCurve();
    void rangeIsTheOneInSight();
    void stopsAskingWhenItIsPutAway();
};

void TestLookInside::isDisabledWithoutARun()
{
    Inside inside;
    inside.window.page<FunctionsWorkspace>()->state().view().set(&ViewOptions::inside, true);
    QVERIFY(inside.button().isVisible() && !inside.button().isEnabled());
    QVERIFY2(inside.button().toolTip().contains(QStringLiteral("run")), qPrintable(inside.button().toolTip()));
    QVERIFY(!inside.row().isVisible());
    QVERIFY(!inside.plot().inside().panel().isShown());
}

void TestLookInside::showsTheInputsOfTheFocusedActivationsNetwork()
{
    Inside inside;
    inside.window.page<TrainingWorkspace>()->begin();
    QTRY_VERIFY_WITH_TIMEOUT(inside.button().isEnabled(), patience);
    inside.button().click();
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QVERIFY(inside.plot().inside().panel().isShown());
    QVERIFY(inside.plot().inside().panel().rect()->top() > inside.plot().valueRect()->bottom());
    QVERIFY(inside.plot().inside().panel().rect()->bottom() < inside.plot().derivativeRect()->top());
    // The same as computed here, from the initial weights.
    const Cohort cohort = makeCohort(smallExperiment());
    std::size_t model = 0;
    while (cohort.models.at(model).activation(0).activation != &inside.window.page<FunctionsWorkspace>()->state().focus())
        ++model;
    QCOMPARE(inside.row().model()->count(), 1); // of both networks, the one with the function in focus
    DiagnosticsSettings settings;
    settings.bins = InsideRow::bins;
    settings.preActivationRange = HistogramRange{-5, 5};
    QVERIFY2(inside.title().startsWith(QString::fromStdString(cohort.models[model].activation(0).label())), qPrintable(inside.title()));
    const Histogram expected = diagnose(cohort, model, cohort.models[model].initial, {}, settings).layers.at(0).preActivations;
    const auto all = double(std::accumulate(expected.counts.begin(), expected.counts.end(), expected.below + expected.above));
    const auto &bars = *inside.plot().inside().bars()->data();
    QCOMPARE(bars.size(), int(expected.counts.size()));
    for (std::size_t i = 0; i < expected.counts.size(); ++i)
        QCOMPARE(bars.at(int(i))->value, double(expected.counts[i]) / all);
}

void TestLookInside::followsTheRunWhileItTrains()
{
    Inside inside;
    inside.window.page<TrainingWorkspace>()->begin();
    inside.window.page<FunctionsWorkspace>()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("epoch 0")), patience);
    QVERIFY(!inside.window.page<TrainingWorkspace>()->isVisible());
    inside.window.page<TrainingWorkspace>()->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("epoch 40")), patience);
    inside.window.page<TrainingWorkspace>()->controller().reset();
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().endsWith(QStringLiteral("epoch 0")), patience);
}

void TestLookInside::unitAndLayerAreChosen()
{
    Experiment deep = smallExperiment();
    deep.hidden = {8, 3};
    Inside inside(deep);
    inside.window.page<TrainingWorkspace>()->begin();
    inside.window.page<FunctionsWorkspace>()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QCOMPARE(inside.row().layer()->count(), 2);
    QCOMPARE(inside.row().unit()->count(), 9);
    inside.row().layer()->setFocus();
    QTest::keyClick(inside.row().layer(), Qt::Key_Down);
    QCOMPARE(inside.row().unit()->count(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("layer 2")), patience);
    inside.row().unit()->setFocus();
    QTest::keyClick(inside.row().unit(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("unit 1 in layer 2")), patience);
}

void TestLookInside::noHistogramStandsUnderAnothersCurve()
{
    Inside inside;
    FunctionsState &state = inside.window.page<FunctionsWorkspace>()->state();
    inside.window.page<TrainingWorkspace>()->begin();
    state.view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QVERIFY2(inside.title().contains(QStringLiteral("pre-activations z of layer 1")), qPrintable(inside.title()));
    const QColor color = inside.plot().inside().bars()->pen().color();
    const auto isAbsent = [&](const QString &why) {
        inside.plot().updateNow();
        QTest::qWait(300); // an answer that was on its way is not drawn either
        bool isSaid = false;
        for (int i = 0; i < inside.plot().itemCount(); ++i) {
            const auto *text = qobject_cast<QCPItemText *>(inside.plot().item(i));
            isSaid = isSaid || (text && text->visible() && text->text().contains(why));
        }
        return isSaid && inside.sum() == 0 && inside.row().model()->count() == 0 && !inside.row().model()->isEnabled();
    };
    // No network has it, previewed, ticked or neither.
    const Activation &other = *findActivation("tanh");
    state.setFocus(other);
    QVERIFY(isAbsent(QStringLiteral("no network with Tanh")));
    state.setShown(other, true);
    QVERIFY(isAbsent(QStringLiteral("no network with Tanh")));
    // A network has it, but its curve is not drawn.
    const Activation &first = *smallExperiment().models.front().activation().activation;
    state.setShown(first, false);
    state.setFocus(first);
    QVERIFY(isAbsent(QStringLiteral("Tick %1").arg(QString::fromStdString(first.name))));
    state.setPreview(*smallExperiment().models.back().activation().activation);
    state.setPreview(first);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QVERIFY2(inside.title().startsWith(QString::fromStdString(first.name)), qPrintable(inside.title()));
    state.setShown(first, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    inside.plot().updateNow();
    QVERIFY(inside.plot().inside().bars()->pen().color() != color);
}

void TestLookInside::rangeIsTheOneInSight()
{
    Inside inside;
    inside.window.page<TrainingWorkspace>()->begin();
    inside.window.page<FunctionsWorkspace>()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    inside.plot().panel(0).x()->setRange(-0.2, 0.3);
    inside.plot().replot();
    const auto spans = [&] {
        const auto &bars = *inside.plot().inside().bars()->data();
        return !bars.isEmpty() && bars.constBegin()->key > -0.2 && (bars.constEnd() - 1)->key < 0.3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(spans(), patience);
    QVERIFY(inside.sum() < 1);
    QVERIFY2(inside.row().remark().contains(QStringLiteral("outside")), qPrintable(inside.row().remark()));
}

void TestLookInside::stopsAskingWhenItIsPutAway()
{
    Inside inside;
    inside.window.page<TrainingWorkspace>()->begin();
    inside.window.page<FunctionsWorkspace>()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    inside.button().click();
    qRegisterMetaType<DiagnosticsSettings>();
    QSignalSpy asked(inside.window.page<FunctionsWorkspace>(), &FunctionsWorkspace::diagnosticsWanted);
    inside.window.page<TrainingWorkspace>()->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(inside.window.page<TrainingWorkspace>()->snapshot()->state == RunState::Finished, patience);
    QCOMPARE(asked.size(), 0);
    QVERIFY(!inside.plot().inside().panel().isShown());
}

QTEST_MAIN(TestLookInside)

#include "tst_look_inside.moc"
