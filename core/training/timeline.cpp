#include "core/training/timeline.h"

#include <algorithm>
#include <utility>

namespace actiscope {

std::vector<std::shared_ptr<const Keyframe>>::const_iterator Timeline::after(std::int64_t epoch) const
{
    return std::ranges::upper_bound(m_frames, epoch, {}, [](const auto &frame) { return frame->epoch(); });
}

bool Timeline::wants(std::int64_t epoch) const
{
    const Keyframe *nearest = before(epoch);
    return epoch % m_stride == 0 && (!nearest || nearest->epoch() != epoch);
}

void Timeline::add(Keyframe frame)
{
    const auto place = after(frame.epoch());
    m_frames.insert(place, std::make_shared<const Keyframe>(std::move(frame)));
    thin();
}

void Timeline::thin()
{
    while (m_frames.size() > 1 && (m_frames.size() > m_mostFrames || bytes() > m_most)) {
        m_stride *= 2;
        std::erase_if(m_frames, [this](const auto &frame) { return frame->epoch() % m_stride != 0; });
    }
}

const Keyframe *Timeline::before(std::int64_t epoch) const
{
    const auto next = after(epoch);
    return next == m_frames.begin() ? nullptr : std::prev(next)->get();
}

Timeline Timeline::upTo(std::int64_t epoch) const
{
    Timeline result = *this;
    result.m_frames.resize(static_cast<std::size_t>(after(epoch) - m_frames.begin()));
    return result;
}

std::size_t Timeline::bytes() const
{
    std::size_t bytes = 0;
    for (const auto &frame : m_frames)
        bytes += frame->moment->bytes() + frame->ended.size() * sizeof(TrainingFigures);
    return bytes;
}

} // namespace actiscope
