#include "ui/functions/activation_list.h"

#include "core/activation.h"
#include "ui/functions/activation_list_model.h"
#include "ui/functions/functions_state.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace actiscope {

ActivationList::ActivationList(FunctionsState &state, const ActivationColors &colors, QWidget *parent)
    : QWidget(parent), m_state(state), m_model(new ActivationListModel(state, colors, this)),
      m_filtered(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)), m_view(new QTreeView(this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setAutoAcceptChildRows(true);

    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search activations"));
    m_search->setToolTip(tr("Shows the activations and groups whose name contains this (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text.trimmed());
        m_view->expandAll();
        showFocus();
    });
    setupView();
    setFocusProxy(m_view);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);

    connect(&state, &FunctionsState::focusChanged, this, &ActivationList::showFocus);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->expandAll();
        showFocus();
    });
    showFocus();
}

void ActivationList::setupView()
{
    m_view->setModel(m_filtered);
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false); // lies on the panel
    m_view->setIndentation(12);
    m_view->setUniformRowHeights(true);
    m_view->setIconSize(QSize(16, 16));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setAccessibleName(tr("Activations"));
    m_view->setObjectName(QStringLiteral("activationList"));
    m_view->installEventFilter(this);
    m_view->expandAll();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ActivationList::takeCurrent);
}

void ActivationList::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
    QPalette colors;
    colors.setColor(QPalette::Highlight, theme.selection);
    colors.setColor(QPalette::HighlightedText, theme.text);
    m_view->setPalette(colors);
}

void ActivationList::showFocus()
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_state.focus()));
    if (index.isValid() && index != m_view->currentIndex())
        m_view->setCurrentIndex(index);
}

void ActivationList::takeCurrent(const QModelIndex &current)
{
    if (const Activation *activation = m_model->activationAt(m_filtered->mapToSource(current)))
        m_state.setFocus(*activation);
}

bool ActivationList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        // From the field straight to the first activation found.
        for (int family = 0; family < m_filtered->rowCount(); ++family) {
            const QModelIndex first = m_filtered->index(0, 0, m_filtered->index(family, 0));
            if (!first.isValid())
                continue;
            m_view->setCurrentIndex(first);
            m_view->setFocus(Qt::TabFocusReason);
            break;
        }
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        const QModelIndex source = m_filtered->mapToSource(m_view->currentIndex());
        if (const Activation *activation = m_model->activationAt(source))
            m_state.setShown(*activation, !m_state.isShown(*activation));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace actiscope
