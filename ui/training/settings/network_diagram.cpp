#include "ui/training/settings/network_diagram.h"

#include "ui/base/scale.h"

#include "core/engine/cohort.h"
#include "ui/training/settings/layer_box.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int diagramHeight = 36;
constexpr int buttonSize = 26;
constexpr int diagramGap = 4;
constexpr int leastDiagramWidth = 200;

} // namespace

NetworkDiagram::NetworkDiagram(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followScale(*this, [this] { updateGeometry(); });
    m_remove = new QToolButton(this);
    m_remove->setText(QStringLiteral("−"));
    m_remove->setAccessibleName(tr("Remove a hidden layer"));
    m_remove->setToolTip(tr("Removes the hidden layer that was chosen last, or the last one (Delete in a box)"));
    m_add = new QToolButton(this);
    m_add->setText(QStringLiteral("+"));
    m_add->setAccessibleName(tr("Add a hidden layer"));
    m_add->setToolTip(tr("Adds a hidden layer, up to %1").arg(maxHiddenLayers));
    connect(m_add, &QToolButton::clicked, this, &NetworkDiagram::addRequested);
    connect(m_remove, &QToolButton::clicked, this, [this] {
        if (!m_boxes.empty())
            removeLayer(m_chosen ? m_chosen : m_boxes.back());
    });
}

LayerBox *NetworkDiagram::makeBox()
{
    auto *box = new LayerBox(this);
    box->setTheme(m_theme);
    connect(box, &LayerBox::valueChanged, this, [this, box](double units) {
        const auto place = std::ranges::find(m_boxes, box) - m_boxes.begin();
        emit sizeEdited(static_cast<std::size_t>(place), static_cast<int>(units));
    });
    connect(box, &LayerBox::removeRequested, this, [this, box] { removeLayer(box); });
    connect(box, &LayerBox::focusChanged, this, [this, box] {
        m_chosen = box;
        arrange();
    });
    box->show();
    return box;
}

void NetworkDiagram::removeLayer(const LayerBox *box)
{
    const auto place = std::ranges::find(m_boxes, box) - m_boxes.begin();
    m_chosen = nullptr;
    emit removeRequested(static_cast<std::size_t>(place));
}

void NetworkDiagram::showNetwork(int inputs, const std::vector<int> &hidden, int outputs)
{
    m_inputs = inputs;
    m_outputs = outputs;
    while (m_boxes.size() > hidden.size()) {
        LayerBox *box = m_boxes.back();
        m_boxes.pop_back();
        m_chosen = m_chosen == box ? nullptr : m_chosen;
        const bool hadFocus = box->hasFocus();
        box->disconnect(this);
        box->hide();
        box->deleteLater();
        if (hadFocus)
            (m_boxes.empty() ? static_cast<QWidget *>(m_add) : m_boxes.back())->setFocus();
    }
    while (m_boxes.size() < hidden.size()) {
        m_boxes.push_back(makeBox());
        setTabOrder(m_boxes.size() > 1 ? static_cast<QWidget *>(m_boxes[m_boxes.size() - 2]) : this, m_boxes.back());
    }
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        m_boxes[i]->setValue(hidden[i]);
        m_boxes[i]->setAccessibleName(tr("Units of hidden layer %1").arg(i + 1));
        m_boxes[i]->setToolTip(tr("Units of hidden layer %1: type, arrows or wheel; Delete removes the layer").arg(i + 1));
    }
    if (!m_boxes.empty())
        setTabOrder(m_boxes.back(), m_remove);
    setTabOrder(m_remove, m_add);
    m_add->setEnabled(hidden.size() < maxHiddenLayers);
    m_remove->setEnabled(!hidden.empty());
    arrange();
    update();
}

int NetworkDiagram::labelWidth() const
{
    return fontMetrics().horizontalAdvance(QString::number(std::max({m_inputs, m_outputs, 10})));
}

/** Boxes share the room; one that has the focus is as wide as its field. */
void NetworkDiagram::arrange()
{
    const int diagramButton = scaled(buttonSize);
    const int y = (height() - diagramButton) / 2;
    m_add->setGeometry(width() - diagramButton, y, diagramButton, diagramButton);
    m_remove->setGeometry(width() - 2 * diagramButton - diagramGap, y, diagramButton, diagramButton);
    const int count = static_cast<int>(m_boxes.size());
    if (count == 0)
        return;
    const int left = labelWidth() + 2 * diagramGap;
    const int room = m_remove->x() - diagramGap - labelWidth() - 2 * diagramGap - left;
    const int wide = m_boxes.front()->sizeHint().width();
    const int common = std::min(wide, (room - (count - 1) * diagramGap) / count);
    const bool isTight = common < wide;
    const auto widthOf = [&](const LayerBox *box) { return box->hasFocus() ? wide : common; };
    const bool anyFocus = isTight && std::ranges::any_of(m_boxes, [](const LayerBox *box) { return box->hasFocus(); });
    const int others = anyFocus && count > 1 ? (room - (count - 1) * diagramGap - wide) / (count - 1) : common;
    int used = 0;
    for (const LayerBox *box : m_boxes)
        used += anyFocus && !box->hasFocus() ? others : widthOf(box);
    const int gap = count > 1 ? std::clamp((room - used) / (count + 1), diagramGap, 28) : 28;
    int x = left + std::max(0, (room - used - (count - 1) * gap) / 2);
    for (LayerBox *box : m_boxes) {
        const int each = std::max(4, anyFocus && !box->hasFocus() ? others : widthOf(box));
        box->setGeometry(x, (height() - box->height()) / 2, each, box->height());
        x += each + gap;
    }
    update();
}

void NetworkDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int end = m_remove->x() - diagramGap;
    const QRect from(0, 0, labelWidth(), height()), to(end - labelWidth(), 0, labelWidth(), height());
    painter.setPen(QPen(m_theme.outline(), 1));
    painter.drawLine(from.right() + diagramGap, height() / 2, to.left() - diagramGap, height() / 2);
    painter.setPen(m_theme.mutedText);
    painter.drawText(from, Qt::AlignCenter, QString::number(m_inputs));
    painter.drawText(to, Qt::AlignCenter, QString::number(m_outputs));
}

void NetworkDiagram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QSize NetworkDiagram::sizeHint() const
{
    return QSize(scaled(leastDiagramWidth), scaled(diagramHeight));
}

QSize NetworkDiagram::minimumSizeHint() const
{
    return sizeHint();
}

void NetworkDiagram::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString buttons =
        scaledSheet(QStringLiteral("QToolButton { background: %1; border: 1dp solid %2; border-radius: 4dp; padding: 0; }"
                                   "QToolButton:hover { background: %3; }"
                                   "QToolButton:focus { border: 2dp solid %4; }"))
            .arg(theme.background.name(), theme.border.name(), theme.selection.name(), theme.accent.name());
    m_add->setStyleSheet(buttons);
    m_remove->setStyleSheet(buttons);
    for (LayerBox *box : m_boxes)
        box->setTheme(theme);
    update();
}

} // namespace actiscope
