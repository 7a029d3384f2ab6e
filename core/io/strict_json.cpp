#include "core/io/strict_json.h"

#include "core/io/experiment_file.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t maxDepth = 8;

std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = 1 + before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/** Fit for a line of a terminal. */
std::string printable(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return text.substr(0, 60);
}

/** Looks at what the parser finds, as it finds it: nothing deep is ever built. */
class Watch {
public:
    bool operator()(int, Json::parse_event_t event, const Json &parsed)
    {
        using enum Json::parse_event_t;
        if (event == object_start || event == array_start) {
            m_keys.emplace_back();
            if (m_keys.size() > maxDepth)
                throw ExperimentFileError(
                    place(), {ACTISCOPE_TR("core", "lists and objects are nested more than %1 deep"), {std::to_string(maxDepth)}});
        } else if (event == object_end || event == array_end) {
            m_keys.pop_back();
        } else if (event == key && !m_keys.back().insert(parsed.get<std::string>()).second) {
            throw ExperimentFileError(place() + "/" + printable(parsed.get<std::string>()),
                                      ACTISCOPE_TR("core", "this key stands here twice"));
        } else if (event == key) {
            m_path.resize(m_keys.size() - 1);
            m_path.push_back(parsed.get<std::string>());
        }
        return true;
    }

private:
    std::string place() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_path.size() && i + 1 < m_keys.size(); ++i)
            text += "/" + printable(m_path[i]);
        return text;
    }

    std::vector<std::set<std::string>> m_keys; // of the objects that are open; none of lists
    std::vector<std::string> m_path;           // the last key of each
};

} // namespace

Json parseStrictly(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        throw ExperimentFileError("line 1, column 1", {ACTISCOPE_TR("core", "%1 bytes are too many for an experiment; %2 at most"),
                                                       {std::to_string(text.size()), std::to_string(maxBytes)}});
    try {
        return Json::parse(text, Watch());
    } catch (const Json::parse_error &error) {
        throw ExperimentFileError(placeOf(text, error.byte), ACTISCOPE_TR("core", "this is not JSON"));
    } catch (const Json::exception &) { // a number that no double holds
        throw ExperimentFileError("line 1, column 1", ACTISCOPE_TR("core", "a number is too large"));
    }
}

} // namespace actiscope
