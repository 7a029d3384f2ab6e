#include "ui/functions/plot/focus_marks.h"

#include "core/drawing/polyline.h"
#include "ui/base/number_format.h"
#include "ui/base/theme.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double labelGap = 9; ///< pixels between a kink's mark and its figure

QString slopeText(double slope)
{
    return formatNumber(slope, 4);
}

} // namespace

FocusMarks::FocusMarks(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer, &axisRect), m_axisRect(axisRect)
{
}

void FocusMarks::setSaturated(std::vector<Interval> intervals, const QColor &color)
{
    m_saturated = std::move(intervals);
    m_shade = color;
}

void FocusMarks::setWord(const QString &word, const QColor &color)
{
    m_word = word;
    m_wordColor = color;
}

void FocusMarks::setAsymptotes(std::vector<Asymptote> asymptotes, const QColor &color)
{
    m_asymptotes = std::move(asymptotes);
    m_line = color;
}

void FocusMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void FocusMarks::draw(QCPPainter *painter)
{
    const QRectF rect = m_axisRect.rect();
    const QCPAxis *x = m_axisRect.axis(QCPAxis::atBottom);
    const QCPAxis *y = m_axisRect.axis(QCPAxis::atLeft);
    for (const Interval &interval : m_saturated) {
        const QRectF shaded = shadedPlace(interval);
        painter->fillRect(shaded, m_shade);
        const QRectF place = wordPlace(shaded);
        if (place.isEmpty())
            continue;
        painter->setFont(plotFont(*mParentPlot));
        painter->setPen(m_wordColor);
        painter->drawText(place, Qt::AlignTop | Qt::AlignLeft | Qt::TextDontClip, m_word);
    }
    QPen dashed(m_line, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({7, 5});
    painter->setPen(dashed);
    for (const Asymptote &line : m_asymptotes) {
        const auto pixel = [&](double at) { return PlanePoint{x->coordToPixel(at), y->coordToPixel(line.at(at))}; };
        const PlanePoint ends[] = {pixel(x->range().lower), pixel(x->range().upper)};
        const std::vector<PlanePoint> seen =
            clippedLine(ends, {double(rect.left()), double(rect.top())}, {double(rect.right()), double(rect.bottom())});
        if (seen.size() >= 2)
            painter->drawLine(QLineF(seen[0].x, seen[0].y, seen[1].x, seen[1].y));
    }
}

QRectF FocusMarks::shadedPlace(const Interval &interval) const
{
    const QRectF rect = m_axisRect.rect();
    const QCPAxis *x = m_axisRect.axis(QCPAxis::atBottom);
    const double left = x->coordToPixel(interval.minimum);
    return QRectF(left, rect.top(), x->coordToPixel(interval.maximum) - left, rect.height()).intersected(rect);
}

/** In its upper left corner, where there is room. */
QRectF FocusMarks::wordPlace(const QRectF &shaded) const
{
    const QFontMetricsF metrics(plotFont(*mParentPlot));
    const double width = metrics.horizontalAdvance(m_word);
    if (m_word.isEmpty() || width + 16 > shaded.width())
        return {};
    return {shaded.left() + 8, shaded.top() + 4, width, metrics.height()};
}

std::vector<QRectF> FocusMarks::wordPlaces() const
{
    std::vector<QRectF> places;
    for (const Interval &interval : m_saturated)
        places.push_back(wordPlace(shadedPlace(interval)));
    std::erase_if(places, [](const QRectF &place) { return place.isEmpty(); });
    return places;
}

KinkLabels::KinkLabels(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer, &axisRect), m_axisRect(axisRect)
{
}

void KinkLabels::setTheme(const Theme &theme)
{
    m_text = theme.text;
    m_ground = theme.plotBackground;
}

KinkLabels::Label KinkLabels::labelFor(double x, double slope, bool isInUse, bool isLeft) const
{
    const QString text = isInUse ? tr("%1 in use").arg(slopeText(slope)) : slopeText(slope);
    const QFontMetricsF metrics(plotFont(*mParentPlot));
    const QSizeF size(metrics.horizontalAdvance(text) + 1, metrics.height());
    const double pixel = m_axisRect.axis(QCPAxis::atBottom)->coordToPixel(x);
    const double centre = m_axisRect.axis(QCPAxis::atLeft)->coordToPixel(slope);
    const double above = centre - labelGap - size.height() / 2;
    const double top = above >= m_axisRect.rect().top() ? above : centre + labelGap / 2;
    return {QRectF(QPointF(isLeft ? pixel - labelGap - size.width() : pixel + labelGap, top), size), text};
}

std::vector<KinkLabels::Label> KinkLabels::labels() const
{
    std::vector<Label> labels;
    const auto add = [&labels](Label label) { // where there is room
        if (std::ranges::none_of(labels, [&label](const Label &placed) { return placed.place.intersects(label.place); }))
            labels.push_back(std::move(label));
    };
    for (const auto &[x, slope] : m_kinks) {
        const auto isUsed = [&slope](double side) { return std::abs(slope.at - side) <= 1e-9 * std::max(1.0, std::abs(side)); };
        add(labelFor(x, slope.left, isUsed(slope.left), true));
        add(labelFor(x, slope.right, isUsed(slope.right), false));
        if (!isUsed(slope.left) && !isUsed(slope.right)) // the mean of both, as of max(x, 2*x)
            add(labelFor(x, slope.at, true, false));
    }
    return labels;
}

void KinkLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void KinkLabels::draw(QCPPainter *painter)
{
    const QFont font = plotFont(*mParentPlot);
    painter->setFont(font);
    for (const auto &[place, text] : labels()) {
        if (!std::isfinite(place.top()) || !place.intersects(m_axisRect.rect()))
            continue;
        QPainterPath letters;
        letters.addText(place.left(), place.top() + QFontMetricsF(font).ascent(), font, text);
        painter->strokePath(letters, QPen(m_ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setPen(m_text);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, text);
    }
}

QString kinkWords(const Activation &activation, std::span<const double> parameters)
{
    const QString name = QString::fromStdString(activation.name);
    const std::vector<double> kinks = activation.kinksAt(parameters);
    constexpr qsizetype maxSentences = 4;
    QStringList sentences;
    qsizetype more = 0;
    for (const double x : kinks) {
        const OneSidedDerivatives slope = activation.oneSidedDerivatives(x, parameters);
        if (slope.isKink() && sentences.size() == maxSentences)
            ++more;
        else if (slope.isKink())
            sentences << KinkLabels::tr("%1 at x = %2: slope %3 from the left, %4 from the right; %5 is used, as in PyTorch.")
                             .arg(name, formatNumber(x), slopeText(slope.left), slopeText(slope.right), slopeText(slope.at));
    }
    if (sentences.isEmpty() && !kinks.empty())
        return KinkLabels::tr("%1 has no kink for these values: f′ is the same from the left and from the right.").arg(name);
    if (more > 0)
        sentences << KinkLabels::tr("And %1 more.").arg(more);
    return sentences.join(QLatin1Char(' '));
}

} // namespace actiscope
