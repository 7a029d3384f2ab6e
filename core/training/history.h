// The figures of every epoch of a run, cheap to share: full chunks are immutable and shared between copies, so that
// a snapshot may hold a History of 100,000 epochs without copying it.
#pragma once

#include "core/engine/backend.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace actiscope {

/** Rows of one model; row e holds the figures at epoch e. Test figures are those of the parameters at that moment. So are training figures where
 *  the training set is one batch: they are before update e. With mini-batches they are means over the batches of the epoch that ended at e, each
 *  measured before its update; row 0, before which there is no epoch, has NaN.
 *
 *  Where somebody says so a long history is thinned: the newest rows are all there, of older ones those at even distances. */
class History {
public:
    static constexpr std::size_t chunkSize = 1024;
    /** So many of the newest rows, or more, are there in any case. */
    static constexpr std::size_t leastWhole = 8 * chunkSize;

    /** Epochs, whether their rows are kept or not. */
    std::size_t size() const { return m_chunks.size() * chunkSize + m_tail.size(); }
    bool empty() const { return size() == 0; }
    /** Row `epoch` < size(), or the one of kept(epoch) in its place. */
    const EpochFigures &operator[](std::size_t epoch) const;
    const EpochFigures &back() const { return (*this)[size() - 1]; }
    void append(const EpochFigures &row);
    /** Its first rows, at most so many, with the parts of their epochs. */
    History first(std::size_t rows) const;

    /** Of an epoch that is told in parts: the training figures of each, between this row and the next. */
    std::span<const PartFigures> parts(std::size_t epoch) const;
    /** Of the epoch of the newest row. */
    void setParts(std::vector<PartFigures> parts);
    /** Of this epoch and those after it there are none. */
    void dropPartsFrom(std::size_t epoch);
    /** Epochs up to the last one that has parts. */
    std::size_t epochsWithParts() const { return m_parts.size(); }

    /** From now on about so many rows are kept; 0: all. */
    void keepAtMost(std::size_t rows);
    /** The last epoch up to this one < size() whose row is there. */
    std::size_t kept(std::size_t epoch) const;
    /** The first one after it, or size(). */
    std::size_t keptAfter(std::size_t epoch) const;
    /** How many are there. */
    std::size_t keptRows() const;

private:
    using Rows = std::vector<EpochFigures>;
    struct Chunk {
        std::shared_ptr<const Rows> rows; ///< every stride-th
        std::size_t stride = 1;
    };

    static void thin(Chunk &chunk, std::size_t stride);
    void thinOld();

    std::vector<Chunk> m_chunks;
    Rows m_tail;
    std::size_t m_most = 0;
    std::size_t m_stride = 1; ///< of old chunks
    // Where it was cut within a thinned chunk, rows at the beginning of the tail stand for those after them.
    std::size_t m_tailStride = 1;
    std::size_t m_tailThinned = 0;
    std::vector<std::shared_ptr<const std::vector<PartFigures>>> m_parts; ///< by epoch; null for none
};

} // namespace actiscope
