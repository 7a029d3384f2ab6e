// Evidence rows: what they draw is what diagnostics say of the moment, in both themes, wide and narrow; what hands can do in them.
#include "core/training/parameter_change.h"
#include "tests/ui/training/evidence_fixture.h"
#include "tests/ui/training/rows_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/number_spin_box.h"
#include "ui/training/evidence/alpha_row.h"
#include "ui/training/evidence/confusion_row.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/gradients_row.h"
#include "ui/training/evidence/hidden_space_row.h"
#include "ui/training/evidence/network_row.h"
#include "ui/training/evidence/outputs_row.h"
#include "ui/training/evidence/pre_activations_row.h"

#include <QComboBox>
#include <QSpinBox>

#include <cmath>
#include <numeric>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Pixels of a picture that are not its ground. */
int inkOf(const QImage &picture, const QColor &ground)
{
    int ink = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ink += distanceOf(picture.pixelColor(x, y), ground) > 60 ? 1 : 0;
    }
    return ink;
}

} // namespace

class TestEvidenceRows : public QObject {
    Q_OBJECT

private slots:
    void everyKindSaysWhatItShows_data();
    void everyKindSaysWhatItShows();
    void gradientsAreDrawnWhereTheNormsAre();
    void productsOfSlopesAreShownOnRequest();
    void barsAreTheHistograms();
    void theAxisOfSumsShowsMostOfThemAndCountsTheRest();
    void theUnitThatIsPointedAtHasItsOwnHistogram();
    void spreadsAreMeanAndDeviation();
    void parametersAreShownOverEpochs();
    void matricesAreTheAnswers();
    void aRegressionHasDeterminations();
    void hiddenSpacesShareTheirScale_data();
    void hiddenSpacesShareTheirScale();
    void aDivergedModelIsNoRange();
};

void TestEvidenceRows::everyKindSaysWhatItShows_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("width");
    for (const EvidenceKind *kind : evidenceKindsOf(pointSubject())) { // tst_image_rows has those of images
        for (const bool isDark : {false, true}) {
            for (const int width : {640, 1500})
                QTest::addRow("%s, %s, %d", kind->id, isDark ? "dark" : "light", width) << QString(kind->id) << isDark << width;
        }
    }
}

void TestEvidenceRows::everyKindSaysWhatItShows()
{
    QFETCH(QString, id);
    QFETCH(bool, isDark);
    QFETCH(int, width);
    const Theme theme = isDark ? Theme::dark() : Theme::light();
    StandingRun run(evidenceExperiment({"prelu", "leaky_relu", "tanh"}), 30);
    EvidenceFixture fixture(run.snapshot(), {id}, {width, 700}, theme);
    WAIT_EXACT(fixture);
    QVERIFY(findEvidenceKind(id)->lookForText().endsWith(QLatin1Char('.')) || findEvidenceKind(id)->lookForText().endsWith(QLatin1Char('?')));
    for (std::size_t model = 0; model < 3; ++model) {
        const EvidencePanel *panel = fixture.view.panel(id, model);
        QVERIFY(panel && panel->isVisible());
        QVERIFY(panel->accessibleName().contains(fixture.view.moment().styles[model].name));
        QVERIFY2(!panel->description().isEmpty(), qPrintable(id));
        QCOMPARE(panel->accessibleDescription(), panel->description());
        const EvidenceTable table = panel->table();
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
        const QImage picture = const_cast<EvidencePanel *>(panel)->grab().toImage();
        QVERIFY2(inkOf(picture, theme.plotBackground) > 100, qPrintable(id));
    }
}

