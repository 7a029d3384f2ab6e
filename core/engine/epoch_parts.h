// The parts of an epoch whose figures a cohort wants to hear of, gathered batch after batch.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/epoch_figures.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** Means of parts, appended to `parts` when their last batch has come. */
class PartsOfEpoch {
public:
    PartsOfEpoch(const Cohort &cohort, std::vector<PartFigures> &parts) : m_cohort(cohort), m_parts(parts) {}

    /** The next batch: so many samples, with their mean loss and share of correct ones. */
    void add(std::size_t count, double loss, double accuracy)
    {
        m_loss += static_cast<double>(count) * loss;
        m_correct += static_cast<double>(count) * accuracy;
        m_samples += count;
        if (m_parts.size() >= m_cohort.parts || m_samples < m_cohort.samplesOfParts(m_parts.size() + 1))
            return;
        const auto samples = static_cast<double>(m_samples - m_before);
        m_parts.push_back({static_cast<double>(m_samples) / static_cast<double>(m_cohort.data->train.count()), m_loss / samples, m_correct / samples});
        m_before = m_samples;
        m_loss = m_correct = 0;
    }

private:
    const Cohort &m_cohort;
    std::vector<PartFigures> &m_parts;
    std::size_t m_samples = 0; ///< of the epoch so far
    std::size_t m_before = 0;  ///< of them in parts that are complete
    double m_loss = 0;         ///< sums over the part
    double m_correct = 0;
};

} // namespace actiscope
