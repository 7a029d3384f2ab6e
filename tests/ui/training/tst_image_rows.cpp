// Rows about images: what they draw is what diagnostics say of the moment, in both themes and as narrow as columns are; what hands can do in them.
#include "tests/ui/training/evidence_fixture.h"
#include "ui/training/evidence/confusion_row.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/images/activity_row.h"
#include "ui/training/evidence/images/class_accuracy_row.h"
#include "ui/training/evidence/images/class_matrix.h"
#include "ui/training/evidence/images/disagreements_row.h"
#include "ui/training/evidence/images/image_answers_row.h"
#include "ui/training/evidence/images/image_canvas.h"
#include "ui/training/evidence/images/image_painting.h"
#include "ui/training/evidence/images/unit_pictures_row.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QScrollArea>
#include <QSpinBox>

#include <cmath>
#include <cstdlib>

using namespace actiscope;
using namespace actiscope::test;

namespace {

int awayFrom(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

Experiment digitsExperiment(const std::vector<const char *> &activations, const std::vector<int> &hidden)
{
    Experiment experiment = smallExperiment(1000);
    experiment.data = ImageData{};
    experiment.hidden = hidden;
    experiment.batchSize = 32;
    experiment.tracksUnits = true;
    std::vector<ActivationSpec> specs;
    for (const char *activation : activations)
        specs.push_back(parseActivationSpec(activation));
    setActivations(experiment, specs);
    return experiment;
}

/** ReLU, tanh and sigmoid after some epochs. */
std::shared_ptr<const Snapshot> digitsMoment(int epochs = 3, const std::vector<int> &hidden = {64})
{
    static std::vector<std::unique_ptr<StandingRun>> runs; // what evaluates lives with its run
    runs.push_back(std::make_unique<StandingRun>(digitsExperiment({"relu", "tanh", "sigmoid"}, hidden), epochs));
    return runs.back()->snapshot();
}

template <class Row, class Panel>
const Row &rowOfPanel(const Panel &panel)
{
    return dynamic_cast<const Row &>(panel.row());
}

QImage pictureOfPanel(const EvidencePanel &panel)
{
    return const_cast<EvidencePanel &>(panel).grab().toImage();
}

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
    void picturesAreWeightsOnOneScale();
    void theUnitThatIsPointedAtIsLarge();
    void deadUnitsAreCrossedOut();
    void probabilitiesAreBars();
    void imagesAreChosenByKind();
    void disagreementsAreThoseOfTheExaminer();
    void aChosenImageIsAskedAbout();
    void aDrawingIsAskedAbout();
    void keysDraw();
    void choicesOfHandsAreKept();
    void fourModelsShowSomethingWhole_data();
    void fourModelsShowSomethingWhole();
    void picturesFillTheirRow();
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

/** numpy: the same of np.argsort(-(m / m.sum(1, keepdims=True)) off the diagonal). */
void TestImageRows::theMostConfusedPairsAreNamed()
{
    const ConfusionMatrix matrix{3, {80, 20, 0, 1, 1, 2, 0, 30, 70}};
    QCOMPARE(mostConfused(matrix, 3), (std::vector<ConfusedPair>{{1, 2, 0.5}, {2, 1, 0.3}, {1, 0, 0.25}}));
    QCOMPARE(mostConfused(matrix, 99).size(), std::size_t{4});
    QVERIFY(mostConfused({2, {5, 0, 0, 0}}, 3).empty());
}

void TestImageRows::picturesAreWeightsOnOneScale()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"unit-pictures"}, {1500, 900});
    WAIT_EXACT(fixture);
    double full = 0;
    for (std::size_t model = 0; model < 3; ++model)
        full = std::max(full, unitPicturesOf(*snapshot->cohort, *snapshot->moment, model).usual);
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<UnitPicturesPanel>("unit-pictures", model);
        const auto &row = rowOfPanel<UnitPicturesRow>(panel);
        QCOMPARE(row.fullScale(), full);
        QVERIFY(row.legend().contains(readableNumber(full)));
        const ModelParameters parameters = snapshot->moment->models[model].parameters();
        fixture.view.selection().pointAt(HiddenUnit{0, 5});
        const QImage picture = pictureOfPanel(panel);
        const double side = panel.style().px(64), left = 1, top = panel.height() - panel.style().px(66);
        for (int y = 0; y < 8; ++y) {
            for (int x = 0; x < 8; ++x) {
                const double weight = parameters.layers[0].weight[static_cast<std::size_t>(5 * 64 + y * 8 + x)];
                const QColor strong = weight < 0 ? Theme::light().classZero : Theme::light().classOne;
                const QColor expected = mix(Theme::light().divergingMiddle, strong, std::min(1.0, std::abs(weight) / full));
                const QPoint place(qRound(left + (x + 0.5) * side / 8), qRound(top + (y + 0.5) * side / 8));
                QVERIFY(awayFrom(picture.pixelColor(place), expected) < 12);
            }
        }
        fixture.view.selection().pointAt(std::nullopt);
    }
}

