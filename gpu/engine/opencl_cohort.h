// A cohort on an OpenCL device: its buffers and the launches that train, measure and predict. Models share a program, a queue and a
// launch; where their activations are too many for one program, the others run beside them on another queue.
#pragma once

#include "core/engine/backend.h"
#include "core/engine/batch_order.h"
#include "gpu/device/program_cache.h"
#include "gpu/engine/memory_layout.h"

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
                 ProgramCache &programs);

    /** Beside this one, and usable on another thread: its programs and its data, but memory for one model, which show() fills. */
    std::unique_ptr<OpenClCohort> scratch() const;
    /** In a cohort that scratch() made: its only model becomes this one of the cohort, as it is at that moment. */
    void show(std::size_t model, const TrainingState &moment);

    std::vector<ModelReport> advance(int epochs);
    std::vector<EpochFigures> evaluate();
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
        std::int32_t plan = 0; ///< of the group's
        std::optional<std::int64_t> divergedAt;
    };
    /** Memory on the device for something that there are several of. */
    struct Pool {
        cl::Buffer memory;
        std::size_t count = 0;
    };
    /** Models that share a program. */
    struct Group {
        std::vector<const Activation *> activations;            ///< of the program
        std::vector<std::vector<const Activation *>> sequences; ///< of the hidden layers, one for each plan
        std::vector<PlanLayout> plans;
        cl::CommandQueue queue;
        cl::Kernel train;
        cl::Kernel predict;
        cl::Kernel trainShares;
        cl::Kernel finishStep; ///< where shares do not meet
        cl::Buffer planBuffer;
        cl::Buffer slots;      ///< the models of the next launches, each with the number of its plan
        Pool workers;          ///< memory of work-groups that run at the same time
        std::size_t lanes = 1; ///< work-items in a work-group
    };
    /** Points on the device, padded with zeros to whole tiles. */
    struct Points {
        cl::Buffer coordinates;
        cl::Buffer labels;
        cl::Buffer values; ///< targets of regression, [outputs][padded count]
    };
    /** Of predictions; kept from one to the next, since a boundary is asked for many times a second. */
    struct Questions {
        cl::Buffer points;
        cl::Buffer answers; ///< [outputs][padded count]
        std::size_t pointBytes = 0;
        std::size_t answerBytes = 0;
    };
    /** How many work-groups train one model together, in how many shares a batch lies before them, and into how many parts a phase of their
     *  work is cut: as many as shares, or more where they share units. */
    struct Split {
        std::size_t workGroups = 1;
        std::size_t shares = 1;
        std::size_t parts = 1;
    };
    struct Launch {
        int epochs = 1;
        bool update = true;
    };
    /** Where launches leave what they found: figures[model][epoch] as in kernels/train/network_train.cl, rows[model]. */
    struct Results {
        cl::Buffer figures;
        cl::Buffer rows;
    };
    struct Outcome {
        std::vector<cl_float4> figures;
        std::vector<std::int32_t> rows;
    };

    OpenClCohort(const OpenClCohort &) = default;

    void setUpGroups(const Cohort &cohort, ProgramCache &programs);
    void assignModel(const ModelSetup &setup);
    std::size_t mostBufferBytes() const;
    void requireMemory(std::size_t bytes) const;
    void setUpModels();
    void setUpOrders();
    Split chooseSplit() const;
    std::size_t computeUnits() const;
    std::size_t sharesOfBatch() const;
    double flopsOfStep() const;
    double flopsOfSample() const;
    std::size_t panels() const;
    bool paysToShareUnits(std::size_t shares) const;
    Points upload(const LabelledPoints &points, std::size_t padded) const;
    std::int32_t batchesAnEpoch() const { return (m_layout.plan.trainCount + m_layout.plan.batchSize - 1) / m_layout.plan.batchSize; }
    int epochsAtOnce(int epochs) const;
    void advanceAtOnce(int epochs, std::vector<ModelReport> &reports);
    Outcome run(const Launch &launch);
    void uploadOrders(int epochs);
    void uploadOptimizers(int epochs);
    std::vector<cl_int2> activeSlots(std::size_t group, bool update) const;
    void buildKernels(Group &group, const std::string &source, ProgramCache &programs) const;
    void need(Pool &pool, std::size_t count, std::size_t floatsEach);
    template <class... Values>
    void enqueue(const Group &group, cl::Kernel &kernel, std::size_t workGroups, const Values &...values) const;
    void enqueueTraining(Group &group, std::size_t models, const Launch &launch, const Results &results);
    void enqueueSplitTraining(Group &group, std::size_t models, const Launch &launch, const Results &results);
    void needQuestions(std::size_t pointBytes, std::size_t answerBytes);
    void enqueuePrediction(std::size_t model, const cl::Buffer &points, const cl::Buffer &answers, std::size_t count, std::size_t padded);
    EpochFigures figuresOf(const cl_float4 &figures) const;
    std::vector<float> readModel(std::size_t model, std::size_t floats) const;
    void writeModel(std::size_t slot, const ModelState &state);

    cl::Context m_context;
    cl::Device m_device;
    KernelTuning m_tuning;
    MemoryLayout m_layout;
    bool m_hasLabels;
    double m_divergedLoss;
    std::vector<Model> m_models;
    std::vector<Model> m_shown; ///< of a scratch: all that may be the one in m_models
    std::vector<Group> m_groups;
    Split m_split;
    std::int64_t m_epoch = 0;
    Points m_train;
    Points m_test;
    Questions m_questions;
    cl::Buffer m_memory; ///< of all models, one after the other
    cl::Buffer m_seeds;
    cl::Buffer m_lastAlive;
    cl::Buffer m_optimizers;
    cl::Buffer m_corrections;
    std::vector<BatchOrder> m_batchOrders; ///< one for each seed
    cl::Buffer m_orders;
    cl::Buffer m_shuffles; ///< which order a model takes
    std::size_t m_orderStride = 0;
};

} // namespace actiscope
