// What hands do in a NetworkPanel: point, keep, edit, switch off.
#include "core/training/parameter_change.h"
#include "ui/base/number_spin_box.h"
#include "ui/training/evidence/network_row.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace actiscope {

namespace {

constexpr std::size_t weightsInMenu = 12;

} // namespace

std::optional<HiddenUnit> NetworkPanel::hiddenUnit(const std::optional<NetworkLayout::Node> &node) const
{
    if (!node || node->column == 0 || node->column >= moment().snapshot->cohort->shape.layerCount())
        return std::nullopt;
    return HiddenUnit{node->column - 1, node->unit};
}

void NetworkPanel::mouseMoveEvent(QMouseEvent *event)
{
    if (!moment().snapshot || !moment().snapshot->cohort)
        return;
    const NetworkLayout nodes = layout(rect());
    m_hoveredNode = nodes.nodeAt(event->position());
    m_hoveredWeight = m_hoveredNode ? std::nullopt : nodes.weightAt(event->position());
    setCursor(m_hoveredNode || m_hoveredWeight ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    row().selection().pointAt(hiddenUnit(m_hoveredNode));
}

void NetworkPanel::mousePressEvent(QMouseEvent *event)
{
    closeEditor();
    if (event->button() != Qt::LeftButton || !moment().snapshot || !moment().snapshot->cohort)
        return;
    const NetworkLayout nodes = layout(rect());
    const auto node = nodes.nodeAt(event->position());
    if (const auto unit = hiddenUnit(node))
        row().selection().keep(*unit, model());
    else if (const auto weight = node ? std::nullopt : nodes.weightAt(event->position()))
        editWeight(*weight, event->position());
}

/** On a weight the first click has opened its field. */
void NetworkPanel::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_editor)
        EvidencePanel::mouseDoubleClickEvent(event);
}

void NetworkPanel::leaveEvent(QEvent *)
{
    m_hoveredNode.reset();
    m_hoveredWeight.reset();
    update();
    row().selection().pointAt(std::nullopt);
}

void NetworkPanel::editWeight(const ParameterPlace &weight, QPointF place)
{
    const ModelParameters *parameters = m_network.parameters(model());
    if (!parameters)
        return;
    const LinearParameters &layer = parameters->layers[weight.layer];
    openEditor(weightChange(model(), weight, 0), layer.weight[weight.row * static_cast<std::size_t>(layer.inputs) + weight.column], place, weightText(weight));
}

void NetworkPanel::editBias(std::size_t layer, std::size_t unit, QPointF place)
{
    if (const ModelParameters *parameters = m_network.parameters(model()))
        openEditor(biasChange(model(), layer, unit, 0), parameters->layers[layer].bias[unit], place, nodeText({layer + 1, unit}));
}

/** Enter takes the number, Esc or the focus somewhere else leaves it. */
void NetworkPanel::openEditor(const Change &change, double value, QPointF place, const QString &name)
{
    closeEditor();
    m_edited = change;
    m_editor = new NumberSpinBox(this);
    m_editor->setDecimals(6);
    m_editor->setRange(-maxParameter, maxParameter);
    m_editor->setSingleStep(0.1);
    m_editor->setValue(std::isfinite(value) ? value : 0);
    m_editor->setAccessibleName(name);
    m_editor->setToolTip(NetworkRow::tr("Enter takes the number, Esc leaves it"));
    m_editor->installEventFilter(this);
    m_editor->setFixedWidth(std::min(width(), static_cast<int>(style().px(120))));
    m_editor->adjustSize();
    const int left = std::clamp(static_cast<int>(place.x()), 0, std::max(0, width() - m_editor->width()));
    const int top = std::clamp(static_cast<int>(place.y()), 0, std::max(0, height() - m_editor->height()));
    m_editor->move(left, top);
    m_editor->show();
    m_editor->setFocus(Qt::PopupFocusReason);
    m_editor->selectAll();
}

void NetworkPanel::closeEditor()
{
    if (NumberSpinBox *editor = std::exchange(m_editor, nullptr)) {
        editor->removeEventFilter(this);
        editor->hide();
        editor->deleteLater();
    }
}

