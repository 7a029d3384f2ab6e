// Points from tables that other programs have written, and into tables: two columns are the coordinates, another is the class or the target.
#pragma once

#include "core/data/csv_rows.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** Which columns are taken, counted from 0. */
struct CsvColumns {
    std::size_t x = 0;
    std::size_t y = 1;
    std::optional<std::size_t> wanted = {}; ///< the class or the target; without, all points are of class 0
    bool isTarget = false;                  ///< what is wanted is a number for regression

    bool operator==(const CsvColumns &) const = default;
};

/** The beginning of a table. */
struct CsvPreview {
    std::vector<std::string> names; ///< of the columns: of the header, or their numbers, counted from 1
    std::vector<std::vector<std::string>> rows;
    CsvColumns columns; ///< that are likely to be meant
};

/** Points and what the classes are called in the table. */
struct CsvPoints {
    LabelledPoints points;
    std::vector<std::string> classNames; ///< of classes from 0; none for targets
};

/** At most so many rows of the text. Throws CsvError where these cannot be read. */
CsvPreview previewCsv(std::string_view text, const CsvFormat &format, std::size_t rows = 100);

/** "x,y,label", by names or by numbers counted from 1; what is wanted may be left out, and is a target where "target" is put before it, as in
 *  "x,y,target price". Throws ConfigurationError("columns", …). */
CsvColumns parseCsvColumns(std::string_view text, const CsvPreview &preview);

/** All points of the text. Classes can be words: they are numbered in their order, numbers before words; whole numbers of which the smallest is 0 are
 *  the classes themselves. Throws CsvError. */
CsvPoints readCsvPoints(std::string_view text, const CsvFormat &format, const CsvColumns &columns);

/** The text of a file. Throws CsvError where it cannot be read. */
std::string csvFileText(const std::string &path);

/** All points, and whether each is for training or for testing and its place there: what `actiscope data` writes. Reads back bit for bit. */
std::string dataCsv(const Dataset &data);

} // namespace actiscope
