#include "ui/functions/list/activation_list.h"

#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "ui/base/language.h"
#include "ui/base/plain_text.h"
#include "ui/base/scale.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/list/activation_delegate.h"
#include "ui/functions/list/activation_filter.h"
#include "ui/functions/list/activation_list_model.h"
#include "ui/functions/list/activation_search.h"
#include "ui/functions/state/functions_state.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int shortestPanel = 200; ///< pixels of text in it at least

} // namespace

ActivationList::ActivationList(FunctionsState &state, const ActivationColors &colors, QWidget *parent)
    : QWidget(parent), m_state(state), m_model(new ActivationListModel(state, colors, this)),
      m_words(std::make_unique<ActivationSearch>(usedLanguage())),
      m_filtered(new ActivationFilter(*m_model, *m_words, this)), m_search(new QLineEdit(this)), m_presets(new QToolButton(this)),
      m_view(new QTreeView(this))
{
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search activations"));
    m_search->setToolTip(tr("Finds names and properties, as in “smooth”, “bounded”, “non-monotonic” or “has α” (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ActivationList::takeQuery);
    setupPresets();
    setupView();
    setupNoMatch();
    setFocusProxy(m_view);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    m_top->setSpacing(4);
    m_top->addWidget(m_search, 1);
    m_top->addWidget(m_presets);
    layout->addLayout(m_top);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_noMatch, 1);

    connect(&state, &FunctionsState::focusChanged, this, &ActivationList::showFocus);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->expandAll();
        showFocus();
    });
    showFocus();
}

/** Names of the activations that come with the program are seen whole; those of custom ones may be of any length. */
QSize ActivationList::minimumSizeHint() const
{
    const QFontMetrics metrics(m_view->font());
    int widest = 0;
    for (const Activation &activation : activations())
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(activation.name)));
    const int box = m_view->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, m_view);
    const int gaps = 4 * (m_view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_view) + 1);
    const int beside = 2 * m_view->indentation() + box + m_view->iconSize().width() + gaps + m_view->verticalScrollBar()->sizeHint().width();
    const QMargins margins = layout()->contentsMargins();
    return {widest + beside + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

/** The presets stand below the search where it would have no room for what it says. */
void ActivationList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QMargins margins = layout()->contentsMargins();
    const int search = m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + scaled(40);
    const bool fits = width() - margins.left() - margins.right() >= search + m_top->spacing() + m_presets->sizeHint().width();
    m_top->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ActivationList::setupView()
{
    m_view->setModel(m_filtered);
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false); // lies on the panel
    m_view->setIndentation(12);
    m_view->setUniformRowHeights(true);
    followScale(*m_view, [this] { m_view->setIconSize(QSize(scaled(16), scaled(16))); });
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setAccessibleName(tr("Activations"));
    m_view->setObjectName(QStringLiteral("activationList"));
    m_view->installEventFilter(this);
    m_view->expandAll();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ActivationList::takeCurrent);
    auto *delegate = new ActivationDelegate(this);
    m_view->setItemDelegate(delegate);
    connect(delegate, &ActivationDelegate::nameClicked, this, &ActivationList::takeCurrent);
    connect(delegate, &ActivationDelegate::nameDoubleClicked, this, [this](const QModelIndex &index) {
        if (const Activation *activation = activationAt(index))
            m_state.setShown(*activation, true);
    });
}

void ActivationList::setupNoMatch()
{
    m_noMatch = new QWidget(this);
    m_noMatch->setObjectName(QStringLiteral("noMatch"));
    m_noMatchText = new QLabel(m_noMatch);
    m_noMatchText->setTextFormat(Qt::PlainText);
    m_noMatchText->setWordWrap(true);
    m_clear = new QPushButton(tr("Clear the search"), m_noMatch);
    m_clear->setToolTip(tr("Lists all activations again (Esc)"));
    m_clear->setAutoDefault(false);
    connect(m_clear, &QPushButton::clicked, m_search, [this] {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    auto *layout = new QVBoxLayout(m_noMatch);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_noMatchText);
    layout->addWidget(m_clear);
    layout->addStretch(1);
    m_noMatch->hide();
}

void ActivationList::takeQuery(const QString &text)
{
    m_follows = true; // what vanishes from the list does not lose the focus
    m_filtered->setQuery(text);
    m_view->expandAll();
    m_view->setCurrentIndex(m_filtered->mapFromSource(m_model->indexOf(m_state.focus())));
    m_follows = false;
    const bool isEmpty = m_filtered->rowCount() == 0;
    m_noMatchText->setText(tr("No activation matches “%1”.").arg(wrapped(text.trimmed(), m_noMatchText->font(), shortestPanel)));
    m_noMatch->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
}

const Activation *ActivationList::activationAt(const QModelIndex &index) const
{
    return m_model->activationAt(m_filtered->mapToSource(index));
}

ActivationList::~ActivationList() = default;

void ActivationList::setupPresets()
{
    auto *menu = new QMenu(this);
    for (const ActivationPreset &preset : m_words->presets()) {
        menu->addAction(preset.title, this, [this, &preset] {
            const std::vector<const Activation *> members = preset.among(m_state.available());
            m_state.showOnly(members);
            if (!members.empty() && !m_state.isShown(m_state.focus()))
                m_state.setFocus(*members.front());
        });
    }
    menu->addSeparator();
    menu->addAction(tr("None"), this, [this] { m_state.showOnly({}); });
    m_presets->setText(tr("Presets"));
    m_presets->setAccessibleName(m_presets->text());
    m_presets->setToolTip(tr("Shows a group of activations that belong together, and nothing else"));
    m_presets->setFocusPolicy(Qt::StrongFocus);
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_presets->setMenu(menu);
}

void ActivationList::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
    QPalette colors;
    colors.setColor(QPalette::Highlight, theme.selection);
    colors.setColor(QPalette::HighlightedText, theme.text);
    m_view->setPalette(colors);
    m_presets->setStyleSheet(ViewBar::buttonSheet(theme));
}

void ActivationList::showFocus()
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_state.focus()));
    if (!index.isValid() || index == m_view->currentIndex())
        return;
    m_follows = true;
    m_view->setCurrentIndex(index);
    m_follows = false;
}

void ActivationList::takeCurrent(const QModelIndex &current)
{
    const Activation *activation = activationAt(current);
    if (activation && !m_follows)
        m_state.setPreview(*activation);
}

bool ActivationList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize) // the focus stays in sight
        QTimer::singleShot(0, m_view, [this] { m_view->scrollTo(m_view->currentIndex()); });
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((watched == m_search && searchKey(key)) || (watched == m_view && listKey(key)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ActivationList::searchKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key.key() != Qt::Key_Down && key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter)
        return false;
    // From the field straight to the first activation found.
    const QModelIndex first = m_filtered->index(0, 0, m_filtered->index(0, 0));
    if (first.isValid()) {
        m_view->setCurrentIndex(first);
        m_view->setFocus(Qt::TabFocusReason);
    }
    return true;
}

bool ActivationList::listKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        if (const Activation *activation = activationAt(m_view->currentIndex()))
            m_state.setShown(*activation, !m_state.isShown(*activation));
        return true;
    }
    if (key.key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const bool isTyped = !key.text().isEmpty() && key.text().front().isLetterOrNumber()
                         && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isTyped)
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->setText(key.text());
    return true;
}

} // namespace actiscope
