// The registry as a tree of two levels, families and their activations, with a check mark and the curve's colour each.
// Reads and changes a FunctionsState. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QAbstractItemModel>

#include <string>
#include <vector>

namespace actiscope {

struct Activation;
class ActivationColors;
class FunctionsState;

class ActivationListModel : public QAbstractItemModel {
    Q_OBJECT

public:
    ActivationListModel(FunctionsState &state, const ActivationColors &colors, QObject *parent = nullptr);

    void setTheme(const Theme &theme);
    /** The activation of a row, or null for a family. */
    const Activation *activationAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Activation &activation) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Family {
        std::string key;
        std::vector<const Activation *> members;
    };
    void groupByFamily();
    void refreshRows();
    QVariant activationData(const Activation &activation, int role) const;

    FunctionsState &m_state;
    const ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    std::vector<Family> m_families; ///< in order of first appearance
};

} // namespace actiscope
