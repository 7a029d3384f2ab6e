// A cohort on an OpenCL device: its buffers (opencl_cohort_setup.cpp) and the launches that train, measure (opencl_cohort_launch.cpp) and predict. Models
// share programs, a queue and a launch; where their activations are too many for one program, the others run beside them on another queue.
#pragma once

#include "core/engine/backend.h"
#include "core/engine/batch_order.h"
#include "core/engine/tells_progress.h"
#include "gpu/device/program_cache.h"
#include "gpu/engine/entry_point.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/work_division.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

class OpenClCohort {
public:
    /** Throws cl::Error, BackendError for a program that does not build, or ConfigurationError for a cohort that validate() refuses. */
    OpenClCohort(const Cohort &cohort, const cl::Context &context, const cl::Device &device, const KernelTuning &tuning,
                 std::shared_ptr<ProgramCache> programs);

    /** How its kernels are cut. */
    const KernelTuning &tuning() const { return m_tuning; }
    /** Builds what trains this cohort, instead of when it is first used. */
    void makeReadyToTrain();

    /** Beside this one, and usable on another thread: its programs and its data, but memory for one model, which show() fills. */
    std::unique_ptr<OpenClCohort> scratch() const;
    /** In a cohort that scratch() made: its only model becomes this one of the cohort, as it is at that moment. */
    void show(std::size_t model, const TrainingState &moment);

    std::vector<ModelReport> advance(int epochs);
    void tellProgress(ProgressListener listener) { m_listener = std::move(listener); }
    /** What advance() and evaluate() ask from now on: some times a second on a processor; elsewhere between launches, since nothing can be told to one that
     *  runs. */
    void leaveWhen(StopWish wish) { m_wish = std::move(wish); }
    std::vector<EpochFigures> evaluate(MeasuredSets sets);
    std::vector<float> predict(std::size_t model, std::span<const float> points);
    ModelParameters parameters(std::size_t model);
    TrainingState state();
    void restore(const TrainingState &state);
    void setOptimizer(std::size_t model, const OptimizerSettings &settings);
    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters);
    std::vector<std::int64_t> lastAlive(std::size_t model);

