#include "ui/functions/list/activation_filter.h"

#include "ui/functions/list/activation_list_model.h"
#include "ui/functions/list/activation_search.h"

namespace actiscope {

ActivationFilter::ActivationFilter(ActivationListModel &model, const ActivationSearch &search, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model), m_search(search)
{
    setSourceModel(&model);
    setRecursiveFilteringEnabled(true);
}

void ActivationFilter::setQuery(const QString &query)
{
    m_query = query.trimmed();
    invalidateFilter();
}

/** A family is there when one of its members is. */
bool ActivationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const Activation *activation = m_model.activationAt(m_model.index(row, 0, parent));
    return m_query.isEmpty() || (activation && m_search.matches(*activation, m_query));
}

} // namespace actiscope
