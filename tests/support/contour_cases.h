// Decision contours of networks that are sure of themselves, against where their outputs are equal in double precision.
#pragma once

#include "core/drawing/contour.h"
#include "core/engine/backend.h"
#include "core/training/boundary.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace actiscope::test {

inline void addContourCases()
{
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("loss");
    QTest::newRow("two logits") << 2 << int(Loss::CrossEntropy);
    QTest::newRow("a single logit") << 1 << int(Loss::CrossEntropy);
    QTest::newRow("two outputs of the squared error") << 2 << int(Loss::MeanSquaredError);
    QTest::newRow("a single output of the squared error") << 1 << int(Loss::MeanSquaredError);
    QTest::newRow("four logits") << 4 << int(Loss::CrossEntropy);
}

/** Two smooth networks, whose outputs are multiplied until a probability is 0 or 1 a cell beside the contour. */
inline Cohort sureCohort(int outputs, Loss loss)
{
    constexpr double sureness = 2000;
    Experiment experiment = smallExperiment();
    generated(experiment.data).kind = "blobs";
    generated(experiment.data).classes = std::max(2, outputs);
    experiment.loss = loss;
    experiment.models[0].activations = {parseActivationSpec("tanh")};
    experiment.models[1].activations = {parseActivationSpec("silu")};
    Cohort cohort = makeCohort(experiment);
    cohort.shape.outputs = outputs;
    for (ModelSetup &setup : cohort.models) {
        LinearParameters &last = setup.initial.layers.back();
        last.outputs = outputs;
        last.weight.resize(static_cast<std::size_t>(last.inputs * outputs));
        last.bias.resize(static_cast<std::size_t>(outputs));
        for (double &weight : last.weight)
            weight *= sureness;
        for (double &bias : last.bias)
            bias *= sureness;
    }
    return cohort;
}

/** Outputs at a point, in double. */
inline std::vector<double> exactOutputs(const ModelSetup &setup, PlanePoint point)
{
    std::vector<double> values = {point.x, point.y};
    for (std::size_t layer = 0; layer < setup.initial.layers.size(); ++layer) {
        const LinearParameters &linear = setup.initial.layers[layer];
        std::vector<double> next = linear.bias;
        for (std::size_t unit = 0; unit < next.size(); ++unit) {
            for (std::size_t i = 0; i < values.size(); ++i)
                next[unit] += linear.weight[unit * values.size() + i] * values[i];
            if (layer + 1 < setup.initial.layers.size())
                next[unit] = setup.activations[std::min(layer, setup.activations.size() - 1)].value(next[unit]);
        }
        values = std::move(next);
    }
    return values;
}

/** By how much a class is ahead there; of a single output, by how much class 1 is. */
inline double exactLead(const Cohort &cohort, std::size_t model, std::size_t label, PlanePoint point)
{
    const std::vector<double> outputs = exactOutputs(cohort.models[model], point);
    if (outputs.size() == 1)
        return outputs[0] - rowOf(cohort.loss).threshold();
    double others = -std::numeric_limits<double>::infinity();
    for (std::size_t other = 0; other < outputs.size(); ++other)
        others = other == label ? others : std::max(others, outputs[other]);
    return outputs[label] - others;
}

/** Where a class comes to be ahead between two points, as a part of the way; NaN where it does not. */
inline double exactCrossing(const Cohort &cohort, std::size_t model, std::size_t label, PlanePoint from, PlanePoint to)
{
    const auto leadAt = [&](double part) {
        return exactLead(cohort, model, label, {std::lerp(from.x, to.x, part), std::lerp(from.y, to.y, part)});
    };
    const bool isAhead = leadAt(0) >= 0;
    if (isAhead == (leadAt(1) >= 0))
        return std::nan("");
    double low = 0, high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        ((leadAt(middle) >= 0) == isAhead ? low : high) = middle;
    }
    return low;
}

