// What the picture of many seeds draws: contours of every seed, what they say on the mean, and the figures that decide. GUI thread.
#pragma once

#include "core/data/dataset.h"
#include "core/drawing/contour.h"
#include "core/training/seeds/seed_trainer.h"
#include "core/training/seeds/swept_number.h"

#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** How many columns of so many models stand side by side where there is so much room: in one bank, or in as many of about the same size as it takes to make
 *  each column `least` wide, with `gap` between two. */
std::size_t seedColumns(std::size_t models, double room, double gap, double least);

/** What contours are computed on, for a picture so wide: the points with a margin, in about the shape of a column with a plane of usual height. Nothing
 *  where the points are in no plane. */
std::optional<GridSpec> seedsGrid(const Dataset &data, double width, std::size_t models);

class SeedsData {
public:
    /** Seeds that were there already are not computed again. */
    void setProgress(std::shared_ptr<const SeedProgress> progress);

    bool isEmpty() const { return !m_progress; }
    const SeedProgress &progress() const { return *m_progress; }
    const SeedStudy &study() const { return m_progress->seeds; }
    const SeedSummary &summary() const { return m_progress->summary; }
    bool isAccuracy() const { return summary().figure == SeedFigure::TestAccuracy; }
    std::size_t models() const { return study().experiment.models.size(); }
    std::size_t seeds() const { return study().runs.size(); }
    /** Before the last seed nothing is said. */
    bool isDecided() const { return !m_progress->isRunning && m_progress->error.empty() && study().isComplete(); }

    /** Of a share what is shown: percent; of a loss itself. */
    double shown(double value) const { return isAccuracy() ? 100 * value : value; }
    /** The figure that decides, as it is shown, of each seed; NaN where the model diverged. */
    std::vector<double> ends(std::size_t model) const;
    /** The same of a model minus the first one. */
    std::vector<double> differences(std::size_t model) const;
    /** What the models differ in, where it is one number. */
    const std::optional<SweptNumber> &sweep() const { return m_sweep; }
    const SeedStatistics &statistics(std::size_t model) const;
    const SeedStatistics &statistics(const SeedDifference &difference) const;

    /** Whether there is a plane with boundaries to draw. */
    bool hasPlane() const { return m_grid.has_value(); }
    const GridSpec &grid() const { return *m_grid; }
    const std::vector<Polyline> &contour(std::size_t seed, std::size_t model) const { return m_contours[seed][model]; }
    /** The mean probability of class 1, as a Boundary has it; empty where there are not two classes. */
    const std::vector<float> &meanProbability(std::size_t model) const { return m_means[model]; }

private:
    void addRun(const SeedRun &run);

    std::shared_ptr<const SeedProgress> m_progress;
    std::uint64_t m_study = 0;
    std::optional<SweptNumber> m_sweep;
    std::optional<GridSpec> m_grid;
    std::vector<std::vector<std::vector<Polyline>>> m_contours; ///< by seed, then model
    std::vector<std::vector<float>> m_means;                    ///< by model
    std::vector<int> m_meanCounts;
};

} // namespace actiscope
