// Rows about images: what they draw is what diagnostics say of the moment, in both themes and as narrow as columns are.
#include "tests/ui/training/image_rows_fixture.h"
#include "ui/training/evidence/confusion_row.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/images/class_accuracy_row.h"
#include "ui/training/evidence/images/class_matrix.h"
#include "ui/training/evidence/images/disagreements_row.h"
#include "ui/training/evidence/images/image_answers_row.h"
#include "ui/training/evidence/images/image_painting.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSpinBox>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

const QStringList allIds = {"class-accuracy", "confusion", "unit-pictures", "image-answers", "disagreements", "activity"};

} // namespace

class TestImageRows : public QObject {
    Q_OBJECT

private slots:
    void everyRowSaysWhatItShows_data();
    void everyRowSaysWhatItShows();
    void barsAreAccuraciesOfClasses();
    void tenClassesAreConfusedInNumbers();
    void theMostConfusedPairsAreNamed();
    void probabilitiesAreBars();
    void imagesAreChosenByKind();
    void disagreementsAreThoseOfTheExaminer();
    void fourModelsShowSomethingWhole_data();
    void fourModelsShowSomethingWhole();
    void clothesHaveNames();
    void samplesOfTheImagesSaySo();
};

void TestImageRows::everyRowSaysWhatItShows_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("text");
    for (const QString &id : allIds) {
        for (const bool isDark : {false, true}) {
            for (const int width : {880, 1500})
                QTest::addRow("%s, %s, %d", qPrintable(id), isDark ? "dark" : "light", width) << id << isDark << width << (isDark ? 1.5 : 1.0);
        }
    }
}

void TestImageRows::everyRowSaysWhatItShows()
{
    QFETCH(QString, id);
    QFETCH(bool, isDark);
    QFETCH(int, width);
    QFETCH(double, text);
    const Theme theme = isDark ? Theme::dark() : Theme::light();
    EvidenceFixture fixture(digitsMoment(), {id}, {width, 700}, theme);
    QFont font = fixture.view.font();
    font.setPointSizeF(font.pointSizeF() * text);
    fixture.view.setFont(font);
    WAIT_EXACT(fixture);
    QVERIFY(findEvidenceKind(id)->lookForText().endsWith(QLatin1Char('.')) || findEvidenceKind(id)->lookForText().endsWith(QLatin1Char('?')));
    for (std::size_t model = 0; model < 3; ++model) {
        const EvidencePanel *panel = fixture.view.panel(id, model);
        QVERIFY(panel && panel->isVisible());
        QVERIFY2(!panel->description().isEmpty(), qPrintable(id));
        const QString sample = panel->row().sampleNote();
        QCOMPARE(panel->accessibleDescription(), sample.isEmpty() ? panel->description() : panel->description() + QStringLiteral("; ") + sample);
        const EvidenceTable table = panel->table();
        QVERIFY(!table.isEmpty());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
        const QImage picture = pictureOfPanel(*panel);
        int ink = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                ink += awayFrom(picture.pixelColor(x, y), theme.plotBackground) > 60 ? 1 : 0;
        }
        QVERIFY(ink > 300);
    }
    if (const QByteArray folder = qgetenv("ACTISCOPE_PICTURES"); !folder.isEmpty()) // to be looked at
        fixture.view.grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/%1-%2-%3.png").arg(id, isDark ? "dark" : "light").arg(width));
}

void TestImageRows::barsAreAccuraciesOfClasses()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"class-accuracy"});
    WAIT_EXACT(fixture);
    const Dataset &data = *snapshot->data;
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<ClassAccuracyPanel>("class-accuracy", model);
        const auto &row = rowOfPanel<ClassAccuracyRow>(panel);
        const Inspection found = inspect(*snapshot, model, {.wantsImages = true});
        const QImage picture = pictureOfPanel(panel);
        for (int label = 0; label < 10; ++label) {
            int all = 0, right = 0;
            for (std::size_t i = 0; i < found.images->count(); ++i) {
                all += data.all.labels[found.images->places[i]] == label ? 1 : 0;
                right += data.all.labels[found.images->places[i]] == label && found.images->said[i] == label ? 1 : 0;
            }
            const double recall = static_cast<double>(right) / all;
            QCOMPARE(row.recalls(model)[static_cast<std::size_t>(label)], recall);
            QCOMPARE(panel.table().rows[static_cast<std::size_t>(label)][2].toInt(), all);
            QCOMPARE(panel.table().rows[static_cast<std::size_t>(label)][3].toInt(), right);
            const QRectF bar = row.bar(static_cast<std::size_t>(label), panel.rect());
            int ink = 0;
            for (double x = bar.left() + 1; x < bar.right() - 1; ++x)
                ink += awayFrom(picture.pixelColor(QPoint(static_cast<int>(x), qRound(bar.center().y()))), panel.pen().color()) < 40 ? 1 : 0;
            QVERIFY2(std::abs(ink / (bar.width() - 2) - recall) < 0.05, qPrintable(QString("%1: %2 for %3").arg(label).arg(ink / bar.width()).arg(recall)));
        }
    }
}

