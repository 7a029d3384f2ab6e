// Tables of text as files have them: how one is written, and its rows one after the other. What is wrong with one says the line and the column.
#pragma once

#include "core/base/errors.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** What is wrong with a table: "line 3, column 2: …". Both count from 1; 0 where the fault is not in one line, or not in one column. */
class CsvError : public Error {
public:
    CsvError(std::size_t line, std::size_t column, const Message &fault);
    std::size_t line() const { return m_line; }
    std::size_t column() const { return m_column; }

private:
    std::size_t m_line;
    std::size_t m_column;
};

/** How a table is written. */
struct CsvFormat {
    char separator = ','; ///< between columns; runs of blanks are one
    char quote = '"';     ///< around fields; twice within one for itself
    bool hasHeader = false;
    bool hasDecimalComma = false;

    bool operator==(const CsvFormat &) const = default;
};

/** Longer texts, rows and fields are refused. */
inline constexpr std::size_t maxCsvBytes = std::size_t{256} << 20;
inline constexpr std::size_t maxCsvColumns = 1024;
inline constexpr std::size_t maxCsvField = 4096;

/** The line in which a row begins, counted from 1, and its fields, without quotes and without blanks around them. Whether to go on. */
using CsvRowReader = std::function<bool(std::size_t line, const std::vector<std::string> &fields)>;

/** Reads row by row; lines end with LF, CR LF or CR, and empty ones are none. All rows have as many columns as the first. Throws CsvError for what is no
 *  text, quotes that are not closed or stand within a field, and rows of another length. */
void readCsvRows(std::string_view text, const CsvFormat &format, const CsvRowReader &reader);

/** The format in which the beginning of the text is a table with the most numbers: separated by commas, semicolons, tabs, bars or blanks. */
CsvFormat detectCsvFormat(std::string_view text);

/** The number of a field, or nothing. */
std::optional<double> csvNumber(std::string_view field, const CsvFormat &format);

} // namespace actiscope
