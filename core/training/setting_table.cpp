// The table of core/training/setting.h, of its parts.
#include "core/training/setting.h"
#include "core/training/setting_rows.h"

#include <vector>

namespace actiscope {

std::span<const Setting> settings()
{
    using namespace setting_rows;
    static const std::vector<Setting> table = [] {
        std::vector<Setting> rows;
        for (std::vector<Setting> part : {dataRows(), networkRows(), trainingRows(), stoppingRows()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return table;
}

} // namespace actiscope
