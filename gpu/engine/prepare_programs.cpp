// actiscope_prepare_programs FOLDER: builds the OpenCL programs of all built-in activations for the CPU devices of this machine and keeps
// them in FOLDER, for makeOpenClBackend(). What is there already is not built again; other programs there are removed. Run by the build
// (ACTISCOPE_PREPARE_PROGRAMS).
//
// A cohort is trained by one program that holds its activations. PoCL takes a second or two for that of a pair, longer than for
// anything else that a first run waits for; the one that holds all of them takes many times that, and serves every cohort of built-in ones.
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
#include <map>
#include <set>
#include <span>
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

    /** Returns the files of its programs. */
    std::set<std::filesystem::path> prepareAll()
    {
        const std::vector<const Activation *> all = builtInActivations();
        for (const ProgramLoss &loss : programLosses()) {
            if (!loss.isSingleLogit) // no experiment has that
                prepareNetworks(all, loss);
        }
        const std::string alone = evaluationSource(all, m_tuning.mapping);
        if (isMissing(alone)) {
            beginWith(alone);
            makeOpenClBackend(m_index, m_tuning, m_scratch)->evaluateActivation(anyActivation(), std::array{0.0});
            finish(alone, "activations alone");
        }
        return m_current;
    }

private:
    /** All entry points are there before one is called: a backend takes the programs of all activations only together. */
    void prepareNetworks(std::span<const Activation *const> all, const ProgramLoss &loss)
    {
        std::map<EntryPoint, std::string> sources;
        std::vector<EntryPoint> missing;
        for (const EntryPoint entry : entryPoints(m_tuning)) {
            sources[entry] = networkSource(all, loss, m_tuning.mapping, entry);
            if (isMissing(sources[entry]))
                missing.push_back(entry);
        }
        for (const auto &[entry, source] : sources) {
            if (!missing.empty())
                beginWith(source);
        }
        for (const EntryPoint entry : missing) {
            runEntryPoint(m_index, m_tuning, entry, smallCohort(loss), m_scratch);
            finish(sources[entry], nameOf(loss) + ", " + entryName(entry));
        }
    }

    /** Also notes that it is wanted. */
    bool isMissing(const std::string &source)
    {
        const PreparedPrograms finished(m_folder);
        m_current.insert(finished.file(m_device, source, m_tuning.buildOptions()));
        return finished.binary(m_device, source, m_tuning.buildOptions()).empty();
    }

    /** Puts the program where it can be called from. */
    void beginWith(const std::string &source) const
    {
        const PreparedPrograms begun(m_scratch);
        if (begun.binary(m_device, source, m_tuning.buildOptions()).empty())
            begun.add(m_device, source, m_tuning.buildOptions(), built(source));
    }

    /** Keeps it, with its kernels as they were called: the driver's cache has them now. */
    void finish(const std::string &source, const std::string &name) const
    {
        PreparedPrograms(m_folder).add(m_device, source, m_tuning.buildOptions(), built(source));
        std::printf("%s: prepared %s\n", m_device.getInfo<CL_DEVICE_NAME>().c_str(), name.c_str());
    }

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