void TestEvidenceRows::gradientsAreDrawnWhereTheNormsAre()
{
    StandingRun run(evidenceExperiment({"sigmoid", "relu"}, {8, 8, 8, 8, 8}), 3);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"gradients"});
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 2; ++model) {
        const auto &panel = fixture.panel<GradientsPanel>("gradients", model);
        const auto &row = rowOf<GradientsRow>(panel);
        const Diagnostics expected = diagnose(*snapshot->cohort, *snapshot->moment, model);
        const std::vector<double> values = row.values(model);
        QCOMPARE(values.size(), std::size_t{6});
        QCOMPARE(values[2], expected.layers[2].figures.gradientNorm);
        QCOMPARE(values[5], expected.output.gradientNorm);
        const QImage picture = const_cast<GradientsPanel &>(panel).grab().toImage();
        const PanelPlot plot = row.plotOf(panel.rect());
        for (std::size_t layer = 0; layer < values.size(); ++layer) {
            const QPointF dot(row.depthOf(panel.rect()).x(layer), plot.y(values[layer]));
            QVERIFY(plot.area().adjusted(-1, -1, 1, 1).contains(dot));
            QVERIFY(distanceOf(picture.pixelColor(dot.toPoint()), panel.pen().color()) < 40);
        }
    }
    const double ratio = diagnose(*snapshot->cohort, *snapshot->moment, 0).output.gradientNorm
                         / diagnose(*snapshot->cohort, *snapshot->moment, 0).layers[0].figures.gradientNorm;
    QVERIFY(ratio > 10);
    const auto &row = rowOf<GradientsRow>(fixture.panel<GradientsPanel>("gradients", 0));
    QVERIFY(row.sentence(0).contains(readableNumber(ratio) + " times less"));
    QVERIFY(row.briefSentence(0).contains(readableNumber(ratio) + " times less") && row.briefSentence(0).size() < row.sentence(0).size() / 1.5);
    QVERIFY(row.legend().contains(fixture.view.moment().styles[0].name)); // dotted, in the second panel
}

void TestEvidenceRows::productsOfSlopesAreShownOnRequest()
{
    StandingRun run(evidenceExperiment({"sigmoid", "tanh"}, {8, 8, 8}), 3);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"gradients"});
    WAIT_EXACT(fixture);
    auto *choice = fixture.view.findChild<QComboBox *>();
    QVERIFY(choice);
    choice->setCurrentIndex(1);
    const Diagnostics expected = diagnose(*snapshot->cohort, *snapshot->moment, 1);
    const auto &row = rowOf<GradientsRow>(fixture.panel<GradientsPanel>("gradients", 1));
    QCOMPARE(row.values(1).size(), std::size_t{3});
    for (std::size_t layer = 0; layer < 3; ++layer)
        QCOMPARE(row.values(1)[layer], expected.layers[layer].slopeProduct);
    QVERIFY(row.sentence(1).contains(readableNumber(expected.layers[2].slopeProduct)));
}

void TestEvidenceRows::barsAreTheHistograms()
{
    StandingRun run(evidenceExperiment({"relu", "tanh"}), 20);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"pre-activations"}, {1500, 700});
    WAIT_EXACT(fixture);
    auto *layers = fixture.view.findChild<QSpinBox *>();
    QVERIFY(layers && layers->maximum() == 2);
    layers->setValue(2);
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 2; ++model) {
        const auto &panel = fixture.panel<PreActivationsPanel>("pre-activations", model);
        const auto &row = rowOf<PreActivationsRow>(panel);
        const Interval z = row.zRange();
        const Diagnostics expected =
            diagnose(*snapshot->cohort, *snapshot->moment, model, {.preActivationRange = HistogramRange{z.minimum, z.maximum}});
        const Histogram &shown = *row.histogram(model);
        QVERIFY(shown.counts == expected.layers[1].preActivations.counts);
        QVERIFY(shown.below == expected.layers[1].preActivations.below && shown.above == expected.layers[1].preActivations.above);
        QCOMPARE(row.meanSlope(model), expected.layers[1].figures.meanAbsoluteSlope);
        const double most = static_cast<double>(*std::ranges::max_element(shown.counts));
        double tallest = 0;
        for (std::size_t bin = 0; bin < shown.counts.size(); ++bin)
            tallest = std::max(tallest, row.bar(shown, bin, panel.rect()).height());
        const QImage picture = const_cast<PreActivationsPanel &>(panel).grab().toImage();
        const QColor grey = mix(Theme::light().plotBackground, Theme::light().mutedText, 0.75);
        int found = 0, looked = 0;
        for (std::size_t bin = 0; bin < shown.counts.size(); ++bin) {
            const QRectF bar = row.bar(shown, bin, panel.rect());
            QVERIFY(std::abs(bar.height() - tallest * static_cast<double>(shown.counts[bin]) / most) < 1e-9);
            if (bar.height() < 12)
                continue;
            ++looked; // f and f′ are drawn over it, so that not every place is grey
            found += distanceOf(picture.pixelColor(QPointF(bar.center().x(), bar.top() + 2).toPoint()), grey) < 20 ? 1 : 0;
        }
        QVERIFY(looked > 3);
        QVERIFY(found >= looked / 2);
    }
}

