#include "ui/charts/dense_graph.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double pointsAColumn = 0.5; ///< more of them are a curve whose single segments nobody sees

/** Columns of one picture, in its pixels. */
class ColumnPainter {
public:
    ColumnPainter(QImage &image, QColor color, double width)
        : m_pixels(reinterpret_cast<QRgb *>(image.bits())), m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb))), m_height(image.height()),
          m_color(color), m_whole(pixelOf(1)), m_half(width / 2)
    {
    }

    /** Whole pixels, and of the ones at the ends the part that is covered. */
    void paint(int column, const CoveredColumn &covered)
    {
        const double top = std::max(0.0, covered.low - m_half), bottom = std::min<double>(m_height, covered.high + m_half);
        for (int row = static_cast<int>(top); row < bottom; ++row) {
            const double part = std::min(bottom, row + 1.0) - std::max(top, static_cast<double>(row));
            m_pixels[row * m_stride + column] = part < 1 ? pixelOf(part) : m_whole;
        }
    }

private:
    QRgb pixelOf(double part) const
    {
        return qPremultiply(qRgba(m_color.red(), m_color.green(), m_color.blue(), static_cast<int>(std::lround(part * m_color.alpha()))));
    }

    QRgb *m_pixels;
    qsizetype m_stride;
    int m_height;
    QColor m_color;
    QRgb m_whole;
    double m_half;
};

/** Whether a dash, and not a gap, is that far along the line. */
bool isDash(const QList<qreal> &pattern, double period, double along)
{
    double place = std::fmod(along, period);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (place < pattern[i])
            return i % 2 == 0;
        place -= pattern[i];
    }
    return true;
}

} // namespace

std::vector<CoveredColumn> coveredColumns(const QVector<QPointF> &line, double left, int columns)
{
    std::vector<CoveredColumn> covered(static_cast<std::size_t>(std::max(0, columns)));
    const auto add = [&](double x, double y) {
        const double column = std::floor(x - left);
        if (column >= 0 && column < columns)
            covered[static_cast<std::size_t>(column)].add(y);
    };
    const auto isThere = [](QPointF point) { return std::isfinite(point.x()) && std::isfinite(point.y()); };
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!isThere(line[i]))
            continue;
        add(line[i].x(), line[i].y());
        if (i == 0 || !isThere(line[i - 1]))
            continue;
        const QPointF from = line[i - 1], to = line[i];
        const double first = std::max(std::floor(from.x() - left) + 1, 0.0), last = std::min(std::floor(to.x() - left), static_cast<double>(columns));
        for (double edge = first; edge <= last; ++edge) { // where it goes from one column to the next
            const double y = from.y() + (to.y() - from.y()) * (left + edge - from.x()) / (to.x() - from.x());
            add(left + edge - 0.5, y);
            add(left + edge + 0.5, y);
        }
    }
    return covered;
}

QVector<QPointF> DenseGraph::seenPoints() const
{
    const QCPRange seen = keyAxis()->range();
    QVector<QPointF> points;
    const QRectF area = clipRect();
    const double beyond = area.height();
    const auto end = data()->findEnd(seen.upper, true);
    for (auto each = data()->findBegin(seen.lower, true); each != end; ++each) {
        const double y = valueAxis()->coordToPixel(each->value);
        points << QPointF(keyAxis()->coordToPixel(each->key), std::isnan(y) ? y : std::clamp(y, area.top() - beyond, area.bottom() + beyond));
    }
    return points;
}

bool DenseGraph::isDense() const
{
    const QCPRange seen = keyAxis()->range();
    const auto points = std::distance(data()->findBegin(seen.lower, true), data()->findEnd(seen.upper, true));
    return static_cast<double>(points) > pointsAColumn * clipRect().width();
}

void DenseGraph::draw(QCPPainter *painter)
{
    const bool keepsLines = painter->modes().testFlag(QCPPainter::pmVectorized);
    if (keepsLines || !keyAxis() || !valueAxis() || !isDense() || scatterStyle().shape() != QCPScatterStyle::ssNone)
        return QCPGraph::draw(painter);
    drawColumns(*painter, painter->device() ? painter->device()->devicePixelRatioF() : 1);
}

void DenseGraph::drawColumns(QCPPainter &painter, double ratio) const
{
    const QRect area = clipRect();
    QVector<QPointF> line = seenPoints();
    for (QPointF &point : line)
        point = (point - area.topLeft()) * ratio;
    const QSize size(static_cast<int>(std::ceil(area.width() * ratio)), static_cast<int>(std::ceil(area.height() * ratio)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    const double width = std::max(1.0, pen().widthF() * ratio);
    const QList<qreal> pattern = pen().dashPattern();
    double period = 0;
    for (const qreal part : pattern)
        period += part;
    ColumnPainter columns(image, pen().color(), width);
    const std::vector<CoveredColumn> covered = coveredColumns(line, 0, size.width());
    for (int column = 0; column < size.width(); ++column) {
        const CoveredColumn &here = covered[static_cast<std::size_t>(column)];
        if (!here.isEmpty() && (period <= 0 || isDash(pattern, period, column / width)))
            columns.paint(column, here);
    }
    painter.drawImage(area.topLeft(), image);
}

} // namespace actiscope
