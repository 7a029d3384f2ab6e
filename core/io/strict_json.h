// JSON as it is read from files that anybody may have made.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string_view>

namespace actiscope {

/** Throws ExperimentFileError for text that is no JSON (with line and column), longer than `maxBytes`, nested too deeply, or has a key twice. */
nlohmann::ordered_json parseStrictly(std::string_view text, std::size_t maxBytes);

} // namespace actiscope
