#include "ui/training/evidence/evidence_style.h"

#include <QFontMetricsF>
#include <QWidget>

#include <algorithm>

namespace actiscope {

EvidenceStyle EvidenceStyle::of(const QWidget &widget, const Theme &theme)
{
    constexpr double usual = 11; // pt
    EvidenceStyle style;
    style.theme = theme;
    style.body = widget.font();
    style.scale = std::max(style.body.pointSizeF(), usual) / usual;
    const auto sized = [&style](double points, bool isBold) {
        QFont font = style.body;
        font.setPointSizeF(points * style.scale);
        font.setBold(isBold);
        return font;
    };
    style.body = sized(usual, false);
    style.bold = sized(usual, true);
    style.small = sized(9, false);
    style.title = sized(usual * theme.titleShare, false);
    return style;
}

QFont EvidenceStyle::smallFor(double line) const
{
    const double leastPoints = 6 * scale; // below, nobody reads it
    QFont font = small;
    const double share = line / (0.86 * QFontMetricsF(small).height()); // lines of digits and lower letters may be that close
    if (share < 1)
        font.setPointSizeF(std::max(leastPoints, small.pointSizeF() * share));
    return font;
}

QFont EvidenceStyle::smallFitting(const QString &text, QSizeF room) const
{
    constexpr double least = 0.7, step = 0.05; // of the small font
    QFont font = small;
    for (double share = 1; share > least; share -= step) {
        font.setPointSizeF(share * small.pointSizeF());
        const QRectF taken = QFontMetricsF(font).boundingRect(QRectF(QPointF(), QSizeF(room.width(), 1e4)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        if (taken.height() <= room.height() && taken.width() <= room.width())
            break;
    }
    return font;
}

} // namespace actiscope
