// `actiscope train` and `data` with images: what runs, and what is refused in one line with the file and the place.
#include "core/data/idx_images.h"
#include "tests/app/program.h"
#include "tests/app/small_training.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

const QString digits = QStringLiteral(ACTISCOPE_TEST_DATA "/../../resources/images/digits");
const QStringList fewEpochs = {"train", "--hidden", "8", "--epochs", "2", "--batch-size", "32"};

enum File { TrainImages, TrainLabels, TestImages, TestLabels };

QString nameOf(File file)
{
    return QString::fromLatin1(imageFileNames[static_cast<std::size_t>(file)]);
}

} // namespace

class TestImageCommands : public QObject {
    Q_OBJECT

private slots:
    void digitsAreTrainedOn_data();
    void digitsAreTrainedOn();
    void aFolderOfThemGivesTheSame();
    void figuresHaveCurvesAndNoPlane();
    void damagedFilesAreRefusedInOneLine_data();
    void damagedFilesAreRefusedInOneLine();
    void whatIsOfPointsIsRefused_data();
    void whatIsOfPointsIsRefused();
    void theyAreShownInTheirOwnWorkspace();
    void rowsWithinEpochsAreThereForWhoAsks();
};

void TestImageCommands::digitsAreTrainedOn_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("eigen") << "eigen";
    QTest::newRow("auto") << "auto";
}

void TestImageCommands::digitsAreTrainedOn()
{
    QFETCH(QString, backend);
    const ProgramResult result = runProgram({"train", "--experiment", "digits", "--epochs", "3", "--backend", backend, "--json", "-"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject json = QJsonDocument::fromJson(result.output).object();
    const QJsonObject configuration = json["configuration"].toObject();
    QCOMPARE(configuration["data"].toString(), QStringLiteral("digits"));
    for (const char *name : {"noise", "samples", "test-fraction", "split-seed", "data-seed", "stratify", "images", "train-count"})
        QVERIFY2(!configuration.contains(QLatin1String(name)), name);
    QCOMPARE(json["models"].toArray().size(), 4);
    const ProgramResult csv = runProgram({"data", "--data", "digits", "--train-count", "5"});
    QCOMPARE(csv.exitCode, 0);
    QCOMPARE(csvRows(csv.output).size(), std::size_t{5 + 359});
}

void TestImageCommands::aFolderOfThemGivesTheSame()
{
    const QStringList some = fewEpochs + QStringList{"--backend", "eigen", "--train-count", "300", "--csv", "-", "--data"};
    const ProgramResult shipped = runProgram(some + QStringList{"digits"});
    QVERIFY2(shipped.exitCode == 0, shipped.errors.constData());
    const ProgramResult relative = runProgram(some + QStringList{"images", "--images", "digits"}, {}, QDir(digits + "/..").absolutePath());
    QVERIFY2(relative.exitCode == 0, relative.errors.constData());
    QCOMPARE(relative.output, shipped.output);
}

void TestImageCommands::figuresHaveCurvesAndNoPlane()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("run.svg"), diagnostics = folder.filePath("units.json");
    const ProgramResult result =
        runProgram(fewEpochs + QStringList{"--data", "digits", "--train-count", "100", "--figure", file, "--diagnostics", diagnostics});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(contentOf(file).contains("100 images") && !contentOf(file).contains("for testing, seed"));
    QVERIFY(contentOf(diagnostics).contains("\"layers\"") && contentOf(diagnostics).contains("\"samples\": 100,"));
    const QString seeds = folder.filePath("seeds.svg");
    const ProgramResult many =
        runProgram(fewEpochs + QStringList{"--data", "digits", "--train-count", "100", "--seeds", "3", "--figure", seeds, "--csv", folder.filePath("seeds.csv")});
    QVERIFY2(many.exitCode == 0, many.errors.constData());
    QVERIFY(contentOf(seeds).contains("images: digits"));
}

void TestImageCommands::damagedFilesAreRefusedInOneLine_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes"); // empty: the file ends there
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << int(TestLabels) << -1 << QByteArray() << "there is no such file, nor one that ends in .gz";
    QTest::newRow("half a download") << int(TrainImages) << 40'000 << QByteArray() << "byte 40000: ends before all that it announces has come";
    QTest::newRow("no IDX file") << int(TestImages) << 0 << QByteArray("<!DO") << "byte 0: begins with 0x3c21444f, not with 0x00000803";
    QTest::newRow("other labels") << int(TrainLabels) << 4 << QByteArray("\0\0\1\0", 4) << "has 256 labels, but ";
    QTest::newRow("a label of 11") << int(TrainLabels) << 108 << QByteArray("\13") << "byte 108: a label of 11; accepted: 0 to 9";
    QTest::newRow("another size") << int(TestImages) << 11 << QByteArray("\4") << "its images are 8 x 4, but those to train on are 8 x 8";
    QTest::newRow("a side of 10⁹") << int(TrainImages) << 8 << QByteArray("\x3b\x9a\xca\0", 4) << "byte 12: announces a height of 1000000000";
}

