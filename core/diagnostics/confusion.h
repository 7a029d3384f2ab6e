// How well a model answers: which classes it takes for which, or how much of the targets' variance it explains. In double, from the parameters alone.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/training_state.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** How many points of each class were said to be of each class, as sklearn.metrics.confusion_matrix. */
struct ConfusionMatrix {
    int classes = 2;
    std::vector<std::int64_t> counts = std::vector<std::int64_t>(4); ///< classes × classes, row-major: row the true one, column what was said

    std::int64_t at(int truth, int said) const { return counts[static_cast<std::size_t>(truth) * static_cast<std::size_t>(classes) + static_cast<std::size_t>(said)]; }
    std::int64_t points() const;
    std::int64_t pointsOf(int truth) const;
    std::int64_t correct() const;
    /** Share of correct answers; NaN without points. */
    double accuracy() const;

    bool operator==(const ConfusionMatrix &) const = default;
};

/** Both lists are as long; classes are 0 to `classes` − 1. */
ConfusionMatrix confusionMatrix(std::span<const int> labels, std::span<const int> said, int classes);

/** R², the share of the targets' variance that predictions explain: 1 − Σ(y − ŷ)² / Σ(y − ȳ)², the mean of it over several targets, as
 *  sklearn.metrics.r2_score; of a target that does not vary 1 where it is met and 0 where not. Both are count × targets, row-major. NaN for fewer than
 *  two points, and where a prediction is no number. */
double determination(std::span<const double> targets, std::span<const double> predictions, std::size_t targetCount);

/** Of the points of a set: the matrix of a classification, R² of a regression. */
struct AnswerQuality {
    std::optional<ConfusionMatrix> confusion = {};
    std::optional<double> determination = {};
};

struct Answers {
    AnswerQuality train;
    AnswerQuality test;
};

/** What is said is the largest output, the first of equal ones; of a single output class 1 above the middle of its two targets. Throws
 *  ConfigurationError as diagnose(). */
Answers answersOf(const Cohort &cohort, const TrainingState &moment, std::size_t model);

} // namespace actiscope
