// Products of large matrices that can be left before their end.
#pragma once

#include "core/base/interrupted.h"

#include <Eigen/Core>

#include <algorithm>
#include <cstdint>

namespace actiscope {

/** Multiply-adds between two questions whether to leave: a tenth of a second or so of one core without AVX. */
inline constexpr std::int64_t pieceOfProduct = std::int64_t{1} << 27;

/**
 * result = left * right, rows by rows. The bits are those of the whole product: Eigen adds up the terms of an element in an order that depends
 * on how many there are, not on how many rows are computed together, as long as those are whole packets; a last piece that would be
 * a single row, for which Eigen has another way, is part of the one before. Throws Interrupted; the result is then nothing.
 */
template <class Result, class Left, class Right>
void multiplyInPieces(Result &result, const Left &left, const Right &right, const StopWish &wish, std::int64_t pieceSize = pieceOfProduct)
{
    constexpr Eigen::Index packets = 48; // a multiple of the rows that Eigen's kernels take together, whatever the processor
    const std::int64_t rowCost = std::max<std::int64_t>(1, std::int64_t{left.cols()} * right.cols());
    const Eigen::Index rows = std::max<Eigen::Index>(1, pieceSize / rowCost / packets) * packets;
    result.resize(left.rows(), right.cols());
    for (Eigen::Index first = 0; first < left.rows();) {
        leaveIfWished(wish);
        const Eigen::Index rest = left.rows() - first;
        const Eigen::Index count = rest < 2 * rows ? rest : rows;
        if (count == left.rows())
            result.noalias() = left * right;
        else
            result.middleRows(first, count).noalias() = left.middleRows(first, count) * right;
        first += count;
    }
}

} // namespace actiscope
