// The look inside a network that is being trained: the whole window, a real session, the bars that are drawn. Offscreen.
#include "training_fixture.h"

#include "core/diagnostics.h"
#include "core/history.h"
#include "ui/functions/function_plot.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/functions_view.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/inside_panel.h"
#include "ui/functions/inside_row.h"
#include "ui/functions/view_bar.h"
#include "ui/main_window.h"

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
        window.training()->setExperiment(experiment);
        window.resize(1280, 800);
        window.show();
    }
    FunctionPlot &plot() { return *window.functions()->plot(); }
    InsideRow &row() { return *window.functions()->viewBar()->inside(); }
    QToolButton &button() { return *window.functions()->viewBar()->button(&ViewOptions::inside); }
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
    void isAbsentWithoutARun();
    void showsTheInputsOfTheFocusedActivationsNetwork();
    void followsTheRunWhileItTrains();
    void unitAndLayerAreChosen();
    void rangeIsTheOneInSight();
    void stopsAskingWhenItIsPutAway();
};

void TestLookInside::isAbsentWithoutARun()
{
    Inside inside;
    inside.window.functions()->state().view().set(&ViewOptions::inside, true);
    QVERIFY(!inside.button().isVisible());
    QVERIFY(!inside.row().isVisible());
    QVERIFY(!inside.plot().inside().panel().isShown());
}

void TestLookInside::showsTheInputsOfTheFocusedActivationsNetwork()
{
    Inside inside;
    inside.window.training()->begin();
    QTRY_VERIFY_WITH_TIMEOUT(inside.button().isVisible(), patience);
    inside.button().click();
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QVERIFY(inside.plot().inside().panel().isShown());
    QVERIFY(inside.plot().inside().panel().rect()->top() > inside.plot().valueRect()->bottom());
    QVERIFY(inside.plot().inside().panel().rect()->bottom() < inside.plot().derivativeRect()->top());
    // The same as computed here, from the initial weights.
    const Cohort cohort = makeCohort(smallExperiment());
    const auto model = std::size_t(inside.row().model()->currentIndex());
    QCOMPARE(cohort.models.at(model).activation(0).activation, &inside.window.functions()->state().focus());
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
    inside.window.training()->begin();
    inside.window.functions()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("epoch 0")), patience);
    QVERIFY(!inside.window.training()->isVisible());
    inside.window.training()->playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().contains(QStringLiteral("epoch 40")), patience);
    inside.window.training()->reset();
    QTRY_VERIFY_WITH_TIMEOUT(inside.title().endsWith(QStringLiteral("epoch 0")), patience);
}

void TestLookInside::unitAndLayerAreChosen()
{
    Experiment deep = smallExperiment();
    deep.hidden = {8, 3};
    Inside inside(deep);
    inside.window.training()->begin();
    inside.window.functions()->state().view().set(&ViewOptions::inside, true);
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
    // An activation that no network has: the same network, in its own colour.
    const QColor color = inside.plot().inside().bars()->pen().color();
    inside.window.functions()->state().setFocus(*findActivation("tanh"));
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    inside.plot().updateNow();
    QCOMPARE(inside.plot().inside().bars()->pen().color(), color);
    // Another activation in focus: its network.
    const int before = inside.row().model()->currentIndex();
    inside.window.functions()->state().setFocus(*deep.activations.front().activation);
    QVERIFY(inside.row().model()->currentIndex() != before);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    QVERIFY(inside.plot().inside().bars()->pen().color() != color);
}

void TestLookInside::rangeIsTheOneInSight()
{
    Inside inside;
    inside.window.training()->begin();
    inside.window.functions()->state().view().set(&ViewOptions::inside, true);
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
    inside.window.training()->begin();
    inside.window.functions()->state().view().set(&ViewOptions::inside, true);
    QTRY_VERIFY_WITH_TIMEOUT(inside.sum() > 0, patience);
    inside.button().click();
    qRegisterMetaType<DiagnosticsSettings>();
    QSignalSpy asked(inside.window.functions(), &FunctionsWorkspace::diagnosticsWanted);
    inside.window.training()->playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(inside.window.training()->snapshot()->state == RunState::Finished, patience);
    QCOMPARE(asked.size(), 0);
    QVERIFY(!inside.plot().inside().panel().isShown());
}

QTEST_MAIN(TestLookInside)

#include "tst_look_inside.moc"
