// Many seeds in the training workspace: real widgets, moved by mouse and keys.
#include "core/io/seeds_report.h"
#include "core/training/seeds/seed_verdict.h"
#include "tests/support/loop_watch.h"
#include "tests/ui/training/seeds_fixture.h"
#include "ui/base/class_palette.h"
#include "ui/base/resources.h"
#include "ui/charts/export_source.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/seeds/dot_stack.h"

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

void point(QWidget &widget, const QPointF &place)
{
    QMouseEvent move(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
}

} // namespace

class TestSeedsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }
    void theButtonShowsSeedsAndGivesTheRunBack();
    void whatIsDrawnIsWhatTheSummarySays();
    void pointingAtADotMarksItsSeed();
    void clickingADotOpensItsRunAndCanBeUndone();
    void keysGoThroughTheSeeds();
    void anotherSettingTrainsTheSeedsAnew();
    void thereIsNoVerdictBeforeTheLastSeed();
    void trainingGoesBackToTheRun();
    void aDeviceThatFailsIsReplaced();
    void itIsExportedAsItIsShown_data();
    void itIsExportedAsItIsShown();
    void itFitsEverySize_data();
    void itFitsEverySize();
    void anyComparisonCanBeShown_data();
    void anyComparisonCanBeShown();
    void theEventLoopGoesOn();
    void dotsDoNotCoverOneAnother();
    void roundNumbersAreRound();
};

void TestSeedsPage::theButtonShowsSeedsAndGivesTheRunBack()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    QToolButton *button = bench.workspace->controls()->seedsButton();
    QCOMPARE(button->text(), QStringLiteral("30 seeds"));
    QVERIFY(!button->isChecked() && bench.workspace->seedsPage()->isHidden());
    showSeeds(bench);
    QVERIFY(button->isChecked() && bench.workspace->seedsPage()->isVisible() && !bench.workspace->evidence()->isVisible());
    QTest::keyClick(bench.workspace.get(), Qt::Key_Escape);
    QVERIFY(!button->isChecked() && bench.workspace->seedsPage()->isHidden() && bench.workspace->evidence()->isVisible());
    showSeeds(bench);
    bench.workspace->seedsPage()->backButton()->click();
    QVERIFY(!button->isChecked() && bench.workspace->evidence()->isVisible());
    QCOMPARE(bench.document.experiment(), smallExperiment());
}

void TestSeedsPage::whatIsDrawnIsWhatTheSummarySays()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    const SeedProgress &progress = *bench.workspace->seedsPage()->progress();
    QCOMPARE(progress.seeds.runs.size(), std::size_t{30});
    const SeedsPicture &picture = pictureOf(bench);
    const std::vector<std::string> names = seedModelNames(progress.seeds.experiment);
    QCOMPARE(picture.verdict(), QString::fromStdString(verdictText(progress.summary, progress.summary.differences[0], names).text()));
    QVERIFY(bench.workspace->seedsPage()->canvas()->accessibleDescription().contains(picture.verdict()));
    QVERIFY(picture.intervalText().contains(QStringLiteral("95 %")) && picture.intervalText().contains(QStringLiteral("30 seeds")));
    for (std::size_t model = 0; model < 2; ++model) {
        QVERIFY(!picture.plane(model).isEmpty());
        QVERIFY(!picture.data().contour(29, model).empty());
        for (int a = 0; a < 30; ++a) {
            for (int b = 0; b < 30; ++b) {
                const double left = progress.seeds.runs[std::size_t(a)]->models[model].figures.testAccuracy;
                const double right = progress.seeds.runs[std::size_t(b)]->models[model].figures.testAccuracy;
                if (left + 0.04 < right) // 12 test points: figures that differ stand apart
                    QVERIFY(picture.dot(model, a).x() < picture.dot(model, b).x());
            }
        }
    }
}

