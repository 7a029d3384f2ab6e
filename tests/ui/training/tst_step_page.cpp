// Step by step in the training workspace: real widgets; what is written is what is traced, which is what the trainer does.
#include "tests/ui/training/training_fixture.h"
#include "ui/base/number_format.h"
#include "ui/base/resources.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/evidence/plane_row.h"
#include "ui/training/evidence/units_row.h"
#include "ui/training/step/step_page.h"
#include "ui/training/timeline/timeline_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTextBrowser>
#include <QToolButton>

using namespace actiscope;
using namespace actiscope::test;

namespace {

void showSteps(WorkspaceFixture &fixture)
{
    QTest::keyClick(fixture.workspace.get(), Qt::Key_T);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->stepPage()->answer() && fixture.workspace->stepPage()->answer()->trace, patience);
}

/** The trace of what is chosen now. */
const StepTrace *awaitTrace(StepPage &page, const StepPlace &place, std::size_t model, std::int64_t epoch)
{
    for (int waited = 0; waited < patience; waited += 5) {
        const auto answer = page.answer();
        if (answer && answer->trace && answer->trace->place == place && answer->model == model && answer->epoch == epoch)
            return &*answer->trace;
        QTest::qWait(5);
    }
    return nullptr;
}

void keepStepPicture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("ACTISCOPE_SEEDS_PICTURES"); !folder.isEmpty())
        widget.grab().save(folder + QStringLiteral("/step-") + name + QStringLiteral(".png"));
}

} // namespace

class TestStepPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }
    void theKeyShowsTheStepAndGivesThePanelsBack();
    void stagesFollowOneAnotherAndTheStepIsTaken();
    void numbersAreThoseOfTheTrace_data();
    void numbersAreThoseOfTheTrace();
    void anyUnitOfAnyModelCanBeChosen();
    void clicksOnPointsAndLampsChoose();
    void theStepsOfAnEpochFollowOneAnother();
    void anyExperimentCanBeLookedAt_data();
    void anyExperimentCanBeLookedAt();
    void itCanBeReadInTheDark();
};

void TestStepPage::theKeyShowsTheStepAndGivesThePanelsBack()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    const auto isBack = [&] { return page->isHidden() && fixture.workspace->evidence()->isVisible() && fixture.workspace->timeline()->isVisible(); };
    QVERIFY(page->isVisible() && fixture.workspace->evidence()->isVisible() && !fixture.workspace->timeline()->isVisible());
    QTest::keyClick(fixture.workspace.get(), Qt::Key_Escape);
    QVERIFY(isBack());
    showSteps(fixture);
    fixture.workspace->resize(960, 520); // too low for both
    QTRY_VERIFY(page->isVisible() && !fixture.workspace->evidence()->isVisible());
    QTest::keyClick(fixture.workspace.get(), Qt::Key_S); // a new snapshot does not bring it back
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    QVERIFY(page->isVisible() && !fixture.workspace->evidence()->isVisible() && !fixture.workspace->timeline()->isVisible());
    page->backButton()->click();
    QVERIFY(isBack());
    fixture.workspace->resize(1280, 800);
    showSteps(fixture);
    QTest::keyClick(fixture.workspace.get(), Qt::Key_N); // seeds take its place
    QVERIFY(page->isHidden() && !fixture.workspace->evidence()->isVisible());
}

void TestStepPage::stagesFollowOneAnotherAndTheStepIsTaken()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    const StepTrace first = *page->answer()->trace;
    for (const StepStage stage : {StepStage::Forward, StepStage::Loss, StepStage::Backward, StepStage::Update}) {
        QCOMPARE(page->stage(), stage);
        QVERIFY(page->stageButton(stage)->isChecked());
        keepStepPicture(*fixture.workspace, QString::number(int(stage)));
        if (stage != StepStage::Update)
            page->nextButton()->click();
    }
    page->previous();
    QCOMPARE(page->stage(), StepStage::Backward);
    page->next();
    QCOMPARE(page->nextButton()->text(), QStringLiteral("Take the step"));
    page->nextButton()->click();
    QCOMPARE(page->stage(), StepStage::Forward);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    const StepTrace *second = awaitTrace(*page, first.place, 0, 1);
    QVERIFY(second);
    for (std::size_t i = 0; i < first.weights.size(); ++i)
        QVERIFY(second->weights[i].value == first.weights[i].after); // what was announced has happened, to the bit
}

void TestStepPage::numbersAreThoseOfTheTrace_data()
{
    QTest::addColumn<QString>("optimizer");
    for (const OptimizerChoice &choice : optimizerChoices())
        QTest::addRow("%s", std::string(choice.name).c_str()) << QString::fromUtf8(choice.name.data(), qsizetype(choice.name.size()));
}

