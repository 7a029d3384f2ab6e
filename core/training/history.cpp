#include "core/training/history.h"

namespace actiscope {

const EpochFigures &History::operator[](std::size_t epoch) const
{
    const std::size_t chunk = epoch / chunkSize;
    return chunk < m_chunks.size() ? (*m_chunks[chunk])[epoch % chunkSize] : m_tail[epoch % chunkSize];
}

void History::append(const EpochFigures &row)
{
    m_tail.push_back(row);
    if (m_tail.size() < chunkSize)
        return;
    m_chunks.push_back(std::make_shared<const std::vector<EpochFigures>>(std::move(m_tail)));
    m_tail = {};
}

History History::first(std::size_t rows) const
{
    if (rows >= size())
        return *this;
    History result;
    const auto whole = static_cast<std::ptrdiff_t>(rows / chunkSize), rest = static_cast<std::ptrdiff_t>(rows % chunkSize);
    const bool isInTail = static_cast<std::size_t>(whole) == m_chunks.size();
    const std::vector<EpochFigures> &last = isInTail ? m_tail : *m_chunks[static_cast<std::size_t>(whole)];
    result.m_chunks.assign(m_chunks.begin(), m_chunks.begin() + whole);
    result.m_tail.assign(last.begin(), last.begin() + rest);
    return result;
}

} // namespace actiscope
