// Parts that are exported alone: panels and chart of a run, plots of functions, and their tables.
#include "core/analysis/second_derivative.h"
#include "core/base/number_text.h"
#include "core/engine/eigen_backend.h"
#include "core/io/ready_experiments.h"
#include "core/io/run_report.h"
#include "core/training/comparison.h"
#include "core/training/run_event.h"
#include "tests/support/compare_pictures.h"
#include "tests/support/svg_reading.h"
#include "tests/ui/charts/export_fixture.h"
#include "tests/ui/functions/functions_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/unbroken.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_export.h"
#include "ui/training/evidence_figure.h"
#include "ui/training/run_export.h"
#include "ui/training/timeline/timeline_plot.h"
#include "ui/window/main_window.h"
#include "ui/window/services.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QSpinBox>
#include <QTemporaryDir>

#include <stdexcept>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** An experiment on a few points after so many epochs, in a window's colours. */
struct ExportedRun {
    explicit ExportedRun(int epochs, Experiment experiment = defaultExperiment())
    {
        generated(experiment.data).samples = 60;
        experiment.hidden = {4};
        const auto backend = makeEigenBackend();
        Comparison run(1, experiment, *backend);
        run.advance(epochs);
        auto trained = std::make_shared<Snapshot>(run.snapshot(gridAround(run.cohort()->data->all, 1, 0.1)));
        trained->experiment = experiment;
        snapshot = std::move(trained);
        colors.setShown(&others, {"silu", "mish", "gelu"}); // which have the first colours
        colors.setShown(&models, modelKeys(experiment.models));
    }

    std::shared_ptr<const Snapshot> snapshot;
    ActivationColors colors;
    QObject others, models;
};

bool hasColor(const QByteArray &svg, const QColor &color)
{
    return svg.toLower().contains(color.name().toLatin1());
}

} // namespace

class TestExportParts : public QObject {
    Q_OBJECT

private slots:
    void runIsExportedByTheSameDialog();
    void everyPartOfARunIsAPicture();
    void aRunHasItsChart();
    void aRunHasTheColorsOfItsWindow();
    void withoutAWindowColorsAreThoseOfAFirstOne_data();
    void withoutAWindowColorsAreThoseOfAFirstOne();
    void everyPartOfFunctionsIsAPictureAndATable();
    void tableHoldsWhatCoreComputes();
    void familyOfTwoParametersThatStayInOrderHasATable();
};

void TestExportParts::runIsExportedByTheSameDialog()
{
    const ExportedRun run(2);
    const RunExport source(run.snapshot, run.colors, Theme::light(), {QStringLiteral("plane"), QStringLiteral("units")});
    ExportDialog dialog(source);
    QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("format"))->count(), 4); // with a table
    QCOMPARE(source.table(0, 0), QByteArray::fromStdString(runCsv(*run.snapshot)));
    QCOMPARE(source.parts().size(), 3 + 2 * 2); // all, the curves, the chart, and each panel
    const QByteArray units = source.table(5, 0); // of the first model
    QVERIFY2(units.startsWith("layer,") && units.count('\n') == 1 + 4, (QByteArray("table:") + units).constData());
    QCOMPARE(source.table(3, 0).count('\n'), qsizetype{1 + 60}); // each point of the plane
    QVERIFY(source.table(6, 0).startsWith("layer,") && source.table(6, 0) != units);
    dialog.findChild<QCheckBox *>()->setChecked(true);
    dialog.findChild<QComboBox *>(QStringLiteral("format"))->setCurrentIndex(Svg);
    QTemporaryDir folder;
    dialog.saveTo(folder.filePath(QStringLiteral("a.svg")));
    QFile file(folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const SvgContent content = readSvg(file.readAll());
    QCOMPARE(content.title, source.title());
    QVERIFY(content.textLines().contains(unbroken(source.title())));
    QVERIFY(source.title().contains(QStringLiteral("Leaky ReLU")));
}

/** With the settings and seeds below it; a part is that panel alone. */
void TestExportParts::everyPartOfARunIsAPicture()
{
    const ExportedRun run(2);
    const RunExport source(run.snapshot, run.colors, Theme::light(), {QStringLiteral("plane"), QStringLiteral("units")});
    for (int part = 0; part < source.parts().size(); ++part) {
        const PictureLayout layout{.size = QSize(640, 480), .part = part};
        const QImage picture = QImage::fromData(source.picture(layout, PictureFormat::Png, 1), "PNG");
        QCOMPARE(picture.size(), QSize(640, 480));
        QCOMPARE(picture.pixelColor(1, 1), Theme::light().plotBackground);
        const SvgContent content = readSvg(source.picture(layout, PictureFormat::Svg, 1));
        const QString text = content.textLines().join(QLatin1Char(' '));
        QVERIFY2(text.contains(QStringLiteral("seed 42")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("60 points")), qPrintable(text));
        QVERIFY(source.picture(layout, PictureFormat::Pdf, 1).startsWith("%PDF"));
        const bool isOfFirst = part >= 3 && part % 2 == 1;
        QVERIFY2(!isOfFirst || !text.contains(QStringLiteral("Leaky")), qPrintable(text));
    }
}