void TestSeedsPage::pointingAtADotMarksItsSeed()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    SeedsCanvas *canvas = bench.workspace->seedsPage()->canvas();
    const QImage before = canvas->grab().toImage();
    for (const int seed : {0, 13, 29}) {
        for (const QPointF place :
             {pictureOf(bench).dot(0, seed), pictureOf(bench).dot(1, seed), pictureOf(bench).differenceDot(0, seed)}) {
            point(*canvas, place);
            QCOMPARE(canvas->marked(), seed);
        }
        QVERIFY(bench.workspace->seedsPage()->hint().contains(QStringLiteral("seed %1:").arg(seed + 1)));
        QVERIFY(canvas->grab().toImage() != before);
    }
    keepPicture(*bench.workspace, QStringLiteral("marked"));
    point(*canvas, QPointF(1, 1));
    QCOMPARE(canvas->marked(), -1);
}

void TestSeedsPage::clickingADotOpensItsRunAndCanBeUndone()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    const SeedOutcome outcome = bench.workspace->seedsPage()->progress()->seeds.runs[6]->models[1];
    QTest::mouseClick(bench.workspace->seedsPage()->canvas(), Qt::LeftButton, {}, pictureOf(bench).dot(1, 6).toPoint());
    const Experiment alone = withSeed(smallExperiment(), {.count = 30}, 6);
    QCOMPARE(bench.document.experiment(), alone);
    QVERIFY(bench.workspace->seedsPage()->isHidden());
    QCOMPARE(bench.document.undo().undoText(), QStringLiteral("seed 7"));
    WAIT_READY(bench, alone);
    bench.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(bench.state() == RunState::Finished, patience);
    QVERIFY(bench.model(1).current == outcome.figures); // the very run
    bench.document.undo().undo();
    QCOMPARE(bench.document.experiment(), smallExperiment());
}

void TestSeedsPage::keysGoThroughTheSeeds()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    SeedsCanvas *canvas = bench.workspace->seedsPage()->canvas();
    QVERIFY(canvas->focusPolicy() & Qt::TabFocus);
    for (const auto &[key, seed] :
         {std::pair(Qt::Key_Right, 0), {Qt::Key_Right, 1}, {Qt::Key_End, 29}, {Qt::Key_Right, 29}, {Qt::Key_Left, 28}, {Qt::Key_Home, 0}}) {
        QTest::keyClick(canvas, key);
        QCOMPARE(canvas->marked(), seed);
    }
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(bench.document.experiment(), withSeed(smallExperiment(), {.count = 30}, 0));
}

void TestSeedsPage::anotherSettingTrainsTheSeedsAnew()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    Experiment next = smallExperiment(7);
    bench.document.apply(next);
    QTRY_VERIFY_WITH_TIMEOUT(isDecided(bench) && bench.workspace->seedsPage()->progress()->seeds.experiment == next, patience);
    QVERIFY(bench.workspace->seedsPage()->isVisible());
    QCOMPARE(bench.workspace->seedsPage()->progress()->seeds.runs[0]->epoch, std::int64_t{7});
}

