// The window's pictures of itself: no display, the size that was asked for, and the user's own state left alone.
#include "tests/app/program.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

class TestPictures : public QObject {
    Q_OBJECT

private slots:
    void windowIsPictured_data();
    void windowIsPictured();
};

void TestPictures::windowIsPictured_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("theme");
    QTest::newRow("functions") << "functions"
                               << "light";
    QTest::newRow("training in the dark") << "training"
                                          << "dark";
}

void TestPictures::windowIsPictured()
{
    QFETCH(QString, workspace);
    QFETCH(QString, theme);
    const QTemporaryDir folder;
    const QTemporaryDir home;
    const QString path = folder.filePath("window.png");
    const ProgramResult result = runProgram({"--screenshot", path, "--workspace", workspace, "--theme", theme, "--size", "1280x800"},
                                            {{"HOME", home.path()}, {"XDG_CONFIG_HOME", home.path()}});
    QVERIFY2(result.exitCode == 0 && !result.crashed, result.errors.constData());
    QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    const QImage picture(path);
    QCOMPARE(picture.size(), QSize(1280, 800));
    const int lightness = picture.pixelColor(1, 799).lightness();
    QCOMPARE(lightness < 128, theme == "dark");
    QVERIFY(QDir(home.path()).entryList({"*.conf", "*.ini", "Actiscope"}, QDir::Files | QDir::Dirs).isEmpty());
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
