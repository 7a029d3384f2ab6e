#include "ui/training/controls/progress_line.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace actiscope {

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(4);
}

void ProgressLine::setColors(const QColor &done, const QColor &rest)
{
    m_done = done;
    m_rest = rest;
    update();
}

void ProgressLine::setShare(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_share)
        return;
    m_share = share;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(rect(), m_rest);
    painter.fillRect(QRectF(0, 0, width() * m_share, height()), m_done);
}

} // namespace actiscope
