// The figure of a run in its three formats: what is written can be read, and a figure that cannot be written leaves nothing.
#include "core/data_generators.h"
#include "core/eigen_backend.h"
#include "core/run.h"
#include "ui/base/theme.h"
#include "ui/figures/figure.h"
#include "ui/figures/plane_scale.h"
#include "ui/figures/run_figure.h"

#include <QDir>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include <stdexcept>

using namespace actiscope;

namespace {

/** A run of `models` activations of the registry, 3 epochs. */
Snapshot finishedRun(std::size_t models, double learningRate = 0.01, Experiment experiment = defaultExperiment())
{
    experiment.data.samples = 80;
    experiment.hidden = {8};
    experiment.optimizer.learningRate = learningRate;
    experiment.activations.clear();
    for (std::size_t i = 0; i < models; ++i)
        experiment.activations.push_back(defaultSpec(activations()[i % activations().size()]));
    const auto backend = makeEigenBackend();
    Run run(1, experiment, *backend);
    run.advance(3);
    Snapshot snapshot = run.snapshot(gridAround(run.cohort().data->test, 1, 0.05));
    snapshot.experiment = experiment;
    snapshot.state = RunState::Finished;
    return snapshot;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString errorOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const std::runtime_error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void pngHasTheSizeAskedFor()
    {
        const QTemporaryDir folder;
        const Snapshot run = finishedRun(2);
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            const QString path = folder.filePath(QStringLiteral("figure.png"));
            saveRunFigure(run, theme, QSize(900, 700), path);
            const QImage image(path);
            QCOMPARE(image.size(), QSize(900, 700));
            QCOMPARE(image.pixelColor(2, 2).name(), theme.plotBackground.name());
            QSet<QRgb> colors;
            for (int y = 0; y < image.height(); y += 3) {
                for (int x = 0; x < image.width(); x += 3)
                    colors.insert(image.pixel(x, y));
            }
            QVERIFY(colors.size() > 50);
        }
    }

