#include "core/drawing/label_layout.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace actiscope {

std::vector<double> spreadLabels(std::span<const double> wanted, double spacing, double minimum, double maximum)
{
    const std::size_t count = wanted.size();
    if (count == 0)
        return {};
    if (count > 1)
        spacing = std::min(spacing, std::max(0.0, maximum - minimum) / static_cast<double>(count - 1));
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

    // With i * spacing taken off the i-th, "at least spacing apart" becomes "not descending": isotonic regression, by
    // pooling neighbours that violate it.
    struct Block {
        double sum;
        std::size_t size;
        double mean() const { return sum / static_cast<double>(size); }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < count; ++i) {
        blocks.push_back({wanted[order[i]] - static_cast<double>(i) * spacing, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().size += last.size;
        }
    }
    const double highest = std::max(minimum, maximum - static_cast<double>(count - 1) * spacing);
    std::vector<double> positions(count);
    std::size_t i = 0;
    for (const Block &block : blocks) {
        const double start = std::clamp(block.mean(), minimum, highest);
        for (std::size_t end = i + block.size; i < end; ++i)
            positions[order[i]] = start + static_cast<double>(i) * spacing;
    }
    return positions;
}

} // namespace actiscope