void TestImageRows::theUnitThatIsPointedAtIsLarge()
{
    EvidenceFixture fixture(digitsMoment(), {"unit-pictures", "activity"}, {1500, 900});
    WAIT_EXACT(fixture);
    auto &panel = fixture.panel<UnitPicturesPanel>("unit-pictures", 1);
    const QRectF place = panel.grid(panel.rect()).picture(37);
    QTest::mouseMove(&panel, place.center().toPoint());
    QTRY_VERIFY(fixture.view.selection().unit() == (HiddenUnit{0, 37}));
    QVERIFY(panel.description().contains("Unit 38, layer 1"));
    QVERIFY(fixture.panel<ActivityPanel>("activity", 2).description().contains("Unit 38, layer 1"));
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Right);
    QVERIFY(fixture.view.selection().unit() == (HiddenUnit{0, 38}));
    QTest::keyClick(&panel, Qt::Key_Return);
    QVERIFY(fixture.view.selection().kept() == (HiddenUnit{0, 38}));
    for (const int count : {1, 7, 64, 128, 512}) { // each has a place of its own
        const PictureGrid grid = PictureGrid::of({0, 0, 230, 140}, count);
        for (std::size_t unit = 0; unit < static_cast<std::size_t>(count); ++unit)
            QCOMPARE(grid.at(grid.picture(unit).center()), std::optional(unit));
        QVERIFY(grid.picture(static_cast<std::size_t>(count) - 1).bottom() <= 141);
    }
}

void TestImageRows::deadUnitsAreCrossedOut()
{
    Experiment experiment = digitsExperiment({"relu", "relu"}, {16});
    experiment.models[0].initialization.biasConstant = -20;
    experiment.models[1].optimizer.learningRate = 0.001;
    StandingRun run(experiment, 2);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"unit-pictures"}, {1200, 900});
    WAIT_EXACT(fixture);
    int living = 0;
    const auto &dead = fixture.panel<UnitPicturesPanel>("unit-pictures", 0);
    const auto &alive = fixture.panel<UnitPicturesPanel>("unit-pictures", 1);
    const auto isCrossed = [](const UnitPicturesPanel &panel, std::size_t unit) {
        const QRectF place = panel.grid(panel.rect()).picture(unit);
        return awayFrom(pictureOfPanel(panel).pixelColor(place.center().toPoint()), Theme::light().text) < 150;
    };
    for (std::size_t unit = 0; unit < 16; ++unit) {
        const bool isDead = diagnose(*snapshot->cohort, *snapshot->moment, 1, {.mostSamples = 500}).layers[0].units[unit].isDead;
        QVERIFY(dead.isDead(unit) && isCrossed(dead, unit));
        QCOMPARE(alive.isDead(unit), isDead);
        QCOMPARE(isCrossed(alive, unit), isDead);
        living += isDead ? 0 : 1;
    }
    QVERIFY(living > 8);
    QVERIFY(dead.description().contains("16 units are dead"));
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

