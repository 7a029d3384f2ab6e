// Tests that run with each mapping of the kernels: the program's first argument names it, "vectors" (for a CPU) or "lanes" (for a GPU);
// "prepared" is vectors with the programs of all activations that the build prepared.
#pragma once

#include "gpu/opencl_backend.h"
#include "gpu/opencl_device.h"

#include <QTest>

#include <filesystem>
#include <limits>
#include <memory>
#include <string_view>

namespace actiscope::test {

inline KernelMapping mappingUnderTest = KernelMapping::Vectors;
inline std::filesystem::path programsUnderTest;

/** A backend on the first device with the mapping under test. */
inline std::unique_ptr<Backend> mappedBackend()
{
    return makeOpenClBackend(0, mappingUnderTest, programsUnderTest);
}

/** The device's tuning for the mapping under test, with batches in as many shares as there can be. */
inline KernelTuning tuningForShares()
{
    KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0), mappingUnderTest);
    tuning.splitFlops = 1;
    tuning.shareFlops = 1;
    tuning.shareRows = 8;
    return tuning;
}

/** The same; work-groups share every model, in as many shares as there can be, or there are none. */
inline std::unique_ptr<Backend> mappedBackend(bool isShared)
{
    KernelTuning tuning = tuningForShares();
    tuning.splitFlops = isShared ? 0 : std::numeric_limits<double>::infinity();
    return makeOpenClBackend(0, tuning, programsUnderTest);
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

#define ACTISCOPE_MAPPED_TEST_MAIN(Test)                   \
    int main(int argc, char **argv)                        \
    {                                                      \
        return actiscope::test::runMapped<Test>(argc, argv); \
    }
