#include "core/data/csv_points.h"

#include "core/base/names.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <set>

namespace actiscope {
namespace {

constexpr std::size_t maxCsvPoints = 1'000'000;
constexpr std::size_t maxCsvClasses = 1024;
constexpr double largestCoordinate = 1e30; ///< a float holds it and its square root's square

std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

/** As it is quoted in a message. */
std::string shortened(const std::string &field)
{
    constexpr std::size_t most = 40;
    return field.size() <= most ? field : field.substr(0, most) + "…";
}

/** Points while they are read. */
class PointsReader {
public:
    PointsReader(const CsvFormat &format, const CsvColumns &columns) : m_format(format), m_columns(columns)
    {
        m_points.targetCount = columns.wanted && columns.isTarget ? 1 : 0;
    }

    bool take(std::size_t line, const std::vector<std::string> &fields)
    {
        if (m_format.hasHeader && !m_isPastHeader) {
            m_isPastHeader = true;
            return true;
        }
        if (m_points.count() == maxCsvPoints)
            throw CsvError(line, 0, {ACTISCOPE_TR("core", "at most %1 points are accepted"), {std::to_string(maxCsvPoints)}});
        const double x = number(line, fields, m_columns.x);
        m_points.coordinates.insert(m_points.coordinates.end(), {x, number(line, fields, m_columns.y)});
        if (m_points.targetCount > 0)
            m_points.targets.push_back(number(line, fields, *m_columns.wanted));
        else
            m_points.labels.push_back(m_columns.wanted ? classOf(line, fields) : 0);
        return true;
    }

    CsvPoints points()
    {
        if (m_points.count() < 2)
            throw CsvError(0, 0, ACTISCOPE_TR("core", "there are fewer than 2 points; a row each is expected"));
        if (!m_columns.wanted || m_points.targetCount > 0)
            return {std::move(m_points), {}};
        const std::vector<std::string> names = inOrder();
        std::vector<int> classes(m_classes.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const auto found = m_classes.find(names[i]); found != m_classes.end())
                classes[static_cast<std::size_t>(found->second)] = static_cast<int>(i);
        }
        for (int &label : m_points.labels)
            label = classes[static_cast<std::size_t>(label)];
        return {std::move(m_points), names};
    }

private:
    double number(std::size_t line, const std::vector<std::string> &fields, std::size_t column) const
    {
        const std::string &field = fieldAt(line, fields, column);
        const auto value = csvNumber(field, m_format);
        if (!value || !std::isfinite(*value) || std::abs(*value) > largestCoordinate)
            throw CsvError(line, column + 1, {ACTISCOPE_TR("core", "'%1' is not accepted; a number from -1e30 to 1e30 is, such as %2"),
                                              {shortened(field), m_format.hasDecimalComma ? "0,5" : "0.5"}});
        return *value;
    }

    static const std::string &fieldAt(std::size_t line, const std::vector<std::string> &fields, std::size_t column)
    {
        if (column >= fields.size())
            throw CsvError(line, column + 1, ACTISCOPE_TR("core", "there is no such column"));
        return fields[column];
    }

    /** In the order in which they come. */
    int classOf(std::size_t line, const std::vector<std::string> &fields)
    {
        const std::string &name = fieldAt(line, fields, *m_columns.wanted);
        if (name.empty())
            throw CsvError(line, *m_columns.wanted + 1, ACTISCOPE_TR("core", "a class is missing; a word or a number is expected"));
        const auto [place, isNew] = m_classes.try_emplace(name, static_cast<int>(m_classes.size()));
        if (isNew && m_classes.size() > maxCsvClasses)
            throw CsvError(line, *m_columns.wanted + 1,
                           {ACTISCOPE_TR("core", "'%1' is one class more than the %2 that are accepted; numbers can be targets instead"),
                            {shortened(name), std::to_string(maxCsvClasses)}});
        return place->second;
    }

    /** The names of all classes from 0. */
    std::vector<std::string> inOrder() const
    {
        std::vector<std::pair<double, std::string>> ordered; // words after numbers
        std::size_t whole = 0;
        for (const auto &[name, place] : m_classes) {
            const double value = csvNumber(name, m_format).value_or(INFINITY);
            whole += std::to_string(static_cast<int>(std::clamp(value, -1.0, 1e6))) == name && value < static_cast<double>(maxCsvClasses);
            ordered.emplace_back(std::isnan(value) ? INFINITY : value, name);
        }
        std::ranges::sort(ordered);
        std::vector<std::string> names;
        const bool areClasses = whole == ordered.size() && ordered.front().first == 0;
        for (const auto &[value, name] : ordered) {
            while (areClasses && names.size() < static_cast<std::size_t>(value))
                names.push_back(std::to_string(names.size())); // one that no point has
            names.push_back(name);
        }
        return names;
    }

    const CsvFormat &m_format;
    const CsvColumns &m_columns;
    LabelledPoints m_points;
    std::map<std::string, int, std::less<>> m_classes;
    bool m_isPastHeader = false;
};

/** Where one of the words is the name of a column. */
std::optional<std::size_t> columnOf(const CsvPreview &preview, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        const auto found = std::ranges::find(preview.names, word, inSmallLetters);
        if (found != preview.names.end())
            return static_cast<std::size_t>(found - preview.names.begin());
    }
    return std::nullopt;
}

struct ColumnLook {
    bool isOfNumbers = true;
    bool isOfWholes = true;
    std::set<std::string> values = {};
};

