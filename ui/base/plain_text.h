// Names and formulas come from people: none is ever read as HTML. From keepTextPlain() on, every label of the program is plain text
// unless it was made rich on purpose, and every tooltip is: in lines of at most 360 px, beside what is pointed at. GUI thread.
#pragma once

#include <QString>

class QApplication;
class QFont;

namespace actiscope {

constexpr int toolTipWidth = 360; ///< pixels that a line of a tooltip takes at most

/** The same text in lines of at most `width` pixels, broken at blanks where it has any. */
QString wrapped(const QString &text, const QFont &font, int width);

/** HTML that shows the text as it is, in lines of at most toolTipWidth. */
QString toolTipHtml(const QString &text, const QFont &font);

/** Watches all widgets of the program, from now on and once for each program. What is to be read as HTML says so with setTextFormat(Qt::RichText). */
void keepTextPlain(QApplication &application);

} // namespace actiscope