void TestImageCommands::damagedFilesAreRefusedInOneLine()
{
    QFETCH(int, file);
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    for (const File each : {TrainImages, TrainLabels, TestImages, TestLabels}) {
        if (at < 0 && each == file)
            continue;
        QFile copy(folder.filePath(nameOf(each)));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        QByteArray content = contentOf(digits + '/' + nameOf(each));
        if (each == file)
            content = bytes.isEmpty() ? content.first(at) : content.replace(at, bytes.size(), bytes);
        copy.write(content);
    }
    for (const QStringList &command : {fewEpochs, QStringList{"data"}}) {
        const ProgramResult result = runProgram(command + QStringList{"--data", "images", "--images", folder.path()});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errorLines().size() == 1 && result.output.isEmpty(), result.errors.constData());
        QVERIFY2(result.errors.contains(said.toUtf8()) && result.errors.contains(nameOf(File(file)).toUtf8()), result.errors.constData());
    }
}

void TestImageCommands::whatIsOfPointsIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto refused = [](const QStringList &option) {
        QTest::newRow(qPrintable(option.front())) << QStringList{"--data", "digits"} + option << option.front();
    };
    for (const QStringList &option : std::vector<QStringList>{{"--noise", "0.1"},      {"--samples", "50"},       {"--features", "x1^2"},
                                                              {"--curve", "sin(3*x)"}, {"--test-fraction", "0.3"}, {"--split-seed", "3"},
                                                              {"--stratify"},          {"--data-seed", "4"},      {"--class-sizes", "20,30"},
                                                              {"--images", "/tmp"},    {"--boundaries"}})
        refused(option);
    QTest::newRow("no folder") << QStringList{"--data", "images"} << "--images";
    QTest::newRow("images of moons") << QStringList{"--images", "/tmp"} << "--images";
    QTest::newRow("some moons") << QStringList{"--train-count", "5"} << "--train-count";
    QTest::newRow("too many") << QStringList{"--data", "digits", "--train-count", "1439"} << "1438 at most";
    QTest::newRow("none") << QStringList{"--data", "digits", "--train-count", "0"} << "a whole number from 1 to 1000000";
    QTest::newRow("another name") << QStringList{"--data", "mnist"} << "fashion-mnist";
}

void TestImageCommands::whatIsOfPointsIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const ProgramResult result = runProgram(QStringList{"train", "--epochs", "1"} + arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(said.toUtf8()), result.errors.constData());
}

void TestImageCommands::theyAreShownInTheirOwnWorkspace()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("x.png");
    for (const QStringList &command : {QStringList{"render", "training", "--out", file}, QStringList{"--workspace", "training", "--screenshot", file}}) {
        const ProgramResult result = runProgram(command + QStringList{"--experiment", "digits"});
        QCOMPARE(result.exitCode, 2);
        const char *instead = command.front() == "render" ? "it does with 'render images'" : "it does with --workspace images";
        QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(instead), result.errors.constData());
        QVERIFY(!QFile::exists(file));
    }
    const QStringList render = {"render", "images", "--experiment", "digits", "--epoch", "1", "--out", file, "--size", "800x500"};
    const ProgramResult planes = runProgram(render + QStringList{"--show", "plane"});
    QCOMPARE(planes.exitCode, 2);
    QVERIFY2(planes.errorLines().size() == 1 && planes.errors.contains("'plane' does not apply to images"), planes.errors.constData());
    QVERIFY(!QFile::exists(file));
    const ProgramResult drawn = runProgram(render + QStringList{"--show", "confusion,units"});
    QVERIFY2(drawn.exitCode == 0, drawn.errors.constData());
    QCOMPARE(QImage(file).size(), QSize(800, 500));
    QVERIFY(QFile::remove(file));
    const ProgramResult window = runProgram({"--screenshot", file, "--experiment", "digits", "--epoch", "2", "--size", "960x600"}); // whose workspace it is, is known
    QVERIFY2(window.exitCode == 0, window.errors.constData());
    QCOMPARE(QImage(file).size(), QSize(960, 600));
}

/** 100 images in batches of 32: four parts an epoch; the last one is the epoch's row. */
void TestImageCommands::rowsWithinEpochsAreThereForWhoAsks()
{
    const QStringList some = fewEpochs + QStringList{"--backend", "eigen", "--train-count", "100", "--activation", "relu", "--data", "digits", "--csv", "-"};
    const ProgramResult plain = runProgram(some), parts = runProgram(some + QStringList{"--parts"});
    QVERIFY2(parts.exitCode == 0, parts.errors.constData());
    QCOMPARE(csvRows(plain.output).size(), std::size_t{3});
    QCOMPARE(csvRows(parts.output).size(), std::size_t{3 + 2 * 3});
    for (const QByteArray &line : plain.output.split('\n'))
        QVERIFY2(parts.output.contains(line), line.constData());
    QVERIFY(parts.output.contains("\nrelu,0.32,") && parts.output.contains("\nrelu,1.96,"));
    const ProgramResult alone = runProgram(fewEpochs + QStringList{"--parts"});
    QVERIFY(alone.exitCode == 2 && alone.errors.contains("--parts"));
}

QTEST_GUILESS_MAIN(TestImageCommands)
#include "tst_image_commands.moc"
