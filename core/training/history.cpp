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

} // namespace actiscope
