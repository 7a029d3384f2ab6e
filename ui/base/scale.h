// How large text, lines and controls are: as they come, or up to twice as large at the user's wish (Ctrl and +). The font of the application says it, so that
// a desktop whose text is large is followed in the same way. GUI thread.
#pragma once

#include <QString>

#include <functional>

class QApplication;
class QWidget;

namespace actiscope {

inline constexpr double usualTextPoints = 11;
inline constexpr double largestTextScale = 2;

/** From 1 to largestTextScale; 1 where it is no number. */
double limitedTextScale(double scale);

/** The text of the application in the families of the program, `scale` times as large as the desktop has it; 11 pt at least where `scale` is 1. */
void applyTextScale(QApplication &application, double scale);

/** What applyTextScale() was given last; 1 before. */
double appliedTextScale(const QApplication &application);

/** Of the text as it is now to text of 11 pt. Whatever stands beside text is enlarged as much. */
double interfaceScale();

/** A length that is meant for text of 11 pt. */
int scaled(int pixels);

/** A style sheet in which lengths for text of 11 pt are written as "12dp". */
QString scaledSheet(QString sheet);

/** Calls `fit` now, and again whenever the text of the widget gets another size. */
void followScale(QWidget &widget, std::function<void()> fit);

} // namespace actiscope
