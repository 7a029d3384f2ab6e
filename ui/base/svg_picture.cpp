#include "ui/base/svg_picture.h"

#include "core/drawing/polyline.h"
#include "ui/base/fonts.h"
#include "ui/base/svg_markup.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QMap>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope {

namespace {

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

} // namespace

class SvgPaintEngine : public QPaintEngine {
public:
    SvgPaintEngine(QSizeF view, int resolution) : QPaintEngine(AllFeatures), m_view(view), m_resolution(resolution) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override
    {
        writePendingText();
        setGroup({});
        return true;
    }
    void updateState(const QPaintEngineState &) override {} // asked for when something is drawn
    Type type() const override { return User; }
    QString elements() const { return m_elements; }

    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawEllipse(const QRectF &rect) override;
    void drawTextItem(const QPointF &start, const QTextItem &item) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override
    {
        drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
    }
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override;
    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

private:
    /** Pieces of one line of text, as they come. */
    struct PendingText {
        QString group;
        QString transform;
        QPointF start;
        double end;
        QString text;
    };

    void add(const QString &group, const QString &element);
    void setGroup(const QString &attributes);
    void writePendingText();
    QString clipAttribute();
    std::optional<QRectF> clip() const;
    void drawLine(const std::vector<PlanePoint> &points);
    QString shapeAttributes(bool isFilled) const;
    QString textAttributes(const QFont &font) const;
    double scale() const { return std::sqrt(std::abs(state->transform().determinant())); }
    bool isUpright() const { return state->transform().type() <= QTransform::TxScale; }

    QSizeF m_view;
    int m_resolution;
    QString m_elements;
    QString m_group; ///< attributes of the group that is open
    QMap<QString, int> m_clips;
    std::optional<PendingText> m_pending;
};

void SvgPaintEngine::add(const QString &group, const QString &element)
{
    writePendingText();
    const QString clip = clipAttribute(); // before the group that needs it begins
    setGroup(clip + group);
    m_elements += element + QLatin1Char('\n');
}

void SvgPaintEngine::setGroup(const QString &attributes)
{
    if (attributes == m_group)
        return;
    if (!m_group.isEmpty())
        m_elements += QStringLiteral("</g>\n");
    if (!attributes.isEmpty())
        m_elements += QStringLiteral("<g%1>\n").arg(attributes);
    m_group = attributes;
}

/** The rectangle that the painter clips to; nothing where all is to be seen. */
std::optional<QRectF> SvgPaintEngine::clip() const
{
    if (!painter()->hasClipping())
        return std::nullopt;
    const QRectF clip = state->transform().mapRect(painter()->clipBoundingRect());
    return clip.adjusted(-2, -2, 2, 2).contains(QRectF(QPointF(), m_view)) ? std::nullopt : std::optional(clip);
}

/** Defined at its first use. Shapes are cut as far as that can be done besides, because not every reader of SVG knows clips. */
QString SvgPaintEngine::clipAttribute()
{
    const std::optional<QRectF> clip = this->clip();
    if (!clip)
        return {};
    const QString rect = rectAttributes(*clip);
    auto known = m_clips.find(rect);
    if (known == m_clips.end()) {
        known = m_clips.insert(rect, int(m_clips.size()) + 1);
        setGroup({});
        m_elements += QStringLiteral("<defs><clipPath id=\"clip%1\"><rect%2/></clipPath></defs>\n").arg(known.value()).arg(rect);
    }
    return attribute("clip-path", QStringLiteral("url(#clip%1)").arg(known.value()));
}

QString SvgPaintEngine::shapeAttributes(bool isFilled) const
{
    const QBrush brush = state->brush();
    const bool hasFill = isFilled && brush.style() != Qt::NoBrush;
    return (hasFill ? colorAttributes("fill", "fill-opacity", brush.color(), state->opacity()) : attribute("fill", QStringLiteral("none")))
           + strokeAttributes(state->pen(), scale(), state->opacity());
}