void TestImageRows::tenClassesAreConfusedInNumbers()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"confusion"});
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<ConfusionPanel>("confusion", model);
        const ConfusionMatrix *matrix = rowOfPanel<ConfusionRow>(panel).imageMatrix(model);
        QVERIFY(matrix && *matrix == *answersOf(*snapshot->cohort, *snapshot->moment, model).test.confusion);
        QCOMPARE(panel.table().rows.size(), std::size_t{100});
        const ClassMatrix painted(*matrix, *snapshot->data, panel.style());
        const QImage picture = pictureOfPanel(panel);
        for (int truth = 0; truth < 10; ++truth) {
            for (int said = 0; said < 10; ++said) {
                const QColor seen = picture.pixelColor((painted.cell(truth, said, panel.rect()).topLeft() + QPointF(2, 2)).toPoint());
                QCOMPARE(awayFrom(seen, Theme::light().plotBackground) > 12, matrix->at(truth, said) > 0);
            }
        }
        QVERIFY(painted.cell(0, 0, panel.rect()).width() > 16);
    }
}

void TestImageRows::theMostConfusedPairsAreNamed()
{
    const ConfusionMatrix matrix{3, {80, 20, 0, 1, 1, 2, 0, 30, 70}};
    QCOMPARE(mostConfused(matrix, 3), (std::vector<ConfusedPair>{{1, 2, 0.5}, {2, 1, 0.3}, {1, 0, 0.25}}));
    QCOMPARE(mostConfused(matrix, 99).size(), std::size_t{4});
    QVERIFY(mostConfused({2, {5, 0, 0, 0}}, 3).empty());
}

void TestImageRows::probabilitiesAreBars()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"image-answers"}, {1200, 900});
    WAIT_EXACT(fixture);
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<ImageAnswersPanel>("image-answers", model);
        const auto &row = rowOfPanel<ImageAnswersRow>(panel);
        const Inspection found = inspect(*snapshot, model, {.wantsImages = true});
        const QImage picture = pictureOfPanel(panel);
        QCOMPARE(row.shown().size(), std::size_t{3});
        for (std::size_t place = 0; place < 3; ++place) {
            const QRectF bars = panel.bars(row.slot(place, panel.rect())).adjusted(0, 0, 0, -panel.style().px(ProbabilityBars::numbersHeight));
            for (std::size_t k = 0; k < 10; ++k) {
                const double x = bars.left() + (static_cast<double>(k) + 0.5) * bars.width() / 10;
                int ink = 0;
                for (double y = bars.top() + 3; y < bars.bottom() - 3; ++y)
                    ink += awayFrom(picture.pixelColor(QPoint(static_cast<int>(x), static_cast<int>(y))), Theme::light().plotBackground) > 60 ? 1 : 0;
                QVERIFY(std::abs(ink / bars.height() - double{found.images->of(row.shown()[place])[k]}) < 0.2);
            }
            for (std::size_t k = 0; k < 10; ++k)
                QCOMPARE(panel.table().rows[place][static_cast<qsizetype>(3 + k)].toDouble(), double{found.images->of(row.shown()[place])[k]});
        }
    }
}

void TestImageRows::imagesAreChosenByKind()
{
    const auto snapshot = digitsMoment(1);
    EvidenceFixture fixture(snapshot, {"image-answers"}, {1200, 900});
    WAIT_EXACT(fixture);
    auto &panel = fixture.panel<ImageAnswersPanel>("image-answers", 0);
    auto &row = dynamic_cast<ImageAnswersRow &>(panel.row());
    const Dataset &data = *snapshot->data;
    const auto labelOf = [&](std::size_t image) { return data.all.labels[data.testIndices[image]]; };
    QCOMPARE(row.list().size(), data.test.count());
    auto *choices = fixture.view.findChild<QComboBox *>();
    QVERIFY(choices && choices->count() == ImageAnswersRow::OfClass + 10);
    row.setChoice(ImageAnswersRow::OneAClass);
    QCOMPARE(row.list().size(), std::size_t{10});
    for (std::size_t k = 0; k < 10; ++k)
        QCOMPARE(labelOf(row.list()[k]), static_cast<int>(k));
    row.setChoice(ImageAnswersRow::OfClass + 7);
    QCOMPARE(static_cast<std::ptrdiff_t>(row.list().size()), std::ranges::count(data.test.labels, 7));
    row.setChoice(ImageAnswersRow::Mistaken);
    std::size_t wrong = 0;
    std::vector<Inspection> found;
    for (std::size_t model = 0; model < 3; ++model)
        found.push_back(inspect(*snapshot, model, {.wantsImages = true}));
    for (std::size_t i = 0; i < data.test.count(); ++i)
        wrong += std::ranges::any_of(found, [&](const Inspection &each) { return each.images->said[i] != labelOf(i); }) ? 1 : 0;
    QCOMPARE(row.list().size(), wrong);
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Down);
    QCOMPARE(row.first(), std::size_t{1});
    QTest::keyClick(&panel, Qt::Key_Up);
    QTest::keyClick(&panel, Qt::Key_Up);
    QCOMPARE(row.first(), std::size_t{0});
}

