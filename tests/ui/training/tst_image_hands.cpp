// What hands do in the rows about images: choose one, draw one with the mouse or with keys; and that it is kept.
#include "tests/ui/training/image_rows_fixture.h"
#include "ui/training/evidence/images/activity_row.h"
#include "ui/training/evidence/images/image_answers_row.h"
#include "ui/training/evidence/images/image_canvas.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QSpinBox>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

class TestImageHands : public QObject {
    Q_OBJECT

private slots:
    void aChosenImageIsAskedAbout();
    void aDrawingIsAskedAbout();
    void keysDraw();
    void choicesOfHandsAreKept();
};

void TestImageHands::aChosenImageIsAskedAbout()
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

void TestImageHands::aDrawingIsAskedAbout()
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

void TestImageHands::keysDraw()
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

void TestImageHands::choicesOfHandsAreKept()
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

QTEST_MAIN(TestImageHands)
#include "tst_image_hands.moc"
