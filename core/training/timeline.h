// Moments of a run in bounded memory, evenly spread over all of it, from which any of its epochs can be reached again.
#pragma once

#include "core/engine/training_state.h"
#include "core/training/stop_rule.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace actiscope {

/** All that the rows from an epoch on follow from, besides settings. Before what was changed at that epoch. */
struct Keyframe {
    Moment moment;
    std::vector<TrainingFigures> ended = {}; ///< of each model in the epoch before, where the run measures by batch
    StopProgress stop = {};

    std::int64_t epoch() const { return moment->epoch; }
};

/** Keyframes at multiples of a stride, which doubles when they become too many: the replay from the nearest one is never longer than it. A value;
 *  copies share the keyframes. */
class Timeline {
public:
    static constexpr std::size_t defaultBytes = std::size_t{128} << 20;
    static constexpr std::size_t defaultCount = 128; ///< keyframes at most; a replay of a hundredth of a run is soon done

    explicit Timeline(std::size_t bytes = defaultBytes, std::size_t count = defaultCount) : m_most(bytes), m_mostFrames(count) {}

    /** The first epoch after this one at which a keyframe belongs. */
    std::int64_t nextDue(std::int64_t epoch) const { return (epoch / m_stride + 1) * m_stride; }
    /** Whether one belongs there and is missing. */
    bool wants(std::int64_t epoch) const;
    /** Of an epoch that wants() names. Others are thinned out to make room; the first one stays, whatever its size. */
    void add(Keyframe frame);
    /** The last one at or before an epoch; null where there is none. */
    const Keyframe *before(std::int64_t epoch) const;
    /** As it was when the run stood at this epoch. */
    Timeline upTo(std::int64_t epoch) const;

    std::int64_t stride() const { return m_stride; }
    std::size_t size() const { return m_frames.size(); }
    std::size_t bytes() const;
    const Keyframe &operator[](std::size_t place) const { return *m_frames[place]; }

private:
    std::vector<std::shared_ptr<const Keyframe>>::const_iterator after(std::int64_t epoch) const;
    void thin();

    std::size_t m_most;
    std::size_t m_mostFrames;
    std::int64_t m_stride = 1;
    std::vector<std::shared_ptr<const Keyframe>> m_frames; ///< by epoch
};

} // namespace actiscope