void TestEvidenceRows::theAxisOfSumsShowsMostOfThemAndCountsTheRest()
{
    StandingRun run(evidenceExperiment({"relu", "leaky_relu"}), 10);
    run.run().apply(biasChange(0, 0, 2, -5000)); // one of six units is far away
    EvidenceFixture fixture(run.snapshot(), {"pre-activations"});
    WAIT_EXACT(fixture);
    const auto &row = rowOf<PreActivationsRow>(fixture.panel<PreActivationsPanel>("pre-activations", 0));
    QVERIFY(row.zRange().minimum > -100 && row.zRange().minimum <= -2 && row.zRange().maximum >= 2);
    const Histogram &shown = *row.histogram(0);
    QCOMPARE(shown.below, 96); // all training points of that unit
    const EvidenceTable table = fixture.panel<PreActivationsPanel>("pre-activations", 0).table();
    QCOMPARE(table.rows.front().back(), "96");
    std::int64_t all = 0;
    for (const QStringList &each : table.rows)
        all += each.back().toLongLong();
    QCOMPARE(all, 96 * 6);
}

void TestEvidenceRows::theUnitThatIsPointedAtHasItsOwnHistogram()
{
    StandingRun run(evidenceExperiment({"relu", "tanh"}), 20);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"pre-activations"});
    WAIT_EXACT(fixture);
    fixture.view.selection().pointAt(HiddenUnit{1, 3});
    WAIT_EXACT(fixture);
    const auto &row = rowOf<PreActivationsRow>(fixture.panel<PreActivationsPanel>("pre-activations", 1));
    QCOMPARE(row.layer(), std::size_t{1});
    QVERIFY(row.legend().contains("4")); // counted from 1
    const Histogram &shown = *row.histogram(1);
    QCOMPARE(std::accumulate(shown.counts.begin(), shown.counts.end(), shown.below + shown.above), 96);
    const Diagnostics expected = diagnose(*snapshot->cohort, *snapshot->moment, 1, {.preActivationRange = shown.range, .units = {{1, 3}}});
    QVERIFY(shown.counts == expected.units[0].preActivations.counts);
    fixture.view.selection().pointAt(std::nullopt);
    WAIT_EXACT(fixture);
    QCOMPARE(std::accumulate(row.histogram(1)->counts.begin(), row.histogram(1)->counts.end(), row.histogram(1)->below + row.histogram(1)->above), 96 * 6);
}

void TestEvidenceRows::spreadsAreMeanAndDeviation()
{
    StandingRun run(evidenceExperiment({"relu", "tanh"}, {8, 8, 8}), 5);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"outputs"});
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 2; ++model) {
        const auto &panel = fixture.panel<OutputsPanel>("outputs", model);
        const auto &row = rowOf<OutputsRow>(panel);
        const Diagnostics expected = diagnose(*snapshot->cohort, *snapshot->moment, model);
        const QImage picture = const_cast<OutputsPanel &>(panel).grab().toImage();
        for (std::size_t layer = 0; layer < 3; ++layer) {
            const OutputsRow::Spread spread = row.spreads(model)[layer];
            QCOMPARE(spread.mean, expected.layers[layer].figures.mean);
            QCOMPARE(spread.deviation, std::sqrt(expected.layers[layer].figures.variance));
            QCOMPARE(spread.sparsity, expected.layers[layer].figures.sparsity);
            const QPointF mean(row.depthOf(panel.rect()).x(layer), row.plotOf(panel.rect()).y(spread.mean));
            QVERIFY(distanceOf(picture.pixelColor(mean.toPoint()), panel.pen().color()) < 40);
        }
        QVERIFY(panel.description().contains(readableNumber(row.spreads(model)[2].deviation, 3)));
    }
}

