// Tests that run with each mapping of the kernels: the program's first argument names it, "vectors" (for a CPU) or "lanes" (for a GPU);
// "prepared" is vectors with the programs of all activations that the build prepared. After a colon comes what is pretended of the device,
// "lanes:local=32K,group=64": so much local memory and so many work-items in a group at most, where the device has more; "contract": it makes
// one rounding of a product and a sum wherever it can, as some compilers do; "tensor": it has tensor cores, which are emulated where it has none. Without that
// word no test uses any.
#pragma once

#include "gpu/device/opencl_device.h"
#include "gpu/device/tensor_cores.h"
#include "gpu/engine/opencl_backend.h"
#include "gpu/engine/tuned_backend.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope::test {

inline KernelMapping mappingUnderTest = KernelMapping::Vectors;
inline std::filesystem::path programsUnderTest;

/** What the device under test says that it is like, at most. */
struct Pretence {
    std::optional<std::size_t> localBytes;
    std::optional<std::size_t> groupItems;
    bool contracts = false;
    bool hasTensorCores = false;

    bool isLimit() const { return localBytes || groupItems; }
};
inline Pretence pretence;

/** Local memory of the device under test in floats. */
inline std::size_t localFloatsUnderTest()
{
    const std::size_t there = allOpenClDevices().at(0).getInfo<CL_DEVICE_LOCAL_MEM_SIZE>();
    return std::min(there, pretence.localBytes.value_or(there)) / sizeof(float);
}

/** The device's tuning for the mapping under test, within what is pretended. */
inline KernelTuning tuningUnderTest()
{
    const cl::Device device = allOpenClDevices().at(0);
    KernelTuning tuning = KernelTuning::forDevice(device, KernelChoice(mappingUnderTest, false));
    if (mappingUnderTest == KernelMapping::Lanes && pretence.isLimit()) {
        const bool callsFunctions = tuning.callsFunctions;
        tuning = KernelTuning::forLanes(pretence.groupItems ? std::min(device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>(), *pretence.groupItems)
                                                            : static_cast<std::size_t>(tuning.lanes),
                                        localFloatsUnderTest());
        tuning.callsFunctions = callsFunctions;
    }
    if (pretence.hasTensorCores)
        tuning = tuning.withTensorCores(haveTensorCores(device) ? TensorCores::Used : TensorCores::Emulated);
    tuning.contracts = pretence.contracts;
    // Lanes on a processor are for these tests alone, most of whose time goes by while they are built; but not where tensor cores are emulated. What contracts
    // is optimised, and so is small_run's.
    tuning.isOptimized = mappingUnderTest == KernelMapping::Vectors || tuning.contracts || pretence.hasTensorCores || !tuning.callsFunctions;
    return tuning;
}

/** Whether everything takes some times as long as on a device: rows that are many are fewer then. */
inline bool emulatesTensorCores()
{
    return tuningUnderTest().tensorCores == TensorCores::Emulated;
}

/** A backend on the first device with this tuning; programs that are prepared for it are taken where the way says so. */
inline std::unique_ptr<Backend> mappedBackend(const KernelTuning &tuning)
{
    return makeOpenClBackend(0, tuning, programsUnderTest);
}

/** The same with the mapping under test. */
inline std::unique_ptr<Backend> mappedBackend()
{
    return mappedBackend(tuningUnderTest());
}

/** What is divided among the work-groups of a model. */
enum class Divided { Nothing, Batches, Units };

/** The device's tuning for the mapping under test, with batches in as many shards as there can be; or in none, and units are divided (in the
 *  vector mapping). Only by work-groups that would be idle otherwise. */
inline KernelTuning tuningFor(Divided divided)
{
    constexpr int moreThanAnyBatch = 1 << 20;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    KernelTuning tuning = tuningUnderTest();
    tuning.divisionFlops = divided == Divided::Nothing ? infinity : 1;
    tuning.shardFlops = 1;
    tuning.shardRows = divided == Divided::Units ? moreThanAnyBatch : 8;
    tuning.phaseFlops = divided == Divided::Units ? 0 : infinity;
    tuning.longPhaseFlops = infinity;
    return tuning;
}

/** The same, but several work-groups train every model. */
inline std::unique_ptr<Backend> mappedBackend(Divided divided)
{
    KernelTuning tuning = tuningFor(divided);
    if (divided != Divided::Nothing)
        tuning.divisionFlops = 0;
    return mappedBackend(tuning);
}

/** For data of tests: what can be divided in the mapping under test. */
inline std::vector<std::pair<const char *, Divided>> everythingDivided()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        return {{"batches", Divided::Batches}};
    return {{"batches", Divided::Batches}, {"units", Divided::Units}};
}

/** Takes what follows the mapping's colon; false where it is not understood. */
inline bool pretend(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(?:(local)=(\\d+)K|(group)=(\\d+)|(contract)|tensor)$"));
    for (const QString &each : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = form.match(each);
        if (!match.hasMatch())
            return false;
        if (!match.captured(1).isEmpty())
            pretence.localBytes = match.captured(2).toULongLong() * 1024;
        else if (!match.captured(3).isEmpty())
            pretence.groupItems = match.captured(4).toULongLong();
        else if (!match.captured(5).isEmpty())
            pretence.contracts = true;
        else
            pretence.hasTensorCores = true;
    }
    return true;
}

/** Takes the way from the arguments and runs the test with the others. */
template <class Test>
int runMapped(int argc, char **argv)
{
    const QString way = QString::fromLocal8Bit(argc > 1 ? argv[1] : ""), mapping = way.section(QLatin1Char(':'), 0, 0);
    const bool isKnown = mapping == QLatin1String("vectors") || mapping == QLatin1String("lanes") || mapping == QLatin1String("prepared");
    if (!isKnown || !pretend(way.section(QLatin1Char(':'), 1))) {
        qCritical("the first argument has to be vectors, lanes or prepared, perhaps followed by :local=32K,group=64,contract,tensor");
        return 2;
    }
    if (mapping == QLatin1String("prepared")) {
        programsUnderTest = ACTISCOPE_PROGRAMS;
        if (!std::filesystem::exists(programsUnderTest / "prepared")) {
            qCritical("no programs are prepared in " ACTISCOPE_PROGRAMS "; build the target actiscope_programs");
            return 2;
        }
    }
    mappingUnderTest = mapping == QLatin1String("lanes") ? KernelMapping::Lanes : KernelMapping::Vectors;
    argv[1] = argv[0];
    QCoreApplication app(--argc, ++argv);
    Test test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

} // namespace actiscope::test

#define ACTISCOPE_MAPPED_TEST_MAIN(Test)                                                                                                   \
    int main(int argc, char **argv)                                                                                                        \
    {                                                                                                                                      \
        return actiscope::test::runMapped<Test>(argc, argv);                                                                               \
    }