void TestImageRows::aChosenImageIsAskedAbout()
{
    const auto snapshot = digitsMoment(3, {20, 10});
    EvidenceFixture fixture(snapshot, {"image-answers", "activity"}, {1200, 900});
    WAIT_EXACT(fixture);
    auto &list = fixture.panel<ImageAnswersPanel>("image-answers", 0);
    const auto &listRow = rowOfPanel<ImageAnswersRow>(list);
    QTest::mouseClick(&list, Qt::LeftButton, {}, listRow.slot(2, list.rect()).center().toPoint());
    const std::size_t place = snapshot->data->testIndices[2];
    QVERIFY(fixture.view.selection().point() == place);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.view.isExact(), patience);
    std::vector<float> image(64);
    snapshot->data->all.copyPoint(place, image.data());
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<ActivityPanel>("activity", model);
        const auto &row = rowOfPanel<ActivityRow>(panel);
        const ImageActivity expected = imageActivityOf(*snapshot->cohort, *snapshot->moment, model, image);
        QTRY_VERIFY_WITH_TIMEOUT(row.activity(model) && row.activity(model)->preActivations == expected.preActivations, patience);
        QVERIFY(row.activity(model)->outputs == expected.outputs);
        QCOMPARE(row.truth(), std::optional(snapshot->data->all.labels[place]));
        QCOMPARE(panel.table().rows.size(), std::size_t{40});
        const QImage picture = pictureOfPanel(panel);
        for (std::size_t layer = 0; layer < 2; ++layer) {
            const QRectF strip = panel.strip(layer, 0, panel.rect());
            const std::size_t units = expected.preActivations[layer].size();
            for (std::size_t unit = 0; unit < units; ++unit) {
                const double x = strip.left() + (static_cast<double>(unit) + 0.4) * strip.width() / static_cast<double>(units);
                const double length = expected.preActivations[layer][unit] / row.reachOfSums(layer) * strip.height() / 2;
                if (std::abs(length) < 4)
                    continue;
                const auto at = [&](double share) { return picture.pixelColor(QPoint(static_cast<int>(x), static_cast<int>(strip.center().y() - share * length))); };
                QVERIFY(awayFrom(at(0.5), panel.pen().color()) < 40);
                QVERIFY(awayFrom(at(-0.5), panel.pen().color()) > 40);
            }
        }
    }
}

void TestImageRows::aDrawingIsAskedAbout()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"activity", "disagreements"}, {1200, 900});
    WAIT_EXACT(fixture);
    auto *canvas = fixture.view.findChild<ImageCanvas *>();
    QVERIFY(canvas && !canvas->image());
    const QRect square = canvas->square();
    QTest::mousePress(canvas, Qt::LeftButton, {}, square.topLeft() + QPoint(square.width() / 3, square.height() / 5));
    QTest::mouseMove(canvas, square.topLeft() + QPoint(square.width() / 3, 4 * square.height() / 5));
    QMouseEvent move(QEvent::MouseMove, QPointF(square.width() / 3.0, 0.8 * square.height()), canvas->mapToGlobal(QPointF()), Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(canvas, &move);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, square.center());
    QVERIFY(canvas->image() && canvas->image()->size() == 64);
    const auto &panel = fixture.panel<ActivityPanel>("activity", 1);
    const auto &row = rowOfPanel<ActivityRow>(panel);
    const auto isOf = [&](const std::vector<float> &image) {
        return row.activity(1) && row.activity(1)->preActivations == imageActivityOf(*snapshot->cohort, *snapshot->moment, 1, image).preActivations;
    };
    const std::vector<float> centred = *canvas->image();
    QTRY_VERIFY_WITH_TIMEOUT(isOf(centred), patience);
    QVERIFY(!row.truth());
    canvas->setCentred(false); // as it was drawn: left of the middle
    QVERIFY(*canvas->image() != centred);
    QTRY_VERIFY_WITH_TIMEOUT(isOf(*canvas->image()), patience);
    fixture.view.selection().choosePoint(snapshot->data->testIndices[4]);
    QVERIFY(!canvas->image());
    std::vector<float> image(64);
    snapshot->data->all.copyPoint(snapshot->data->testIndices[4], image.data());
    QTRY_VERIFY_WITH_TIMEOUT(isOf(image), patience);
}

/** Without a mouse: the arrow keys move the cross, Space paints where it stands, Shift on the way. */
void TestImageRows::keysDraw()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"activity"}, {1200, 900});
    WAIT_EXACT(fixture);
    auto *canvas = fixture.view.findChild<ImageCanvas *>();
    QVERIFY(canvas && canvas->focusPolicy() == Qt::StrongFocus && !canvas->accessibleName().isEmpty());
    canvas->setCentred(false);
    canvas->setFocus();
    QCOMPARE(canvas->brush(), QPoint(4, 4)); // in the middle of 8 × 8
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(canvas, Qt::Key_Left);
    QTest::keyClick(canvas, Qt::Key_Up);
    QCOMPARE(canvas->brush(), QPoint(0, 3));
    QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("Row 4, column 1")));
    QVERIFY(!canvas->image());
    QTest::keyClick(canvas, Qt::Key_Space);
    QVERIFY(canvas->image());
    const std::vector<float> dot = *canvas->image();
    QVERIFY(dot[3 * 8 + 0] > 0.3F && dot[3 * 8 + 5] == 0.F && dot[6 * 8 + 0] == 0.F);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    const std::vector<float> line = *canvas->image();
    for (std::size_t x = 0; x <= 5; ++x)
        QVERIFY(line[3 * 8 + x] > 0.3F);
    QVERIFY(line[3 * 8 + 7] == 0.F);
    QKeyEvent space(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier); // it does not train
    space.ignore();
    QApplication::sendEvent(canvas, &space);
    QVERIFY(space.isAccepted());
}