void TestStepPage::numbersAreThoseOfTheTrace()
{
    QFETCH(QString, optimizer);
    Experiment experiment = smallExperiment();
    for (ModelConfiguration &model : experiment.models)
        model.optimizer = optimizerChoice(optimizer.toStdString()).settings;
    WorkspaceFixture fixture(experiment);
    WAIT_READY(fixture, experiment);
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    const StepTrace &trace = *page->answer()->trace;
    const auto number = [](double value) { return formatNumber(value, 4); };
    QVERIFY(page->text().contains(number(trace.sum)) && page->text().contains(number(trace.value)));
    for (const StepWeight &weight : trace.weights)
        QVERIFY(page->text().contains(number(weight.product)));
    page->setStage(StepStage::Loss);
    QVERIFY(page->text().contains(number(trace.loss)));
    page->setStage(StepStage::Backward);
    QVERIFY(page->text().contains(number(trace.delta)) && page->text().contains(number(trace.valueGradient)));
    page->setStage(StepStage::Update);
    for (const StepWeight &weight : trace.weights)
        QVERIFY(page->text().contains(number(weight.after)) && page->text().contains(number(weight.batchGradient)));
}

void TestStepPage::anyUnitOfAnyModelCanBeChosen()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    page->sampleField()->setValue(12);
    page->unitField()->setValue(8);
    QVERIFY(awaitTrace(*page, {11, 0, 7}, 0, 0));
    QTest::keyClick(page->modelField(), Qt::Key_Down);
    QVERIFY(awaitTrace(*page, {11, 0, 7}, 1, 0));
    QTest::keyClick(page->layerField(), Qt::Key_Down);
    QCOMPARE(page->unitField()->maximum(), 2); // outputs
    const StepTrace *output = awaitTrace(*page, {11, 1, 1}, 1, 0);
    QVERIFY(output);
    page->setStage(StepStage::Backward);
    QVERIFY(page->text().contains(formatNumber(output->answer[1], 4)));
}

/** A training point in the plane of the second model, then a lamp of the first; a test point changes nothing. */
void TestStepPage::clicksOnPointsAndLampsChoose()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    EvidenceView *evidence = fixture.workspace->evidence();
    evidence->showRows({"plane", "units"});
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    const Dataset &data = *fixture.workspace->snapshot()->data;
    QCOMPARE(evidence->selection().point(), std::optional(data.trainIndices[0])); // what the numbers are of is ringed
    const auto clickPoint = [&](std::size_t model, std::size_t point) {
        auto *plane = qobject_cast<PlanePanel *>(evidence->panel(QStringLiteral("plane"), model));
        QVERIFY(plane && plane->isVisible());
        const double *place = data.all.point(point);
        QTest::mouseClick(plane, Qt::LeftButton, {}, plane->view().toArea(place[0], place[1]).toPoint());
    };
    // One that no other covers.
    const auto alone = [&](const std::vector<std::size_t> &indices) {
        for (std::size_t i = 1; i < indices.size(); ++i) {
            bool isAlone = true;
            for (std::size_t other = 0; other < data.all.count(); ++other)
                isAlone = isAlone && (other == indices[i] || std::hypot(data.all.point(other)[0] - data.all.point(indices[i])[0], data.all.point(other)[1] - data.all.point(indices[i])[1]) > 0.12);
            if (isAlone)
                return i;
        }
        return std::size_t{0};
    };
    const std::size_t sample = alone(data.trainIndices);
    QVERIFY(sample > 0);
    clickPoint(1, data.trainIndices[sample]);
    QVERIFY(awaitTrace(*page, {sample, 0, 0}, 1, 0));
    QCOMPARE(page->sampleField()->value(), int(sample) + 1);
    auto *units = qobject_cast<UnitsPanel *>(evidence->panel(QStringLiteral("units"), 0));
    QVERIFY(units && units->isVisible());
    QTest::mouseClick(units, Qt::LeftButton, {}, units->layout(units->width()).lamp({0, 5}).toPoint());
    QVERIFY(awaitTrace(*page, {sample, 0, 5}, 0, 0));
    QCOMPARE(page->unitField()->value(), 6);
    if (const std::size_t test = alone(data.testIndices); test > 0) {
        clickPoint(0, data.testIndices[test]);
        QCOMPARE(page->sampleField()->value(), int(sample) + 1);
    }
    page->sampleField()->setValue(3);
    QCOMPARE(evidence->selection().point(), std::optional(data.trainIndices[2]));
}

