#include "ui/training/settings/layer_box.h"

#include "ui/base/scale.h"

#include "core/engine/cohort.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

namespace actiscope {

namespace {

constexpr int boxHeight = 32;
constexpr int narrowestLayer = 14;

} // namespace

LayerBox::LayerBox(QWidget *parent) : NumberSpinBox(parent)
{
    setDecimals(0);
    setRange(1, maxHiddenWidth);
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAlignment(Qt::AlignCenter);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setAccelerated(true);
    followScale(*this, [this] { setFixedHeight(scaled(boxHeight)); });
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LayerBox::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(
        scaledSheet(QStringLiteral("QAbstractSpinBox { background: %1; color: %2; border: 1dp solid %3; border-radius: 4dp; padding: 0; }"
                                   "QAbstractSpinBox:focus { border: 2dp solid %4; }"))
            .arg(theme.background.name(), theme.text.name(), theme.outline().name(), theme.accent.name()));
}

QSize LayerBox::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(QStringLiteral("000")) + scaled(12), scaled(boxHeight));
}

QSize LayerBox::minimumSizeHint() const
{
    return QSize(narrowestLayer, scaled(boxHeight));
}

bool LayerBox::isNarrow() const
{
    return width() < sizeHint().width();
}

/** In a narrow box there is no room for a field: it has one while it has the focus. */
void LayerBox::showEditor()
{
    lineEdit()->setVisible(!isNarrow());
}

void LayerBox::resizeEvent(QResizeEvent *event)
{
    NumberSpinBox::resizeEvent(event);
    showEditor();
}

void LayerBox::paintEvent(QPaintEvent *event)
{
    if (!isNarrow()) {
        NumberSpinBox::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.outline());
    painter.setBrush(m_theme.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(m_theme.text);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 10 / 11);
    painter.setFont(small);
    painter.translate(width() / 2.0, height() / 2.0);
    painter.rotate(-90);
    painter.drawText(QRectF(-height() / 2.0, -width() / 2.0, height(), width()), Qt::AlignCenter, text());
}

/** Delete where all is selected means the layer; otherwise what is typed is edited. */
void LayerBox::keyPressEvent(QKeyEvent *event)
{
    const bool isWhole = lineEdit()->selectedText() == lineEdit()->text();
    if (event->key() == Qt::Key_Delete && isWhole)
        emit removeRequested();
    else
        NumberSpinBox::keyPressEvent(event);
}

void LayerBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        NumberSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void LayerBox::focusInEvent(QFocusEvent *event)
{
    NumberSpinBox::focusInEvent(event);
    emit focusChanged();
    selectAll();
}

void LayerBox::focusOutEvent(QFocusEvent *event)
{
    NumberSpinBox::focusOutEvent(event);
    emit focusChanged();
}

void LayerBox::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Remove this layer"), this, &LayerBox::removeRequested);
    menu.exec(event->globalPos());
}

} // namespace actiscope