/** The figure of a run has the strips that the window has, in letters and lines, with events and a robust range. */
void TestExportParts::aRunHasItsChart()
{
    const ExportedRun run(30);
    const auto snapshot = std::make_shared<Snapshot>(*run.snapshot);
    History history;
    for (std::size_t epoch = 0; epoch <= 30; ++epoch)
        history.append({epoch == 12 ? 1e4 : 0.6, epoch == 12 ? 1e4 : 0.6, 0.5, 0.5});
    snapshot->models[0].history = history;
    auto survey = std::make_shared<RunSurvey>();
    survey->run = snapshot->run;
    survey->furthest = 30;
    survey->isComplete = true;
    survey->events.push_back({.kind = &eventKinds().front(), .model = 0, .epoch = 12, .until = 12});
    const FigureChart chart{.series = {findSeries("loss"), findSeries("accuracy")}, .survey = survey};
    EvidenceFigure figure(snapshot, {.rows = {QStringLiteral("plane")}, .chart = chart}, {.size = QSize(1000, 900)});
    QVERIFY(figure.chart());
    QCOMPARE(figure.chart()->stripCount(), std::size_t{2});
    QCOMPARE(figure.chart()->marks().events().size(), std::size_t{1});
    QVERIFY(figure.chart()->strip(0).axisRect()->axis(QCPAxis::atLeft)->range().upper < 10);
    QVERIFY(!figure.chart()->strip(0).leaving().empty());
    const SvgContent content = readSvg(figure.bytes(PictureFormat::Svg));
    for (const char *text : {"Loss", "Accuracy", "epoch", "Plane"})
        QVERIFY2(content.textLines().contains(QLatin1String(text)), text);
    const RunExport source(snapshot, run.colors, Theme::light(), {QStringLiteral("plane")}, chart);
    for (const int part : {0, 2}) {
        const SvgContent drawn = readSvg(source.picture({.size = QSize(1000, 700), .part = part}, PictureFormat::Svg, 1));
        QVERIFY(drawn.textLines().contains(QStringLiteral("Accuracy")));
        QCOMPARE(drawn.textLines().contains(QStringLiteral("Plane")), part == 0);
    }
}

/** All of it and each panel: nothing gives out colours of its own. */
void TestExportParts::aRunHasTheColorsOfItsWindow()
{
    const ExportedRun run(2);
    const Theme theme = Theme::light().forFigure();
    const RunExport source(run.snapshot, run.colors, theme, {QStringLiteral("units"), QStringLiteral("outputs")});
    const std::vector<ModelStyle> wanted = modelStyles(run.snapshot->experiment, run.colors, theme);
    for (int part = 0; part < source.parts().size(); ++part) {
        const QByteArray drawn = source.picture({.size = QSize(900, 700), .theme = theme, .part = part}, PictureFormat::Svg, 1);
        const bool isOfOne = part >= 3;
        for (std::size_t model = 0; model < wanted.size(); ++model) {
            const bool isThere = !isOfOne || std::size_t((part - 3) % 2) == model;
            QVERIFY2(hasColor(drawn, wanted[model].pen.color()) == isThere, qPrintable(source.parts()[part] + QStringLiteral(": ") + wanted[model].name));
        }
        for (const char *other : {"silu", "mish", "gelu"})
            QVERIFY2(!hasColor(drawn, run.colors.color(other, theme)), other);
    }
}

void TestExportParts::withoutAWindowColorsAreThoseOfAFirstOne_data()
{
    QTest::addColumn<QString>("experiment");
    for (const ReadyExperiment &ready : readyExperiments()) {
        if (pointSubject().has(ready.experiment))
            QTest::newRow(ready.name.c_str()) << QString::fromStdString(ready.name);
    }
}

/** Which the command line draws. */
void TestExportParts::withoutAWindowColorsAreThoseOfAFirstOne()
{
    QFETCH(QString, experiment);
    const QTemporaryDir folder;
    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    const Experiment &ready = findReadyExperiment(experiment.toStdString())->experiment;
    window.services().document.apply(ready);
    const std::vector<ModelStyle> inWindow = modelStyles(ready, window.services().colors, Theme::light());
    const std::vector<ModelStyle> inFigure = figureStyles(ready, nullptr, Theme::light());
    QCOMPARE(inFigure.size(), inWindow.size());
    for (std::size_t model = 0; model < inWindow.size(); ++model)
        QCOMPARE(inFigure[model].pen, inWindow[model].pen);
}