void SvgPaintEngine::drawPath(const QPainterPath &path)
{
    QPainterPath mapped = state->transform().map(path);
    QString data;
    const std::optional<QRectF> visible = clip();
    if (visible && state->pen().style() == Qt::NoPen && !visible->contains(mapped.boundingRect())) {
        QPainterPath area;
        area.addRect(*visible);
        mapped = mapped.intersected(area);
    }
    for (int i = 0; i < mapped.elementCount(); ++i) {
        const QPainterPath::Element &element = mapped.elementAt(i);
        if (!isFinite(element))
            return;
        if (element.isMoveTo())
            data += QLatin1Char('M');
        else if (element.isLineTo())
            data += QLatin1Char('L');
        else
            data += element.isCurveTo() ? QLatin1Char('C') : QLatin1Char(' ');
        data += pointText(element);
    }
    if (data.isEmpty())
        return;
    const QString rule = attribute("fill-rule", path.fillRule() == Qt::OddEvenFill ? QStringLiteral("evenodd") : QStringLiteral("nonzero"));
    add(shapeAttributes(true), QStringLiteral("<path%1%2/>").arg(rule, attribute("d", data)));
}

void SvgPaintEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    if (mode != PolylineMode) {
        QPainterPath path;
        path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
        path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        return drawPath(path);
    }
    std::vector<PlanePoint> line;
    for (int i = 0; i < count; ++i) {
        const QPointF mapped = state->transform().map(points[i]);
        line.push_back({mapped.x(), mapped.y()});
    }
    if (const std::optional<QRectF> visible = clip()) {
        const double beyond = 2 + state->pen().widthF() * scale(); // no end is seen
        const QRectF area = visible->adjusted(-beyond, -beyond, beyond, beyond);
        line = clippedLine(line, {area.left(), area.top()}, {area.right(), area.bottom()});
    }
    drawLine(line);
}

/** In pieces where a point is not a number. */
void SvgPaintEngine::drawLine(const std::vector<PlanePoint> &points)
{
    QStringList piece;
    const auto write = [&] {
        if (piece.size() > 1)
            add(shapeAttributes(false), QStringLiteral("<polyline%1/>").arg(attribute("points", piece.join(QLatin1Char(' ')))));
        piece.clear();
    };
    for (const PlanePoint &point : points) {
        if (std::isfinite(point.x) && std::isfinite(point.y))
            piece.append(pointText({point.x, point.y}));
        else
            write();
    }
    write();
}

void SvgPaintEngine::drawRects(const QRectF *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        if (!isUpright()) {
            QPainterPath path;
            path.addRect(rects[i]);
            drawPath(path);
            continue;
        }
        QRectF rect = state->transform().mapRect(rects[i]);
        const std::optional<QRectF> visible = clip();
        if (visible && state->pen().style() == Qt::NoPen)
            rect = rect.intersected(*visible);
        add(shapeAttributes(true), QStringLiteral("<rect%1/>").arg(rectAttributes(rect)));
    }
}

void SvgPaintEngine::drawEllipse(const QRectF &ellipse)
{
    if (!isUpright())
        return QPaintEngine::drawEllipse(ellipse);
    const QRectF rect = state->transform().mapRect(ellipse);
    const std::optional<QRectF> visible = clip();
    if (!isFinite(rect.topLeft()) || !isFinite(rect.bottomRight()) || (visible && !visible->intersects(rect)))
        return;
    add(shapeAttributes(true), QStringLiteral("<ellipse%1%2%3%4/>")
                                   .arg(attribute("cx", shortNumber(rect.center().x())), attribute("cy", shortNumber(rect.center().y())),
                                        attribute("rx", shortNumber(rect.width() / 2)), attribute("ry", shortNumber(rect.height() / 2))));
}

QString SvgPaintEngine::textAttributes(const QFont &font) const
{
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * m_resolution / 72;
    QString text = colorAttributes("fill", "fill-opacity", state->pen().color(), state->opacity());
    text += attribute("font-family", travellingFamilies().join(QStringLiteral(", "))) + attribute("font-size", shortNumber(pixels));
    if (font.weight() != QFont::Normal)
        text += attribute("font-weight", QString::number(font.weight()));
    if (font.italic())
        text += attribute("font-style", QStringLiteral("italic"));
    return text;
}

