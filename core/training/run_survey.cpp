#include "core/training/run_survey.h"

#include <algorithm>
#include <iterator>

namespace actiscope {

const MeasuredMoment *RunSurvey::before(std::int64_t epoch) const
{
    const auto next = std::ranges::upper_bound(moments, epoch, {}, [](const auto &moment) { return moment->epoch; });
    return next == moments.begin() ? nullptr : std::prev(next)->get();
}

} // namespace actiscope
