// The data of a comparison by real hands: the gallery, points that are drawn, files that are opened, features of the networks.
#include "core/base/errors.h"
#include "core/data/csv_points.h"
#include "core/data/data_generators.h"
#include "core/data/input_features.h"
#include "tests/support/small_experiment.h"
#include "tests/ui/training/data_fixture.h"
#include "ui/training/data/csv_dialog.h"
#include "ui/training/data/data_gallery.h"
#include "ui/training/data/feature_chips.h"
#include "ui/training/data/points_canvas.h"
#include "ui/training/data/points_dialog.h"

#include <QtTest>

using namespace actiscope;
using namespace actiscope::test;

class TestDataSection : public QObject {
    Q_OBJECT

private slots:
    void galleryHasEveryDataSetAndShowsTheChosenOne();
    void aTileChoosesItsDataSet();
    void tilesAreReachedWithKeys();
    void thumbnailsAreDifferentAndInBothThemes();
    void featuresAreSwitches();
    void newSeedsChangeNothingElse();
    void aTableIsFoundOutAndCanBeReadAnotherWay();
    void whatIsWrongWithATableIsSaidAndSelected();
    void anOpenedFileBecomesTheData();
    void aFileThatCannotBeReadIsSaid();
    void everythingHasANameForThoseWhoDoNotSee();
};

void TestDataSection::galleryHasEveryDataSetAndShowsTheChosenOne()
{
    Shown shown;
    DataGallery &gallery = *shown.section.gallery();
    const auto checked = [&] {
        QStringList names;
        for (const QToolButton *button : gallery.findChildren<QToolButton *>()) {
            if (button->isChecked())
                names << button->objectName();
        }
        return names.join(' ');
    };
    for (const DataKind &kind : dataKinds())
        QVERIFY2(gallery.tile(std::string(kind.name)), std::string(kind.name).c_str());
    QVERIFY(gallery.tile("drawn") && gallery.tile("file"));
    QCOMPARE(checked(), "data_moons");
    QVERIFY(!gallery.tile("drawn")->isVisible() && !gallery.tile("file")->isVisible()); // there are none
    Experiment experiment = smallExperiment();
    generated(experiment.data).kind = "spirals";
    shown.section.setExperiment(experiment);
    QCOMPARE(checked(), "data_spirals");
    experiment.data = GivenPoints{std::make_shared<const LabelledPoints>(fourPoints())};
    shown.section.setExperiment(experiment);
    QCOMPARE(checked(), "data_drawn");
    QVERIFY(gallery.tile("drawn")->isVisible() && !gallery.tile("file")->isVisible());
    QCOMPARE(shown.section.name(), "4 points drawn");
    QVERIFY(shown.section.caption().isEmpty());
    QVERIFY(shown.taken.empty());
}

void TestDataSection::aTileChoosesItsDataSet()
{
    Shown shown;
    for (const DataKind &kind : dataKinds()) {
        if (kind.name == "moons")
            continue;
        QTest::mouseClick(shown.section.gallery()->tile(std::string(kind.name)), Qt::LeftButton);
        QCOMPARE(generated(shown.last().data).kind, std::string(kind.name));
        QCOMPARE(isRegression(shown.last().data), kind.isRegression);
        QCOMPARE(shown.section.name(), QString::fromStdString(std::string(kind.name)));
    }
    const std::size_t before = shown.taken.size();
    QTest::mouseClick(shown.section.gallery()->tile(generated(shown.last().data).kind), Qt::LeftButton); // the chosen one
    QCOMPARE(shown.taken.size(), before);
    QVERIFY(shown.section.gallery()->tile(generated(shown.last().data).kind)->isChecked());
}

void TestDataSection::tilesAreReachedWithKeys()
{
    Shown shown;
    DataGallery &gallery = *shown.section.gallery();
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    gallery.tile("moons")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(gallery.tile("moons"), Qt::Key_Right);
    QVERIFY(gallery.tile("circles")->hasFocus());
    QTest::keyClick(gallery.tile("circles"), Qt::Key_Space);
    QCOMPARE(generated(shown.last().data).kind, std::string("circles"));
    QTest::keyClick(gallery.tile("circles"), Qt::Key_Left);
    QVERIFY(gallery.tile("moons")->hasFocus());
}

void TestDataSection::thumbnailsAreDifferentAndInBothThemes()
{
    Shown shown;
    QSet<QByteArray> pictures;
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        shown.section.setTheme(theme);
        for (const QToolButton *tile : shown.section.gallery()->findChildren<QToolButton *>()) {
            const QImage image = tile->icon().pixmap(tile->iconSize()).toImage();
            QVERIFY(!image.isNull());
            pictures.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
    }
    QCOMPARE(pictures.size(), 2 * qsizetype(dataKinds().size() + 2));
}

void TestDataSection::featuresAreSwitches()
{
    Shown shown;
    shown.click("feature_x1*x2");
    QCOMPARE(shown.last().preparation.features, (std::vector<std::string>{"x1*x2"}));
    shown.click("feature_x1^2");
    QCOMPARE(shown.last().preparation.features, (std::vector<std::string>{"x1^2", "x1*x2"}));
    QCOMPARE(makeCohort(shown.last()).shape.inputs, 4);
    shown.click("feature_x1*x2");
    QCOMPARE(shown.last().preparation.features, (std::vector<std::string>{"x1^2"}));
    shown.section.setExperiment(smallExperiment());
    QVERIFY(shown.section.features()->features().empty());
    QCOMPARE(shown.section.features()->findChildren<QToolButton *>().size(), qsizetype(inputFeatures().size()));
}