void TestEvidenceRows::parametersAreShownOverEpochs()
{
    Experiment experiment = evidenceExperiment({"prelu", "leaky_relu:alpha=0.01", "relu"});
    StandingRun run(experiment, 40);
    run.run().apply({0, 1, "activation", "leaky_relu:alpha=0.3"});
    run.run().advance(20);
    run.run().seek(30);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"alpha"});
    WAIT_EXACT(fixture);
    const auto &row = rowOf<AlphaRow>(fixture.panel<AlphaPanel>("alpha", 0));
    const std::vector<AlphaRow::Series> &learned = row.series(0);
    QCOMPARE(learned.size(), std::size_t{2}); // a layer each
    for (const AlphaRow::Series &series : learned) {
        QVERIFY(series.isLearned);
        QCOMPARE(series.line.x.front(), 0.0);
        QCOMPARE(series.line.y.front(), 0.25);
        QVERIFY(series.line.x.back() == 60.0 && std::ranges::is_sorted(series.line.x)); // all that was trained, although it is rewound
        const auto now = std::ranges::find(series.line.x, 30.0) - series.line.x.begin();
        QCOMPARE(series.line.y[static_cast<std::size_t>(now)], snapshot->moment->models[0].activation[series.layer][0]);
        QVERIFY(series.line.y.back() != 0.25);
    }
    QVERIFY(row.sentence(0).contains("learned") && row.sentence(0).contains("0.25"));
    QCOMPARE(row.series(1).front().line.y.front(), 0.01);
    QCOMPARE(row.series(1).front().line.y.back(), 0.3);
    QVERIFY(row.sentence(1).contains("by hand"));
    QVERIFY(row.series(2).empty());
    StandingRun fixed(evidenceExperiment({"leaky_relu:alpha=0.01", "relu"}), 5);
    EvidenceFixture other(fixed.snapshot(), {"alpha"});
    WAIT_EXACT(other);
    QVERIFY(rowOf<AlphaRow>(other.panel<AlphaPanel>("alpha", 0)).sentence(0).contains("fixed at 0.01"));
    QVERIFY(other.panel<AlphaPanel>("alpha", 1).description().contains("no parameter"));
}

void TestEvidenceRows::matricesAreTheAnswers()
{
    Experiment experiment = evidenceExperiment({"relu", "tanh"});
    generated(experiment.data).kind = "blobs";
    generated(experiment.data).classes = 3;
    StandingRun run(experiment, 15);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"confusion"});
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 2; ++model) {
        const auto &panel = fixture.panel<ConfusionPanel>("confusion", model);
        const Answers expected = answersOf(*snapshot->cohort, *snapshot->moment, model);
        const Answers *shown = rowOf<ConfusionRow>(panel).answers(model);
        QVERIFY(shown && *shown->train.confusion == *expected.train.confusion && *shown->test.confusion == *expected.test.confusion);
        const QImage picture = const_cast<ConfusionPanel &>(panel).grab().toImage();
        const ConfusionMatrix &matrix = *expected.train.confusion;
        for (int truth = 0; truth < 3; ++truth) {
            for (int said = 0; said < 3; ++said) {
                const double share = static_cast<double>(matrix.at(truth, said)) / static_cast<double>(matrix.pointsOf(truth));
                const QRectF cell = panel.cell(matrix, 0, truth, said, panel.rect());
                const QColor seen = picture.pixelColor((cell.topLeft() + QPointF(3, 3)).toPoint()), ground = Theme::light().plotBackground;
                QCOMPARE(distanceOf(seen, ground) > 200 * share - 15, true);
                QCOMPARE(distanceOf(seen, ground) < 15, share < 0.03);
            }
        }
        QCOMPARE(panel.table().rows.size(), std::size_t{18});
        QVERIFY(panel.description().contains(QString::number(100 * matrix.accuracy(), 'f', 1)));
        QCOMPARE(matrix.accuracy(), snapshot->models[model].current.trainAccuracy);
    }
}

