#include "ui/base/elided_name.h"

#include <QFontMetricsF>

namespace actiscope {

QString elidedName(const QString &name, const QFontMetricsF &metrics, double width)
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    const qsizetype bracket = name.lastIndexOf(QLatin1String(" ("));
    if (bracket < 0 || !name.endsWith(QLatin1Char(')')))
        return metrics.elidedText(name, Qt::ElideMiddle, width);
    const QString values = name.sliced(bracket);
    const double fewLetters = metrics.horizontalAdvance(QStringLiteral("MM…"));
    const double room = width - metrics.horizontalAdvance(values);
    if (room >= fewLetters)
        return metrics.elidedText(name.first(bracket), Qt::ElideRight, room) + values;
    return metrics.elidedText(values.sliced(2).chopped(1), Qt::ElideLeft, width);
}

} // namespace actiscope
