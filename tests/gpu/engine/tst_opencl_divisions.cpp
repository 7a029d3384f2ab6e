// A batch in shards, or a layer's units: a model becomes the same, bit for bit, alone and in company, whichever of the work-groups that share it is late and
// whichever does the work of others.
#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "core/training/experiment.h"
#include "gpu/engine/opencl_cohort.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/odd_cohorts.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <random>
#include <thread>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClDivisions : public QObject {
    Q_OBJECT

private slots:
    void sameBitsOnBusyCores_data();
    void sameBitsOnBusyCores();
    void sameBitsInAnyCompany_data();
    void sameBitsInAnyCompany();
    void sameBitsForEveryActivation();
    void sameBitsForVectorsOfAnyWidth_data();
    void sameBitsForVectorsOfAnyWidth();
    void sameBitsOnAnyNumberOfComputeUnits_data();
    void sameBitsOnAnyNumberOfComputeUnits();
    void sameBitsWhereverGradientsLie_data();
    void sameBitsWhereverGradientsLie();
    void sameBitsWhereWorkGroupsMeet_data();
    void sameBitsWhereWorkGroupsMeet();
    void sameBitsWhenWorkGroupsLeave_data();
    void sameBitsWhenWorkGroupsLeave();
};

namespace {

/** Threads that take the cores from others, now and then. */
class BusyCores {
public:
    BusyCores()
    {
        const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < 2 * cores; ++i)
            m_threads.emplace_back([this, i] { work(i); });
    }
    ~BusyCores() { m_ends = true; }
    BusyCores(const BusyCores &) = delete;
    BusyCores &operator=(const BusyCores &) = delete;

private:
    void work(unsigned seed) const
    {
        constexpr unsigned longest = 3000;
        std::mt19937 random(seed);
        const auto some = [&] { return std::chrono::microseconds(random() % longest); };
        while (!m_ends) {
            const auto end = std::chrono::steady_clock::now() + some();
            while (std::chrono::steady_clock::now() < end && !m_ends) {
            }
            std::this_thread::sleep_for(some());
        }
    }

    std::atomic<bool> m_ends = false;
    std::vector<std::jthread> m_threads; ///< the last member: ended first
};

/** Every method with all that a step may have, and moments that are kept in another unit. */
std::vector<OptimizerSettings> variousOptimizers()
{
    std::vector<OptimizerSettings> all;
    for (std::size_t method = 0; method < optimizerMethodCount(); ++method)
        all.push_back({.method = static_cast<OptimizerMethod>(method), .momentum = 0.9, .nesterov = true, .l1 = 1e-4, .l2 = 1e-3});
    all.push_back({.learningRate = 0.003});
    all.push_back({.epsilon = 1e-12});
    return all;
}

} // namespace

void TestOpenClDivisions::sameBitsOnBusyCores_data()
{
    QTest::addColumn<Divided>("divided");
    QTest::addColumn<int>("models");
    QTest::addColumn<int>("batchSize");
    for (const auto &[name, divided] : everythingDivided()) {
        QTest::addRow("%s, one model", name) << divided << 1 << 0;
        QTest::addRow("%s, more models than cores", name) << divided << 16 << 0;
        QTest::addRow("%s, two models", name) << divided << 2 << 0;
        QTest::addRow("%s, batches of 100 and a rest", name) << divided << 2 << 100;
    }
}

void TestOpenClDivisions::sameBitsOnBusyCores()
{
    if (tuningUnderTest().contracts)
        QSKIP("who comes first is no matter of roundings");
    QFETCH(Divided, divided);
    QFETCH(int, models);
    QFETCH(int, batchSize);
    const Cohort cohort = oddCohort(static_cast<std::size_t>(models), batchSize);
    const Trained expected = trained(*mappedBackend(divided), cohort);
    constexpr int runs = 3;
    for (int run = 0; run < runs; ++run) {
        const BusyCores busy;
        const Trained found = trained(*mappedBackend(divided), cohort);
        for (std::size_t m = 0; m < cohort.models.size(); ++m)
            QVERIFY(isSame(found, m, expected, m));
    }
}