void TestSeedsPage::thereIsNoVerdictBeforeTheLastSeed()
{
    Experiment endless = smallExperiment(20'000);
    WorkspaceFixture bench(endless);
    WAIT_READY(bench, endless);
    bench.workspace->controls()->seedsButton()->click();
    const auto progress = [&bench] { return bench.workspace->seedsPage()->progress(); };
    QTRY_VERIFY_WITH_TIMEOUT(progress() && progress()->seeds.runs.size() >= 2, patience);
    QVERIFY(progress()->isRunning);
    QVERIFY2(pictureOf(bench).verdict().endsWith(QStringLiteral(" of 30 seeds")), qPrintable(pictureOf(bench).verdict()));
    QVERIFY(pictureOf(bench).notes().isEmpty());
    keepPicture(*bench.workspace, QStringLiteral("running"));
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(bench.workspace.get(), Qt::Key_Escape);
    QVERIFY(bench.workspace->seedsPage()->isHidden());
    QVERIFY(timer.elapsed() < patience / 10);
}

void TestSeedsPage::trainingGoesBackToTheRun()
{
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    bench.workspace->controls()->playButton()->click();
    QVERIFY(bench.workspace->seedsPage()->isHidden() && bench.workspace->evidence()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(bench.state() == RunState::Finished, patience);
}

void TestSeedsPage::aDeviceThatFailsIsReplaced()
{
    WorkspaceFixture bench(smallExperiment(), failingCatalog());
    bench.workspace->controls()->seedsButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(isDecided(bench) && bench.workspace->seedsPage()->progress()->error.empty(), patience);
    QVERIFY(bench.workspace->seedsPage()->progress()->seeds.isComplete());
}

void TestSeedsPage::itIsExportedAsItIsShown_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << int(PictureFormat::Png) << QByteArray("\x89PNG");
    QTest::newRow("svg") << int(PictureFormat::Svg) << QByteArray("<?xml");
    QTest::newRow("pdf") << int(PictureFormat::Pdf) << QByteArray("%PDF");
}

void TestSeedsPage::itIsExportedAsItIsShown()
{
    QFETCH(int, format);
    QFETCH(QByteArray, begins);
    WorkspaceFixture bench;
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    const auto source = bench.workspace->exportSource();
    QVERIFY(source);
    QCOMPARE(source->fileName(), QStringLiteral("seeds"));
    const PictureLayout layout{.size = source->size(), .title = source->title()};
    const QByteArray picture = source->picture(layout, PictureFormat(format), 1);
    QVERIFY(picture.startsWith(begins));
    if (const QString folder = qEnvironmentVariable("ACTISCOPE_SEEDS_PICTURES"); !folder.isEmpty()) {
        QFile file(folder + QStringLiteral("/export.") + QLatin1String(QTest::currentDataTag()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(picture) > 0);
    }
    if (PictureFormat(format) == PictureFormat::Svg) {
        const QString text = QString::fromUtf8(picture);
        QVERIFY(text.contains(pictureOf(bench).verdict()) && text.contains(pictureOf(bench).intervalText()));
        QVERIFY(text.contains(QStringLiteral("seeds 1 to 30")));
    }
    const SeedProgress &progress = *bench.workspace->seedsPage()->progress();
    QCOMPARE(source->table(0, 100), QByteArray::fromStdString(seedsCsv(progress.seeds, progress.summary)));
    QTest::keyClick(bench.workspace.get(), Qt::Key_Escape);
    QCOMPARE(bench.workspace->exportSource()->fileName(), QStringLiteral("training"));
}

void TestSeedsPage::itFitsEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const QSize size : {QSize(960, 560), QSize(1280, 760), QSize(1920, 1040)}) {
        for (const bool dark : {false, true})
            QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light") << size << dark;
    }
}

void TestSeedsPage::itFitsEverySize()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    WorkspaceFixture bench;
    bench.workspace->resize(size);
    bench.workspace->setTheme(dark ? Theme::dark() : Theme::light());
    WAIT_READY(bench, smallExperiment());
    showSeeds(bench);
    QTest::qWait(20);
    const SeedsCanvas *canvas = bench.workspace->seedsPage()->canvas();
    keepPicture(*bench.workspace, QStringLiteral("%1-%2").arg(size.width()).arg(dark ? QStringLiteral("dark") : QStringLiteral("light")));
    QVERIFY(bench.workspace->width() == size.width());
    if (!pictureOf(bench).plane(0).isEmpty()) { // the colours of classes, which no model has
        const Theme theme = dark ? Theme::dark() : Theme::light();
        const QImage image = bench.workspace->seedsPage()->canvas()->grab().toImage();
        const QColor corner = image.pixelColor((pictureOf(bench).plane(0).topLeft() + QPointF(3, 3)).toPoint());
        double nearest = 1000;
        for (int step = 0; step <= shadingSteps; ++step) {
            const QColor shade = probabilityShade(double(step) / shadingSteps, theme);
            nearest =
                std::min(nearest, std::hypot(shade.red() - corner.red(), shade.green() - corner.green(), shade.blue() - corner.blue()));
        }
        QVERIFY2(nearest < 6, qPrintable(corner.name())); // between two steps, where the picture is enlarged
    }
    const QWidget *page = bench.workspace->seedsPage();
    QVERIFY(canvas->mapTo(page, pictureOf(bench).bar().bottomRight().toPoint()).y() < page->height()); // in sight without scrolling
    QVERIFY(canvas->height() >= int(canvas->picture().data().isEmpty()) && canvas->width() <= bench.workspace->seedsPage()->width());
    for (std::size_t model = 0; model < 2; ++model) {
        QVERIFY(!pictureOf(bench).plane(model).isEmpty()); // it would give way to the verdict
        QVERIFY(QRectF(canvas->rect()).contains(pictureOf(bench).plane(model)) || pictureOf(bench).plane(model).isEmpty());
        for (int seed = 0; seed < 30; ++seed)
            QVERIFY(QRectF(canvas->rect()).contains(pictureOf(bench).dot(model, seed)));
    }
}

