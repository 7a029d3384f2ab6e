// How the centre of the Training workspace is drawn: colours, letters, and how much larger than usual all of it is.
#pragma once

#include "ui/base/theme.h"

#include <QFont>

class QWidget;

namespace actiscope {

struct EvidenceStyle {
    Theme theme;
    QFont body;  ///< 11 pt at the usual size
    QFont bold;  ///< the same, for row names and counts: nothing else is bold
    QFont small; ///< 9 pt: legends, axis numbers, names of layers
    QFont title; ///< 13 pt
    double scale = 1; ///< of lengths, 1 at 11 pt

    /** At the text size of this widget. */
    static EvidenceStyle of(const QWidget &widget, const Theme &theme);
    /** The small letters, or smaller ones where a line has only so many pixels. */
    QFont smallFor(double line) const;
    /** The small letters, or somewhat smaller ones where lines of this text, broken between words, have no more room. */
    QFont smallFitting(const QString &text, QSizeF room) const;
    /** A length at the usual size, in pixels of this one. */
    double px(double length) const { return length * scale; }
};

} // namespace actiscope