/** How far a point is from where two classes are even, in the plane's units: beside a line that runs along a grid line its crossing with that is far. */
inline double distanceFromEven(const Cohort &cohort, std::size_t model, PlanePoint point)
{
    constexpr double h = 1e-5;
    const auto lead = [&](double dx, double dy) { return exactLead(cohort, model, 0, {point.x + dx, point.y + dy}); };
    return std::abs(lead(0, 0)) / std::hypot((lead(h, 0) - lead(-h, 0)) / (2 * h), (lead(0, h) - lead(0, -h)) / (2 * h));
}

struct ContourErrors {
    std::size_t points = 0; ///< of the contour
    double farthest = 0;    ///< of two classes: from where they are even, in cells
    double mean = 0;        ///< from the exact crossing with the grid line, in cells
};

/** Of each point of a contour, all of which lie between two neighbours of the grid. */
inline ContourErrors contourErrors(const Boundary &boundary, const Cohort &cohort, std::size_t model)
{
    const GridSpec &grid = boundary.grid;
    const double stepX = (grid.xMax - grid.xMin) / (grid.width - 1), stepY = (grid.yMax - grid.yMin) / (grid.height - 1);
    const auto place = [&](double column, double row) { return PlanePoint{grid.xMin + column * stepX, grid.yMin + row * stepY}; };
    ContourErrors errors;
    for (const Polyline &line : decisionContour(boundary)) {
        for (const PlanePoint &point : line) {
            const double column = (point.x - grid.xMin) / stepX, row = (point.y - grid.yMin) / stepY;
            const bool isAlongRow = std::abs(row - std::round(row)) <= std::abs(column - std::round(column));
            const double along = isAlongRow ? column : row, start = std::floor(along), across = std::round(isAlongRow ? row : column);
            const PlanePoint from = isAlongRow ? place(start, across) : place(across, start);
            const PlanePoint to = isAlongRow ? place(start + 1, across) : place(across, start + 1);
            double error = 1; // where there is no crossing at all
            for (std::size_t label = 0; label < static_cast<std::size_t>(cohort.shape.outputs); ++label) {
                const double part = exactCrossing(cohort, model, label, from, to);
                error = std::isnan(part) ? error : std::min(error, std::abs(along - start - part));
            }
            ++errors.points;
            if (cohort.shape.outputs <= 2)
                errors.farthest = std::max(errors.farthest, distanceFromEven(cohort, model, point) / std::min(stepX, stepY));
            errors.mean += error;
        }
    }
    errors.mean /= static_cast<double>(std::max<std::size_t>(1, errors.points));
    return errors;
}

/** The part of a boundary's points at which it is certain of a class, as far as a float can say. */
inline double certainShare(const Boundary &boundary)
{
    const auto isCertain = [](float probability) { return probability == 0 || probability == 1; };
    return static_cast<double>(std::ranges::count_if(boundary.probability, isCertain))
           / static_cast<double>(std::max<std::size_t>(1, boundary.probability.size()));
}

/** Empty where the backend's contours are where the outputs are equal, else what is wrong. */
inline QString contourFault(Backend &backend, const Cohort &cohort)
{
    backend.load(cohort);
    const auto evaluator = backend.evaluator();
    const TrainingState moment = backend.state();
    const GridSpec grid{.xMin = -3, .xMax = 3, .yMin = -3, .yMax = 3, .width = 121, .height = 121};
    const std::vector<float> points = gridPoints(grid);
    std::size_t seen = 0;
    for (std::size_t model = 0; model < cohort.models.size(); ++model) {
        const std::vector<float> outputs = backend.predict(model, points);
        if (evaluator->predict(moment, model, points) != outputs)
            return QStringLiteral("the evaluator of model %1 says something else").arg(model);
        const Boundary boundary = boundaryOf(grid, cohort, outputs);
        const ContourErrors errors = contourErrors(boundary, cohort, model);
        seen += errors.points;
        if (errors.mean > 0.01 || errors.farthest > 0.02)
            return QStringLiteral("model %1: %2 cells, %3 in the mean of %4").arg(model).arg(errors.farthest).arg(errors.mean).arg(errors.points);
        if (cohort.shape.outputs <= 2 && certainShare(boundary) < 0.9)
            return QStringLiteral("model %1 is not sure").arg(model);
    }
    return seen > 100 ? QString() : QStringLiteral("only %1 points").arg(seen);
}

} // namespace actiscope::test
