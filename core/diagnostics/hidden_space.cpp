#include "core/diagnostics/hidden_space.h"

#include "core/diagnostics/forward_pass.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

/** A covariance below this share of what it could be is rounding. */
constexpr double noTrend = 1e-12;

Eigen::VectorXd labelsOf(const LabelledPoints &points)
{
    Eigen::VectorXd labels(static_cast<Eigen::Index>(points.count()));
    for (std::size_t i = 0; i < points.count(); ++i)
        labels[static_cast<Eigen::Index>(i)] = points.targetCount > 0 ? points.targets[i * points.targetCount] : points.labels[i];
    return labels;
}

double directionOf(const Eigen::VectorXd &scores, const Eigen::VectorXd &component, const Eigen::VectorXd &labels)
{
    const Eigen::VectorXd centred = labels.array() - labels.mean();
    const double trend = scores.dot(centred);
    if (std::abs(trend) > noTrend * scores.norm() * centred.norm())
        return trend < 0 ? -1 : 1;
    Eigen::Index largest = 0;
    component.cwiseAbs().maxCoeff(&largest);
    return component[largest] < 0 ? -1 : 1;
}

} // namespace

std::optional<HiddenSpace> hiddenSpaceOf(const Cohort &cohort, const TrainingState &moment, std::size_t model)
{
    requireModel(model, moment.models.size());
    const ReferenceModel<double> network = forwardPass(cohort, model, moment.models[model].parameters(), cohort.data->train);
    if (network.hiddenLayers() == 0)
        return std::nullopt;
    const auto &values = network.values(network.hiddenLayers() - 1);
    if (!values.allFinite() || !network.preActivations(network.hiddenLayers() - 1).allFinite())
        return std::nullopt;
    const Eigen::MatrixXd centred = values.rowwise() - values.colwise().mean();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred); // eigenvalues rise
    HiddenSpace space{.points = std::vector<std::array<double, 2>>(static_cast<std::size_t>(centred.rows()))};
    const Eigen::VectorXd labels = labelsOf(cohort.data->train);
    const double whole = solver.eigenvalues().cwiseMax(0).sum();
    for (Eigen::Index k = 0; k < std::min<Eigen::Index>(2, centred.cols()); ++k) {
        const Eigen::Index place = centred.cols() - 1 - k;
        const Eigen::VectorXd component = solver.eigenvectors().col(place);
        const Eigen::VectorXd scores = centred * component;
        const double sign = directionOf(scores, component, labels);
        const auto axis = static_cast<std::size_t>(k);
        space.shares[axis] = whole > 0 ? std::max(0.0, solver.eigenvalues()[place]) / whole : 0;
        for (Eigen::Index i = 0; i < scores.size(); ++i)
            space.points[static_cast<std::size_t>(i)][axis] = sign * scores[i];
    }
    return space;
}

} // namespace actiscope
