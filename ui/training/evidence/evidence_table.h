// What a panel shows, as a table: the values that are exported as CSV and read out to who does not see them.
#pragma once

#include <QStringList>

#include <vector>

namespace actiscope {

struct EvidenceTable {
    QStringList columns = {};           ///< names without blanks, as a CSV has them
    std::vector<QStringList> rows = {}; ///< one text a column each; numbers with all their digits and a "." whatever the language

    bool isEmpty() const { return rows.empty(); }
};

/** A number of a table: with as many digits as tell it from its neighbours, "nan" or "inf" where it is none. */
inline QString tableNumber(double value)
{
    return QString::number(value, 'g', 17).toDouble() == QString::number(value, 'g', 15).toDouble() ? QString::number(value, 'g', 15)
                                                                                                    : QString::number(value, 'g', 17);
}

} // namespace actiscope
