// Clang's warnings about the programs as they are put together, for both mappings and everything that they are built with: none is left. Drivers build
// them without warnings, so nobody would see one.
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "gpu/device/tensor_cores.h"
#include "gpu/engine/kernel_source.h"

#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace actiscope;

class TestKernelLint : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aWarningIsSeen();
    void programsHaveNoWarnings_data();
    void programsHaveNoWarnings();
    void everyFunctionIsUsed();
    void filesNameWhatTheyNeed_data();
    void filesNameWhatTheyNeed();

private:
    /** What Clang says of a program. Functions that nothing in it uses are apart: some other program may. */
    struct Said {
        QByteArray warnings; ///< empty where there are none
        QSet<QString> unused;
    };
    const Said &saidOf(const std::string &source, const std::string &options);
    QByteArray warningsAbout(const std::string &source, const std::string &options) { return saidOf(source, options).warnings; }
    QByteArray run(const std::string &source, const std::string &options);

    QString m_clang;
    QTemporaryDir m_folder;
    QHash<QByteArray, Said> m_said; ///< by program and options: Clang takes a third of a second for each
};

namespace {

/** Formulas whose words no row has, and one of a few words only. */
std::vector<const Activation *> activationsOf(bool isSmall)
{
    if (isSmall)
        return {findActivation("relu")};
    std::vector<const Activation *> all = builtInActivations();
    for (const char *formula : {"formula:erf(x)*abs(x)^a+log(1+x^2)*sign(x),a=2", "formula:erfc(x)*exp(x^2)+step(x)*relu(x)^7",
                                "formula:max(tan(x),floor(x))*cbrt(x)", "formula:x*sin(b*x),b=1"})
        all.push_back(parseActivationSpec(formula).activation);
    return all;
}

/** Every way in which a program is built. */
std::vector<std::pair<QString, KernelTuning>> tunings()
{
    std::vector<std::pair<QString, KernelTuning>> all;
    for (const int width : {4, 8, 16}) {
        for (const bool hasPhaseBarrier : {false, true}) {
            KernelTuning tuning = KernelTuning::forVectorWidth(width);
            tuning.hasPhaseBarrier = tuning.isImpatient = hasPhaseBarrier;
            all.emplace_back(
                QStringLiteral("vectors of %1%2").arg(width).arg(hasPhaseBarrier ? QStringLiteral(", phase barrier") : QString()), tuning);
        }
    }
    for (const bool isLocal : {false, true}) {
        KernelTuning tuning = KernelTuning::forLanes(256, 12288).withRows(isLocal ? 3 : 1);
        tuning.localTiles = isLocal;
        tuning.callsFunctions = isLocal;
        all.emplace_back(isLocal ? QStringLiteral("lanes, tiles in local memory") : QStringLiteral("lanes"), tuning);
    }
    KernelTuning meeting = KernelTuning::forLanes(64, 12288).withRows(6);
    meeting.localTiles = true;
    meeting.meetingPolls = 1;
    all.emplace_back(QStringLiteral("lanes that meet"), meeting);
    for (const TensorCores use : {TensorCores::Emulated, TensorCores::Used}) {
        KernelTuning tuning = KernelTuning::forLanes(256, 12288).withTensorCores(use).withRows(6);
        tuning.localTiles = true;
        tuning.meetingPolls = use == TensorCores::Used ? 1 : 0;
        all.emplace_back(use == TensorCores::Used ? QStringLiteral("tensor cores") : QStringLiteral("tensor cores, emulated"), tuning);
    }
    return all;
}

} // namespace

void TestKernelLint::initTestCase()
{
    for (const char *name : {"clang", "clang-19", "clang-18", "clang-17", "clang-16"}) {
        if (m_clang.isEmpty())
            m_clang = QStandardPaths::findExecutable(QLatin1String(name));
    }
    if (m_clang.isEmpty())
        QSKIP("clang was not found: the programs are not linted");
}

const TestKernelLint::Said &TestKernelLint::saidOf(const std::string &source, const std::string &options)
{
    static const QRegularExpression unused(QStringLiteral("unused function '([A-Za-z0-9_]+)' \\[-Wunused-function\\]$"));
    const QByteArray key = QByteArray::fromStdString(options + '\n' + source);
    if (const auto known = m_said.constFind(key); known != m_said.cend())
        return *known;
    Said said;
    bool isOfUnused = false;
    for (const QByteArray &line : run(source, options).split('\n')) {
        if (const auto found = unused.match(QString::fromUtf8(line)); found.hasMatch()) {
            said.unused += found.captured(1);
            isOfUnused = true;
        } else if (!line.isEmpty() && !line.endsWith(" generated.") && !(isOfUnused && line.contains(": note: "))) {
            said.warnings += line + '\n';
            isOfUnused = false;
        }
    }
    return *m_said.insert(key, said);
}