/** A painter draws a line of text in pieces, one for each script and font; here they become one again. */
void SvgPaintEngine::drawTextItem(const QPointF &start, const QTextItem &item)
{
    constexpr double samePlace = 0.5; // pixels
    QString transform;
    QPointF from = start;
    if (state->transform().type() <= QTransform::TxTranslate) {
        from = state->transform().map(start);
    } else {
        const QTransform &t = state->transform();
        QStringList numbers;
        for (const double number : {t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()})
            numbers.append(QString::number(number, 'g', 8));
        transform = attribute("transform", QStringLiteral("matrix(%1)").arg(numbers.join(QLatin1Char(','))));
    }
    const QString group = clipAttribute() + textAttributes(item.font());
    const bool runsRight = !(item.renderFlags() & QTextItem::RightToLeft);
    const bool continues = m_pending && runsRight && m_pending->group == group && m_pending->transform == transform
                           && std::abs(m_pending->end - from.x()) < samePlace && std::abs(m_pending->start.y() - from.y()) < samePlace;
    if (!continues) {
        writePendingText();
        m_pending = {group, transform, from, from.x(), {}};
    }
    m_pending->text += item.text();
    m_pending->end = from.x() + item.width();
}

void SvgPaintEngine::writePendingText()
{
    if (!m_pending)
        return;
    const PendingText line = *std::exchange(m_pending, std::nullopt);
    if (line.text.trimmed().isEmpty())
        return;
    setGroup(line.group);
    m_elements += QStringLiteral("<text%1%2%3 xml:space=\"preserve\">%4</text>\n")
                      .arg(line.transform, attribute("x", shortNumber(line.start.x())), attribute("y", shortNumber(line.start.y())),
                           xmlText(line.text));
}

void SvgPaintEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    // No dots but those in sight, and a little more, since dots are cut whole.
    const QRectF whole = state->transform().mapRect(target);
    const QRectF seen = whole.intersected(clip().value_or(whole));
    if (seen.isEmpty())
        return;
    const double across = source.width() / whole.width();
    const double down = source.height() / whole.height();
    const QRectF wanted(source.x() + (seen.x() - whole.x()) * across, source.y() + (seen.y() - whole.y()) * down, seen.width() * across,
                        seen.height() * down);
    const QRect part = wanted.toAlignedRect().intersected(image.rect());
    const QRectF rect(whole.x() + (part.x() - source.x()) / across, whole.y() + (part.y() - source.y()) / down, part.width() / across,
                      part.height() / down);
    image.copy(part).save(&buffer, "PNG");
    add({}, QStringLiteral("<image%1 preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,%2\"/>")
                .arg(rectAttributes(rect), QString::fromLatin1(png.toBase64())));
}

SvgPicture::SvgPicture(QSize size, QSizeF view, int resolution, const QString &title)
    : m_size(size), m_view(view), m_resolution(resolution), m_title(title), m_engine(std::make_unique<SvgPaintEngine>(view, resolution))
{
}

SvgPicture::~SvgPicture() = default;

QPaintEngine *SvgPicture::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgPicture::bytes() const
{
    const QString view = QStringLiteral("0 0 %1 %2").arg(shortNumber(m_view.width()), shortNumber(m_view.height()));
    return (QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"%1\" height=\"%2\" viewBox=\"%3\" "
                           "xmlns=\"http://www.w3.org/2000/svg\""
                           " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\">\n<title>")
                .arg(m_size.width())
                .arg(m_size.height())
                .arg(view)
            + xmlText(m_title) + QStringLiteral("</title>\n") + m_engine->elements() + QStringLiteral("</svg>\n"))
        .toUtf8();
}

int SvgPicture::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return int(std::ceil(m_view.width()));
    case PdmHeight:
        return int(std::ceil(m_view.height()));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return m_resolution;
    case PdmWidthMM:
        return int(m_view.width() * 25.4 / m_resolution);
    case PdmHeightMM:
        return int(m_view.height() * 25.4 / m_resolution);
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return 0;
    }
}

} // namespace actiscope
