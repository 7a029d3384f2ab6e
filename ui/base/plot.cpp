#include "ui/base/plot.h"

#include "ui/base/fonts.h"
#include "ui/base/number_format.h"
#include "ui/base/scale.h"
#include "ui/base/theme.h"

namespace actiscope {

namespace {

/** Only the leading sign: QCustomPlot itself reads the "-" of an exponent. */
QString withLeadingMinus(QString label)
{
    if (label.startsWith(QLatin1Char('-')))
        label[0] = minusSign;
    return label;
}

} // namespace

QCustomPlot &emptied(QCustomPlot &plot, const QMargins &margins)
{
    plot.plotLayout()->clear();
    plot.plotLayout()->setMargins(margins);
    return plot;
}

void styleAxis(QCPAxis &axis, const Theme &theme)
{
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(QPen(theme.border, theme.scale));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLength(0, qRound(4 * theme.scale));
    axis.setSubTicks(false);
    const QFont font = plotFont(*axis.parentPlot());
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(theme.mutedText);
    axis.setLabelFont(font);
    axis.setLabelColor(theme.text);
    axis.setTickLabelPadding(qRound(4 * theme.scale));
    axis.setLabelPadding(qRound(4 * theme.scale));
    axis.grid()->setPen(QPen(theme.grid, theme.scale));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setZeroLinePen(QPen(theme.zeroLine, 1.4 * theme.scale));
    axis.setSelectableParts(QCPAxis::spNone);
}

QString PlotTicker::getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision)
{
    return withLeadingMinus(QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision));
}

QString LogPlotTicker::getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision)
{
    return withLeadingMinus(QCPAxisTickerLog::getTickLabel(tick, locale, formatChar, precision));
}

void stylePlot(QCustomPlot &plot, const Theme &theme)
{
    plot.setLocale(QLocale::c());
    plot.setBackground(QBrush(theme.plotBackground));
    plot.setNoAntialiasingOnDrag(false);
    plot.setAntialiasedElements(QCP::aeAll);
    for (QCPAxisRect *rect : plot.axisRects()) {
        for (QCPAxis *axis : rect->axes()) {
            const bool drawn = axis->axisType() == QCPAxis::atLeft || axis->axisType() == QCPAxis::atBottom;
            axis->setVisible(drawn);
            styleAxis(*axis, theme);
            setLogarithmic(*axis, axis->scaleType() == QCPAxis::stLogarithmic);
        }
    }
}

void setLogarithmic(QCPAxis &axis, bool logarithmic)
{
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic) {
        if (!axis.ticker().dynamicCast<LogPlotTicker>())
            axis.setTicker(QSharedPointer<QCPAxisTicker>(new LogPlotTicker));
        axis.setNumberFormat(QStringLiteral("eb"));
        axis.setNumberPrecision(0);
    } else {
        if (!axis.ticker().dynamicCast<PlotTicker>())
            axis.setTicker(QSharedPointer<QCPAxisTicker>(new PlotTicker));
        axis.setNumberFormat(QStringLiteral("gb"));
        axis.setNumberPrecision(6);
    }
}

QFont plotFont(const QCustomPlot &plot)
{
    QFont font = inTextFamilies(plot.font());
    if (font.pointSizeF() < usualTextPoints && !plot.testAttribute(Qt::WA_SetFont))
        font.setPointSizeF(usualTextPoints);
    return font;
}

void setFigureFont(QCustomPlot &plot)
{
    constexpr double figureResolution = 96;
    QFont font = inTextFamilies(QFont());
    font.setPointSizeF(usualTextPoints * figureResolution / plot.logicalDpiY());
    plot.setFont(font);
}

} // namespace actiscope