void TestOpenClDivisions::sameBitsInAnyCompany_data()
{
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<std::optional<Divided>>("divided"); // or what the device makes of it
    QTest::addColumn<int>("batchSize");
    // The default network and data are what a class compares.
    const QList<int> large = {512, 512, 512, 512};
    QTest::newRow("the device's choice") << QList<int>{64, 64} << std::optional<Divided>() << 0;
    for (const auto &[name, divided] : everythingDivided()) {
        const QList<int> usual = divided == Divided::Units ? QList<int>{133, 70} : QList<int>{64, 64};
        QTest::addRow("%s", name) << usual << std::optional(divided) << 0;
        QTest::addRow("%s, batches of 100 and a rest", name) << usual << std::optional(divided) << 100;
        QTest::addRow("%s, odd widths", name) << QList<int>{65, 130, 3} << std::optional(divided) << 100;
        QTest::addRow("%s, one layer and three classes", name) << QList<int>{70} << std::optional(divided) << 100;
        QTest::addRow("%s, eight layers", name) << QList<int>{5, 80, 7, 64, 1, 9, 33, 12} << std::optional(divided) << 300;
    }
    if (mappingUnderTest == KernelMapping::Vectors) {
        QTest::newRow("a large network") << large << std::optional<Divided>() << 0;
        QTest::newRow("a large network, batches of 48") << large << std::optional<Divided>() << 48;
    }
}

void TestOpenClDivisions::sameBitsInAnyCompany()
{
    QFETCH(QList<int>, hidden);
    QFETCH(std::optional<Divided>, divided);
    QFETCH(int, batchSize);
    Experiment experiment = defaultExperiment();
    experiment.hidden = {hidden.begin(), hidden.end()};
    if (hidden == QList{512, 512, 512, 512})
        generated(experiment.data).samples = 400;
    if (hidden.size() == 1) {
        generated(experiment.data).kind = "blobs";
        generated(experiment.data).classes = 3;
    }
    experiment.batchSize = batchSize;
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("gelu"), parseActivationSpec("rrelu")});
    const unsigned units = describe(allOpenClDevices().at(0)).computeUnits;
    while (experiment.models.size() < units)
        experiment.models.push_back({.activations = {parseActivationSpec("relu")}});
    Cohort cohort = makeCohort(experiment);
    varyOptimizers(cohort);
    KernelTuning tuning = divided ? tuningFor(*divided) : tuningUnderTest();
    tuning.localFloats = std::min(tuning.localFloats, std::size_t{12288}); // a GPU's, often: hardly enough where something learns
    const auto backend = mappedBackend(tuning);
    const Trained together = trained(*backend, cohort);
    for (std::size_t m = 0; m < 3; ++m) {
        Cohort alone = cohort;
        alone.models = {cohort.models[m]};
        QVERIFY(isSame(trained(*backend, alone), 0, together, m));
    }
}

void TestOpenClDivisions::sameBitsForEveryActivation()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        QSKIP("units are not divided there, and PoCL takes minutes to build programs of all activations");
    std::vector<ActivationSpec> all;
    for (const Activation &activation : activations())
        all.push_back(parseActivationSpec(activation.id));
    const Cohort cohort = oddCohort(all, 100);
    const Trained alone = trained(*mappedBackend(Divided::Nothing), cohort), found = trained(*mappedBackend(Divided::Units), cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        QVERIFY2(isSame(found, m, alone, m), all[m].text.c_str());
}

void TestOpenClDivisions::sameBitsForVectorsOfAnyWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {4, 8, 16})
        QTest::addRow("%d", width) << width;
}

/** On a device of wider or narrower ones, too. */
void TestOpenClDivisions::sameBitsForVectorsOfAnyWidth()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        QSKIP("there are no vectors there");
    QFETCH(int, width);
    const Cohort cohort = oddCohort({parseActivationSpec("prelu"), parseActivationSpec("gelu"), parseActivationSpec("rrelu")}, 100);
    KernelTuning tuning = KernelTuning::forVectorWidth(width);
    tuning.hasPhaseBarrier = true;
    tuning.divisionFlops = std::numeric_limits<double>::infinity();
    const Trained alone = trained(*mappedBackend(tuning), cohort);
    tuning.divisionFlops = tuning.phaseFlops = 0;
    tuning.shardRows = 1000;
    const Trained found = trained(*mappedBackend(tuning), cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        QVERIFY2(isSame(found, m, alone, m), cohort.models[m].activations[0].text.c_str());
}