bool NetworkPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return EvidencePanel::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        closeEditor();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape)
        return false;
    m_editor->interpretText();
    Change change = m_edited;
    change.value = m_editor->value();
    setFocus(Qt::OtherFocusReason);
    closeEditor();
    if (key != Qt::Key_Escape)
        row().selection().askToChange(change);
    return true;
}

void NetworkPanel::moveChosen(int layers, int units)
{
    const std::vector<int> &hidden = moment().snapshot->cohort->shape.hidden;
    HiddenUnit chosen = row().selection().unit().value_or(HiddenUnit{});
    chosen.layer = static_cast<std::size_t>(std::clamp(static_cast<int>(chosen.layer) + layers, 0, static_cast<int>(hidden.size()) - 1));
    chosen.unit = static_cast<std::size_t>(std::clamp(static_cast<int>(chosen.unit) + units, 0, hidden[chosen.layer] - 1));
    row().selection().pointAt(chosen);
    setAccessibleDescription(nodeText({chosen.layer + 1, chosen.unit}));
}

void NetworkPanel::keyPressEvent(QKeyEvent *event)
{
    if (!moment().snapshot || !moment().snapshot->cohort || moment().snapshot->cohort->shape.hidden.empty())
        return EvidencePanel::keyPressEvent(event);
    const std::optional<HiddenUnit> chosen = row().selection().unit();
    const int key = event->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        moveChosen(key == Qt::Key_Left ? -1 : 1, 0);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        moveChosen(0, key == Qt::Key_Up ? -1 : 1);
    else if (chosen && (key == Qt::Key_Return || key == Qt::Key_Enter))
        row().selection().keep(*chosen, model());
    else if (chosen && key == Qt::Key_Delete)
        row().selection().askToSwitchOff(model(), *chosen);
    else
        EvidencePanel::keyPressEvent(event);
}

/** The largest ones: for keys, which point at no line. */
void NetworkPanel::addWeightsInto(QMenu &menu, const NetworkLayout::Node &node, std::function<void()> &wish)
{
    const LinearParameters &layer = m_network.parameters(model())->layers[node.column - 1];
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    std::vector<std::size_t> columns(inputs);
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    std::ranges::stable_sort(columns, std::greater<>(), [&](std::size_t column) { return std::abs(layer.weight[node.unit * inputs + column]); });
    columns.resize(std::min(columns.size(), weightsInMenu));
    QMenu *weights = menu.addMenu(NetworkRow::tr("Edit a weight into it"));
    const QPointF place = layout(rect()).node(node.column, node.unit).center();
    for (const std::size_t column : columns) {
        const ParameterPlace weight{node.column - 1, node.unit, column};
        weights->addAction(weightText(weight), this, [this, weight, place, &wish] { wish = [=, this] { editWeight(weight, place); }; });
    }
}

/** By mouse at what is pointed at, by key at the unit that is chosen. */
void NetworkPanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!moment().snapshot || !moment().snapshot->cohort || !m_network.parameters(model()))
        return;
    const NetworkLayout nodes = layout(rect());
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    std::optional<NetworkLayout::Node> node = isByKey ? std::nullopt : nodes.nodeAt(event->pos());
    if (const auto chosen = row().selection().unit(); isByKey && chosen)
        node = NetworkLayout::Node{chosen->layer + 1, chosen->unit};
    const auto weight = node || isByKey ? std::nullopt : nodes.weightAt(event->pos());
    QMenu menu;
    std::function<void()> wish; // carried out when the menu has given the focus back
    const auto bias = [&] { editBias(node->column - 1, node->unit, nodes.node(node->column, node->unit).center()); };
    if (weight)
        menu.addAction(NetworkRow::tr("Edit this weight…"), this, [&] { wish = [&] { editWeight(*weight, event->pos()); }; });
    if (node && node->column > 0) {
        menu.addAction(NetworkRow::tr("Edit the bias…"), this, [&] { wish = bias; });
        addWeightsInto(menu, *node, wish);
    }
    if (const auto unit = hiddenUnit(node))
        menu.addAction(NetworkRow::tr("Switch this unit off"), this, [&] { row().selection().askToSwitchOff(model(), *unit); });
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
    if (wish)
        wish();
}

} // namespace actiscope
