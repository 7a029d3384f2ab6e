// The one header through which QCustomPlot is included, and what every plot of the window has in common. GUI thread.
#pragma once

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <qcustomplot.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace actiscope {

struct Theme;

/** Tick labels with "−" instead of "-". */
class PlotTicker : public QCPAxisTicker {
public:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/** Powers of ten (and what lies between), with "−" in front of negative numbers. */
class LogPlotTicker : public QCPAxisTickerLog {
public:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/** Without the axes that a QCustomPlot begins with, for axis rects of one's own. Returns the plot. */
QCustomPlot &emptied(QCustomPlot &plot, const QMargins &margins);

/** Gives every axis rect of a plot the look that all have: light grid, stronger zero lines, axis lines left and
 *  below only, no box, tick labels of at least 11 pt with a true minus sign. Call again when the theme changes; does not
 *  replot. Labels, ranges and scale types are the caller's. */
void stylePlot(QCustomPlot &plot, const Theme &theme);

/** The same look for one axis, in plots with axis rects of their own. */
void styleAxis(QCPAxis &axis, const Theme &theme);

/** Linear or logarithmic (base 10), with the matching ticker. */
void setLogarithmic(QCPAxis &axis, bool logarithmic);

/** The font of tick labels, axis labels and text in a plot: the widget's own size if it was given one, else the application's, at least 11 pt. */
QFont plotFont(const QCustomPlot &plot);

/** For a plot that is drawn into a figure: 11 pt in pixels of 1/96 inch, whatever the screen's resolution is. Call before text is laid out. */
void setFigureFont(QCustomPlot &plot);

} // namespace actiscope