void TestSeedsPage::anyComparisonCanBeShown_data()
{
    QTest::addColumn<Experiment>("experiment");
    Experiment one = smallExperiment(5);
    one.models.resize(1);
    QTest::newRow("one model") << one;
    Experiment six = smallExperiment(10);
    for (const double rate : {0.1, 0.001, 0.003, 0.03}) {
        six.models.push_back(six.models[1]);
        six.models.back().optimizer.learningRate = rate;
    }
    QTest::newRow("six models") << six;
    Experiment diverging = smallExperiment(10);
    diverging.models[1].optimizer.learningRate = 1e9;
    QTest::newRow("one diverges") << diverging;
    Experiment regression = smallExperiment(10);
    generated(regression.data).kind = "plane";
    regression.loss = Loss::MeanSquaredError;
    QTest::newRow("regression") << regression;
    Experiment blobs = smallExperiment(10);
    generated(blobs.data).kind = "blobs";
    generated(blobs.data).classes = 4;
    QTest::newRow("four classes") << blobs;
    Experiment batches = smallExperiment(5);
    batches.batchSize = 7;
    QTest::newRow("batches") << batches;
}

void TestSeedsPage::anyComparisonCanBeShown()
{
    QFETCH(Experiment, experiment);
    WorkspaceFixture bench(experiment);
    WAIT_READY(bench, experiment);
    showSeeds(bench);
    keepPicture(*bench.workspace, QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
    QVERIFY(!pictureOf(bench).verdict().isEmpty());
    QVERIFY(bench.workspace->seedsPage()->progress()->error.empty());
    const auto source = bench.workspace->exportSource();
    QVERIFY(source && !source->picture({.size = source->size()}, PictureFormat::Png, 1).isEmpty());
}

/** While 30 seeds of two wide layers are trained and drawn. */
void TestSeedsPage::theEventLoopGoesOn()
{
    Experiment experiment = smallExperiment(isSanitized ? 10 : 400);
    WorkspaceFixture bench(experiment);
    WAIT_READY(bench, experiment);
    QTest::qWait(300);
    LoopWatch watch;
    watch.start();
    showSeeds(bench);
    const double gap = watch.worst();
    qInfo("longest gap %.1f ms", gap);
    QVERIFY2(gap <= (isSanitized ? 1000 : 100), qPrintable(QString::number(gap)));
}

void TestSeedsPage::dotsDoNotCoverOneAnother()
{
    std::vector<double> x(17, 100.0);
    x.push_back(qQNaN());
    x.push_back(250.0);
    const std::vector<QPointF> dots = stackedDots(x, 9, 5);
    QCOMPARE(dots.size(), x.size());
    for (std::size_t a = 0; a < 17; ++a) {
        QVERIFY(dots[a].y() >= 0 && dots[a].y() < 5 && std::abs(dots[a].x() - 100) < 20);
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(std::abs(dots[a].x() - dots[b].x()) > 8 || std::abs(dots[a].y() - dots[b].y()) > 0.9);
    }
    QVERIFY(dots[17].y() < 0);
    QCOMPARE(dots[18], QPointF(250, 0));
}

void TestSeedsPage::roundNumbersAreRound()
{
    QCOMPARE(roundNumbers(-1.3, 1.3, 6), (std::vector<double>{-1, -0.5, 0, 0.5, 1}));
    QCOMPARE(roundNumbers(0, 100, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    QVERIFY(roundNumbers(1, 1, 5).empty() && roundNumbers(2, 1, 5).empty() && roundNumbers(0, 1, 0).empty());
    QCOMPARE(decimalsOfStep(0.5), 1);
    QCOMPARE(decimalsOfStep(20), 0);
    QCOMPARE(decimalsOfStep(0.02), 2);
}

QTEST_MAIN(TestSeedsPage)
#include "tst_seeds_page.moc"
