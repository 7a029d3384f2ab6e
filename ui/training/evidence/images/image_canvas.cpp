#include "ui/training/evidence/images/image_canvas.h"

#include "ui/training/evidence/images/image_painting.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int finePixels = 8;      ///< of the drawing, a pixel of the image, in each direction
constexpr double strokeWidth = 0.1; ///< of the side: about as thick as in MNIST
constexpr int usualSide = 88;

} // namespace

ImageCanvas::ImageCanvas(QWidget *parent) : QWidget(parent), m_clear(new QToolButton(this)), m_centre(new QToolButton(this))
{
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Drawing"));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Draw an image here: all models are asked about it. A test image is chosen by a click on it in other rows. Keys: arrows move a cross, Space "
                  "paints there, with Shift an arrow paints on its way."));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Nothing is drawn; the chosen test image is shown again"));
    m_centre->setText(tr("Centre"));
    m_centre->setCheckable(true);
    m_centre->setChecked(true);
    m_centre->setToolTip(tr("The drawing is made as large as the data's images are, its centre of mass where theirs is, as the makers of MNIST did"));
    sayBrush();
    connect(m_clear, &QToolButton::clicked, this, &ImageCanvas::clear);
    connect(m_centre, &QToolButton::toggled, this, &ImageCanvas::setCentred);
}

void ImageCanvas::setImages(int width, int height, const UsualExtent &extent)
{
    if (width == m_width && height == m_height && extent == m_extent && !m_drawing.isNull())
        return;
    m_width = std::max(1, width);
    m_height = std::max(1, height);
    m_extent = extent;
    m_drawing = QImage(m_width * finePixels, m_height * finePixels, QImage::Format_Grayscale8);
    m_drawing.fill(0);
    m_image.reset();
    m_brush = QPoint(m_width / 2, m_height / 2);
    sayBrush();
    update();
}

void ImageCanvas::setShown(const QImage &image)
{
    if (image.cacheKey() == m_shown.cacheKey())
        return;
    m_shown = image;
    update();
}

void ImageCanvas::clear()
{
    m_drawing.fill(0);
    m_image.reset();
    update();
    emit drawn();
}

void ImageCanvas::setCentred(bool centred)
{
    m_isCentred = centred;
    m_centre->setChecked(centred);
    if (m_image)
        take();
}

QSize ImageCanvas::sizeHint() const
{
    const double scale = QFontMetricsF(font()).height() / 17;
    const int side = qRound(usualSide * std::max(1.0, scale));
    const int buttons = std::max(m_clear->sizeHint().width(), m_centre->sizeHint().width());
    return {std::max(side, buttons), side + 4 + m_clear->sizeHint().height() + 2 + m_centre->sizeHint().height()};
}

QRect ImageCanvas::square() const
{
    const int below = 4 + m_clear->sizeHint().height() + 2 + m_centre->sizeHint().height();
    const int side = std::max(16, std::min(width(), height() - below));
    return {0, 0, side, side};
}

void ImageCanvas::resizeEvent(QResizeEvent *)
{
    const int top = square().height() + 4;
    m_clear->setGeometry(0, top, width(), m_clear->sizeHint().height());
    m_centre->setGeometry(0, top + m_clear->height() + 2, width(), m_centre->sizeHint().height());
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QImage &image = m_image || m_shown.isNull() ? m_drawing : m_shown;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_image != nullptr);
    painter.fillRect(square(), Qt::black);
    if (!image.isNull())
        painter.drawImage(square(), image);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(square().adjusted(0, 0, -1, -1));
    if (!hasFocus())
        return;
    const QPointF cross = brushPlace();
    const double arm = std::max(5.0, 0.08 * square().width());
    for (const auto &[color, width] : {std::pair(QColor(Qt::black), 4.0), std::pair(palette().color(QPalette::Highlight), 2.0)}) {
        painter.setPen(QPen(color, width)); // a rim, so that it is seen on what is painted, too
        painter.drawLine(cross - QPointF(arm, 0), cross + QPointF(arm, 0));
        painter.drawLine(cross - QPointF(0, arm), cross + QPointF(0, arm));
    }
}

/** In pixels of the widget: the middle of its pixel. */
QPointF ImageCanvas::brushPlace() const
{
    const QRectF area = square();
    return {area.left() + (m_brush.x() + 0.5) * area.width() / m_width, area.top() + (m_brush.y() + 0.5) * area.height() / m_height};
}

void ImageCanvas::moveBrush(int right, int down, bool paints)
{
    const QPointF from = brushPlace();
    m_brush = QPoint(std::clamp(m_brush.x() + right, 0, m_width - 1), std::clamp(m_brush.y() + down, 0, m_height - 1));
    if (paints)
        stroke(from, brushPlace());
    sayBrush();
    update();
}

void ImageCanvas::sayBrush()
{
    m_spoken.say(tr("Row %1, column %2 of %3 × %4 pixels. Arrow keys move the cross, Space paints there, with Shift an arrow paints on its way.")
                     .arg(m_brush.y() + 1)
                     .arg(m_brush.x() + 1)
                     .arg(m_width)
                     .arg(m_height));
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool paints = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveBrush(-1, 0, paints);
    case Qt::Key_Right:
        return moveBrush(1, 0, paints);
    case Qt::Key_Up:
        return moveBrush(0, -1, paints);
    case Qt::Key_Down:
        return moveBrush(0, 1, paints);
    case Qt::Key_Space:
        return moveBrush(0, 0, true);
    default:
        QWidget::keyPressEvent(event);
    }
}

/** Space paints here and does not train. */
bool ImageCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ImageCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ImageCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !square().contains(event->position().toPoint()))
        return;
    m_last = event->position();
    stroke(m_last, m_last);
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        stroke(m_last, event->position());
}

void ImageCanvas::stroke(QPointF from, QPointF to)
{
    if (m_drawing.isNull())
        return;
    const double scale = static_cast<double>(m_drawing.width()) / square().width();
    QPainter painter(&m_drawing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, strokeWidth * m_drawing.width(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(from * scale, to * scale + QPointF(0.01, 0)); // a line of no length would be none
    painter.end();
    m_last = to;
    take();
}

void ImageCanvas::take()
{
    Drawing drawing{m_drawing.width(), m_drawing.height(), {}};
    drawing.grey.reserve(static_cast<std::size_t>(drawing.width) * static_cast<std::size_t>(drawing.height));
    for (int y = 0; y < drawing.height; ++y) {
        const uchar *line = m_drawing.constScanLine(y);
        for (int x = 0; x < drawing.width; ++x)
            drawing.grey.push_back(static_cast<float>(line[x]) / 255);
    }
    const std::optional<UsualExtent> extent = m_isCentred ? std::optional(m_extent) : std::nullopt;
    m_image = std::make_shared<const std::vector<float>>(imageOf(drawing, m_width, m_height, extent));
    update();
    emit drawn();
}

} // namespace actiscope