void TestImageRows::disagreementsAreThoseOfTheExaminer()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"disagreements"}, {1200, 900});
    WAIT_EXACT(fixture);
    const std::vector<Disagreement> expected = *inspectAll(*snapshot, {.wantsImages = true}, [] { return false; })[0]->disagreements;
    QVERIFY(expected.size() > 4);
    const auto &panel = fixture.panel<DisagreementsPanel>("disagreements", 1);
    const auto &row = rowOfPanel<DisagreementsRow>(panel);
    QCOMPARE(row.disagreements(), expected);
    QCOMPARE(panel.table().rows.size(), expected.size());
    QCOMPARE(panel.table().rows[2][4].toDouble(), expected[2].distance);
    QVERIFY(row.legend().startsWith(QString::number(expected.size())));
    auto *from = fixture.view.findChild<QSpinBox *>();
    QVERIFY(from && from->maximum() == static_cast<int>(expected.size()));
    from->setValue(3);
    QCOMPARE(row.shown().front(), expected[2].image);
}

void TestImageRows::fourModelsShowSomethingWhole_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<int>("banks");
    QTest::newRow("960 x 600") << QSize(880, 300) << 1.0 << 1;
    QTest::newRow("1280 x 800") << QSize(896, 480) << 1.0 << 1;
    QTest::newRow("1920 x 1080") << QSize(1496, 700) << 1.0 << 1;
    QTest::newRow("1280 x 800, large text") << QSize(896, 400) << 1.5 << 2;
    QTest::newRow("1920 x 1080, large text") << QSize(1496, 600) << 1.5 << 1;
}

void TestImageRows::fourModelsShowSomethingWhole()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(int, banks);
    StandingRun run(digitsExperiment({"relu", "gelu", "sigmoid", "leaky_relu:alpha=0.3"}, {64}), 1);
    EvidenceFixture fixture(run.snapshot(), {"class-accuracy", "unit-pictures"}, size);
    QFont font = fixture.view.font();
    font.setPointSizeF(11 * text);
    fixture.view.setFont(font);
    WAIT_EXACT(fixture);
    QCOMPARE(fixture.view.banks().size(), static_cast<std::size_t>(banks));
    for (std::size_t model = 0; model < 4; ++model) {
        const auto &panel = fixture.panel<ClassAccuracyPanel>("class-accuracy", model);
        const QWidget &port = *fixture.view.banks()[model / (4 / static_cast<std::size_t>(banks))]->scrollArea()->viewport();
        const QRect seen(panel.mapTo(&port, QPoint()), panel.size());
        QVERIFY2(banks > 1 || port.rect().contains(seen), qPrintable(QStringLiteral("%1 of %2").arg(seen.height()).arg(port.height())));
        const auto &row = rowOfPanel<ClassAccuracyRow>(panel);
        for (std::size_t label = 0; label < 10; ++label)
            QVERIFY(panel.rect().contains(row.bar(label, panel.rect()).toRect()) && row.bar(label, panel.rect()).height() >= 4 * text);
        const ModelTitle &title = *fixture.view.title(model);
        QVERIFY(title.fittingParts(title.width()).name.contains(QStringLiteral("LU")) || model == 2);
    }
}

void TestImageRows::clothesHaveNames()
{
    Dataset data;
    QCOMPARE(ImageWords::className(data, 7), QString("7"));
    data.classNames = findImageKind("fashion-mnist")->classNames;
    QCOMPARE(data.classNames.size(), std::size_t{10});
    QCOMPARE(ImageWords::numberedClass(data, 9), QString("9 Ankle boot"));
}

void TestImageRows::samplesOfTheImagesSaySo()
{
    EvidenceFixture fixture(digitsMoment(), {"units", "gradients", "unit-pictures", "class-accuracy"}, {1200, 1400});
    WAIT_EXACT(fixture);
    const QString text = QStringLiteral("of 500 training images");
    for (const char *id : {"units", "gradients", "unit-pictures"}) {
        const auto &panel = fixture.panel<EvidencePanel>(id, 1);
        QCOMPARE(panel.row().sampleNote(), text);
        QVERIFY2(panel.accessibleDescription().endsWith(text), qPrintable(panel.accessibleDescription()));
    }
    QCOMPARE(fixture.panel<EvidencePanel>("class-accuracy", 1).row().sampleNote(), QString());
    Experiment few = digitsExperiment({"relu"}, {8});
    few.data = ImageData{.trainCount = 200};
    StandingRun run(few, 1);
    EvidenceFixture all(run.snapshot(), {"units"}, {1200, 900});
    WAIT_EXACT(all);
    QCOMPARE(all.panel<EvidencePanel>("units", 0).row().sampleNote(), QString());
}

QTEST_MAIN(TestImageRows)
#include "tst_image_rows.moc"
