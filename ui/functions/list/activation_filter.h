// The list of activations, narrowed to those that a search finds; families that have none left are not there. GUI thread.
#pragma once

#include <QSortFilterProxyModel>

namespace actiscope {

class ActivationListModel;
class ActivationSearch;

class ActivationFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /** Both live as long as the filter. */
    ActivationFilter(ActivationListModel &model, const ActivationSearch &search, QObject *parent = nullptr);

    void setQuery(const QString &query);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ActivationListModel &m_model;
    const ActivationSearch &m_search;
    QString m_query;
};

} // namespace actiscope
