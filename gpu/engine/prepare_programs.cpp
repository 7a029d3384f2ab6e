// actiscope_prepare_programs FOLDER: builds the OpenCL programs of all built-in activations for the CPU devices of this machine and keeps
// them in FOLDER, for makeOpenClBackend(). What is there already is not built again; other programs there are removed. Run by the build
// (ACTISCOPE_PREPARE_PROGRAMS).
//
// A cohort is trained by one program that holds its activations. PoCL takes two to three seconds for that of a pair, longer than for
// anything else that a first run waits for; the one that holds all of them takes half a minute, and serves every cohort of built-in ones.
#include "core/activations/builtin_activations.h"
#include "core/engine/initialization.h"
#include "core/engine/loss.h"
#include "gpu/device/prepared_programs.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/kernel_trial.h"
#include "gpu/engine/tuned_backend.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

using namespace actiscope;

namespace {

/** A folder for what is not finished and for the driver's own cache (hence made before the driver is asked anything), gone at the end. */
class ScratchFolder {
public:
    ScratchFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "actiscope_programs_XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::filesystem::filesystem_error("cannot be made", name, std::make_error_code(std::errc::io_error));
        m_path = name;
        setenv("POCL_CACHE_DIR", m_path.c_str(), 1);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

ActivationSpec anyActivation()
{
    const Activation &first = activations().front();
    return {&first, first.defaultParameters(), first.id};
}

std::string nameOf(const ProgramLoss &loss)
{
    return std::string(lossName(loss.loss)) + (loss.hasTargetValues ? " of values" : "");
}

/** As small as all kernels can be run with. */
Cohort smallCohort(const ProgramLoss &loss)
{
    Cohort cohort;
    cohort.shape = {2, {8, 8}, loss.hasTargetValues ? 1 : 2}; // one layer would have no units to divide
    cohort.data = pointsToTry(loss.hasTargetValues, cohort.shape);
    cohort.loss = loss.loss;
    ModelSetup &model = cohort.models.emplace_back();
    model.activations = {anyActivation()};
    model.initial = initialParameters(cohort.shape, 0, model.activations.front().parameters);
    return cohort;
}

class Workshop {
public:
    Workshop(std::size_t index, const cl::Device &device, std::filesystem::path folder, std::filesystem::path scratch)
        : m_index(index), m_device(device), m_tuning(KernelTuning::forDevice(device)), m_folder(std::move(folder)),
          m_scratch(std::move(scratch))
    {
    }

    /** Builds the program, has `run` call its kernels with what is in the folder that it is given, and keeps all of it. */
    template <class Run>
    void prepare(const std::string &name, const std::string &source, Run &&run)
    {
        const PreparedPrograms finished(m_folder);
        m_current.insert(finished.file(m_device, source, m_tuning.buildOptions()));
        if (!finished.binary(m_device, source, m_tuning.buildOptions()).empty())
            return;
        PreparedPrograms(m_scratch).add(m_device, source, m_tuning.buildOptions(), built(source));
        run(m_scratch);
        finished.add(m_device, source, m_tuning.buildOptions(), built(source)); // from the driver's cache, which has the kernels now
        std::printf("%s: prepared %s\n", m_device.getInfo<CL_DEVICE_NAME>().c_str(), name.c_str());
    }

    /** Returns the files of its programs. */
    std::set<std::filesystem::path> prepareAll()
    {
        const std::vector<const Activation *> all = builtInActivations();
        for (const ProgramLoss &loss : programLosses()) {
            if (!loss.isSingleLogit) // no experiment has that
                prepare(nameOf(loss), networkSource(all, loss, m_tuning.mapping),
                        [&](const std::filesystem::path &programs) { runEveryKernel(m_index, m_tuning, smallCohort(loss), programs); });
        }
        prepare("activations alone", evaluationSource(all, m_tuning.mapping), [&](const std::filesystem::path &programs) {
            makeOpenClBackend(m_index, m_tuning, programs)->evaluateActivation(anyActivation(), std::array{0.0});
        });
        return m_current;
    }

private:
    cl::Program built(const std::string &source) const
    {
        cl::Program program(cl::Context(m_device), source);
        program.build({m_device}, m_tuning.buildOptions().c_str());
        return program;
    }

    std::size_t m_index;
    cl::Device m_device;
    KernelTuning m_tuning;
    std::filesystem::path m_folder;
    std::filesystem::path m_scratch;
    std::set<std::filesystem::path> m_current;
};

void prepareDevices(const std::filesystem::path &folder)
{
    const ScratchFolder scratch;
    const std::vector<cl::Device> devices = allOpenClDevices();
    std::set<std::filesystem::path> current;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (describe(devices[i]).mapping == KernelMapping::Vectors) // a GPU's driver builds quickly, and keeps what it built
            current.merge(Workshop(i, devices[i], folder, scratch.path()).prepareAll());
    }
    std::filesystem::create_directories(folder); // also where nothing was prepared
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".program" && !current.contains(entry.path()))
            std::filesystem::remove(entry.path());
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "one argument is accepted, the folder that programs are kept in\n");
        return 2;
    }
    try {
        guarded([&] { prepareDevices(argv[1]); });
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
