// Programs that were built beforehand: they are used where they fit, and nowhere else.
#include "core/base/errors.h"
#include "core/training/experiment.h"
#include "gpu/device/program_cache.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/tuned_backend.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

constexpr const char *source = "__kernel void first(__global float *x) { x[0] = 1.0f; }";
constexpr const char *otherSource = "__kernel void second(__global float *x) { x[0] = 2.0f; }";

class Folder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    /** The one program that is in it. */
    QString file() const
    {
        const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
        return files.size() == 1 ? m_folder.filePath(files.first()) : QString();
    }

private:
    QTemporaryDir m_folder;
};

cl::Device device()
{
    return allOpenClDevices().at(0);
}

/** Prepares the program of one text under the name of another. */
void prepare(const Folder &folder, const std::string &named, const std::string &text, const std::string &options)
{
    cl::Program program(cl::Context(device()), text);
    program.build({device()}, options.c_str());
    PreparedPrograms(folder.path()).add(device(), named, options, program);
}

bool isAtHand(const Folder &folder, const std::string &text, const std::string &options = "")
{
    return ProgramCache(cl::Context(device()), device(), PreparedPrograms(folder.path())).isAtHand(text, options);
}

/** Whether a backend takes what is in its folder for the programs of all activations with this loss: here they have no kernel to train with. */
bool takesPrepared(const Cohort &cohort, const ProgramLoss &loss)
{
    const KernelTuning tuning = KernelTuning::forDevice(device());
    const Folder folder;
    for (const EntryPoint entry : entryPoints(tuning))
        prepare(folder, networkSource(builtInActivations(), loss, tuning.mapping, entry), source, tuning.buildOptions());
    try {
        makeOpenClBackend(0, tuning, folder.path())->load(cohort);
    } catch (const BackendError &) {
        return true;
    }
    return false;
}

} // namespace

class TestPreparedPrograms : public QObject {
    Q_OBJECT

private slots:
    void aProgramIsFoundByItsSourceAndOptions();
    void damagedFilesAreLeftAlone_data();
    void damagedFilesAreLeftAlone();
    void aFolderThatCannotBeWrittenIsNamed();
    void builtInActivationsAreTrainedWithThePreparedProgram();
    void formulasAreBuiltAsEver();
};

void TestPreparedPrograms::aProgramIsFoundByItsSourceAndOptions()
{
    const Folder folder;
    QVERIFY(!isAtHand(folder, source));
    prepare(folder, source, source, "-DSIZE=1");
    QVERIFY(isAtHand(folder, source, "-DSIZE=1"));
    QVERIFY(!isAtHand(folder, source, "-DSIZE=2"));
    QVERIFY(!isAtHand(folder, otherSource, "-DSIZE=1"));

    ProgramCache cache(cl::Context(device()), device(), PreparedPrograms(folder.path()));
    QCOMPARE(cache.program(source, "-DSIZE=1").getInfo<CL_PROGRAM_KERNEL_NAMES>(), std::string("first"));
    QCOMPARE(cache.program(otherSource, "-DSIZE=1").getInfo<CL_PROGRAM_KERNEL_NAMES>(), std::string("second"));
    QVERIFY(cache.isAtHand(otherSource, "-DSIZE=1")); // built by now
}

void TestPreparedPrograms::damagedFilesAreLeftAlone_data()
{
    QTest::addColumn<qsizetype>("keep"); // bytes from the beginning, or all but so many
    QTest::addColumn<qsizetype>("change");
    QTest::newRow("empty") << qsizetype(0) << qsizetype(-1);
    QTest::newRow("cut in its first line") << qsizetype(25) << qsizetype(-1);
    QTest::newRow("cut in the key") << qsizetype(80) << qsizetype(-1);
    QTest::newRow("last byte lost") << qsizetype(-1) << qsizetype(-1);
    QTest::newRow("first byte changed") << qsizetype(1 << 30) << qsizetype(0);
    QTest::newRow("key changed") << qsizetype(1 << 30) << qsizetype(60);
    QTest::newRow("binary changed") << qsizetype(1 << 30) << qsizetype(2000);
}

void TestPreparedPrograms::damagedFilesAreLeftAlone()
{
    QFETCH(qsizetype, keep);
    QFETCH(qsizetype, change);
    const Folder folder;
    prepare(folder, source, source, "");
    QFile file(folder.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray contents = file.readAll();
    QVERIFY(contents.size() > 2000);
    file.close();
    contents.truncate(keep < 0 ? contents.size() + keep : keep);
    if (change >= 0)
        contents[change] = static_cast<char>(contents[change] ^ 1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
    file.close();
    QVERIFY(!isAtHand(folder, source));
}

void TestPreparedPrograms::aFolderThatCannotBeWrittenIsNamed()
{
    const Folder folder;
    prepare(folder, source, source, "");
    const std::filesystem::path notAFolder = folder.file().toStdString();
    cl::Program program(cl::Context(device()), source);
    program.build({device()});
    try {
        PreparedPrograms(notAFolder).add(device(), source, "", program);
        QFAIL("written");
    } catch (const std::runtime_error &error) {
        QVERIFY2(std::string(error.what()).find(notAFolder.string()) != std::string::npos, error.what());
    }
}

void TestPreparedPrograms::builtInActivationsAreTrainedWithThePreparedProgram()
{
    const Cohort cohort = makeCohort(defaultExperiment());
    QVERIFY(takesPrepared(cohort, ProgramLoss()));
    QVERIFY(!takesPrepared(cohort, ProgramLoss{Loss::MeanSquaredError}));
}

void TestPreparedPrograms::formulasAreBuiltAsEver()
{
    Experiment experiment = defaultExperiment();
    setActivations(experiment, std::vector{parseActivationSpec("relu"), parseActivationSpec("formula:x*sigmoid(x)")});
    QVERIFY(!takesPrepared(makeCohort(experiment), ProgramLoss()));
}

QTEST_GUILESS_MAIN(TestPreparedPrograms)
#include "tst_prepared_programs.moc"
