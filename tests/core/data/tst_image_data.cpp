// Images as data of an experiment: the digits that are shipped, folders, Fashion-MNIST, and what is refused.
#include "core/base/errors.h"
#include "core/data/csv_points.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"
#include "core/io/experiment_file.h"
#include "core/training/setting.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace actiscope;

namespace {

constexpr const char *fashionFolder = "/usr/share/datasets/fashion-mnist";
const QString digitsFolder = QStringLiteral(ACTISCOPE_TEST_DATA "/../../resources/images/digits");

qint64 sumOf(std::span<const std::uint8_t> bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), qint64{0});
}

Experiment imagesExperiment(const ImageData &data)
{
    Experiment experiment = defaultExperiment();
    setEverywhere(experiment, *findSetting("data"), data.kind);
    if (!data.folder.empty())
        setEverywhere(experiment, *findSetting("images"), data.folder);
    if (data.trainCount > 0)
        setEverywhere(experiment, *findSetting("train-count"), static_cast<double>(data.trainCount));
    return experiment;
}

QString refusalOf(const ImageData &data)
{
    try {
        makeDataset(data);
    } catch (const ConfigurationError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestImageData : public QObject {
    Q_OBJECT

private slots:
    void theDigitsAreScikitLearns();
    void aFolderHasTheSameAsWhatIsShipped();
    void theFirstOnesAreTrainedOn();
    void whoAsksMeanwhileSharesThem();
    void aPixelIsANumberFrom0To1();
    void fashionMnistIsFound();
    void whatIsMissingIsSaidInOneLine();
    void aPackageThatIsMissingIsNamed();
    void settingsOfPointsSayNothingOfImages();
    void anExperimentIsKeptWithItsImages();
};

/** Figures of load_digits(), by NumPy: every fifth image is for testing. */
void TestImageData::theDigitsAreScikitLearns()
{
    const auto data = makeDataset(ImageData());
    QCOMPARE(data->train.count(), std::size_t{1438});
    QCOMPARE(data->test.count(), std::size_t{359});
    QCOMPARE(data->all.count(), std::size_t{1797});
    QCOMPARE(data->classes, 10);
    QCOMPARE(data->imageWidth, 8);
    QCOMPARE(data->imageHeight, 8);
    QCOMPARE(sumOf(data->train.pixels.bytes()), qint64{7177859});
    QCOMPARE(sumOf(data->test.pixels.bytes()), qint64{1775942});
    QCOMPARE(std::accumulate(data->train.labels.begin(), data->train.labels.end(), 0), 6308);
    QCOMPARE(std::accumulate(data->test.labels.begin(), data->test.labels.end(), 0), 1762);
    const std::vector<std::uint8_t> first = {0, 0, 80, 207, 143, 16, 0, 0, 0, 0, 207, 239, 159, 239, 80, 0, 0, 48, 239, 32, 0, 175, 128, 0, 0, 64, 191, 0, 0, 128, 128, 0, 0, 80, 128, 0, 0, 143, 128, 0, 0, 64, 175, 0, 16, 191, 112, 0, 0, 32, 223, 80, 159, 191, 0, 0, 0, 0, 96, 207, 159, 0, 0, 0};
    QVERIFY(std::ranges::equal(data->all.pixels.bytes().first(64), first));
    QVERIFY(!data->liesInPlane() && !data->isRegression());
}

void TestImageData::aFolderHasTheSameAsWhatIsShipped()
{
    const auto shipped = makeDataset(ImageData());
    const auto read = makeDataset(ImageData{.kind = "images", .folder = digitsFolder.toStdString()});
    QVERIFY(read->all == shipped->all && read->train == shipped->train && read->test == shipped->test);
    QVERIFY(read->train.pixels.all != shipped->train.pixels.all);
}

void TestImageData::theFirstOnesAreTrainedOn()
{
    const auto all = makeDataset(ImageData());
    const auto some = makeDataset(ImageData{.trainCount = 100});
    QCOMPARE(some->train.count(), std::size_t{100});
    QVERIFY(std::ranges::equal(some->train.pixels.bytes(), all->train.pixels.bytes().first(6400)));
    QVERIFY(some->test == all->test);
    QCOMPARE(some->testIndices.front(), std::size_t{100});
    QCOMPARE(refusalOf({.trainCount = 1439}),
             QStringLiteral("train-count: '1439' is not accepted; 1438 at most, as many images as there are to train on"));
    QVERIFY(refusalOf({.trainCount = -1}).startsWith(QLatin1String("train-count: '-1' is not accepted")));
}

/** Also when the file has changed since: then it is read again. */
void TestImageData::whoAsksMeanwhileSharesThem()
{
    const QTemporaryDir folder;
    for (const char *name : imageFileNames)
        QVERIFY(QFile::copy(digitsFolder + '/' + QLatin1String(name), folder.filePath(QLatin1String(name))));
    const ImageData data{.kind = "images", .folder = folder.path().toStdString()};
    const auto first = makeDataset(data);
    QCOMPARE(makeDataset(data), first);
    ImageData fewer = data;
    fewer.trainCount = 7;
    QVERIFY(makeDataset(fewer) != first);
    QFile labels(folder.filePath(QLatin1String(imageFileNames[1])));
    QVERIFY(labels.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && labels.open(QIODevice::ReadWrite) && labels.seek(8) && labels.putChar(9));
    labels.close();
    labels.open(QIODevice::ReadWrite);
    labels.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    labels.close();
    const auto again = makeDataset(data);
    QVERIFY(again != first);
    QCOMPARE(again->train.labels.front(), 9);
    QVERIFY(first->train.labels.front() != 9);
}

void TestImageData::aPixelIsANumberFrom0To1()
{
    const auto data = makeDataset(ImageData());
    const std::span<const std::uint8_t> bytes = data->train.pixels.bytes();
    std::vector<double> numbers(64);
    std::vector<float> floats(64);
    for (const std::size_t i : {std::size_t{0}, std::size_t{17}, std::size_t{1437}}) {
        data->train.copyPoint(i, numbers.data());
        data->train.copyPoint(i, floats.data());
        for (std::size_t k = 0; k < 64; ++k) {
            QCOMPARE(numbers[k], bytes[64 * i + k] / 255.0);
            QCOMPARE(floats[k], float(bytes[64 * i + k]) / 255.0f);
        }
    }
    const LabelledPoints chosen = data->train.at({17, 0});
    data->train.copyPoint(17, numbers.data());
    QVERIFY(std::equal(numbers.begin(), numbers.end(), chosen.coordinates.begin()));
    QCOMPARE(chosen.count(), std::size_t{2});
    QCOMPARE(chosen.labels[1], data->train.labels[0]);
    const QString csv = QString::fromStdString(dataCsv(*data));
    QCOMPARE(csv.count('\n'), 1798);
    QVERIFY(csv.startsWith(QLatin1String("index,pixel0,pixel1,")) && csv.section('\n', 0, 0).endsWith(QLatin1String("pixel63,label,part,position_in_part")));
    QCOMPARE(csv.section('\n', 1, 1).split(',').mid(1, 3), (QStringList{QString::number(bytes[0]), QString::number(bytes[1]), QString::number(bytes[2])}));
    QVERIFY(csv.section('\n', 1439, 1439).endsWith(QLatin1String(",test,0")));
}

void TestImageData::fashionMnistIsFound()
{
    if (!QFile::exists(QLatin1String(fashionFolder)))
        QSKIP("dataset-fashion-mnist is not installed");
    const auto data = makeDataset(ImageData{.kind = "fashion-mnist", .trainCount = 2000});
    QCOMPARE(data->train.count(), std::size_t{2000});
    QCOMPARE(data->test.count(), std::size_t{10'000});
    QCOMPARE(data->imageWidth, 28);
    QCOMPARE(sumOf(data->test.pixels.bytes()), qint64{573'469'082});
    QVERIFY(data->train.pixels.all->capacity() <= 12'000 * 784); // and nothing else keeps pixels
    QVERIFY(data->all.coordinates.empty() && data->train.coordinates.empty() && data->test.coordinates.empty());
}

void TestImageData::whatIsMissingIsSaidInOneLine()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(refusalOf({.kind = "images"}).startsWith(QLatin1String("images: '' is not accepted; a folder with the files train-images-idx3-ubyte, ")));
    QCOMPARE(refusalOf({.kind = "images", .folder = path}),
             QStringLiteral("images: '%1' is not accepted; %1/train-images-idx3-ubyte: there is no such file, nor one that ends in .gz").arg(folder.path()));
    for (const char *name : {imageFileNames[0], imageFileNames[1], imageFileNames[2]})
        QVERIFY(QFile::copy(digitsFolder + '/' + QLatin1String(name), folder.filePath(QLatin1String(name))));
    QVERIFY(refusalOf({.kind = "images", .folder = path}).contains(QLatin1String("/t10k-labels-idx1-ubyte: there is no such file")));
    QVERIFY(QFile::copy(digitsFolder + '/' + QLatin1String(imageFileNames[1]), folder.filePath(QLatin1String(imageFileNames[3]))));
    const QString said = refusalOf({.kind = "images", .folder = path});
    QVERIFY2(said.contains(QLatin1String("/t10k-labels-idx1-ubyte, byte 8: has 1438 labels, but ")) && said.endsWith(QLatin1String(" has 359 images")),
             qPrintable(said));

    const ImageKind elsewhere{.name = "fashion-mnist", .description = "", .folder = "/nonexistent", .package = "dataset-fashion-mnist"};
    try {
        imageFilesOf(elsewhere, {.kind = "fashion-mnist"});
        QFAIL("was found");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromUtf8(error.what()),
                 QStringLiteral("data: 'fashion-mnist' is not accepted; its files are not in /nonexistent; 'apt-get install dataset-fashion-mnist' as root "
                                "puts them there, and --data images --images FOLDER reads them from elsewhere"));
    }
}

void TestImageData::settingsOfPointsSayNothingOfImages()
{
    for (const ImageKind &kind : imageKinds()) {
        Experiment experiment = imagesExperiment({.kind = std::string(kind.name), .folder = kind.name == "images" ? "/x" : ""});
        validate(experiment);
        for (const char *name : {"samples", "noise", "classes", "class-sizes", "factor", "center-box", "data-seed", "curve", "features", "test-fraction",
                                 "split-seed", "stratify"})
            QVERIFY2(!applies(*findSetting(name), experiment), name);
        for (const char *name : {"data", "train-count", "stop-accuracy", "hidden", "batch-size"})
            QVERIFY2(applies(*findSetting(name), experiment), name);
        QCOMPARE(applies(*findSetting("images"), experiment), kind.name == "images");
        experiment.preparation.curve = "sin(3*x)";
        QVERIFY_THROWS_EXCEPTION(ConfigurationError, validate(experiment));
        experiment.preparation = {.features = {"x1^2"}};
        QVERIFY_THROWS_EXCEPTION(ConfigurationError, validate(experiment));
    }
    for (const DataKind &kind : dataKinds()) {
        Experiment experiment = imagesExperiment({});
        setEverywhere(experiment, *findSetting("data"), std::string(kind.name));
        validate(experiment);
        QVERIFY(!applies(*findSetting("train-count"), experiment) && !applies(*findSetting("images"), experiment));
        for (const char *name : {"samples", "noise", "data-seed", "features", "test-fraction", "split-seed"})
            QVERIFY2(applies(*findSetting(name), experiment), name);
    }
    Experiment values = defaultExperiment();
    setEverywhere(values, *findSetting("data"), std::string("plane"));
    setEverywhere(values, *findSetting("data"), std::string("digits"));
    QCOMPARE(values.loss, Loss::CrossEntropy);
}

void TestImageData::anExperimentIsKeptWithItsImages()
{
    const Experiment experiment = imagesExperiment({.kind = "images", .folder = "/some/where", .trainCount = 2000});
    for (const auto &[text, back] : {std::pair(experimentText(experiment), parseExperiment(experimentText(experiment))),
                                     std::pair(keptExperimentText(experiment), parseKeptExperiment(keptExperimentText(experiment)))}) {
        QVERIFY2(back == experiment, text.c_str());
        QVERIFY(QString::fromStdString(text).contains(QLatin1String("\"images\": \"/some/where\"")));
    }
    QVERIFY(parseSetting(*findSetting("images"), "a/../b") == SettingValue((QDir::currentPath() + "/b").toStdString()));
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, parseSetting(*findSetting("images"), ""));
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(R"({"version": 1, "data": "digits", "noise": 0.1, "models": [{"activation": "relu"}]})"));
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(R"({"version": 1, "data": "images", "models": [{"activation": "relu"}]})"));
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(R"({"version": 1, "train-count": 5, "models": [{"activation": "relu"}]})"));
}

void TestImageData::aPackageThatIsMissingIsNamed()
{
    constexpr std::string_view shipped = ACTISCOPE_TEST_DATA "/../../resources/images/digits";
    QCOMPARE(missingPackage({.name = "x", .description = "", .folder = "/no/such/folder", .package = "some-package"}), std::string("some-package"));
    QCOMPARE(missingPackage({.name = "x", .description = "", .folder = shipped, .package = "some-package"}), std::string());
    QCOMPARE(missingPackage(*findImageKind("digits")), std::string());
    QCOMPARE(missingPackage(*findImageKind("images")), std::string()); // no package has what somebody else names
}

QTEST_GUILESS_MAIN(TestImageData)
#include "tst_image_data.moc"