/** What Clang prints, a line a warning, empty where that is nothing. An argument that only one mapping, or only some activations, need is no fault. */
QByteArray TestKernelLint::run(const std::string &source, const std::string &options)
{
    const bool isForNvidia = options.find("-DTENSOR_CORES") != std::string::npos && options.find("EMULATED") == std::string::npos; // its instruction
    const QString path = m_folder.filePath(QStringLiteral("program.cl"));
    std::ofstream(path.toStdString()) << source;
    QStringList arguments = {QStringLiteral("-x"),
                             QStringLiteral("cl"),
                             QStringLiteral("-fsyntax-only"),
                             QStringLiteral("-target"),
                             isForNvidia ? QStringLiteral("nvptx64-nvidia-cuda") : QStringLiteral("spir64-unknown-unknown"),
                             QStringLiteral("-Wall"),
                             QStringLiteral("-Wextra"),
                             QStringLiteral("-Wshadow"),
                             QStringLiteral("-Wundef"),
                             QStringLiteral("-Wno-unused-command-line-argument"),
                             QStringLiteral("-Wno-unused-parameter"),
                             QStringLiteral("-fno-caret-diagnostics")};
    if (options.find("-DREAL_WIDTH=32")
        != std::string::npos) // the library's overloads as a header: Clang's own way forgets them where we add one
        arguments += {QStringLiteral("-cl-no-stdinc"), QStringLiteral("-include"), QStringLiteral("opencl-c.h")};
    if (isForNvidia)
        arguments += QStringLiteral("-D__NV_CL_C_VERSION=120");
    for (const QString &option : QString::fromStdString(options).split(QLatin1Char(' '))) {
        if (option != QLatin1String("-w"))
            arguments += option;
    }
    QProcess clang;
    clang.setProcessChannelMode(QProcess::MergedChannels);
    clang.start(m_clang, arguments << path);
    if (!clang.waitForFinished(120000))
        return "clang does not end";
    const QByteArray said = clang.readAll();
    return clang.exitCode() == 0 || !said.isEmpty() ? said : QByteArray("clang fails");
}

void TestKernelLint::aWarningIsSeen()
{
    const std::string options = KernelTuning::forVectorWidth(8).buildOptions();
    QCOMPARE(warningsAbout("kernel void fine(global int *x) { *x = 1; }\n", options), QByteArray());
    QVERIFY(warningsAbout("kernel void shadows(global int *x) { int i = *x; for (int i = 0; i < 3; ++i) x[i] = i; x[0] = i; }\n", options)
                .contains("-Wshadow"));
    QVERIFY(warningsAbout("kernel void fails(global int *x) { *x = y; }\n", options).contains("error"));
    const Said &unused = saidOf("static int left(int x) { return x; }\nkernel void fine(global int *x) { *x = 1; }\n", options);
    QCOMPARE(unused.unused, QSet<QString>{QStringLiteral("left")});
    QCOMPARE(unused.warnings, QByteArray());
}

void TestKernelLint::programsHaveNoWarnings_data()
{
    QTest::addColumn<int>("tuning");
    QTest::addColumn<EntryPoint>("entry");
    QTest::addColumn<int>("loss");
    QTest::addColumn<bool>("isSmall");
    const auto all = tunings();
    // Losses differ in what any entry point that trains has of them.
    for (std::size_t t = 0; t < all.size(); ++t) {
        for (const EntryPoint entry : entryPoints(all[t].second)) {
            const int losses = entry == EntryPoint::TrainWhole ? static_cast<int>(programLosses().size()) : 1;
            for (int loss = 0; loss < losses; ++loss) {
                for (const bool isSmall : {false, true})
                    QTest::addRow("%s, %s, loss %d%s", qPrintable(all[t].first), entryName(entry), loss, isSmall ? ", one activation" : "")
                        << static_cast<int>(t) << entry << loss << isSmall;
            }
        }
    }
}