void TestOpenClDivisions::sameBitsOnAnyNumberOfComputeUnits_data()
{
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("models");
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<std::optional<Divided>>("divided"); // or what is made of the network and the batch
    const std::optional<Divided> chosen;
    QTest::newRow("the default network") << QList{64, 64} << 1 << 0 << chosen;
    if (mappingUnderTest == KernelMapping::Vectors) {
        QTest::newRow("the default network, three models") << QList{64, 64} << 3 << 0 << chosen;
        QTest::newRow("batches for two shards") << QList{64, 64} << 1 << 130 << chosen;
        QTest::newRow("batches too small for shards") << QList{64, 64} << 2 << 32 << chosen;
        QTest::newRow("large layers, of which units are divided") << QList{512, 512} << 1 << 160 << chosen;
        QTest::newRow("large layers and two models") << QList{300, 300} << 2 << 0 << chosen;
        QTest::newRow("one layer") << QList{500} << 1 << 0 << chosen;
    }
    for (const auto &[name, divided] : everythingDivided())
        QTest::addRow("%s", name) << QList{33, 17} << 2 << 100 << std::optional(divided);
}

void TestOpenClDivisions::sameBitsOnAnyNumberOfComputeUnits()
{
    QFETCH(QList<int>, hidden);
    QFETCH(int, models);
    QFETCH(int, batchSize);
    QFETCH(std::optional<Divided>, divided);
    Experiment experiment = defaultExperiment();
    experiment.hidden = {hidden.begin(), hidden.end()};
    experiment.batchSize = batchSize;
    setActivations(experiment, std::vector(static_cast<std::size_t>(models), parseActivationSpec("prelu")));
    Cohort cohort = makeCohort(experiment);
    varyOptimizers(cohort);
    KernelTuning tuning = divided ? tuningFor(*divided) : tuningUnderTest();
    std::optional<Trained> expected;
    for (const std::size_t units : {1, 2, 3, 8, 64}) {
        tuning.computeUnits = units;
        const Trained found = trained(*mappedBackend(tuning), cohort);
        if (!expected)
            expected = found;
        for (std::size_t m = 0; m < cohort.models.size(); ++m)
            QVERIFY2(isSame(found, m, *expected, m), qPrintable(QStringLiteral("model %1, %2 compute units").arg(m).arg(units)));
    }
}

void TestOpenClDivisions::sameBitsWhereverGradientsLie_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("kibibytes"); // of local memory
    QTest::newRow("one shard") << 2 << QList{64, 64} << 2 << 48 << 48;
    QTest::newRow("several, and a rest of few samples") << 2 << QList{33, 17} << 2 << 100 << 48;
    QTest::newRow("several, and five classes") << 2 << QList{33, 17} << 5 << 100 << 48;
    QTest::newRow("one layer of many inputs") << 30 << QList{40} << 2 << 100 << 48;
    QTest::newRow("one layer and three classes") << 64 << QList{64} << 3 << 0 << 48;
    QTest::newRow("no block") << 65 << QList{40} << 2 << 100 << 48;
    QTest::newRow("tiles too short for a gradient") << 2 << QList{64, 64} << 2 << 100 << 32;
    QTest::newRow("tiles too short for weights to stay") << 2 << QList{64, 64} << 2 << 48 << 24;
}

/** In the lanes mapping a block's may wait in local memory for a step that is taken where its weights are (kernels/lanes/block_step.cl);
 *  but not where its norm is asked for, here for a limit that no norm reaches, nor where work-groups share a model. And weights stay there
 *  from epoch to epoch, but not from launch to launch. */
