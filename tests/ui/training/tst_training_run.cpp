// The training workspace as a whole: real widgets, a real session and the Eigen backend, offscreen.
#include "core/activations/builtin_activations.h"
#include "tests/support/loop_watch.h"
#include "tests/ui/training/training_fixture.h"

#include "tests/support/patience.h"
#include "ui/base/class_palette.h"
#include "ui/base/message_banner.h"
#include "ui/base/number_format.h"
#include "ui/base/resources.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/evidence/plane_row.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/timeline/timeline_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr double longestGap = isSanitized ? 500 : 50; // ms

/** An epoch of the default experiment takes half a second under a sanitizer. */
Experiment streamedExperiment()
{
    return isSanitized ? smallExperiment() : defaultExperiment();
}

bool sameBits(double a, double b)
{
    return std::memcmp(&a, &b, sizeof a) == 0;
}

/** A curve of the first strip: of the test points, or of the training points (1). */
const StripChart::Curve &curveOf(const WorkspaceFixture &fixture, std::size_t model, std::size_t place)
{
    return *fixture.workspace->timeline()->plot()->strip(0).curve(model, place);
}

const PlanePanel &planeOf(const WorkspaceFixture &fixture, std::size_t model)
{
    return dynamic_cast<const PlanePanel &>(*fixture.workspace->evidence()->panel(QStringLiteral("plane"), model));
}

void press(TrainingWorkspace &workspace, Qt::Key key)
{
    workspace.activateWindow();
    QTest::keyClick(&workspace, key);
}

} // namespace

class TestTrainingRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }

    void theDefaultExperimentIsReadyAtOnce()
    {
        WorkspaceFixture fixture(defaultExperiment());
        WAIT_READY(fixture, defaultExperiment());
        QCOMPARE(fixture.workspace->timeline()->hint(), QStringLiteral("Press Space to train"));
        QCOMPARE(fixture.workspace->controls()->epochText(), QStringLiteral("epoch 0 / 100"));
        for (const std::size_t model : {0u, 1u}) {
            QTRY_VERIFY_WITH_TIMEOUT(planeOf(fixture, model).plane().boundary(), patience);
            QVERIFY(!fixture.workspace->evidence()->title(model)->fittingParts(1000).value.isEmpty());
            QVERIFY(!decisionContour(*planeOf(fixture, model).plane().boundary()).empty());
        }
        QVERIFY(!fixture.workspace->evidence()->panel(QStringLiteral("plane"), 2));
    }

    void playStreamsWhileTheEventLoopStaysResponsive()
    {
        Experiment endless = streamedExperiment();
        endless.stop.epochs = 1'000'000;
        WorkspaceFixture fixture(endless);
        WAIT_READY(fixture, endless);
        QTest::qWait(300); // the first paint of everything is over
        fixture.workspace->controls()->setPace(0);
        QSignalSpy shown(fixture.workspace.get(), &TrainingWorkspace::snapshotShown);
        QSignalSpy status(fixture.workspace.get(), &TrainingWorkspace::statusChanged);
        fixture.workspace->controller().playOrPause();
        // What the program does to itself it does again and again; a host that stops the machine for a moment does so once.
        std::array<double, 3> gaps{};
        for (double &gap : gaps) {
            const auto before = shown.count();
            LoopWatch watch;
            watch.start();
            QElapsedTimer clock;
            clock.start();
            QTRY_VERIFY_WITH_TIMEOUT(shown.count() >= before + 15 && clock.elapsed() > 1000, patience);
            gap = watch.worst();
            qInfo("%lld snapshots in %lld ms, longest gap %.1f ms", static_cast<long long>(shown.count() - before),
                  static_cast<long long>(clock.elapsed()), gap);
        }
        std::ranges::sort(gaps);
        QVERIFY2(gaps[1] <= longestGap, qPrintable(QString::number(gaps[1])));
        QVERIFY(status.count() > 1);
        QVERIFY(status[0][0].toString().contains(QStringLiteral("steps/s")));
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Paused, patience);
        QCOMPARE(status.last()[0].toString(), QString());
        const int rows = static_cast<int>(fixture.epoch()) + 1;
        constexpr int thinnedFrom = StripChart::maxRows; // rows: of more, a quarter as many parts at least, a point or two each
        const auto drawn = [&fixture] { return curveOf(fixture, 0, 1).graph->dataCount(); }; // the chart draws with its next frame
        QTRY_VERIFY2_WITH_TIMEOUT(rows > thinnedFrom ? drawn() >= thinnedFrom / 4 && drawn() < rows : drawn() == rows,
                                  qPrintable(QStringLiteral("%1 of %2").arg(drawn()).arg(rows)), patience);
    }

    void trainingStopsAfterTheLastEpoch()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        QCOMPARE(fixture.epoch(), std::int64_t{40});
        QCOMPARE(curveOf(fixture, 0, 1).graph->dataCount(), 41);
        QVERIFY(fixture.workspace->controls()->epochText().contains(QStringLiteral("40 / 40")));
    }

    void curvesHoldTheExactLosses()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        for (std::size_t i = 0; i < 2; ++i) {
            const QCPGraph &test = *curveOf(fixture, i, 0).graph, &train = *curveOf(fixture, i, 1).graph;
            QCOMPARE(train.dataCount(), static_cast<int>(fixture.model(i).history.size()));
            for (int e = 0; e < train.dataCount(); ++e) {
                QVERIFY(sameBits(train.data()->at(e)->value, fixture.model(i).history[static_cast<std::size_t>(e)].trainLoss));
                QVERIFY(sameBits(test.data()->at(e)->value, fixture.model(i).history[static_cast<std::size_t>(e)].testLoss));
            }
        }
    }

    void keysPlayAndPauseStepAndReset()
    {
        Experiment endless = smallExperiment();
        endless.stop.epochs = 1'000'000;
        WorkspaceFixture fixture(endless);
        WAIT_READY(fixture, endless);
        QVERIFY(QTest::qWaitForWindowActive(fixture.workspace.get()));
        press(*fixture.workspace, Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
        QCOMPARE(fixture.workspace->timeline()->hint(), QString());
        press(*fixture.workspace, Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{2}, patience);
        QTest::qWait(150);
        QCOMPARE(fixture.epoch(), std::int64_t{2});
        QCOMPARE(fixture.model(0).history.size(), std::size_t{3});
        press(*fixture.workspace, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Running && fixture.epoch() > 4, patience);
        press(*fixture.workspace, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Paused, patience);
        const std::uint64_t run = fixture.run();
        press(*fixture.workspace, Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.epoch() == 0, patience);
    }

    void resetRestoresTheFirstLossExactly()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        const EpochFigures first = fixture.model(1).history[0];
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        fixture.workspace->controller().reset();
        WAIT_READY(fixture, smallExperiment());
        QVERIFY(sameBits(fixture.model(1).history[0].trainLoss, first.trainLoss));
        QVERIFY(sameBits(fixture.model(1).history[0].testLoss, first.testLoss));
        QCOMPARE(curveOf(fixture, 1, 1).graph->dataCount(), 1);
    }

    void playAtTheEndBeginsAgain()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->controls()->setPace(0);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        const std::uint64_t run = fixture.run();
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.state() == RunState::Finished, patience);
    }

    void everyActivationOfTheRegistryTrainsAndIsDrawn()
    {
        WorkspaceFixture fixture;
        for (const Activation &activation : activations()) {
            Experiment experiment = smallExperiment();
            setActivations(experiment, std::vector{defaultSpec(activation)});
            fixture.workspace->setExperiment(experiment);
            WAIT_READY(fixture, experiment);
            fixture.workspace->controller().step();
            QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
            QVERIFY(fixture.workspace->evidence()->title(0)->accessibleName().startsWith(QString::fromStdString(activation.name)));
            QVERIFY(planeOf(fixture, 0).plane().boundary() == fixture.model(0).boundary);
            QVERIFY(fixture.workspace->timeline()->plot()->strip(0).curve(0) && !fixture.workspace->timeline()->plot()->strip(0).curve(1));
        }
    }

    void thePlaneIsShadedByTheProbabilitiesOfTheSnapshot()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->evidence()->isExact(), patience);
        const PlanePanel &panel = planeOf(fixture, 1);
        const PlaneView view = panel.view();
        const Boundary &boundary = *fixture.model(1).boundary;
        QImage image(panel.size(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        panel.plane().drawShading(painter, view);
        painter.end();
        int near = 0, all = 0;
        for (int row = 1; row < boundary.grid.height - 1; row += 7) {
            for (int column = 1; column < boundary.grid.width - 1; column += 5) {
                const double x = std::lerp(boundary.grid.xMin, boundary.grid.xMax, double(column) / (boundary.grid.width - 1));
                const double y = std::lerp(boundary.grid.yMin, boundary.grid.yMax, double(row) / (boundary.grid.height - 1));
                const double p = double{boundary.probability[static_cast<std::size_t>(row * boundary.grid.width + column)]};
                const QColor wanted = probabilityShade(p, Theme::light());
                const QColor seen = image.pixelColor(view.toArea(x, y).toPoint());
                near += std::abs(seen.lightness() - wanted.lightness()) <= 4 ? 1 : 0;
                ++all;
            }
        }
        QVERIFY2(near > 0.95 * all, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(all)));
    }

    void onePanelForEachModelAndOneCanBeEnlarged()
    {
        Experiment six = smallExperiment();
        six.models.clear();
        for (const Activation &activation : activations().first(Experiment::maxModels))
            six.models.push_back({.activations = {defaultSpec(activation)}});
        WorkspaceFixture fixture(six);
        WAIT_READY(fixture, six);
        EvidenceView &view = *fixture.workspace->evidence();
        const auto panel = [&view](std::size_t model) { return view.panel(QStringLiteral("plane"), model); };
        for (std::size_t i = 0; i < Experiment::maxModels; ++i)
            QVERIFY(panel(i));
        const QSize small = panel(2)->size();
        QVERIFY(QTest::qWaitForWindowActive(fixture.workspace.get()));
        press(*fixture.workspace, Qt::Key_3);
        QCOMPARE(view.enlarged(), std::optional<std::size_t>(2));
        for (std::size_t i = 0; i < Experiment::maxModels; ++i)
            QCOMPARE(panel(i) != nullptr, i == 2);
        QVERIFY(panel(2)->width() > 2 * small.width() && panel(2)->height() > small.height());
        press(*fixture.workspace, Qt::Key_3);
        QVERIFY(!view.enlarged());
        for (std::size_t i = 0; i < Experiment::maxModels; ++i)
            QVERIFY(panel(i)->isVisible());
        QTest::mouseDClick(panel(4), Qt::LeftButton);
        QCOMPARE(view.enlarged(), std::optional<std::size_t>(4));
        press(*fixture.workspace, Qt::Key_Escape);
        QVERIFY(!view.enlarged());
    }

    void aDivergedModelSaysSo()
    {
        Experiment wild = smallExperiment();
        for (ModelConfiguration &model : wild.models)
            model.optimizer.learningRate = 1e6;
        wild.stop.epochs = 2000;
        WorkspaceFixture fixture(wild);
        WAIT_READY(fixture, wild);
        fixture.workspace->controls()->setPace(0);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        QVERIFY(fixture.model(0).divergedAt.has_value());
        const QString expected = QStringLiteral("diverged at epoch %1").arg(*fixture.model(0).divergedAt);
        QCOMPARE(fixture.workspace->evidence()->title(0)->fittingParts(1000).value, expected);
        const StripTexts::Label &label = fixture.workspace->timeline()->plot()->texts(0).labels()[0];
        QVERIFY(label.hasCross && label.value == QStringLiteral("diverged"));
    }

    void theReadoutGivesTheExactFigures()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->controls()->setPace(0);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        TimelinePlot &plot = *fixture.workspace->timeline()->plot();
        plot.replot(); // laid out
        moveMouse(plot, QPoint(qRound(plot.pixelOf(17)), plot.height() / 2));
        QCOMPARE(plot.pointer(), std::optional<std::int64_t>(17));
        const QStringList lines = plot.readout().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QStringLiteral("epoch 17"));
        QCOMPARE(plot.accessibleDescription(), plot.readout());
        for (std::size_t i = 0; i < 2; ++i) {
            const EpochFigures &row = fixture.model(i).history[17];
            const QString expected = QStringLiteral(": Loss %1 · %2, Accuracy %3 · %4")
                                         .arg(formatNumber(row.testLoss, 6), formatNumber(row.trainLoss, 6),
                                              formatNumber(100 * row.testAccuracy, 6), formatNumber(100 * row.trainAccuracy, 6));
            QVERIFY2(lines[static_cast<qsizetype>(i) + 1].endsWith(expected), qPrintable(plot.readout()));
        }
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&plot, &leave);
        QVERIFY(!plot.pointer());
        QVERIFY(plot.readout().startsWith(QStringLiteral("epoch 40\n")));
    }

    void withBatchesTheFirstRowHasNoTrainingLoss()
    {
        Experiment batches = smallExperiment();
        batches.batchSize = 16;
        WorkspaceFixture fixture(batches);
        WAIT_READY(fixture, batches);
        const TimelinePlot &plot = *fixture.workspace->timeline()->plot();
        QVERIFY(std::isnan(curveOf(fixture, 0, 1).at(0)));
        QCOMPARE(curveOf(fixture, 0, 0).at(0), fixture.model(0).history[0].testLoss);
        QVERIFY(plot.strip(0).axisRect()->axis(QCPAxis::atLeft)->range().contains(fixture.model(0).history[0].testLoss));
        fixture.workspace->controls()->setPace(0);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        for (int e = 1; e <= 40; ++e) // whenever the window took its pictures
            QVERIFY(sameBits(curveOf(fixture, 0, 1).at(e), fixture.model(0).history[static_cast<std::size_t>(e)].trainLoss));
        const_cast<TimelinePlot &>(plot).setPointer(0);
        const QString first = plot.readout().split(QLatin1Char('\n'))[1];
        QVERIFY2(first.contains(QStringLiteral("Loss %1 · –").arg(formatNumber(fixture.model(0).history[0].testLoss, 6))),
                 qPrintable(first));
        const_cast<TimelinePlot &>(plot).setPointer(1);
        QVERIFY(!plot.readout().contains(QStringLiteral("–")));
    }

    void theLossAxisIsLogarithmicOnDemand()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        const QCPAxis *axis = fixture.workspace->timeline()->plot()->strip(0).axisRect()->axis(QCPAxis::atLeft);
        QCOMPARE(axis->scaleType(), QCPAxis::stLinear);
        QCOMPARE(axis->range().lower, 0.0);
        fixture.workspace->timeline()->setLogarithmic(true);
        QCOMPARE(axis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(axis->range().lower > 0);
    }

    void aFailureIsExplainedAndEigenOffered()
    {
        WorkspaceFixture fixture(smallExperiment(), failingCatalog());
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.workspace->message().isEmpty(), patience);
        QVERIFY(fixture.workspace->message().contains(QStringLiteral("out of resources")));
        QSignalSpy device(&fixture.devices, &DeviceChoice::changed);
        const auto *banner = fixture.workspace->findChild<MessageBanner *>();
        QVERIFY(banner->actionButton()->text().contains(QStringLiteral("Eigen")));
        QVERIFY(!banner->logView()->isVisible());
        QTest::mouseClick(banner->logButton(), Qt::LeftButton);
        QVERIFY(banner->logView()->isVisible());
        QCOMPARE(banner->logView()->toPlainText(), QStringLiteral("kernel.cl:1:1: error: no"));
        QTest::mouseClick(banner->logButton(), Qt::LeftButton);
        QVERIFY(!banner->logView()->isVisible());
        QTest::mouseClick(banner->actionButton(), Qt::LeftButton);
        WAIT_READY(fixture, smallExperiment());
        QCOMPARE(fixture.workspace->message(), QString());
        QCOMPARE(device.count(), 1);
        QCOMPARE(fixture.devices.index(), std::size_t{1});
        QVERIFY(fixture.devices.description().contains(QStringLiteral("Eigen")));
    }

    void closingMidRunEndsCleanly()
    {
        for (int i = 0; i < 3; ++i) {
            Experiment endless = streamedExperiment();
            endless.stop.epochs = 1'000'000;
            auto fixture = std::make_unique<WorkspaceFixture>(endless);
            WAIT_READY(*fixture, endless);
            fixture->workspace->controls()->setPace(0);
            fixture->workspace->controller().playOrPause();
            QTRY_VERIFY_WITH_TIMEOUT(fixture->epoch() > 2, patience);
            QElapsedTimer clock;
            clock.start();
            fixture->workspace->close();
            fixture.reset();
            QVERIFY(clock.elapsed() < patience); // all epochs would take hours
        }
    }
};

QTEST_MAIN(TestTrainingRun)
#include "tst_training_run.moc"