void TestEvidenceRows::aRegressionHasDeterminations()
{
    Experiment experiment = evidenceExperiment({"relu", "tanh"});
    generated(experiment.data).kind = "plane";
    experiment.loss = Loss::MeanSquaredError;
    StandingRun run(experiment, 15);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"confusion", "hidden-space", "network"});
    WAIT_EXACT(fixture);
    const auto &panel = fixture.panel<ConfusionPanel>("confusion", 1);
    const Answers expected = answersOf(*snapshot->cohort, *snapshot->moment, 1);
    QVERIFY(panel.description().contains(QString::number(*expected.test.determination, 'f', 3).replace('-', QChar(0x2212))));
    QCOMPARE(panel.table().rows.size(), std::size_t{2});
    QVERIFY(inkOf(fixture.view.panel("hidden-space", 0)->grab().toImage(), Theme::light().plotBackground) > 100);
}

void TestEvidenceRows::hiddenSpacesShareTheirScale_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestEvidenceRows::hiddenSpacesShareTheirScale()
{
    QFETCH(bool, isDark);
    const Theme theme = isDark ? Theme::dark() : Theme::light();
    StandingRun run(evidenceExperiment({"relu", "tanh"}), 40);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"hidden-space"}, {900, 900}, theme);
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 2; ++model) {
        const auto &panel = fixture.panel<HiddenSpacePanel>("hidden-space", model);
        const auto &row = rowOf<HiddenSpaceRow>(panel);
        const HiddenSpace expected = *hiddenSpaceOf(*snapshot->cohort, *snapshot->moment, model);
        QVERIFY(row.space(model)->points == expected.points);
        const PanelPlot plot = row.plotOf(panel.rect());
        QVERIFY(std::abs((plot.x(1) - plot.x(0)) - (plot.y(0) - plot.y(1))) < 1e-9); // equal aspect
        const QImage picture = const_cast<HiddenSpacePanel &>(panel).grab().toImage();
        for (const auto &point : expected.points) {
            QVERIFY(plot.area().contains(plot.at(point[0], point[1])));
            const QRect around(plot.at(point[0], point[1]).toPoint() - QPoint(3, 3), QSize(7, 7));
            QVERIFY(inkOf(picture.copy(around), theme.plotBackground) > 4);
        }
        // Class 1 lies to the right and up, on average: the rule by which each is turned.
        std::array<double, 2> sums{};
        for (std::size_t i = 0; i < expected.points.size(); ++i) {
            for (std::size_t k = 0; k < 2; ++k)
                sums[k] += (snapshot->data->train.labels[i] == 1 ? 1 : 0) * expected.points[i][k];
        }
        QVERIFY(sums[0] > 0 && sums[1] > -1e-9);
    }
}

/** One model that is lost does not spoil the others' axes. */
void TestEvidenceRows::aDivergedModelIsNoRange()
{
    Experiment experiment = evidenceExperiment({"relu", "relu"});
    experiment.models[1].optimizer.learningRate = 1e9;
    experiment.models[1].optimizer.method = OptimizerMethod::Sgd;
    StandingRun run(experiment, 60);
    const auto snapshot = run.snapshot();
    QVERIFY(snapshot->models[1].divergedAt);
    for (const EvidenceKind *kind : evidenceKindsOf(pointSubject())) {
        EvidenceFixture fixture(snapshot, {kind->id});
        WAIT_EXACT(fixture);
        QVERIFY2(inkOf(fixture.view.panel(kind->id, 0)->grab().toImage(), Theme::light().plotBackground) > 100, kind->id);
    }
    EvidenceFixture fixture(snapshot, {"pre-activations", "outputs"});
    WAIT_EXACT(fixture);
    QVERIFY(rowOf<PreActivationsRow>(fixture.panel<PreActivationsPanel>("pre-activations", 0)).zRange().maximum < 1000);
    const auto &outputs = fixture.panel<OutputsPanel>("outputs", 0);
    QVERIFY(rowOf<OutputsRow>(outputs).plotOf(outputs.rect()).y(rowOf<OutputsRow>(outputs).spreads(0)[0].mean) > 0);
}

QTEST_MAIN(TestEvidenceRows)
#include "tst_evidence_rows.moc"
