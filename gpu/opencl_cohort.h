// A cohort on an OpenCL device: its buffers and the launches that train, measure and predict. Models of one activation share
// a program, a queue and a launch; those of different activations run side by side, each on its queue.
#pragma once

#include "core/backend.h"
#include "gpu/memory_layout.h"
#include "gpu/program_cache.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

class OpenClCohort {
public:
    /** Throws cl::Error, or BackendError for a program that does not build. */
    OpenClCohort(const Cohort &cohort, const cl::Context &context, const cl::Device &device, const KernelTuning &tuning,
                 ProgramCache &programs);

    std::vector<ModelReport> advance(int epochs);
    std::vector<EpochFigures> evaluate();
    std::vector<float> predict(std::size_t model, std::span<const float> points);
    ModelParameters parameters(std::size_t model);
    void setLearningRate(std::size_t model, double learningRate) { m_models[model].setup.learningRate = learningRate; }

private:
    struct Model {
        ModelSetup setup;
        std::size_t group = 0;
        std::optional<std::int64_t> divergedAt;
    };
    /** The models of one activation. */
    struct Group {
        const Activation *activation = nullptr;
        cl::CommandQueue queue;
        cl::Kernel train;
        cl::Kernel predict;
        cl::Buffer slots; ///< the models of the next launch
    };
    /** Points and labels on the device. */
    struct Points {
        cl::Buffer coordinates; ///< padded with zeros to whole tiles
        cl::Buffer labels;
    };
    struct Launch {
        int epochs = 1;
        bool update = true;
    };
    /** What a launch leaves: figures[model][epoch] as in kernels/network_train.cl, and rows[model]. */
    struct Outcome {
        std::vector<cl_float4> figures;
        std::vector<std::int32_t> rows;
    };

    void setUpGroups(const Cohort &cohort, ProgramCache &programs);
    void setUpModels();
    Points upload(const LabelledPoints &points);
    Outcome run(const Launch &launch);
    void uploadSteps(int epochs);
    bool enqueue(Group &group, std::size_t index, const Launch &launch, const cl::Buffer &figures, const cl::Buffer &rows);
    void enqueuePrediction(std::size_t model, const cl::Buffer &points, const cl::Buffer &probability, std::size_t count);
    EpochFigures figuresOf(const cl_float4 &figures) const;

    cl::Context m_context;
    cl::Device m_device;
    KernelTuning m_tuning;
    MemoryLayout m_layout;
    AdamSettings m_adam;
    std::vector<Model> m_models;
    std::vector<Group> m_groups;
    std::int64_t m_epoch = 0;
    Points m_train;
    Points m_test;
    cl::Buffer m_plan;
    cl::Buffer m_memory; ///< of all models, one after the other
    cl::Buffer m_parameters; ///< of the model that predicts
    cl::Buffer m_tileBuffer; ///< one set of tiles for each work-group that predicts
    std::size_t m_tileSets = 0;
    cl::Buffer m_seeds;
    cl::Buffer m_steps;
    cl::Buffer m_corrections;
};

} // namespace actiscope
