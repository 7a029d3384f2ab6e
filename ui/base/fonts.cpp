#include "ui/base/fonts.h"

#include <QFontDatabase>

#include <algorithm>

namespace actiscope {

namespace {

// Of the package fonts-dejavu-core; it has all symbols of the formulas.
const QString latinFamily = QStringLiteral("DejaVu Sans");

/** The first of these that is installed writes Korean. */
QStringList koreanFamilies()
{
    return {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"), QStringLiteral("NanumGothic"), QStringLiteral("UnDotum"),
            QStringLiteral("Baekmuk Gulim")};
}

QStringList installedFamilies()
{
    QStringList families;
    for (const QString &family : QStringList{latinFamily} + koreanFamilies()) {
        if (QFontDatabase::hasFamily(family))
            families.append(family);
    }
    return families << QStringLiteral("Sans Serif");
}

/** Asked for whenever something is written; going through all fonts takes milliseconds. */
const QStringList &textFamilies()
{
    static const QStringList families = installedFamilies();
    return families;
}

} // namespace

QFont inTextFamilies(QFont font)
{
    font.setFamilies(textFamilies());
    // What fontconfig says of hinting and of subpixels differs from desktop to desktop.
    font.setHintingPreference(QFont::PreferVerticalHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

QStringList travellingFamilies()
{
    return {latinFamily, QStringLiteral("Verdana"), QStringLiteral("Arial"), QStringLiteral("Helvetica"), QStringLiteral("NanumGothic"),
            QStringLiteral("Noto Sans KR"), QStringLiteral("Malgun Gothic"), QStringLiteral("Apple SD Gothic Neo"), QStringLiteral("sans-serif")};
}

bool hasFonts()
{
    // Where there is none, fontconfig and Qt still have these names.
    const QStringList generic{QStringLiteral("Serif"), QStringLiteral("Sans Serif"), QStringLiteral("Monospace"), QStringLiteral("Sans"),
                              QStringLiteral("Mono")};
    const QStringList families = QFontDatabase::families();
    return std::any_of(families.begin(), families.end(),
                       [&](const QString &family) { return !generic.contains(family, Qt::CaseInsensitive); });
}

} // namespace actiscope
