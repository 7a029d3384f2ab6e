// The figures of every epoch of a run, cheap to share: full chunks are immutable and shared between copies, so that
// a snapshot may hold a History of 100,000 epochs without copying it.
#pragma once

#include "core/engine/backend.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace actiscope {

/** Rows of one model; row e holds the figures at epoch e. Test figures are those of the parameters at that moment. So are training figures where
 *  the training set is one batch: they are before update e. With mini-batches they are means over the batches of the epoch that ended at e, each
 *  measured before its update; row 0, before which there is no epoch, has NaN. */
class History {
public:
    static constexpr std::size_t chunkSize = 1024;

    std::size_t size() const { return m_chunks.size() * chunkSize + m_tail.size(); }
    bool empty() const { return size() == 0; }
    /** Row `epoch` < size(). */
    const EpochFigures &operator[](std::size_t epoch) const;
    const EpochFigures &back() const { return (*this)[size() - 1]; }
    void append(const EpochFigures &row);
    /** Its first rows, at most so many. */
    History first(std::size_t rows) const;

private:
    std::vector<std::shared_ptr<const std::vector<EpochFigures>>> m_chunks;
    std::vector<EpochFigures> m_tail;
};

} // namespace actiscope
