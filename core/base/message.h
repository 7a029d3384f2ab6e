// Sentences for people. They are English here; the values in them are kept apart, so that a window can say them in another language.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/** Marks a literal for the translators (lupdate collects it under `context`); the literal itself. */
#define ACTISCOPE_TR(context, literal) literal

namespace actiscope {

/** One line: a pattern with %1 to %9 where the values go, which can be sentences themselves. */
class Message {
public:
    Message() = default;
    Message(std::string_view pattern, std::vector<Message> values = {}) : m_pattern(pattern), m_values(std::move(values)) {}
    /** As a value, somebody's own words or a name: the same in every language, also where a text of ours happens to read the same. */
    Message(const std::string &words) : m_pattern(words), m_isVerbatim(true) {}
    Message(const char *pattern) : m_pattern(pattern) {}

    const std::string &pattern() const { return m_pattern; }
    const std::vector<Message> &values() const { return m_values; }
    bool empty() const { return m_pattern.empty(); }
    /** Whether, as a value, it is taken as it is. */
    bool isVerbatim() const { return m_isVerbatim; }
    /** With the values in their places. A pattern without values is taken as it is. */
    std::string text() const;

private:
    std::string m_pattern;
    std::vector<Message> m_values;
    bool m_isVerbatim = false;
};

} // namespace actiscope