ColumnLook lookOf(const CsvPreview &preview, const CsvFormat &format, std::size_t column)
{
    ColumnLook look;
    for (const auto &row : preview.rows) {
        const auto number = csvNumber(row[column], format);
        look.isOfNumbers = look.isOfNumbers && number;
        look.isOfWholes = look.isOfWholes && number && *number == std::floor(*number);
        look.values.insert(row[column]);
    }
    return look;
}

/** By what columns are called, else by what is in them: the last one is wanted, and the first two others that have numbers are the coordinates. */
CsvColumns likelyColumns(const CsvPreview &preview, const CsvFormat &format)
{
    constexpr std::size_t maxLikelyClasses = 20;
    CsvColumns columns;
    const std::size_t count = preview.names.size();
    const auto target = columnOf(preview, {"target", "targets"});
    const auto label = columnOf(preview, {"label", "labels", "class", "classes", "species", "category"});
    if (count > 2)
        columns.wanted = target ? target : label ? label : std::optional(count - 1);
    if (columns.wanted) {
        const ColumnLook look = lookOf(preview, format, *columns.wanted);
        columns.isTarget = target || (look.isOfNumbers && !(look.isOfWholes && look.values.size() <= maxLikelyClasses) && !label);
    }
    std::vector<std::size_t> numbers;
    const auto index = columnOf(preview, {"index", "id", "no", "nr"});
    for (std::size_t c = 0; c < count; ++c) {
        if (c != columns.wanted && c != index && lookOf(preview, format, c).isOfNumbers)
            numbers.push_back(c);
    }
    columns.x = columnOf(preview, {"x", "x1"}).value_or(numbers.empty() ? 0 : numbers[0]);
    columns.y = columnOf(preview, {"y", "x2"}).value_or(numbers.size() < 2 ? std::min<std::size_t>(1, count - 1) : numbers[1]);
    return columns;
}

std::size_t columnNamed(std::string_view name, std::string_view all, const CsvPreview &preview)
{
    const auto found = std::ranges::find(preview.names, name);
    if (found != preview.names.end())
        return static_cast<std::size_t>(found - preview.names.begin());
    const auto number = parseNumber(name);
    if (number && *number >= 1 && *number <= static_cast<double>(preview.names.size()) && *number == std::floor(*number))
        return static_cast<std::size_t>(*number) - 1;
    const std::vector<std::string_view> names(preview.names.begin(), preview.names.end());
    throw ConfigurationError("columns", all,
                             {ACTISCOPE_TR("core", "there is no column %1; there are: %2, or 1 to %3"),
                              {name, listed(names), std::to_string(names.size())}});
}

} // namespace

CsvPreview previewCsv(std::string_view text, const CsvFormat &format, std::size_t rows)
{
    CsvPreview preview;
    bool hasNames = false;
    readCsvRows(text, format, [&](std::size_t, const std::vector<std::string> &fields) {
        if (!hasNames) {
            hasNames = true;
            for (std::size_t c = 0; c < fields.size(); ++c)
                preview.names.push_back(format.hasHeader && !fields[c].empty() ? fields[c] : std::to_string(c + 1));
            if (format.hasHeader)
                return true;
        }
        preview.rows.push_back(fields);
        return preview.rows.size() < rows;
    });
    if (preview.rows.empty())
        throw CsvError(0, 0, ACTISCOPE_TR("core", "there are fewer than 2 points; a row each is expected"));
    if (preview.names.size() < 2)
        throw CsvError(1, 0, ACTISCOPE_TR("core", "there is one column only; at least two are expected, with a separator between them"));
    preview.columns = likelyColumns(preview, format);
    return preview;
}

CsvColumns parseCsvColumns(std::string_view text, const CsvPreview &preview)
{
    constexpr std::string_view target = "target ";
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        names.push_back(trimmed(text.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    if (names.size() < 2 || names.size() > 3)
        throw ConfigurationError("columns", text, ACTISCOPE_TR("core", "two columns and that of the class or of the target, as in x,y,label"));
    CsvColumns columns;
    columns.x = columnNamed(names[0], text, preview);
    columns.y = columnNamed(names[1], text, preview);
    if (names.size() == 3) {
        const bool isNamed = std::ranges::find(preview.names, names[2]) != preview.names.end();
        const bool isMarked = !isNamed && names[2].starts_with(target);
        columns.wanted = columnNamed(isMarked ? trimmed(names[2].substr(target.size())) : names[2], text, preview);
        columns.isTarget = isMarked || (columns.wanted == preview.columns.wanted && preview.columns.isTarget);
    }
    return columns;
}

CsvPoints readCsvPoints(std::string_view text, const CsvFormat &format, const CsvColumns &columns)
{
    PointsReader reader(format, columns);
    readCsvRows(text, format, [&reader](std::size_t line, const std::vector<std::string> &fields) { return reader.take(line, fields); });
    return reader.points();
}

std::string csvFileText(const std::string &path)
{
    const auto close = [](std::FILE *file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    std::string text;
    std::vector<char> buffer(1 << 16);
    while (file && text.size() <= maxCsvBytes) {
        const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
        text.append(buffer.data(), count);
        if (count < buffer.size())
            break;
    }
    if (!file || std::ferror(file.get()))
        throw CsvError(0, 0, {ACTISCOPE_TR("core", "the file cannot be read (%1)"), {std::strerror(errno)}});
    return text;
}

} // namespace actiscope
