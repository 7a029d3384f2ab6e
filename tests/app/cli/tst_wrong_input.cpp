// Wrong input: one line that names the option, exit status 2, and nothing written.
#include "tests/app/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

class TestWrongInput : public QObject {
    Q_OBJECT

private slots:
    void isRefusedInOneLine_data();
    void isRefusedInOneLine();
    void nearestNameIsSuggested_data();
    void nearestNameIsSuggested();
    void existingFileSurvivesAFailure();
    void noDisplayIsSaidInOneLine();
};

void TestWrongInput::isRefusedInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto train = [](const char *title, const QStringList &more, const char *named) {
        QTest::newRow(title) << QStringList{"train", "--csv", "a.csv", "--json", "a.json"} + more << named;
    };
    train("unknown activation", {"--activation", "reluu"}, "--activation");
    train("alpha out of range", {"--activation", "leaky_relu:alpha=17"}, "--activation");
    train("alpha is no number", {"--activation", "leaky_relu:alpha=big"}, "--activation");
    train("alpha is NaN", {"--activation", "elu:alpha=nan"}, "--activation");
    train("parameter that it does not have", {"--activation", "relu:alpha=1"}, "--activation");
    train("parameter without value", {"--activation", "elu:alpha"}, "--activation");
    train("one of two activations wrong", {"--activation", "relu", "--activation", ""}, "--activation");
    QStringList many;
    for (int i = 0; i < 4097; ++i)
        many << "--activation"
             << "relu";
    train("more activations than train together", many, "--activation: '4097' is not accepted; 4096 at most");
    train("formula with an unknown name", {"--activation", "formula:x*tahn(x)"},
          "character 2 of the formula (the first is 0): there is no 'tahn'; did you mean 'tanh'");
    train("formula of nothing", {"--activation", "formula:"}, "--activation: 'formula:' is not accepted; at character 0");
    train("formula with a power without end", {"--activation", "formula:x^1000000"}, "character 2");
    train("formula that divides by 0", {"--activation", "formula:x + 1/0"}, "character 5");
    train("formula with a decimal comma", {"--activation", "formula:0,5*x"}, "the decimal sign is '.'");
    train("formula of brackets", {"--activation", "formula:" + QString(100'000, '(') + "x"}, "at most 1000 characters");
    train("formula with another parameter", {"--activation", "formula:a*x,c=1"}, "--activation");
    train("formula with a parameter out of range", {"--activation", "formula:a*x,a=11"}, "from -10 to 10");
    train("one sample", {"--samples", "1"}, "--samples");
    train("negative samples", {"--samples", "-5"}, "--samples");
    train("samples beyond an int", {"--samples", "99999999999999999999"}, "--samples");
    train("half a sample", {"--samples", "10.5"}, "--samples");
    train("negative noise", {"--noise", "-0.1"}, "--noise");
    train("infinite noise", {"--noise", "inf"}, "--noise");
    train("noise with a decimal comma", {"--noise", "0,2"}, "--noise");
    train("no hidden unit", {"--hidden", "0"}, "--hidden");
    train("empty hidden", {"--hidden", ""}, "--hidden");
    train("hidden with a gap", {"--hidden", "64,,64"}, "--hidden");
    train("hidden too wide", {"--hidden", "100000000"}, "--hidden");
    train("no epochs", {"--epochs", "0"}, "--epochs");
    train("epochs in words", {"--epochs", "many"}, "--epochs");
    train("learning rate 0", {"--learning-rate", "0"}, "--learning-rate");
    train("negative learning rate", {"--learning-rate", "-0.01"}, "--learning-rate");
    train("learning rate NaN", {"--learning-rate", "nan"}, "--learning-rate");
    train("learning rate in words", {"--learning-rate", "fast"}, "--learning-rate");
    train("negative seed", {"--data-seed", "-1"}, "--data-seed");
    train("seed beyond 32 bits", {"--init-seed", "4294967296"}, "--init-seed");
    train("no test points", {"--test-fraction", "0"}, "--test-fraction");
    train("no training points", {"--test-fraction", "1"}, "--test-fraction");
    train("unknown data", {"--data", "suns"}, "--data");
    train("cross-entropy of real values", {"--data", "plane", "--loss", "cross-entropy"}, "--loss");
    train("unknown loss", {"--loss", "hinge"}, "--loss");
    train("unknown optimizer", {"--optimizer", "magic"}, "--optimizer");
    train("momentum 1", {"--optimizer", "momentum", "--momentum", "1"}, "--momentum");
    train("negative decay", {"--l2", "-1"}, "--l2");
    train("unknown kernel", {"--kernel", "tpu"}, "--kernel");
    train("kernel without OpenCL", {"--backend", "eigen", "--kernel", "gpu"}, "--kernel");
    train("negative batch", {"--batch-size", "-1"}, "--batch-size");
    train("unknown init", {"--init", "magic"}, "--init");
    train("negative init range", {"--init", "uniform", "--init-range", "-1"}, "--init-range");
    train("nine blobs", {"--data", "blobs", "--classes", "9"}, "--classes");
    train("three moons", {"--classes", "3"}, "--classes");
    train("half a class", {"--data", "blobs", "--classes", "2.5"}, "--classes");
    train("circles that coincide", {"--data", "circles", "--factor", "1"}, "--factor");
    train("factor in words", {"--data", "circles", "--factor", "half"}, "--factor");
    train("unknown optimizer", {"--optimizer", "sgdd"}, "--optimizer");
    train("unknown initialisation", {"--init", "zeros"}, "--init");
    train("unknown backend", {"--backend", "cuda"}, "--backend");
    train("device that is not there", {"--device", "99"}, "--device");
    train("device of a backend without", {"--backend", "eigen", "--device", "0"}, "--device");
    train("folder that does not exist", {"--figure", "nowhere/a.png"}, "--figure");
    train("format that is not drawn", {"--figure", "a.bmp"}, "--figure");
    train("weights, which come later", {"--weights", "a.safetensors"}, "--weights");
    train("option twice", {"--epochs", "5", "--epochs", "6"}, "--epochs");
    train("value missing", {"--epochs"}, "--epochs");
    train("no bins", {"--diagnostics", "b.json", "--bins", "0"}, "--bins");
    train("unit that is not there", {"--diagnostics", "b.json", "--hidden", "4", "--unit", "0,4"}, "--unit");
    train("layer that is not there", {"--diagnostics", "b.json", "--hidden", "4", "--unit", "1,0"}, "--unit");
    train("unit of a network without", {"--diagnostics", "b.json", "--hidden", "none", "--unit", "0,0"}, "--unit");
    train("unit without a layer", {"--diagnostics", "b.json", "--unit", "3"}, "--unit");
    train("half a unit", {"--diagnostics", "b.json", "--unit", "0,1.5"}, "--unit");
    train("range the wrong way round", {"--diagnostics", "b.json", "--output-range", "1,-1"}, "--output-range");
    train("range of one number", {"--diagnostics", "b.json", "--pre-activation-range", "1"}, "--pre-activation-range");
    train("saturated below 0", {"--diagnostics", "b.json", "--saturation", "-1"}, "--saturation");
    train("diagnostics into the report", {"--diagnostics", "a.json"}, "--diagnostics");
    train("switch with a value", {"--boundaries=yes"}, "--boundaries");
    train("unknown option", {"--learningrate", "0.1"}, "--learning-rate");
    // What does not apply.
    train("factor of moons", {"--factor", "0.3"}, "--factor: '0.3' does not apply to --data moons; it does with --data circles");
    train("classes of circles", {"--data", "rings", "--classes", "2"}, "--classes: '2' does not apply");
    train("centres of moons", {"--center-box=-1,1"}, "with --data blobs");
    train("class sizes of spirals", {"--data", "spirals", "--class-sizes", "10,20"}, "with --data moons, circles or blobs");
    train("proportions of a regression", {"--data", "plane", "--stratify"}, "--stratify does not apply to --data plane");
    train("samples and class sizes", {"--samples", "30", "--class-sizes", "10,20"},
          "--samples: '30' does not apply; it does without --class-sizes");
    train("classes and class sizes", {"--data", "blobs", "--classes", "2", "--class-sizes", "10,20"},
          "--classes: '2' does not apply; it does without --class-sizes");
    train("beta1 of sgd", {"--optimizer", "sgd", "--beta1", "0.9"},
          "--beta1: '0.9' does not apply to --optimizer sgd; it does with --optimizer adam or adamw");
    train("momentum of adam", {"--momentum", "0.9"}, "--momentum");
    train("smoothing of adam", {"--smoothing", "0.9"}, "with --optimizer rmsprop");
    train("epsilon of nesterov", {"--optimizer", "nag", "--epsilon", "1e-8"}, "--epsilon");
    train("range of PyTorch's weights", {"--init-range", "0.1"},
          "--init-range: '0.1' does not apply to --init pytorch; it does with --init uniform");
    train("unit without diagnostics", {"--unit", "0,0"}, "--unit: '0,0' does not apply; it does with --diagnostics");
    train("bins without diagnostics", {"--bins", "50"}, "--bins");
    train("saturation without diagnostics", {"--saturation", "0.1"}, "--saturation");
    train("a range without diagnostics", {"--output-range=-1,1"}, "--output-range");
    train("another range without diagnostics", {"--pre-activation-range=-1,1"}, "--pre-activation-range");
    train("an unknown optimizer is said first", {"--optimizer", "magic", "--beta1", "0.9"}, "--optimizer: 'magic'");
    // Limits and decimal signs are named.
    train("samples beyond 32 bits", {"--samples", "4294967296"}, "a whole number from 2 to 1000000");
    train("too many epochs", {"--epochs", "1000001"}, "from 1 to 1000000");
    train("a batch beyond 64 bits", {"--batch-size", "99999999999999999999"}, "from 0 to 1000000");
    train("too many bins", {"--diagnostics", "b.json", "--bins", "99999999"}, "a whole number from 1 to ");
    train("rate with a decimal comma", {"--learning-rate", "0,01"}, "the decimal sign is '.', as in 0.01");
    train("a rate beyond double", {"--learning-rate", "1e400"}, "1.7976931348623157e+308");
    train("sizes that are none", {"--class-sizes", "10,2.5"}, "--class-sizes");
    train("sizes of three moons", {"--class-sizes", "10,20,30"}, "--class-sizes");
    train("sizes beyond all limits", {"--class-sizes", "999999,999999"}, "--class-sizes");
    train("no output", {"--figure", ""}, "--figure: '' is not accepted; a file name is");
    train("stray word", {"relu"}, "relu");
    const auto render = [](const char *name, const QStringList &arguments, const char *named) {
        QTest::newRow(name) << arguments << named;
    };
    QTest::newRow("both to standard output") << QStringList{"train", "--csv", "-", "--json", "-"} << "--json";
    QTest::newRow("both to one file") << QStringList{"train", "--csv", "a.csv", "--json", "./a.csv"} << "--json";
    QTest::newRow("file that cannot be written") << QStringList{"train", "--csv", "/proc/actiscope.csv"} << "--csv";
    QTest::newRow("folder as file") << QStringList{"data", "--csv", "."} << "--csv";
    QTest::newRow("data without a point") << QStringList{"data", "--samples", "1", "--csv", "a.csv"} << "--samples";
    QTest::newRow("points that are no numbers") << QStringList{"evaluate", "--x=1,two", "--csv", "a.csv"} << "--x";
    QTest::newRow("point beyond double") << QStringList{"evaluate", "--x=1,1e400", "--csv", "a.csv"}
                                         << "--x: '1e400' is not accepted; a number from -1.79";
    QTest::newRow("no file") << QStringList{"evaluate", "--csv", ""} << "--csv: ''";
    QTest::newRow("no file of data") << QStringList{"data", "--csv", ""} << "--csv: ''";
    QTest::newRow("kernel of Eigen") << QStringList{"evaluate", "--kernel", "auto", "--csv", "a.csv"}
                                     << "--kernel: 'auto' does not apply to --backend eigen";
    QTest::newRow("data with another's setting") << QStringList{"data", "--data", "xor", "--factor", "0.5", "--csv", "a.csv"} << "--factor";
    QTest::newRow("no points") << QStringList{"evaluate", "--x=", "--csv", "a.csv"} << "--x";
    QTest::newRow("evaluate on an unknown backend") << QStringList{"evaluate", "--backend", "gpu"} << "--backend";
    QTest::newRow("option of another subcommand") << QStringList{"list", "--csv", "a.csv"} << "--csv";
    QTest::newRow("unknown subcommand") << QStringList{"trian"} << "train";
    render("nothing to render", {"render", "--size", "800x600", "--out", "a.png"}, "functions");
    render("something else to render", {"render", "sweep", "--out", "a.png"}, "functions");
    render("picture without a name", {"render", "functions"}, "--out");
    render("picture of an unknown kind", {"render", "functions", "--out", "a.bmp"}, "--out");
    render("picture in no folder", {"render", "functions", "--out", "nowhere/a.png"}, "--out");
    render("picture without a size", {"render", "functions", "--out", "a.png", "--size", "large"}, "--size");
    render("tiny picture", {"render", "functions", "--out", "a.png", "--size", "20x20"}, "--size");
    render("too many pixels", {"render", "functions", "--out", "a.png", "--size", "6000x6000", "--scale", "8"}, "--scale");
    render("scale of nothing", {"render", "functions", "--out", "a.svg", "--scale", "0"}, "--scale");
    render("theme of the desktop", {"render", "functions", "--out", "a.svg", "--theme", "system"}, "--theme");
    render("x range the wrong way round", {"render", "functions", "--out", "a.svg", "--x-range=5,-5"}, "--x-range");
    render("x range of one number", {"render", "functions", "--out", "a.svg", "--x-range", "5"}, "--x-range");
    render("x range that is no number", {"render", "functions", "--out", "a.svg", "--x-range=nan,1"}, "--x-range");
    render("family without a parameter", {"render", "functions", "--out", "a.svg", "--activation", "relu", "--family", "0.1,0.5"},
           "--family");
    render("family out of range", {"render", "functions", "--out", "a.svg", "--activation", "elu", "--family", "0.1,50"}, "--family");
    render("family of nine", {"render", "functions", "--out", "a.svg", "--activation", "elu", "--family", "1,2,3,4,5,6,7,8,9"}, "--family");
    render("difference of one", {"render", "functions", "--out", "a.svg", "--activation", "elu", "--difference", "linear"}, "--difference");
    render("difference of three",
           {"render", "functions", "--out", "a.svg", "--activation", "elu", "--activation", "relu", "--activation", "gelu", "--difference",
            "log"},
           "two activations");
    render("saturation that is not marked", {"render", "functions", "--out", "a.svg", "--no-marks", "--saturation", "0.1"},
           "--saturation: '0.1' does not apply; it does without --no-marks");
    render("range without width", {"render", "functions", "--out", "a.svg", "--x-range=-1e-9,1e-9"}, "0.001 less");
    render("picture of no name", {"render", "functions", "--out", ""}, "--out");
    render("difference on an unknown scale", {"render", "functions", "--out", "a.svg", "--difference", "cubic"}, "--difference");
    render("saturation beyond a half", {"render", "functions", "--out", "a.svg", "--saturation", "0.9"}, "--saturation");
    render("title and none", {"render", "functions", "--out", "a.svg", "--title", "A", "--no-title"}, "--title");
    render("activation twice", {"render", "functions", "--out", "a.svg", "--activation", "elu", "--activation", "elu:alpha=2"},
           "--activation");
    render("unknown activation", {"render", "functions", "--out", "a.svg", "--activation", "relo"}, "relu");
    QTest::newRow("unknown option of the window") << QStringList{"--them", "dark"} << "--theme";
    QTest::newRow("unknown theme") << QStringList{"--theme", "pink"} << "--theme";
}

void TestWrongInput::isRefusedInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    const ProgramResult result = runProgram(arguments, {}, folder.path());
    QVERIFY(!result.crashed);
    QVERIFY2(result.exitCode == 2, result.errors.constData());
    QVERIFY(result.output.isEmpty());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errorLines().front().contains(named), result.errors.constData());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestWrongInput::nearestNameIsSuggested_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("suggestion");
    QTest::newRow("activation") << QStringList{"train", "--activation", "leaky_rel"} << "leaky_relu";
    QTest::newRow("another activation") << QStringList{"evaluate", "--activation", "sigmod"} << "sigmoid";
    QTest::newRow("option") << QStringList{"train", "--epoch", "3"} << "--epochs";
    QTest::newRow("subcommand") << QStringList{"device"} << "devices";
    QTest::newRow("subcommand by another name") << QStringList{"eval"} << "evaluate";
    QTest::newRow("option with underscore") << QStringList{"train", "--learning_rate", "3"} << "--learning-rate";
    QTest::newRow("init of two") << QStringList{"train", "--init", "xavier"} << "glorot-normal' or 'glorot-uniform";
    QTest::newRow("backend") << QStringList{"evaluate", "--backend", "opencll"} << "opencl";
    QTest::newRow("theme") << QStringList{"--theme", "drak"} << "dark";
    QTest::newRow("workspace") << QStringList{"--workspace", "traning"} << "training";
}

void TestWrongInput::nearestNameIsSuggested()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, suggestion);
    const ProgramResult result = runProgram(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(QString::fromUtf8(result.errors).contains("did you mean '" + suggestion + "'"), result.errors.constData());
}

void TestWrongInput::existingFileSurvivesAFailure()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kept");
    file.close();
    QCOMPARE(runProgram({"train", "--csv", "a.csv", "--samples", "1"}, {}, folder.path()).exitCode, 2);
    QCOMPARE(runProgram({"train", "--csv", "a.csv", "--json", "nowhere/a.json"}, {}, folder.path()).exitCode, 2);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("kept"));
}

void TestWrongInput::noDisplayIsSaidInOneLine()
{
    const ProgramResult result = runProgram({});
    QVERIFY(!result.crashed);
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.errors.contains("display"));
}

QTEST_GUILESS_MAIN(TestWrongInput)
#include "tst_wrong_input.moc"
