// Runs and data sets of other sizes, seeds, widths and activations against PyTorch and scikit-learn, in double.
#include "core/activations/builtin_activations.h"
#include "core/data/data_source.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/patience.h"
#include "tests/support/pytorch_batches.h"

#include <QTest>

using namespace actiscope;

class TestPyTorchFigures : public QObject {
    Q_OBJECT

private slots:
    void runFollowsPyTorch_data();
    void runFollowsPyTorch();
    void partsOfEpochsAreMeansOfPyTorchsBatches_data();
    void partsOfEpochsAreMeansOfPyTorchsBatches();
    void everyActivationIsCompared();
    void dataAreScikitLearns_data();
    void dataAreScikitLearns();
    void tailsAgreeWithHighPrecision_data();
    void tailsAgreeWithHighPrecision();
};

void TestPyTorchFigures::runFollowsPyTorch_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::pyTorchRunNames()) {
        const bool isLong = name.startsWith(QLatin1String("default_")) || name.startsWith(QLatin1String("image_fashion"));
        if (!test::isSanitized || !isLong) // the same as smaller ones, for minutes
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestPyTorchFigures::runFollowsPyTorch()
{
    QFETCH(QString, name);
    const reference::PyTorchRun run = reference::readPyTorchRun(name);
    const QString difference = reference::compareWithPyTorch(*makeEigenBackend(), run, {.loss = tolerance::lossInDouble, .samples = 0});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestPyTorchFigures::partsOfEpochsAreMeansOfPyTorchsBatches_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::runsToldInBatches()) {
        if (!test::isSanitized || !name.startsWith(QLatin1String("image_fashion")))
            QTest::newRow(qPrintable(name)) << name;
    }
}

/** A batch each, and several; of as many as there are, one more than fit evenly, and one for the whole epoch. */
void TestPyTorchFigures::partsOfEpochsAreMeansOfPyTorchsBatches()
{
    QFETCH(QString, name);
    for (const std::size_t parts : {std::size_t{1}, std::size_t{2}, std::size_t{7}, mostParts, std::size_t{1000}}) {
        const QString difference = reference::comparePartsWithPyTorch(*makeEigenBackend(), name, parts, tolerance::lossInDouble, 0);
        QVERIFY2(difference.isEmpty(), qPrintable(QString::number(parts) + ": " + difference));
    }
}

void TestPyTorchFigures::everyActivationIsCompared()
{
    QStringList compared;
    for (const QString &name : reference::pyTorchRunNames()) {
        for (const ActivationSpec &spec : reference::readPyTorchRun(name).activations)
            compared.append(QString::fromStdString(spec.activation->id));
    }
    for (const Activation &activation : activations())
        QVERIFY2(compared.contains(QString::fromStdString(activation.id)), activation.id.c_str());
}

void TestPyTorchFigures::dataAreScikitLearns_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(QStringLiteral(ACTISCOPE_TEST_DATA "/datasets")).entryList({QStringLiteral("moons_*.json")})) {
        if (!name.contains("class_sizes") && !name.contains("stratify")) // those are in tst_dataset
            QTest::newRow(qPrintable(name)) << "datasets/" + name;
    }
}

void TestPyTorchFigures::dataAreScikitLearns()
{
    QFETCH(QString, name);
    const QJsonObject json = reference::readJson(name);
    const QJsonObject configuration = json.value("configuration").toObject();
    GeneratedData data;
    Split split;
    data.samples = configuration.value("samples").toInt();
    data.noise = configuration.value("noise").toDouble();
    data.seed = static_cast<std::uint32_t>(configuration.value("data_seed").toDouble());
    split.testFraction = configuration.value("test_fraction").toDouble();
    split.seed = static_cast<std::uint32_t>(configuration.value("split_seed").toDouble());
    const auto computed = makeDataset(data, split);
    const QJsonArray x = json.value("x").toArray(), y = json.value("y").toArray(), label = json.value("label").toArray();
    QCOMPARE(static_cast<qsizetype>(computed->all.count()), x.size());
    for (qsizetype i = 0; i < x.size(); ++i) {
        const double *point = computed->all.point(static_cast<std::size_t>(i));
        QVERIFY(std::abs(point[0] - x[i].toDouble()) <= tolerance::pointWithoutAvx512);
        QVERIFY(std::abs(point[1] - y[i].toDouble()) <= tolerance::pointWithoutAvx512);
        QCOMPARE(computed->all.labels[static_cast<std::size_t>(i)], label[i].toInt());
    }
    const auto sameIndices = [](const std::vector<std::size_t> &indices, const QJsonArray &expected) {
        return std::ranges::equal(indices, expected, [](std::size_t a, const auto &b) { return static_cast<double>(a) == b.toDouble(); });
    };
    QVERIFY(sameIndices(computed->trainIndices, json.value("train").toArray()));
    QVERIFY(sameIndices(computed->testIndices, json.value("test").toArray()));
}

void TestPyTorchFigures::tailsAgreeWithHighPrecision_data()
{
    QTest::addColumn<QString>("id");
    for (const Activation &activation : activations())
        QTest::newRow(activation.id.c_str()) << QString::fromStdString(activation.id);
}

void TestPyTorchFigures::tailsAgreeWithHighPrecision()
{
    QFETCH(QString, id);
    static const std::vector<reference::ActivationPoint> all = reference::readActivationPoints("activation_tails.csv");
    for (const reference::ActivationPoint &point : all) {
        if (point.spec.activation->id != id.toStdString())
            continue;
        const double value = point.spec.value(point.x);
        const double derivative = point.spec.derivative(point.x);
        const QString where = QStringLiteral("%1(%2): %3 for %4, derivative %5 for %6").arg(QString::fromStdString(point.spec.text));
        QVERIFY2(tolerance::sameActivationValue(value, point.value) && tolerance::sameActivationValue(derivative, point.derivative),
                 qPrintable(where.arg(point.x)
                                .arg(value, 0, 'g', 17)
                                .arg(point.value, 0, 'g', 17)
                                .arg(derivative, 0, 'g', 17)
                                .arg(point.derivative, 0, 'g', 17)));
    }
}

QTEST_GUILESS_MAIN(TestPyTorchFigures)
#include "tst_pytorch_figures.moc"