void TestOpenClDivisions::sameBitsWhereverGradientsLie()
{
    QFETCH(int, inputs);
    QFETCH(QList<int>, hidden);
    QFETCH(int, outputs);
    QFETCH(int, batchSize);
    QFETCH(int, kibibytes);
    Cohort cohort = blobCohort({inputs, {hidden.begin(), hidden.end()}, outputs}, "prelu", 130, 37);
    cohort.batchSize = static_cast<std::size_t>(batchSize);
    cohort.models.resize(variousOptimizers().size(), cohort.models.front());
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        cohort.models[m].optimizer = variousOptimizers()[m];
    KernelTuning tuning = tuningFor(Divided::Batches);
    tuning.localFloats = std::min(tuning.localFloats, static_cast<std::size_t>(kibibytes) * 1024 / sizeof(float));
    tuning.computeUnits = 1;
    const std::vector<int> launches = {1, 4, 2}, single(7, 1);
    const Trained expected = trained(*mappedBackend(tuning), cohort, launches);
    const Trained inMany = trained(*mappedBackend(tuning), cohort, single);
    tuning.divisionFlops = 0; // two work-groups or more for each
    const Trained shared = trained(*mappedBackend(tuning), cohort, launches);
    tuning.divisionFlops = 1;
    for (ModelSetup &model : cohort.models)
        model.optimizer.clipNorm = 1e30;
    const Trained inMemory = trained(*mappedBackend(tuning), cohort, launches);
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        QVERIFY(!expected.models[m].divergedAt);
        QVERIFY2(isSame(inMany, m, expected, m), qPrintable(QStringLiteral("model %1, a launch for each epoch").arg(m)));
        QVERIFY2(isSame(shared, m, expected, m), qPrintable(QStringLiteral("model %1, several work-groups").arg(m)));
        QVERIFY2(isSame(inMemory, m, expected, m), qPrintable(QStringLiteral("model %1, all of the gradient in memory").arg(m)));
    }
}

void TestOpenClDivisions::sameBitsWhereWorkGroupsMeet_data()
{
    QTest::addColumn<std::size_t>("models");
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("polls");
    QTest::addColumn<std::optional<bool>>("meet");
    constexpr int some = 1000, endless = std::numeric_limits<int>::max();
    QTest::newRow("one model") << std::size_t{1} << 0 << endless << std::optional(true);
    QTest::newRow("batches of 100 and a rest") << std::size_t{1} << 100 << endless << std::optional(true);
    QTest::newRow("who gives up at once") << std::size_t{1} << 100 << 1 << std::optional(false);
    QTest::newRow("three models, for some of which there may be no room") << std::size_t{3} << 100 << some << std::optional<bool>();
}

/** In the lanes mapping, within a launch; and where they give up, it is done again without. Two of them run at a time on a processor of two cores or more. */
void TestOpenClDivisions::sameBitsWhereWorkGroupsMeet()
{
    if (mappingUnderTest == KernelMapping::Vectors)
        QSKIP("they go through phases there");
    const cl::Device device = allOpenClDevices().at(0);
    if (describe(device).computeUnits < 2)
        QSKIP("no two work-groups run at the same time here");
    QFETCH(std::size_t, models);
    QFETCH(int, batchSize);
    QFETCH(int, polls);
    QFETCH(std::optional<bool>, meet);
    const Cohort all = oddCohort(3, batchSize); // with all kinds of steps
    KernelTuning tuning = tuningFor(Divided::Batches);
    const cl::Context context(device);
    for (std::size_t first = 0; first + models <= all.models.size(); ++first) {
        Cohort cohort = all;
        cohort.models = {all.models.begin() + static_cast<std::ptrdiff_t>(first),
                         all.models.begin() + static_cast<std::ptrdiff_t>(first + models)};
        tuning.computeUnits = 1;
        tuning.meetingPolls = 0;
        const Trained expected = trained(*mappedBackend(tuning), cohort);
        tuning.computeUnits = 2 * models;
        tuning.workGroupFlops = 0;
        tuning.meetingPolls = polls;
        OpenClCohort meeting(cohort, context, device, tuning, std::make_shared<ProgramCache>(context, device, PreparedPrograms({})));
        const Trained found = trained(meeting, models);
        QVERIFY(!meet || meeting.tuning().groupsMeet() == *meet);
        for (std::size_t m = 0; m < models; ++m)
            QVERIFY2(isSame(found, m, expected, m), qPrintable(QStringLiteral("model %1").arg(first + m)));
    }
}

void TestOpenClDivisions::sameBitsWhenWorkGroupsLeave_data()
{
    QTest::addColumn<Divided>("divided");
    for (const auto &[name, divided] : everythingDivided())
        QTest::addRow("%s", name) << divided;
}

void TestOpenClDivisions::sameBitsWhenWorkGroupsLeave()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        QSKIP("work-groups do not wait for one another there");
    QFETCH(Divided, divided);
    KernelTuning tuning = tuningFor(divided);
    tuning.divisionFlops = 0;
    const Cohort cohort = oddCohort(3, 100);
    const Trained expected = trained(*mappedBackend(tuning), cohort);
    tuning.isImpatient = true;
    const Trained found = trained(*mappedBackend(tuning), cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        QVERIFY(isSame(found, m, expected, m));
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClDivisions)
#include "tst_opencl_divisions.moc"
