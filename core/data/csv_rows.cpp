#include "core/data/csv_rows.h"

#include "core/base/number_text.h"

#include <csv.h>

#include <algorithm>
#include <exception>
#include <new>

namespace actiscope {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

Message faultAt(std::size_t line, std::size_t column, const Message &fault)
{
    if (line == 0)
        return fault;
    if (column == 0)
        return {ACTISCOPE_TR("core", "line %1: %2"), {std::to_string(line), fault}};
    return {ACTISCOPE_TR("core", "line %1, column %2: %3"), {std::to_string(line), std::to_string(column), fault}};
}

/** Takes the first line off `text`, with its end. */
std::string_view takeLine(std::string_view &text)
{
    std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos)
        end = text.size();
    else
        end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
}

void requireText(std::string_view text)
{
    if (text.size() > maxCsvBytes)
        throw CsvError(0, 0, {ACTISCOPE_TR("core", "the file is longer than %1 MiB"), {std::to_string(maxCsvBytes >> 20)}});
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        throw CsvError(1, 0, ACTISCOPE_TR("core", "this is UTF-16; text in UTF-8 is accepted"));
    const std::size_t zero = text.find('\0');
    if (zero == std::string_view::npos)
        return;
    std::string_view before = text.substr(0, zero);
    std::size_t line = 1;
    while (before.find_first_of("\r\n") != std::string_view::npos) {
        takeLine(before);
        ++line;
    }
    throw CsvError(line, 0, ACTISCOPE_TR("core", "a byte that is 0; text in UTF-8 is accepted"));
}

/** "sep=;", which some programs write before all else. */
bool isSeparatorLine(std::string_view line)
{
    return line.starts_with("sep=") && trimmed(line.substr(4, line.find_first_of("\r\n") - 4)).size() <= 1;
}

/** libcsv and what it has read of a row. */
class Rows {
public:
    Rows(const CsvFormat &format, const CsvRowReader &reader) : m_reader(reader), m_mergesBlanks(format.separator == ' ')
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(format.separator));
        csv_set_quote(&m_parser, static_cast<unsigned char>(format.quote));
        csv_set_space_func(&m_parser, format.separator == '\t' ? isBlank : nullptr);
    }
    ~Rows() { csv_free(&m_parser); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    void read(std::string_view text)
    {
        while (!text.empty() && !m_isDone) {
            const std::string_view line = takeLine(text);
            ++m_line;
            if (m_line == 1 && isSeparatorLine(line))
                continue;
            if (!m_isWithinField)
                m_rowLine = m_line;
            parse(line);
            m_isWithinField = m_parser.quoted && m_parser.entry_pos > 0;
        }
        if (!m_isDone && csv_fini(&m_parser, &Rows::takeField, &Rows::takeRow, this) != 0)
            refuseField(ACTISCOPE_TR("core", "a quote that opens here is not closed"));
        if (m_fault)
            std::rethrow_exception(m_fault);
    }

private:
    static int isBlank(unsigned char c) { return c == ' '; }

    /** In pieces, so that not much is read of a line that is too long. */
    void parse(std::string_view line)
    {
        constexpr std::size_t most = 4 * maxCsvField;
        while (!line.empty() && !m_isDone) {
            const std::string_view piece = line.substr(0, most);
            line.remove_prefix(piece.size());
            const std::size_t taken = csv_parse(&m_parser, piece.data(), piece.size(), &Rows::takeField, &Rows::takeRow, this);
            if (m_fault)
                std::rethrow_exception(m_fault);
            if (csv_error(&m_parser) == CSV_ENOMEM)
                throw std::bad_alloc();
            if (taken != piece.size())
                refuseField(ACTISCOPE_TR("core", "a quote within a field; quotes stand around a whole field, and twice within it"));
            if (m_parser.entry_pos > maxCsvField && m_parser.quoted)
                refuseField(ACTISCOPE_TR("core", "a quote that opens here is not closed"));
            if (m_parser.entry_pos > maxCsvField)
                refuseField(tooLong());
        }
    }

    [[noreturn]] void refuseField(const Message &fault) const { throw CsvError(m_rowLine, m_count + 1, fault); }
    static Message tooLong() { return {ACTISCOPE_TR("core", "a field is longer than %1 bytes"), {std::to_string(maxCsvField)}}; }

    /** Through C: nothing may be thrown. */
    template <class Work>
    void guarded(const Work &work)
    {
        if (m_fault || m_isDone)
            return;
        try {
            work();
        } catch (...) {
            m_fault = std::current_exception();
        }
    }

    static void takeField(void *data, std::size_t size, void *self)
    {
        auto &rows = *static_cast<Rows *>(self);
        rows.guarded([&] { rows.add(static_cast<const char *>(data), size); });
    }

    static void takeRow(int, void *self)
    {
        auto &rows = *static_cast<Rows *>(self);
        rows.guarded([&rows] { rows.finishRow(); });
    }

    void add(const char *data, std::size_t size)
    {
        if (!data && m_mergesBlanks)
            return;
        if (size > maxCsvField)
            refuseField(tooLong());
        if (m_count == maxCsvColumns)
            refuseField({ACTISCOPE_TR("core", "at most %1 columns are accepted"), {std::to_string(maxCsvColumns)}});
        if (m_count == m_fields.size())
            m_fields.emplace_back();
        m_fields[m_count++].assign(data ? data : "", size);
    }

    void finishRow()
    {
        if (m_count == 0)
            return;
        m_fields.resize(m_count);
        if (m_firstLine == 0) {
            m_firstLine = m_rowLine;
            m_columns = m_count;
        }
        if (m_count != m_columns)
            throw CsvError(m_rowLine, std::min(m_count, m_columns) + 1,
                           {ACTISCOPE_TR("core", "%1 columns; %2 are expected, as in line %3"),
                            {std::to_string(m_count), std::to_string(m_columns), std::to_string(m_firstLine)}});
        m_isDone = !m_reader(m_rowLine, m_fields);
        m_count = 0;
        m_rowLine = m_line;
    }

    csv_parser m_parser{};
    const CsvRowReader &m_reader;
    std::vector<std::string> m_fields;
    std::size_t m_count = 0; ///< fields of the row so far
    std::size_t m_columns = 0;
    std::size_t m_line = 0;
    std::size_t m_rowLine = 0;
    std::size_t m_firstLine = 0;
    bool m_mergesBlanks;
    bool m_isWithinField = false;
    bool m_isDone = false;
    std::exception_ptr m_fault;
};

