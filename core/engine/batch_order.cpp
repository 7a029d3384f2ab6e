#include "core/engine/batch_order.h"

#include "core/base/errors.h"

#include <string>

namespace actiscope {
namespace {

constexpr std::uint64_t baseSeedDraws = 2;

std::size_t accepted(std::size_t count)
{
    if (count < 1 || count > BatchOrder::maxCount)
        throw ConfigurationError("samples", std::to_string(count), {ACTISCOPE_TR("core", "1 to %1 training samples"), {std::to_string(BatchOrder::maxCount)}});
    return count;
}

} // namespace

BatchOrder::BatchOrder(std::uint32_t seed, std::size_t count) : m_random(seed), m_order(accepted(count)) {}

const std::vector<std::uint32_t> &BatchOrder::next()
{
    m_random.discard(baseSeedDraws);
    m_random.permutation(m_order);
    m_random.discard(m_order.size() - 1); // the second permutation, of which nothing is used
    return m_order;
}

void BatchOrder::skip(std::int64_t epochs)
{
    for (std::int64_t e = 0; e < epochs; ++e)
        next();
}

} // namespace actiscope
