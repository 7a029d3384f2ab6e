#include "ui/functions/list/activation_list_model.h"

#include "core/activations/activation.h"
#include "ui/base/activation_colors.h"
#include "ui/base/activation_family.h"
#include "ui/base/scale.h"
#include "ui/functions/state/functions_state.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace actiscope {

namespace {

constexpr quintptr familyLevel = ~quintptr{0}; ///< internal id of families; activations carry their family's row
constexpr int listDotSize = 16;
constexpr int listRowHeight = 23; ///< at least

/** A filled dot for a curve that is drawn, an empty ring for one that is not; the same in a selected row, where styles
 *  would tint it. */
QIcon dot(const QColor &color, bool filled)
{
    const qreal ratio = qApp->devicePixelRatio();
    const int size = scaled(listDotSize);
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(double(size) / listDotSize, double(size) / listDotSize);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(3, 3, listDotSize - 6, listDotSize - 6));
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace

ActivationListModel::ActivationListModel(FunctionsState &state, const ActivationColors &colors, QObject *parent)
    : QAbstractItemModel(parent), m_state(state), m_colors(colors)
{
    groupByFamily();
    connect(&state, &FunctionsState::availableChanged, this, [this] {
        beginResetModel();
        groupByFamily();
        endResetModel();
    });
    connect(&state, &FunctionsState::shownChanged, this, &ActivationListModel::refreshRows);
    connect(&colors, &ActivationColors::changed, this, &ActivationListModel::refreshRows);
}

void ActivationListModel::groupByFamily()
{
    m_families.clear();
    for (const Activation *activation : m_state.available()) {
        auto family = std::ranges::find(m_families, activation->family, &Family::key);
        if (family == m_families.end())
            family = m_families.insert(family, Family{activation->family, {}});
        family->members.push_back(activation);
    }
}

void ActivationListModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    refreshRows();
}

const Activation *ActivationListModel::activationAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == familyLevel)
        return nullptr;
    return m_families[index.internalId()].members[std::size_t(index.row())];
}

QModelIndex ActivationListModel::indexOf(const Activation &activation) const
{
    for (std::size_t family = 0; family < m_families.size(); ++family) {
        const auto &members = m_families[family].members;
        const auto found = std::ranges::find(members, &activation);
        if (found != members.end())
            return createIndex(int(found - members.begin()), 0, quintptr(family));
    }
    return {};
}

QModelIndex ActivationListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : familyLevel);
}

QModelIndex ActivationListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == familyLevel)
        return {};
    return createIndex(int(child.internalId()), 0, familyLevel);
}

int ActivationListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_families.size());
    if (parent.internalId() == familyLevel && parent.column() == 0)
        return int(m_families[std::size_t(parent.row())].members.size());
    return 0;
}

int ActivationListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ActivationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::SizeHintRole)
        return QSize(0, std::max(scaled(listRowHeight), QFontMetrics(QApplication::font()).height() + scaled(4)));
    if (const Activation *activation = activationAt(index))
        return activationData(*activation, role);
    if (role == Qt::DisplayRole)
        return activationFamilyTitle(m_families[std::size_t(index.row())].key);
    if (role == Qt::ForegroundRole)
        return m_theme.mutedText;
    return {};
}

QVariant ActivationListModel::activationData(const Activation &activation, int role) const
{
    const bool shown = m_state.isShown(activation);
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(activation.name);
    case Qt::CheckStateRole:
        return shown ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        return dot(shown ? m_colors.color(activation.id, m_theme) : m_theme.mutedText, shown);
    case Qt::ToolTipRole:
        return shown ? tr("%1: select it to read about it and to bend it").arg(QString::fromStdString(activation.name))
                     : tr("%1: select it to preview it, tick it to keep it").arg(QString::fromStdString(activation.name));
    default:
        return {};
    }
}

bool ActivationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Activation *activation = activationAt(index);
    if (!activation || role != Qt::CheckStateRole)
        return false;
    const bool shown = value.toInt() == Qt::Checked;
    m_state.setShown(*activation, shown); // tells refreshRows() through shownChanged()
    if (shown)
        m_state.setFocus(*activation);
    return true;
}

Qt::ItemFlags ActivationListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!activationAt(index))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

void ActivationListModel::refreshRows()
{
    for (int family = 0; family < rowCount(); ++family) {
        const QModelIndex parent = index(family, 0);
        emit dataChanged(parent, parent);
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent));
    }
}

} // namespace actiscope