void TestDataSection::newSeedsChangeNothingElse()
{
    Shown shown;
    Experiment expected = smallExperiment();
    shown.click("data_newPoints");
    QVERIFY(generated(shown.last().data).seed != generated(expected.data).seed);
    generated(expected.data).seed = generated(shown.last().data).seed;
    QVERIFY(shown.last() == expected);
    shown.click("data_newSplit");
    QVERIFY(shown.last().split.seed != expected.split.seed);
    expected.split.seed = shown.last().split.seed;
    QVERIFY(shown.last() == expected);
}

void TestDataSection::aTableIsFoundOutAndCanBeReadAnotherWay()
{
    CsvDialog dialog("name;b;a;kind\np;0,5;1;red\nq;2,5;3;blue\n", "t.csv", Theme::light());
    dialog.show();
    QVERIFY2(dialog.fault().isEmpty(), qPrintable(dialog.fault()));
    QVERIFY(dialog.summary().contains("2 points") && dialog.summary().contains("blue is class 0"));
    const auto *table = dialog.findChild<QTableWidget *>();
    QCOMPARE(table->columnCount(), 4);
    QCOMPARE(table->item(0, 1)->text(), "0,5");
    QCOMPARE(table->horizontalHeaderItem(1)->text(), QString::fromUtf8("b = x₁"));
    auto *x = dialog.findChild<QComboBox *>("columnX");
    x->setFocus();
    QTest::keyClick(x, Qt::Key_Down);
    QCOMPARE(table->horizontalHeaderItem(2)->text(), QString::fromUtf8("a = x₁, x₂"));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.points().points.coordinates, (std::vector<double>{1, 1, 3, 3}));
    QCOMPARE(dialog.points().points.labels, (std::vector{1, 0}));
}

void TestDataSection::whatIsWrongWithATableIsSaidAndSelected()
{
    CsvDialog dialog("x,y,label\n1,2,0\n3,four,1\n", "t.csv", Theme::light());
    dialog.show();
    QVERIFY2(dialog.fault().startsWith("line 3, column 2: 'four'"), qPrintable(dialog.fault()));
    const auto *table = dialog.findChild<QTableWidget *>();
    QCOMPARE(table->currentRow(), 1);
    QCOMPARE(table->currentColumn(), 1);
    QVERIFY(!acceptOf(dialog)->isEnabled());
    auto *y = dialog.findChild<QComboBox *>("columnY");
    y->setFocus();
    QTest::keyClick(y, Qt::Key_Up); // x instead
    QVERIFY2(dialog.fault().isEmpty(), qPrintable(dialog.fault()));
    QVERIFY(acceptOf(dialog)->isEnabled());
}

void TestDataSection::anOpenedFileBecomesTheData()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("points.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto data = makeDataset(GeneratedData{.kind = "blobs", .samples = 80, .classes = 3});
    file.write(QByteArray::fromStdString(dataCsv(*data)));
    file.close();
    Shown shown;
    Experiment divided = smallExperiment();
    divided.preparation.curve = "x";
    shown.section.setExperiment(divided);
    whenOpen<CsvDialog>([](CsvDialog &dialog) { QTest::mouseClick(acceptOf(dialog), Qt::LeftButton); });
    shown.section.openCsv(file.fileName());
    QVERIFY(*std::get<GivenPoints>(shown.last().data).points == data->all);
    QVERIFY(shown.last().preparation.curve.empty()); // the classes are those of the file
    QVERIFY(shown.texts.back().contains("points.csv"));
    QVERIFY(shown.section.gallery()->tile("file")->isChecked());
    QVERIFY(!shown.window.findChild<QToolButton *>("data_newPoints")->isEnabled());
    // Back to what is made.
    QTest::mouseClick(shown.section.gallery()->tile("moons"), Qt::LeftButton);
    QVERIFY(std::holds_alternative<GeneratedData>(shown.last().data));
}

void TestDataSection::aFileThatCannotBeReadIsSaid()
{
    Shown shown;
    shown.section.openCsv("/nowhere/points.csv");
    QVERIFY2(shown.section.caption().contains("points.csv: the file cannot be read"), qPrintable(shown.section.caption()));
    QVERIFY(shown.taken.empty());
}

void TestDataSection::everythingHasANameForThoseWhoDoNotSee()
{
    Shown shown;
    PointsDialog points(fourPoints(), Theme::light());
    CsvDialog csv("1,2,0\n3,4,1\n", "t.csv", Theme::light());
    for (QWidget *part : {&shown.window, static_cast<QWidget *>(&points), static_cast<QWidget *>(&csv)}) {
        for (QWidget *widget : part->findChildren<QWidget *>()) {
            const bool isInside = widget->objectName().startsWith("qt_") || !qobject_cast<QWidget *>(widget->parent())
                                  || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QScrollBar *>(widget);
            if (widget->focusPolicy() == Qt::NoFocus || isInside)
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + ' ' + widget->objectName()));
        }
    }
}

using actiscope::test::smallExperiment;

QTEST_MAIN(TestDataSection)
#include "tst_data_section.moc"
