// The figure of a run in its three formats: what is written can be read, and a figure that cannot be written leaves nothing.
#include "core/activations/builtin_activations.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "tests/support/svg_reading.h"
#include "ui/base/class_palette.h"
#include "ui/base/theme.h"
#include "ui/charts/figure.h"
#include "ui/charts/panel_title.h"
#include "ui/charts/run_figure.h"

#include <QDir>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <stdexcept>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** A run of `models` activations of the registry, 3 epochs. */
Snapshot finishedRun(std::size_t models, double learningRate = 0.01, Experiment experiment = defaultExperiment())
{
    generated(experiment.data).samples = 80;
    experiment.hidden = {8};
    experiment.models.front().optimizer.learningRate = learningRate;
    std::vector<ActivationSpec> compared;
    for (std::size_t i = 0; i < models; ++i)
        compared.push_back(defaultSpec(activations()[i % activations().size()]));
    setActivations(experiment, compared);
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(3);
    Snapshot snapshot = run.snapshot(gridAround(run.cohort()->data->test, 1, 0.05));
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
            saveRunFigure(run, {.size = QSize(900, 700), .theme = theme}, 1, path);
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
        saveRunFigure(finishedRun(2), {.size = QSize(900, 700), .theme = Theme::light()}, 1, path);
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
        saveRunFigure(finishedRun(2), {.size = QSize(900, 700), .theme = Theme::light()}, 1, path);
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
        saveRunFigure(finishedRun(static_cast<std::size_t>(models)), {.size = size, .theme = Theme::light()}, 1, path);
        QCOMPARE(QImage(path).size(), size);
    }

    void everyKindOfDataHasAFigureThatSaysWhatItIs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Loss>("loss");
        for (const DataKind &kind : dataKinds()) {
            Experiment experiment;
            generated(experiment.data).kind = kind.name;
            const bool isRegression = makeDataset(experiment.data, experiment.split)->isRegression();
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
        generated(experiment.data).kind = kind.toStdString();
        generated(experiment.data).classes = kind == QStringLiteral("blobs") ? 5 : 2;
        experiment.loss = loss;
        experiment.batchSize = 16;
        const Snapshot run = finishedRun(2, 0.01, experiment);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        saveRunFigure(run, {.size = QSize(900, 700), .theme = Theme::light()}, 1, path);
        const QByteArray text = contents(path);
        const int outputs = run.data->isRegression() ? 1 : run.data->classes;
        QVERIFY(text.contains(QStringLiteral("%1: 80 points").arg(kind).toUtf8()));
        QVERIFY(text.contains(QStringLiteral("network 2–8–%1").arg(outputs).toUtf8()));
        QVERIFY(text.contains("batches of 16"));
        QVERIFY(text.contains(loss == Loss::MeanSquaredError ? "mean squared error" : "cross-entropy loss"));
        const QString picture = folder.filePath(QStringLiteral("figure.png"));
        saveRunFigure(run, {.size = QSize(900, 700), .theme = Theme::light()}, 1, picture);
        const QImage image(picture);
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colors.insert(image.pixel(x, y));
        }
        QSet<QRgb> wanted;
        for (std::size_t i = 0; i < run.data->test.count() && !run.data->isRegression(); ++i)
            wanted.insert(classColors(run.data->test.labels[i], Theme::light()).fill.rgb());
        if (run.data->isRegression())
            wanted = {valueShade(0.5 / 64, Theme::light()).rgb(),
                      valueShade(63.5 / 64, Theme::light()).rgb()}; // the least and the largest value
        QCOMPARE(wanted.size(), 2);
        for (const QRgb color : wanted)
            QVERIFY2(colors.contains(color), qPrintable(QColor(color).name()));
    }

    void aDivergedRunHasAFigureToo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        Snapshot run = finishedRun(2);
        run.models[0].divergedAt = 2;
        run.models[0].boundary.reset();
        saveRunFigure(run, {.size = QSize(900, 700), .theme = Theme::light()}, 1, path);
        QVERIFY(contents(path).contains("diverged at epoch 2"));
    }

    void anotherExtensionIsRefusedNamingTheAccepted()
    {
        const QTemporaryDir folder;
        for (const char *name : {"figure.bmp", "figure", "figure.png.zip"}) {
            const QString path = folder.filePath(QString::fromUtf8(name));
            const QString error =
                errorOf([&] { saveRunFigure(finishedRun(1), {.size = QSize(900, 700), .theme = Theme::light()}, 1, path); });
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
        const QString error = errorOf([&] { saveRunFigure(run, {.size = QSize(900, 700), .theme = Theme::light()}, 1, nowhere); });
        QVERIFY(error.contains(nowhere));
        QVERIFY(QDir(folder.path()).isEmpty());
        QDir(folder.path()).mkdir(QStringLiteral("folder.pdf"));
        QVERIFY(!errorOf([&] {
                     saveRunFigure(run, {.size = QSize(900, 700), .theme = Theme::light()}, 1,
                                   folder.filePath(QStringLiteral("folder.pdf")));
                 }).isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("folder.pdf")});
    }

    void divergedModelShowsNoMapButAWord()
    {
        const Snapshot sound = finishedRun(2);
        Snapshot run = sound;
        run.models[1].divergedAt = 3; // its boundary may be there all the same
        QVERIFY(run.models[1].boundary);
        const PictureLayout layout{.size = QSize(900, 700)};
        const auto imagesIn = [&](const Snapshot &snapshot) {
            const SvgContent content = readSvg(RunFigure(snapshot, layout).bytes(PictureFormat::Svg));
            return std::ranges::count(content.shapes, QStringLiteral("image"), &SvgShape::kind);
        };
        QCOMPARE(imagesIn(sound), 2);
        QCOMPARE(imagesIn(run), 1);
        RunFigure figure(run, layout);
        QVERIFY(readSvg(figure.bytes(PictureFormat::Svg)).textLines().contains(QStringLiteral("diverged at epoch 3")));
        QVERIFY(!figure.boundaries()[1]->plane().isShaded() && figure.boundaries()[0]->plane().isShaded());
        // And in the picture: the panel is the ground's colour between its points.
        const QImage image = QImage::fromData(figure.bytes(PictureFormat::Png), "PNG");
        const double scale = double(image.width()) / figure.size().width();
        const QRectF panel(figure.boundaries()[1]->axisRect()->rect());
        int ground = 0, all = 0;
        for (double y = panel.top() + 2; y < panel.bottom() - 2; y += 2) {
            for (double x = panel.left() + 2; x < panel.right() - 2; x += 2, ++all)
                ground += image.pixelColor(int(x * scale), int(y * scale)) == Theme::light().plotBackground ? 1 : 0;
        }
        QVERIFY2(ground > 0.7 * all, qPrintable(QStringLiteral("%1 of %2").arg(ground).arg(all)));
    }

    void nothingIsDrawnOutsideItsPlot_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("models");
        for (const Page &page : pages()) {
            for (const int models : {1, 3, 6})
                QTest::addRow("%s, %d", std::string(page.name).c_str(), models) << page.size << models;
        }
    }

    void nothingIsDrawnOutsideItsPlot()
    {
        QFETCH(QSize, size);
        QFETCH(int, models);
        RunFigure figure(finishedRun(std::size_t(models)), {.size = size});
        const SvgContent content = readSvg(figure.bytes(PictureFormat::Svg));
        std::vector<QRectF> rects{figure.loss().axisRect()->rect()};
        for (const auto &boundary : figure.boundaries())
            rects.push_back(boundary->axisRect()->rect());
        QCOMPARE(strayShape(content, rects), QString());
        QCOMPARE(content.size, QSizeF(size));
    }

    void pagesAreFilled_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("models");
        for (int models = 1; models <= 8; ++models) {
            for (const Page &page : pages()) {
                const bool hasRoom = page.name != "column" || models <= 4; // 85 mm hold titles and axes of no more
                if (hasRoom)
                    QTest::addRow("%s, %d", std::string(page.name).c_str(), models) << page.size << models;
            }
            QTest::addRow("own size, %d", models) << figureSize(std::size_t(models)) << models;
        }
    }

    /** No third is left empty, and one unit is as long on x as on y, with all points in sight. */
    void pagesAreFilled()
    {
        QFETCH(QSize, size);
        QFETCH(int, models);
        const Snapshot run = finishedRun(std::size_t(models));
        RunFigure figure(run, {.size = size});
        (void)figure.bytes(PictureFormat::Svg);
        double filled = 0;
        const auto outer = [](const QCPAxisRect &rect) { return double(rect.outerRect().width()) * rect.outerRect().height(); };
        filled += outer(*figure.loss().axisRect());
        for (const auto &boundary : figure.boundaries()) {
            const QCPAxisRect &rect = *boundary->axisRect();
            const QCPRange x = rect.axis(QCPAxis::atBottom)->range();
            const QCPRange y = rect.axis(QCPAxis::atLeft)->range();
            const double stretched = (rect.width() / x.size()) / (rect.height() / y.size());
            QVERIFY2(std::abs(stretched - 1) < 0.02, qPrintable(QString::number(stretched)));
            for (std::size_t i = 0; i < run.data->all.count(); ++i)
                QVERIFY(x.contains(run.data->all.point(i)[0]) && y.contains(run.data->all.point(i)[1]));
            filled += outer(rect);
        }
        int below = figure.loss().axisRect()->outerRect().top(); // of the caption
        for (const auto &boundary : figure.boundaries()) {
            const QRect title = boundary->title()->outerRect();
            filled += double(title.width()) * title.height();
            below = std::min(below, title.top());
        }
        filled += double(below) * figure.size().width();
        const double whole = double(figure.size().width()) * figure.size().height();
        QVERIFY2(filled > whole * 2 / 3, qPrintable(QString::number(filled / whole)));
    }

    void panelsHaveOneSize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("models");
        for (int models = 1; models <= 6; ++models) {
            for (const Page &page : pages())
                QTest::addRow("%s, %d", std::string(page.name).c_str(), models) << page.size << models;
            QTest::addRow("own size, %d", models) << figureSize(std::size_t(models)) << models;
        }
    }

    /** Whatever their names are; they and the loss curves reach the edges of the page. */
    void panelsHaveOneSize()
    {
        QFETCH(QSize, size);
        QFETCH(int, models);
        RunFigure figure(finishedRun(std::size_t(models)), {.size = size});
        (void)figure.bytes(PictureFormat::Svg);
        const QCPAxisRect &first = *figure.boundaries().front()->axisRect();
        QRect taken = figure.loss().axisRect()->outerRect();
        for (const auto &boundary : figure.boundaries()) {
            const QCPAxisRect &rect = *boundary->axisRect();
            QVERIFY2(
                std::abs(rect.width() - first.width()) <= 1 && std::abs(rect.height() - first.height()) <= 1,
                qPrintable(QStringLiteral("%1 × %2, %3 × %4").arg(first.width()).arg(first.height()).arg(rect.width()).arg(rect.height())));
            QVERIFY(rect.axis(QCPAxis::atBottom)->range() == first.axis(QCPAxis::atBottom)->range());
            QVERIFY(rect.axis(QCPAxis::atLeft)->range() == first.axis(QCPAxis::atLeft)->range());
            taken |= rect.outerRect();
        }
        const QSize page = figure.size();
        QVERIFY2(
            taken.right() > 0.9 * page.width() && taken.bottom() > 0.85 * page.height(),
            qPrintable(QStringLiteral("%1, %2 of %3, %4").arg(taken.right()).arg(taken.bottom()).arg(page.width()).arg(page.height())));
    }

    void captionTellsSettingsAndSeeds()
    {
        Experiment experiment = defaultExperiment();
        generated(experiment.data).seed = 7;
        experiment.split.seed = 8;
        experiment.models.front().seeds = {9, 9, 9};
        const Snapshot run = finishedRun(2, 0.01, experiment);
        const QString lines =
            readSvg(RunFigure(run, {.size = QSize(900, 700), .title = QStringLiteral("x < 0 ? a*x : x & <b>")}).bytes(PictureFormat::Svg))
                .textLines()
                .join(QLatin1Char('\n'));
        for (const char *words :
             {"seed 7", "seed 8", "seed 9", "learning rate 0.01", "test points: larger, with a dot", "x < 0 ? a*x : x & <b>"})
            QVERIFY2(lines.contains(QLatin1String(words)), qPrintable(lines));
    }

    void trainingPointsAreShownAsOnTheScreen()
    {
        const Snapshot run = finishedRun(1);
        const SvgContent content = readSvg(RunFigure(run, {.size = QSize(900, 700)}).bytes(PictureFormat::Svg));
        const auto marks = std::ranges::count(content.shapes, QStringLiteral("path"), &SvgShape::kind);
        QVERIFY2(marks >= std::ptrdiff_t(run.data->all.count()), qPrintable(QString::number(marks)));
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figure.moc"
