// Tests that run with each mapping of the kernels: the program's first argument names it, "vectors" (for a CPU) or "lanes" (for a GPU);
// "prepared" is vectors with the programs of all activations that the build prepared.
#pragma once

#include "gpu/device/opencl_device.h"
#include "gpu/engine/opencl_backend.h"
#include "gpu/engine/tuned_backend.h"

#include <QTest>

#include <filesystem>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace actiscope::test {

inline KernelMapping mappingUnderTest = KernelMapping::Vectors;
inline std::filesystem::path programsUnderTest;

/** A backend on the first device with the mapping under test. */
inline std::unique_ptr<Backend> mappedBackend()
{
    return makeOpenClBackend(0, mappingUnderTest, programsUnderTest);
}

/** What is divided among the work-groups of a model. */
enum class Divided { Nothing, Batches, Units };

/** The device's tuning for the mapping under test, with batches in as many shards as there can be; or in none, and units are divided (in the
 *  vector mapping). Only by work-groups that would be idle otherwise. */
inline KernelTuning tuningFor(Divided divided)
{
    constexpr int moreThanAnyBatch = 1 << 20;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0), mappingUnderTest);
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
    return makeOpenClBackend(0, tuning, programsUnderTest);
}

/** For data of tests: what can be divided in the mapping under test. */
inline std::vector<std::pair<const char *, Divided>> everythingDivided()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        return {{"batches", Divided::Batches}};
    return {{"batches", Divided::Batches}, {"units", Divided::Units}};
}

/** Takes the mapping from the arguments and runs the test with the others. */
template <class Test>
int runMapped(int argc, char **argv)
{
    const std::string_view mapping = argc > 1 ? argv[1] : "";
    if (mapping != "vectors" && mapping != "lanes" && mapping != "prepared") {
        qCritical("the first argument has to be vectors, lanes or prepared");
        return 2;
    }
    if (mapping == "prepared") {
        programsUnderTest = ACTISCOPE_PROGRAMS;
        if (!std::filesystem::exists(programsUnderTest / "prepared")) {
            qCritical("no programs are prepared in " ACTISCOPE_PROGRAMS "; build the target actiscope_programs");
            return 2;
        }
    }
    mappingUnderTest = mapping == "lanes" ? KernelMapping::Lanes : KernelMapping::Vectors;
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