    void svgIsAVectorDrawingThatRenders()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        saveRunFigure(finishedRun(2), Theme::light(), QSize(900, 700), path);
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), QSize(900, 700));
        const QByteArray text = contents(path);
        QVERIFY(text.contains("<polyline") || text.contains("<path"));
        QVERIFY(text.contains("cross-entropy loss"));
        QVERIFY(text.contains("<image"));
    }

    void pdfIsComplete()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.PDF"));
        saveRunFigure(finishedRun(2), Theme::light(), QSize(900, 700), path);
        const QByteArray text = contents(path);
        QVERIFY(text.startsWith("%PDF-"));
        QVERIFY(text.trimmed().endsWith("%%EOF"));
        QVERIFY(text.size() > 5000);
        QVERIFY(text.contains("/MediaBox [0 0 675"));
    }

    void anyNumberOfModelsFits_data()
    {
        QTest::addColumn<int>("models");
        for (const int models : {1, 3, 6, 9})
            QTest::addRow("%d models", models) << models;
    }

    void anyNumberOfModelsFits()
    {
        QFETCH(int, models);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.png"));
        const QSize size = figureSize(static_cast<std::size_t>(models));
        saveRunFigure(finishedRun(static_cast<std::size_t>(models)), Theme::light(), size, path);
        QCOMPARE(QImage(path).size(), size);
    }

    void everyKindOfDataHasAFigureThatSaysWhatItIs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Loss>("loss");
        for (const DataKind &kind : dataKinds()) {
            Experiment experiment;
            experiment.data.kind = kind.name;
            const bool isRegression = makeDataset(experiment.data)->isRegression();
            const QString name = QString::fromStdString(std::string(kind.name));
            QTest::addRow("%s, mse", qPrintable(name)) << name << Loss::MeanSquaredError;
            if (!isRegression)
                QTest::addRow("%s, cross-entropy", qPrintable(name)) << name << Loss::CrossEntropy;
        }
    }

    void everyKindOfDataHasAFigureThatSaysWhatItIs()
    {
        QFETCH(QString, kind);
        QFETCH(Loss, loss);
        Experiment experiment = defaultExperiment();
        experiment.data.kind = kind.toStdString();
        experiment.data.classes = kind == QStringLiteral("blobs") ? 5 : 2;
        experiment.loss = loss;
        experiment.batchSize = 16;
        const Snapshot run = finishedRun(2, 0.01, experiment);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        saveRunFigure(run, Theme::light(), QSize(900, 700), path);
        const QByteArray text = contents(path);
        const int outputs = run.data->isRegression() ? 1 : run.data->classes;
        QVERIFY(text.contains(QStringLiteral("%1: 80 points").arg(kind).toUtf8()));
        QVERIFY(text.contains(QStringLiteral("network 2–8–%1").arg(outputs).toUtf8()));
        QVERIFY(text.contains("batches of 16"));
        QVERIFY(text.contains(loss == Loss::MeanSquaredError ? "mean squared error" : "cross-entropy loss"));
        const QString picture = folder.filePath(QStringLiteral("figure.png"));
        saveRunFigure(run, Theme::light(), QSize(900, 700), picture);
        const QImage image(picture);
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colors.insert(image.pixel(x, y));
        }
        const PlaneScale scale(*run.data);
        QSet<int> groups;
        for (std::size_t i = 0; i < run.data->test.count(); ++i)
            groups.insert(scale.groupOf(run.data->test, i));
        QVERIFY(groups.size() >= 2);
        for (const int group : groups)
            QVERIFY2(colors.contains(scale.pointColor(group, Theme::light()).rgb()), qPrintable(QString::number(group)));
    }

    void aDivergedRunHasAFigureToo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        Snapshot run = finishedRun(2);
        run.models[0].divergedAt = 2;
        run.models[0].boundary.reset();
        saveRunFigure(run, Theme::light(), QSize(900, 700), path);
        QVERIFY(contents(path).contains("diverged at epoch 2"));
    }

    void anotherExtensionIsRefusedNamingTheAccepted()
    {
        const QTemporaryDir folder;
        for (const char *name : {"figure.bmp", "figure", "figure.png.zip"}) {
            const QString path = folder.filePath(QString::fromUtf8(name));
            const QString error = errorOf([&] { saveRunFigure(finishedRun(1), Theme::light(), QSize(900, 700), path); });
            QVERIFY(error.contains(path));
            QVERIFY(error.contains(QStringLiteral(".png, .svg or .pdf")));
            QVERIFY(!error.contains(QLatin1Char('\n')));
            QCOMPARE(errorOf([&] { checkFigurePath(path); }), error);
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        QCOMPARE(errorOf([&] { checkFigurePath(QStringLiteral("a.svg")); }), QString());
    }

    void nothingIsLeftWhereItCannotBeWritten()
    {
        const QTemporaryDir folder;
        const Snapshot run = finishedRun(1);
        const QString nowhere = folder.filePath(QStringLiteral("missing/figure.png"));
        const QString error = errorOf([&] { saveRunFigure(run, Theme::light(), QSize(900, 700), nowhere); });
        QVERIFY(error.contains(nowhere));
        QVERIFY(QDir(folder.path()).isEmpty());
        QDir(folder.path()).mkdir(QStringLiteral("folder.pdf"));
        QVERIFY(!errorOf([&] {
                     saveRunFigure(run, Theme::light(), QSize(900, 700), folder.filePath(QStringLiteral("folder.pdf")));
                 }).isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("folder.pdf")});
    }

    void panelsAreArrangedToBeLargest()
    {
        QCOMPARE(panelColumns(1, 2), 1);
        QCOMPARE(panelColumns(2, 2), 2);
        QCOMPARE(panelColumns(2, 0.5), 1);
        QCOMPARE(panelColumns(6, 2), 3);
        QCOMPARE(panelColumns(4, 1.5), 2);
        QCOMPARE(panelColumns(0, 1), 1);
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figure.moc"
