#include "ui/base/unbroken.h"

#include <QRegularExpression>

namespace actiscope {

QString unbroken(QString text)
{
    static const QRegularExpression beforeUnit(QStringLiteral("(?<=\\d) (?=%|°|×|(?:s|ms|µs|min|h|px|mm|pt|Hz|kHz|MHz|GHz|kB|KiB|MB|MiB|GB|GiB)(?![\\p{L}\\d]))"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression afterSymbol(QStringLiteral("(?<![\\p{L}\\d])([\\x{3b1}-\\x{3c9}]) (?=[−-]?\\d)"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression afterTimes(QStringLiteral("(?<=×) (?=\\d)"));
    static const QRegularExpression interval(QStringLiteral("([\\(\\[][−-]?[\\d.∞]+,) ([−-]?[\\d.∞]+[\\)\\]])"));
    static const QRegularExpression relation(QStringLiteral("(?<=\\S) ([<>=≠≈≤≥]|&[lg]t;) (?=[−-]?[\\d∞])"));
    return text.replace(beforeUnit, QStringLiteral("\u00a0"))
        .replace(afterTimes, QStringLiteral("\u00a0"))
        .replace(afterSymbol, QStringLiteral("\\1\u00a0"))
        .replace(interval, QStringLiteral("\\1\u00a0\\2"))
        .replace(relation, QStringLiteral("\u00a0\\1\u00a0"));
}

} // namespace actiscope
