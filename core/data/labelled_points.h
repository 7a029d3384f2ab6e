// Points with labels or targets, as they are generated, read or drawn.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace actiscope {

/** Coordinates as images have them, a byte each, of which 255 stands for 1: a part of bytes that are shared and never changed. */
struct Pixels {
    std::shared_ptr<const std::vector<std::uint8_t>> all = {}; ///< null for none
    std::size_t begin = 0;
    std::size_t size = 0;

    std::span<const std::uint8_t> bytes() const { return all ? std::span(*all).subspan(begin, size) : std::span<const std::uint8_t>(); }
    /** The same bytes, wherever they lie. */
    bool operator==(const Pixels &other) const;
};

/** `count` points with `features` coordinates each, row-major (count × features), as numbers or as pixels, and for each a class label or, for
 *  regression, `targetCount` real values (count × targetCount). */
struct LabelledPoints {
    std::size_t features = 2;
    std::vector<double> coordinates = {};
    std::vector<int> labels = {};
    std::size_t targetCount = 0; ///< 0: the points have labels
    std::vector<double> targets = {};
    Pixels pixels = {}; ///< instead of coordinates

    std::size_t count() const { return (coordinates.size() + pixels.size) / features; }
    /** Of points that have numbers. */
    const double *point(std::size_t i) const { return coordinates.data() + i * features; }
    /** The coordinates of point i, whatever they are kept as. */
    template <class Real>
    void copyPoint(std::size_t i, Real *to) const;
    /** The points of these indices (each below count()), in that order, with their labels or targets; their coordinates are numbers. */
    LabelledPoints at(const std::vector<std::size_t> &indices) const;

    bool operator==(const LabelledPoints &) const = default;
};

/** What a byte stands for: looked up, since a network that is trained on images asks for each of their pixels in every epoch. */
template <class Real>
inline constexpr std::array<Real, 256> greyOfByte = [] {
    constexpr Real white = 255;
    std::array<Real, 256> greys{};
    for (std::size_t byte = 0; byte < greys.size(); ++byte)
        greys[byte] = static_cast<Real>(byte) / white;
    return greys;
}();

template <class Real>
void LabelledPoints::copyPoint(std::size_t i, Real *to) const
{
    const std::size_t first = i * features;
    if (pixels.all) {
        const std::uint8_t *const bytes = pixels.all->data() + pixels.begin + first;
        for (std::size_t k = 0; k < features; ++k)
            to[k] = greyOfByte<Real>[bytes[k]];
        return;
    }
    for (std::size_t k = 0; k < features; ++k)
        to[k] = static_cast<Real>(coordinates[first + k]);
}

} // namespace actiscope