/** Each plot of the functions alone, as a picture of any kind, and its values. */
void TestExportParts::everyPartOfFunctionsIsAPictureAndATable()
{
    Export exporting;
    exporting.state().view().set(&ViewOptions::secondDerivative, true);
    exporting.state().view().set(&ViewOptions::comparison, true);
    exporting.plot().updateNow();
    const FunctionsExport &source = exporting.source;
    QCOMPARE(source.parts().size(), 5); // all, f, f′, f″, the difference
    const QStringList own = {{}, QStringLiteral("f(x)"), QStringLiteral("f′(x)"), QStringLiteral("f″(x)")};
    for (int part = 1; part < source.parts().size(); ++part) {
        const PictureLayout layout{.size = QSize(700, 500), .part = part};
        QCOMPARE(QImage::fromData(source.picture(layout, PictureFormat::Png, 1), "PNG").size(), QSize(700, 500));
        QVERIFY(source.picture(layout, PictureFormat::Pdf, 1).startsWith("%PDF"));
        const QStringList lines = readSvg(source.picture(layout, PictureFormat::Svg, 1)).textLines();
        for (int other = 1; other < own.size(); ++other)
            QCOMPARE(lines.contains(own[other]), other == part);
        QVERIFY(lines.contains(QStringLiteral("x"))); // the axis of the only one says so
    }
    const std::vector<ActivationSpec> specs = shownSpecs(exporting.state(), exporting.colors);
    const char *names[] = {"", "value", "derivative", "second_derivative"};
    for (int part = 1; part < 4; ++part) {
        const QList<QByteArray> lines = source.table(part, 11).split('\n');
        QCOMPARE(lines.front(), QByteArray("activation,x,") + names[part]);
        QCOMPARE(lines.size(), qsizetype(1 + 11 * specs.size() + 1));
        const QList<QByteArray> third = lines[3].split(',');
        const double x = third[third.size() - 2].toDouble(), y = third.back().toDouble();
        QCOMPARE(y, part == 1 ? specs[0].value(x) : part == 2 ? specs[0].derivative(x) : secondDerivative(*specs[0].activation, x, specs[0].parameters).value);
    }
    const QList<QByteArray> difference = source.table(4, 5).split('\n');
    QCOMPARE(difference.front(), QByteArray("minuend,subtrahend,x,difference"));
    const QList<QByteArray> first = difference[1].split(',');
    const double at = first[first.size() - 2].toDouble();
    QCOMPARE(first.back().toDouble(), exporting.state().minuend().value(at) - exporting.state().subtrahend().value(at));
    ExportDialog dialog(source); // offers them, for tables, too
    auto *parts = dialog.findChild<QComboBox *>(QStringLiteral("part"));
    QCOMPARE(parts->count(), 5);
    dialog.findChild<QComboBox *>(QStringLiteral("format"))->setCurrentIndex(Csv);
    parts->setCurrentIndex(2);
    dialog.saveTo(exporting.folder.filePath(QStringLiteral("derivative.csv")));
    QFile file(exporting.folder.filePath(QStringLiteral("derivative.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("activation,x,derivative\n"));
}

void TestExportParts::tableHoldsWhatCoreComputes()
{
    Export exporting;
    exporting.control().setValue(0.7);
    exporting.setFormat(Csv);
    exporting.field<QSpinBox>("Points").setValue(101);
    const QList<QByteArray> lines = exporting.saved(QStringLiteral("a.csv")).trimmed().split('\n');
    QCOMPARE(lines.front(), QByteArray("activation,x,value,derivative"));
    const std::vector<ActivationSpec> specs = shownSpecs(exporting.state(), exporting.colors);
    QCOMPARE(lines.size(), qsizetype(1 + 101 * specs.size()));
    QCOMPARE(lines[1].split(',')[1], QByteArray("-5"));
    QCOMPARE(lines[101].split(',')[1], QByteArray("5"));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> fields = lines[i].split(',');
        const ActivationSpec &spec = specs[std::size_t((i - 1) / 101)];
        QCOMPARE(fields[0].toStdString(), spec.text);
        const double x = fields[1].toDouble();
        QCOMPARE(fields[2].toStdString(), numberText(spec.value(x)));
        QCOMPARE(fields[3].toStdString(), numberText(spec.derivative(x)));
    }
    QVERIFY(specs.back().text.find("0.7") != std::string::npos);
}

void TestExportParts::familyOfTwoParametersThatStayInOrderHasATable()
{
    Export exporting;
    const Activation &rrelu = byId("rrelu");
    exporting.state().showOnly({&rrelu});
    exporting.state().setFocus(rrelu);
    exporting.state().view().set(&ViewOptions::family, true); // lower 0.1, 0.5 and 1, where upper is a third
    exporting.setFormat(Csv);
    const QByteArray table = exporting.saved(QStringLiteral("a.csv"));
    QVERIFY2(table.contains("rrelu:lower=0.5,upper=0.5"), table.left(400).constData());
}

QTEST_MAIN(TestExportParts)
#include "tst_export_parts.moc"
