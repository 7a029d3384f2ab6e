#include "core/training/history.h"

#include <algorithm>
#include <utility>

namespace actiscope {

const EpochFigures &History::operator[](std::size_t epoch) const
{
    const std::size_t chunk = epoch / chunkSize, place = epoch % chunkSize;
    return chunk < m_chunks.size() ? (*m_chunks[chunk].rows)[place / m_chunks[chunk].stride] : m_tail[place];
}

std::size_t History::kept(std::size_t epoch) const
{
    const std::size_t chunk = epoch / chunkSize, place = epoch % chunkSize;
    if (chunk < m_chunks.size())
        return epoch - place % m_chunks[chunk].stride;
    return place < m_tailThinned ? epoch - place % m_tailStride : epoch;
}

std::size_t History::keptAfter(std::size_t epoch) const
{
    std::size_t next = epoch + 1;
    while (next < size() && kept(next) != next)
        ++next;
    return std::min(next, size());
}

std::size_t History::keptRows() const
{
    std::size_t rows = m_tail.size();
    for (const Chunk &chunk : m_chunks)
        rows += chunk.rows->size();
    return rows;
}

void History::append(const EpochFigures &row)
{
    m_tail.push_back(row);
    if (m_tail.size() < chunkSize)
        return;
    m_chunks.push_back({std::make_shared<const Rows>(std::move(m_tail)), 1});
    if (m_tailThinned > 0)
        thin(m_chunks.back(), m_tailStride);
    m_tail = {};
    m_tailStride = 1;
    m_tailThinned = 0;
    thinOld();
}

void History::keepAtMost(std::size_t rows)
{
    m_most = rows;
    thinOld();
}

/** Of the rows that there were at the chunk's stride, those at this one, a multiple of it. */
void History::thin(Chunk &chunk, std::size_t stride)
{
    if (stride <= chunk.stride)
        return;
    Rows rows;
    for (std::size_t place = 0; place < chunk.rows->size(); place += stride / chunk.stride)
        rows.push_back((*chunk.rows)[place]);
    chunk = {std::make_shared<const Rows>(std::move(rows)), stride};
}

void History::thinOld()
{
    constexpr std::size_t whole = leastWhole / chunkSize;
    if (m_most == 0 || m_chunks.size() <= whole)
        return;
    const auto thinAll = [this] {
        for (std::size_t i = 0; i + whole < m_chunks.size(); ++i)
            thin(m_chunks[i], m_stride);
    };
    thinAll(); // one chunk more is old now
    while (keptRows() > m_most && m_stride < chunkSize) {
        m_stride *= 2;
        thinAll();
    }
}

std::span<const PartFigures> History::parts(std::size_t epoch) const
{
    return epoch < m_parts.size() && m_parts[epoch] ? std::span(*m_parts[epoch]) : std::span<const PartFigures>();
}

void History::setParts(std::vector<PartFigures> parts)
{
    if (parts.empty())
        return;
    m_parts.resize(size());
    m_parts.back() = std::make_shared<const std::vector<PartFigures>>(std::move(parts));
}

void History::dropPartsFrom(std::size_t epoch)
{
    m_parts.resize(std::min(epoch, m_parts.size()));
}

History History::first(std::size_t rows) const
{
    if (rows >= size())
        return *this;
    const std::size_t whole = rows / chunkSize, rest = rows % chunkSize;
    History result;
    result.m_most = m_most;
    result.m_stride = m_stride;
    result.m_parts.assign(m_parts.begin(), m_parts.begin() + static_cast<std::ptrdiff_t>(std::min(rows, m_parts.size())));
    result.m_chunks.assign(m_chunks.begin(), m_chunks.begin() + static_cast<std::ptrdiff_t>(whole));
    for (std::size_t place = 0; place < rest; ++place)
        result.m_tail.push_back((*this)[whole * chunkSize + place]);
    if (whole < m_chunks.size() && m_chunks[whole].stride > 1) {
        result.m_tailStride = m_chunks[whole].stride;
        result.m_tailThinned = rest;
    } else if (whole == m_chunks.size()) {
        result.m_tailStride = m_tailStride;
        result.m_tailThinned = std::min(m_tailThinned, rest);
    }
    return result;
}

} // namespace actiscope
