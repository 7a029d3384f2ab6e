// Entries of a catalog of backends, by what the settings call them.
#pragma once

#include "core/engine/backend.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace actiscope {

/** Of the choice with this id, where there is one. */
inline std::optional<std::size_t> indexOf(const BackendCatalog &catalog, std::string_view id)
{
    const auto found = std::ranges::find(catalog.choices, id, &BackendChoice::id);
    if (found == catalog.choices.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - catalog.choices.begin());
}

} // namespace actiscope
