// PyTorch's curves of the default experiment (tests/data/reference), and how a run is compared with one.
#pragma once

#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "tests/support/compare_figures.h"
#include "tests/support/disturbed.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QJsonArray>

#include <cmath>
#include <vector>

namespace actiscope::reference {

/** Rows of the epochs, and the learned parameters of the hidden layers after them. */
struct Curve {
    std::vector<EpochFigures> rows;
    std::vector<double> learned;
};

inline std::vector<double> numbersOf(const QJsonArray &values)
{
    std::vector<double> numbers;
    for (const QJsonValue value : values)
        numbers.push_back(value.toDouble());
    return numbers;
}

inline Curve pyTorchsCurve(const QString &activation)
{
    const QJsonObject figures = readJson("reference/train_" + activation + ".json");
    return {readCurve("reference/train_" + activation + ".csv"), numbersOf(figures.value("learned_alpha").toArray())};
}

/** The default experiment with this activation alone. */
inline Cohort cohortOfCurve(const QString &activation)
{
    Experiment experiment = defaultExperiment();
    setActivations(experiment, std::vector{parseActivationSpec(activation.toStdString())});
    return makeCohort(experiment);
}

/** A backend's, as long as `like`. */
inline Curve curveOf(Backend &backend, const Cohort &cohort, const Curve &like)
{
    backend.load(cohort);
    Curve curve{backend.advance(static_cast<int>(like.rows.size())).front().rows, {}};
    const ModelParameters parameters = backend.parameters(0);
    for (std::size_t layer = 0; layer < like.learned.size(); ++layer)
        curve.learned.push_back(parameters.activation[layer][0]);
    return curve;
}

/** What is too far apart, or an empty text. */
inline QString apart(const Curve &a, const Curve &b, const Dataset &data)
{
    const test::Difference rows = test::difference(a.rows, b.rows, data);
    if (!rows.isWithin(tolerance::loss))
        return rows.text();
    if (a.learned.size() != b.learned.size())
        return QStringLiteral("learned parameters are missing");
    for (std::size_t layer = 0; layer < a.learned.size(); ++layer) {
        if (!(std::abs(a.learned[layer] - b.learned[layer]) < tolerance::learnedAlpha))
            return QStringLiteral("the parameter of layer %1 differs").arg(layer);
    }
    return {};
}

/** Whether it is a curve in double, from initial weights that are off by what rounding comes to: where a sample comes close to a kink, that
 *  decides on which side of it a run goes on. PReLU's does at epoch 25; which way it takes in float depends on the order of the sums, and so
 *  on the vectors and the caches of the processor. */
inline bool roundingLeadsTo(const Curve &curve, const Cohort &cohort)
{
    constexpr unsigned attempts = 16;
    const auto eigen = makeEigenBackend();
    for (unsigned seed = 1; seed <= attempts; ++seed) {
        if (apart(curve, curveOf(*eigen, test::disturbed(cohort, seed, test::roundingOfARun), curve), *cohort.data).isEmpty())
            return true;
    }
    return false;
}

} // namespace actiscope::reference
