// A backend that tests look over the shoulder of, or have fail.
#pragma once

#include "core/engine/eigen_backend.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace actiscope::test {

/** Eigen, which says how many epochs it is about to train. */
class WatchedBackend : public Backend {
public:
    using Watch = std::function<void(int epochs)>;

    /** Is told of how many points outputs are wanted, and the wish to leave. */
    using PictureWatch = std::function<void(std::size_t points, const StopWish &leave)>;

    explicit WatchedBackend(Watch watch, PictureWatch pictures = {}, Precision precision = Precision::Double)
        : m_watch(std::move(watch)), m_pictures(std::move(pictures)), m_eigen(makeEigenBackend(precision))
    {
    }

    Message description() const override { return "watched"; }
    void load(const Cohort &cohort) override { m_eigen->load(cohort); }
    std::vector<ModelReport> advance(int epochs) override
    {
        m_watch(epochs);
        return m_eigen->advance(epochs);
    }
    void leaveWhen(StopWish wish) override { m_eigen->leaveWhen(m_leave = std::move(wish)); }
    std::vector<float> predict(std::size_t model, std::span<const float> points) override
    {
        if (m_pictures)
            m_pictures(points.size() / 2, m_leave);
        return m_eigen->predict(model, points);
    }
    std::vector<EpochFigures> evaluate(MeasuredSets sets) override { return m_eigen->evaluate(sets); }
    ModelParameters parameters(std::size_t model) override { return m_eigen->parameters(model); }
    TrainingState state() override { return m_eigen->state(); }
    std::unique_ptr<Evaluator> evaluator() override { return m_eigen->evaluator(); }
    void restore(const TrainingState &state) override { m_eigen->restore(state); }
    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override { m_eigen->setOptimizer(model, settings); }
    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) override
    {
        m_eigen->setActivationParameters(model, parameters);
    }
    Arithmetic arithmetic() const override { return m_eigen->arithmetic(); }
    std::vector<std::int64_t> lastAlive(std::size_t model) override { return m_eigen->lastAlive(model); }
    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override
    {
        return m_eigen->evaluateActivation(activation, x);
    }

private:
    Watch m_watch;
    PictureWatch m_pictures;
    StopWish m_leave;
    std::unique_ptr<Backend> m_eigen;
};

} // namespace actiscope::test