/** Five batches: each is shown, beginning with the weights that the one before leaves; the run takes them all with the last one. */
void TestStepPage::theStepsOfAnEpochFollowOneAnother()
{
    Experiment experiment = smallExperiment();
    experiment.batchSize = 10;
    WorkspaceFixture fixture(experiment);
    WAIT_READY(fixture, experiment);
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    const QLabel *sentence = page->findChild<QLabel *>();
    std::vector<double> after;
    for (std::size_t batch = 0; batch < 5; ++batch) {
        const StepTrace *found = awaitTrace(*page, {0, 0, 0, batch}, 0, 0);
        QVERIFY(found);
        const StepTrace trace = *found;
        QVERIFY2(sentence->text().contains(QStringLiteral("Epoch 0 to 1, step %1 of 5").arg(batch + 1)), qPrintable(sentence->text()));
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(trace.weights[i].value == after[i]);
        after.clear();
        for (const StepWeight &weight : trace.weights)
            after.push_back(weight.after);
        QCOMPARE(fixture.epoch(), std::int64_t{0});
        page->setStage(StepStage::Update);
        QCOMPARE(sentence->text().contains(QStringLiteral("The run itself stays where it is")), batch < 4);
        QCOMPARE(sentence->text().contains(QStringLiteral("the run itself takes all of them")), batch == 4);
        page->nextButton()->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    const StepTrace *next = awaitTrace(*page, {0, 0, 0, 0}, 0, 1);
    QVERIFY(next);
    for (std::size_t i = 0; i < after.size(); ++i)
        QVERIFY(next->weights[i].value == after[i]); // what was announced has happened, to the bit
    page->next();
    page->next();
    page->next();
    page->next();
    QCOMPARE(page->batch(), std::size_t{1});
    page->previous();
    QVERIFY(page->batch() == 0 && page->stage() == StepStage::Update);
}

void TestStepPage::anyExperimentCanBeLookedAt_data()
{
    QTest::addColumn<Experiment>("experiment");
    Experiment wide = smallExperiment();
    wide.hidden = {40, 40};
    QTest::newRow("more weights than are listed") << wide;
    Experiment none = smallExperiment();
    none.hidden = {};
    QTest::newRow("no hidden layer") << none;
    Experiment regression = smallExperiment();
    generated(regression.data).kind = "plane";
    regression.loss = Loss::MeanSquaredError;
    QTest::newRow("regression") << regression;
    Experiment batches = smallExperiment();
    batches.batchSize = 10;
    QTest::newRow("batches") << batches;
}

void TestStepPage::anyExperimentCanBeLookedAt()
{
    QFETCH(Experiment, experiment);
    WorkspaceFixture fixture(experiment);
    WAIT_READY(fixture, experiment);
    showSteps(fixture);
    StepPage *page = fixture.workspace->stepPage();
    page->layerField()->setCurrentIndex(experiment.hidden.size() > 1 ? 1 : 0);
    emit page->layerField()->activated(page->layerField()->currentIndex());
    QVERIFY(awaitTrace(*page, {0, experiment.hidden.size() > 1 ? std::size_t{1} : 0, 0}, 0, 0));
    for (int stage = 0; stage < stepStages; ++stage) {
        page->setStage(static_cast<StepStage>(stage));
        QVERIFY(page->text().size() > 20);
        QVERIFY(!page->text().contains(QStringLiteral("NaN")) && !page->text().contains(QLatin1Char('%')));
        keepStepPicture(*fixture.workspace,
                        QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')) + QString::number(stage));
    }
    QVERIFY2(page->minimumSizeHint().width() <= 440,
             qPrintable(QString::number(page->minimumSizeHint().width()))); // beside the left column in 960 px
}

/** Most of the view is the plot's background, and its text stands out from it. */
void TestStepPage::itCanBeReadInTheDark()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    for (const Theme &theme : {Theme::dark(), Theme::light()}) {
        applyTheme(*qApp, theme);
        fixture.workspace->setTheme(theme);
        if (!fixture.workspace->stepPage()->isVisible())
            showSteps(fixture);
        QTest::qWait(20);
        const auto *view = fixture.workspace->stepPage()->findChild<QTextBrowser *>();
        const QImage image = view->viewport()->grab().toImage();
        QMap<QRgb, int> counts;
        double contrast = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                ++counts[image.pixel(x, y)];
                contrast = std::max(contrast, contrastRatio(image.pixelColor(x, y), theme.plotBackground));
            }
        }
        QVERIFY(counts.value(theme.plotBackground.rgb()) > image.width() * image.height() / 2);
        QVERIFY(contrast >= 7);
    }
}

QTEST_MAIN(TestStepPage)
#include "tst_step_page.moc"