private:
    struct Model {
        ModelSetup setup; ///< its initial weights are dropped; the activations' parameters stay as they were last set
        std::size_t group = 0;
        std::int32_t plan = 0;  ///< of the group's
        std::int32_t order = 0; ///< of m_batchOrders: models with one seed have one order
        std::optional<std::int64_t> divergedAt;
    };
    /** Memory on the device for something that there are several of. */
    struct Pool {
        cl::Buffer memory;
        std::size_t count = 0;
    };
    /** The kernels of an entry point, and how many work-items their groups have. */
    struct LoadedEntry {
        std::vector<cl::Kernel> kernels;
        std::size_t lanes = 1;
    };
    /** Models that share programs. */
    struct Group {
        std::vector<const Activation *> activations;            ///< of the programs
        std::vector<std::vector<const Activation *>> sequences; ///< of the hidden layers, one for each plan
        std::vector<kernels::Plan> plans;
        cl::CommandQueue queue;
        std::map<EntryPoint, LoadedEntry> entries; ///< made when they are first used
        cl::Buffer planBuffer;
        cl::Buffer testPlanBuffer; ///< of testPlan()s
        Pool workers; ///< memory of work-groups that run at the same time
    };
    /** Of predictions; kept from one to the next, since a boundary is asked for many times a second. */
    struct PredictionBuffers {
        cl::Buffer points;
        cl::Buffer answers; ///< [outputs][padded count]
        std::size_t pointBytes = 0;
        std::size_t answerBytes = 0;
    };
    /** What is asked of the models: epochs of training, or without `update` figures as they are. */
    struct Task {
        int epochs = 1;
        bool update = true;
        bool isOfTestSet = false; ///< without update: of that alone
        int parts = 0;            ///< of an epoch of training

        std::size_t rows() const { return static_cast<std::size_t>(parts) + 1; }
    };
    /** What an advance() that is left goes back to: copies on the device, and what goes on from epoch to epoch beside it. */
    struct Standing {
        cl::Buffer memory = {};
        cl::Buffer lastAlive = {};
        std::int64_t epoch = 0;
        std::vector<BatchOrder> orders = {};
        std::vector<std::optional<std::int64_t>> divergedAt = {};
    };
    /** Copies on the device of what a launch changes whose work-groups may give up. */
    struct BeforeMeeting {
        cl::Buffer memory = {};
        cl::Buffer lastAlive = {};
    };
    /** Where launches leave what they found: figures[model][epoch][rows], progress[model]. */
    struct Results {
        cl::Buffer figures;
        cl::Buffer progress;
        bool isOfTestSet = false;
    };
    struct Outcome {
        std::vector<kernels::Figures> figures;
        std::vector<kernels::Progress> progress;
    };

    OpenClCohort(const OpenClCohort &) = default;

    void setUpGroups(const Cohort &cohort);
    bool isPrepared(std::span<const Activation *const> activations) const;
    void assignModel(const ModelSetup &setup);
    std::size_t maxBufferBytes() const;
    void requireMemory(std::size_t bytes) const;
    void setUpPhases();
    static kernels::Plan testPlan(kernels::Plan plan);
    static std::size_t kindOf(const Task &task);
    void setUpModels();
    void setUpOrders();
    std::size_t computeUnits() const;
    cl::Buffer upload(const LabelledPoints &points, const kernels::SampleSet &set) const;
    std::int32_t batchesAnEpoch() const { return (m_layout.plan.train.count + m_layout.plan.batchSize - 1) / m_layout.plan.batchSize; }
    int epochsAtOnce(int epochs) const;
    int partsOfEpochs() const;
    void advanceAtOnce(int epochs, std::vector<ModelReport> &reports);
    void report(std::size_t model, const Task &task, const Outcome &outcome, ModelReport &report) const;
    std::vector<PartFigures> partsOf(std::span<const kernels::Figures> sums) const;
    Standing standing() const;
    void goBackTo(const Standing &before);
    void copy(const cl::Buffer &from, const cl::Buffer &to) const;
    Outcome run(const Task &task);
    std::optional<Outcome> runOnce(const Task &task);
    void keepForMeeting();
    void doWithoutMeetings(const Task &task);
    bool isTold(const Task &task) const;
    bool follow(std::span<kernels::Progress> watched, std::span<const kernels::Figures> figures, const Task &task) const;
    void tell(std::span<const kernels::Progress> watched, std::span<const kernels::Figures> figures, const Task &task) const;
    void uploadOrders(int epochs);
    void uploadOptimizers(int epochs);
    std::vector<kernels::ModelEntry> activeModels(std::size_t group, bool update) const;
    LoadedEntry &entryOf(Group &group, EntryPoint entry) const;
    LoadedEntry loaded(const Group &group, EntryPoint entry) const;
    EntryPoint trainingEntry() const { return entryOfDivision(m_division.division); }
    void need(Pool &pool, std::size_t count, std::size_t floatsEach);
    template <class... Values>
    void enqueue(Group &group, EntryPoint entry, std::size_t kernel, std::size_t workGroups, const Values &...values) const;
    template <class... Values>
    void enqueueStep(Group &group, std::size_t kernel, std::size_t workGroups, const kernels::Launch &launch, const cl::Buffer &entries,
                     const Results &results, const Values &...values) const;
    template <class... Values>
    void enqueueTraining(Group &group, std::size_t workGroups, const kernels::Launch &launch, const cl::Buffer &entries,
                         const Results &results, const Values &...values) const;
    kernels::Launch launchOf(const Task &task) const;
    void trainWhole(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results);
    void trainInPhases(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results);
    cl::Buffer trainMeeting(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results);
    void trainStepByStep(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results);
    void needPredictionBuffers(std::size_t pointBytes, std::size_t answerBytes);
    void enqueuePrediction(std::size_t model, std::size_t count, std::size_t padded);
    EpochFigures figuresOf(const kernels::Figures &figures) const;
    std::vector<float> readModel(std::size_t model, std::size_t floats) const;
    void writeModel(std::size_t slot, const ModelState &state);

    cl::Context m_context;
    cl::Device m_device;
    KernelTuning m_tuning;
    std::shared_ptr<ProgramCache> m_programs;
    ProgramLoss m_loss;
    MemoryLayout m_layout;
    bool m_hasLabels;
    Cohort m_batching; ///< how an epoch is divided: no models
    double m_divergedLoss;
    std::vector<Model> m_models;
    std::vector<Model> m_shown; ///< of a scratch: all that may be the one in m_models
    std::vector<Group> m_groups;
    WorkDivision m_division;
    std::int64_t m_epoch = 0;
    cl::Buffer m_trainSet;
    cl::Buffer m_testSet;
    PredictionBuffers m_prediction;
    cl::Buffer m_memory; ///< of all models, one after the other
    cl::Buffer m_lastAlive;
    BeforeMeeting m_beforeMeeting;
    std::vector<kernels::Optimizer> m_optimizers; ///< one for each model
    cl::Buffer m_corrections;
    std::array<cl::Buffer, 3> m_phases; ///< of an epoch of each kindOf() task
    std::array<int, 3> m_phaseCounts = {};
    std::vector<BatchOrder> m_batchOrders; ///< one for each seed
    cl::Buffer m_orders;
    std::size_t m_orderStride = 0;
    ProgressListener m_listener;
    StopWish m_wish;
};

} // namespace actiscope