/** Which images, which layer, the unit and the image that all rows answer for, a drawing: the same in another view, as in a figure or after a restart. */
void TestImageRows::choicesOfHandsAreKept()
{
    const auto snapshot = digitsMoment(3, {16, 12});
    const QStringList rows = {"pre-activations", "gradients", "image-answers", "disagreements", "activity"};
    EvidenceFixture before(snapshot, rows, {1200, 1400});
    WAIT_EXACT(before);
    QVERIFY(before.view.choices().isEmpty());
    for (QComboBox *box : before.view.findChildren<QComboBox *>()) {
        box->setCurrentIndex(box->count() - 1);
        emit box->activated(box->count() - 1);
    }
    for (QSpinBox *box : before.view.findChildren<QSpinBox *>())
        box->setValue(2);
    auto *canvas = before.view.findChild<ImageCanvas *>();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Space);
    const std::vector<float> drawn = *canvas->image();
    before.view.selection().keep({1, 7}, 2);
    const QJsonObject choices = QJsonDocument::fromJson(QJsonDocument(before.view.choices()).toJson()).object();
    EvidenceFixture after(snapshot, rows, {1200, 1400});
    after.view.restoreChoices(choices);
    WAIT_EXACT(after);
    QCOMPARE(after.view.choices(), before.view.choices());
    QVERIFY(after.view.selection().kept() == (HiddenUnit{1, 7}));
    for (const char *id : {"pre-activations", "gradients", "image-answers", "disagreements", "activity"}) {
        WAIT_EXACT(before);
        QTRY_COMPARE_WITH_TIMEOUT(after.view.panel(QLatin1String(id), 1)->description(), before.view.panel(QLatin1String(id), 1)->description(), patience);
    }
    const auto &activity = rowOfPanel<ActivityRow>(after.panel<ActivityPanel>("activity", 1));
    QCOMPARE(activity.activity(1)->preActivations, imageActivityOf(*snapshot->cohort, *snapshot->moment, 1, drawn).preActivations);
    EvidenceFixture other(digitsMoment(1, {4}), rows, {1200, 1400}); // a network without that unit
    other.view.restoreChoices(choices);
    WAIT_EXACT(other);
    QVERIFY(!other.view.selection().kept());
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

/** The first row has all its classes, and a row that is not seen whole does not cut it. In two banks of large text it is scrolled, rather than that it is
 *  smaller than text is. */
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

/** No larger pictures have room, and no line is left with a few. */
void TestImageRows::picturesFillTheirRow()
{
    for (const int count : {10, 16, 30, 64, 100, 128, 250, 256, 512}) {
        for (const double width : {176.0, 250.0, 376.0, 700.0}) {
            Snapshot run;
            run.experiment.hidden = {count};
            const double height = UnitPicturesRow::heightOf(run, width);
            const QRectF area(0, 0, width, height - 90);
            const PictureGrid grid = PictureGrid::of(area, count);
            const int lines = (count + grid.perLine - 1) / grid.perLine;
            QVERIFY(grid.pitch * grid.perLine <= width + 0.5 && grid.pitch * lines <= area.height() + 0.5);
            QCOMPARE(grid.perLine, (count + lines - 1) / lines); // the last line is as full as it can be
            const double larger = 1.06 * grid.pitch;
            const bool fitsLarger = std::floor(width / larger) * std::floor(area.height() / larger) >= count;
            QVERIFY2(!fitsLarger || grid.pitch >= 130, qPrintable(QStringLiteral("%1 in %2: %3").arg(count).arg(width).arg(grid.pitch)));
            if (count <= 128 && width > 300)
                QVERIFY2(grid.pitch >= 19, qPrintable(QString::number(grid.pitch)));
        }
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

/** At rest of 500 of 1,438 training images; all of few are not called a sample. Dead units and gradients are, answers to test images are not. */
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