std::string_view withoutMark(std::string_view text)
{
    return text.starts_with(byteOrderMark) ? text.substr(byteOrderMark.size()) : text;
}

/** The first lines, whole ones. */
std::string_view beginningOf(std::string_view text)
{
    constexpr std::size_t enough = 65536;
    if (text.size() <= enough)
        return text;
    const std::size_t end = text.substr(0, enough).find_last_of("\r\n");
    return text.substr(0, end == std::string_view::npos ? enough : end + 1);
}

using Table = std::vector<std::vector<std::string>>;

/** The first rows as far as they can be read in this format. */
Table firstRows(std::string_view text, const CsvFormat &format)
{
    constexpr std::size_t enough = 50;
    Table table;
    try {
        readCsvRows(text, format, [&table](std::size_t, const std::vector<std::string> &fields) {
            table.push_back(fields);
            return table.size() < enough;
        });
    } catch (const CsvError &) {
    }
    return table;
}

std::ptrdiff_t countNumbers(const Table &table, const CsvFormat &format)
{
    std::ptrdiff_t count = 0;
    for (const auto &row : table)
        count += std::ranges::count_if(row, [&](const std::string &field) { return csvNumber(field, format).has_value(); });
    return count;
}

CsvFormat withFittingHeader(CsvFormat format, const Table &table)
{
    format.hasHeader = table.size() > 1 && countNumbers({table.front()}, format) == 0;
    return format;
}

} // namespace

CsvError::CsvError(std::size_t line, std::size_t column, const Message &fault)
    : Error(faultAt(line, column, fault)), m_line(line), m_column(column)
{
}

void readCsvRows(std::string_view text, const CsvFormat &format, const CsvRowReader &reader)
{
    requireText(text);
    Rows(format, reader).read(withoutMark(text));
}

std::optional<double> csvNumber(std::string_view field, const CsvFormat &format)
{
    if (!format.hasDecimalComma)
        return parseNumber(trimmed(field));
    std::string text(trimmed(field));
    if (text.find('.') != std::string::npos)
        return std::nullopt;
    std::ranges::replace(text, ',', '.');
    return parseNumber(text);
}

CsvFormat detectCsvFormat(std::string_view text)
{
    const std::string_view beginning = beginningOf(text);
    CsvFormat best;
    std::ptrdiff_t most = -1;
    for (const char separator : {',', ';', '\t', '|', ' '}) {
        for (const char quote : {'"', '\''}) {
            for (const bool hasDecimalComma : {false, true}) {
                const CsvFormat format{.separator = separator, .quote = quote, .hasDecimalComma = hasDecimalComma && separator != ','};
                const Table table = firstRows(beginning, format);
                const std::ptrdiff_t numbers = table.empty() || table.front().size() < 2 ? -1 : countNumbers(table, format);
                if (numbers > most) {
                    most = numbers;
                    best = withFittingHeader(format, table);
                }
            }
        }
    }
    return best;
}

} // namespace actiscope
