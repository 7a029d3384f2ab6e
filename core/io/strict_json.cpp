#include "core/io/strict_json.h"

#include "core/io/experiment_file_error.h"

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
        if (event == object_start || event == array_start || event == value)
            beginItem();
        if (event == object_start || event == array_start)
            open(event == array_start);
        else if (event == object_end || event == array_end)
            m_levels.pop_back();
        else if (event == key)
            takeKey(parsed.get<std::string>());
        return true;
    }

private:
    /** A list or an object that is open. */
    struct Level {
        bool isList = false;
        std::size_t items = 0; ///< of a list, so far
        std::string key = {};  ///< the last one of an object
        std::set<std::string> keys = {};
    };

    void beginItem()
    {
        if (!m_levels.empty())
            ++m_levels.back().items;
    }

    void open(bool isList)
    {
        m_levels.push_back({.isList = isList});
        if (m_levels.size() > maxDepth)
            throw ExperimentFileError(place(),
                                      {ACTISCOPE_TR("core", "lists and objects are nested more than %1 deep"), {std::to_string(maxDepth)}});
    }

    void takeKey(std::string key)
    {
        Level &level = m_levels.back();
        level.key = std::move(key);
        if (!level.keys.insert(level.key).second)
            throw ExperimentFileError(place(), ACTISCOPE_TR("core", "this key stands here twice"));
    }

    std::string place() const
    {
        std::string text;
        for (const Level &level : m_levels) {
            if (level.isList && level.items > 0)
                text += "/" + std::to_string(level.items - 1);
            else if (!level.key.empty())
                text += "/" + printable(level.key);
        }
        return text.empty() ? "/" : text;
    }

    std::vector<Level> m_levels;
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