void TestKernelLint::programsHaveNoWarnings()
{
    QFETCH(int, tuning);
    QFETCH(EntryPoint, entry);
    QFETCH(int, loss);
    QFETCH(bool, isSmall);
    const KernelTuning chosen = tunings()[static_cast<std::size_t>(tuning)].second;
    const std::vector<const Activation *> activations = activationsOf(isSmall);
    const ProgramLoss programLoss = programLosses()[static_cast<std::size_t>(loss)];
    const QByteArray said = warningsAbout(networkSource(activations, programLoss, chosen.mapping, entry), chosen.buildOptions());
    QVERIFY2(said.isEmpty(), said.left(4000).constData());
    if (loss == 0 && entry == EntryPoint::Predict) {
        const QByteArray alone = warningsAbout(evaluationSource(activations, chosen.mapping), chosen.buildOptions());
        QVERIFY2(alone.isEmpty(), alone.left(4000).constData());
        if (chosen.localTiles) {
            const QByteArray tried = warningsAbout(blockProductsSource(), chosen.buildOptions());
            QVERIFY2(tried.isEmpty(), tried.left(4000).constData());
        }
    }
}

/** In some program. */
void TestKernelLint::everyFunctionIsUsed()
{
    std::optional<QSet<QString>> nowhere;
    for (const auto &[name, tuning] : tunings()) {
        for (const EntryPoint entry : entryPoints(tuning)) {
            for (const ProgramLoss &loss : entry == EntryPoint::TrainWhole ? programLosses() : std::vector{programLosses().front()}) {
                const QSet<QString> found = saidOf(networkSource(activationsOf(false), loss, tuning.mapping, entry), tuning.buildOptions()).unused;
                nowhere = nowhere ? nowhere->intersect(found) : found;
            }
        }
    }
    QVERIFY2(nowhere->isEmpty(), qPrintable(QStringList(nowhere->begin(), nowhere->end()).join(QLatin1Char(' '))));
}

void TestKernelLint::filesNameWhatTheyNeed_data()
{
    QTest::addColumn<bool>("isLanes");
    QTest::addColumn<EntryPoint>("entry");
    for (const EntryPoint entry : entryPoints(tunings().front().second))
        QTest::addRow("lanes, %s", entryName(entry)) << true << entry;
    KernelTuning withUnits = KernelTuning::forVectorWidth(8);
    withUnits.hasPhaseBarrier = true;
    for (const EntryPoint entry : entryPoints(withUnits))
        QTest::addRow("vectors, %s", entryName(entry)) << false << entry;
}

/** Each says what it is, how its data lie and what goes before it; and that does, where the program has it. */
void TestKernelLint::filesNameWhatTheyNeed()
{
    QFETCH(bool, isLanes);
    QFETCH(EntryPoint, entry);
    const KernelMapping mapping = isLanes ? KernelMapping::Lanes : KernelMapping::Vectors;
    const std::string source = networkSource(activationsOf(false), ProgramLoss(), mapping, entry);
    static const QRegularExpression file(QStringLiteral("^#line 1 \"[a-z]+/([a-z_]+)\\.(cl|h)\"$"), QRegularExpression::MultilineOption);
    static const QRegularExpression needs(QStringLiteral("\n// Needs: ([^\n]+(\n// [^\n]+)*)")), word(QStringLiteral("[a-z_]+"));
    QStringList order;
    QHash<QString, QString> texts;
    const QString text = QString::fromStdString(source);
    for (auto match = file.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        order += found.captured(1);
        texts[found.captured(1)] = text.mid(found.capturedEnd());
    }
    QVERIFY(order.size() > 20);
    for (const QString &name : QSet<QString>(order.begin(), order.end())) {
        if (name == QLatin1String("shared_layout"))
            continue;
        const QString head = texts[name].left(texts[name].indexOf(QStringLiteral("\n\n")));
        QVERIFY2(head.contains(QStringLiteral("\n// Layout: ")), qPrintable(name));
        const auto said = needs.match(head);
        QVERIFY2(said.hasMatch(), qPrintable(name));
        for (auto match = word.globalMatch(said.captured(1)); match.hasNext();) {
            const QString needed = match.next().captured();
            const bool comes = !order.contains(needed) || order.indexOf(needed) < order.lastIndexOf(name);
            QVERIFY2(comes, qPrintable(name + QStringLiteral(" needs ") + needed));
        }
    }
}

QTEST_GUILESS_MAIN(TestKernelLint)
#include "tst_kernel_lint.moc"
