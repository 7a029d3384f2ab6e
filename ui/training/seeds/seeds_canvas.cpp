#include "ui/training/seeds/seeds_canvas.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

constexpr double canvasInset = 6;
constexpr double leastWithPlanes = 440; ///< lower, the verdict would be out of sight

} // namespace

SeedsCanvas::SeedsCanvas(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Many seeds"));
    setMinimumWidth(320);
}

void SeedsCanvas::setLook(const Theme &theme, const std::vector<ModelStyle> &styles)
{
    m_theme = theme;
    m_styles = styles;
    m_picture.setLook(m_theme, font(), m_styles);
    refresh();
}

void SeedsCanvas::setProgress(std::shared_ptr<const SeedProgress> progress)
{
    const bool isOther = m_picture.data().isEmpty() || m_picture.data().progress().study != progress->study;
    m_picture.setProgress(std::move(progress));
    if (isOther)
        mark(-1);
    refresh();
    QStringList said = QStringList(m_picture.verdict()) + m_picture.notes();
    if (const QString sweep = m_picture.sweepText(); !sweep.isEmpty())
        said << sweep;
    const QString words = said.join(QStringLiteral(". "));
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void SeedsCanvas::setVisibleHeight(int height)
{
    if (std::exchange(m_visibleHeight, height) != height)
        refresh();
}

/** Within the ring of the focus; numbers at the right end of an axis reach beyond it. */
QRectF SeedsCanvas::contents() const
{
    return QRectF(rect()).adjusted(canvasInset, canvasInset, -3 * canvasInset, -canvasInset);
}

/** Draws anew, at the height that it needs. */
void SeedsCanvas::refresh()
{
    m_picture.setCompact(m_visibleHeight > 0 && m_visibleHeight < m_picture.designHeight(leastWithPlanes));
    setMinimumHeight(static_cast<int>(std::ceil(m_picture.leastHeight(contents().width()) + 2 * canvasInset)));
    m_picture.layOut(contents());
    m_drawn = {};
    update();
}

void SeedsCanvas::mark(int seed)
{
    if (std::exchange(m_marked, seed) == seed)
        return;
    setCursor(seed < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
    emit markedChanged(seed);
}

void SeedsCanvas::paintEvent(QPaintEvent *)
{
    if (m_drawn.isNull()) {
        const double ratio = devicePixelRatioF();
        m_drawn = QPixmap((QSizeF(size()) * ratio).toSize());
        m_drawn.setDevicePixelRatio(ratio);
        m_drawn.fill(m_theme.plotBackground);
        QPainter painter(&m_drawn);
        m_picture.paint(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    m_picture.paintMarked(painter, m_marked);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void SeedsCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void SeedsCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setLook(m_theme, m_styles);
}

void SeedsCanvas::mouseMoveEvent(QMouseEvent *event)
{
    mark(m_picture.seedAt(event->position()));
}

void SeedsCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int seed = m_picture.seedAt(event->position());
    if (event->button() == Qt::LeftButton && seed >= 0)
        emit chosen(seed);
}

void SeedsCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    mark(-1);
}

void SeedsCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
}

void SeedsCanvas::keyPressEvent(QKeyEvent *event)
{
    const int last = m_picture.data().isEmpty() ? -1 : static_cast<int>(m_picture.data().seeds()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
        return mark(std::min(m_marked + 1, last));
    case Qt::Key_Left:
        return mark(m_marked < 0 ? last : std::max(m_marked - 1, 0));
    case Qt::Key_Home:
        return mark(std::min(0, last));
    case Qt::Key_End:
        return mark(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0)
            return emit chosen(m_marked);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace actiscope
