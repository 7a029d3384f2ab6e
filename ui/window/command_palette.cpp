#include "ui/window/command_palette.h"

#include "ui/window/actions/action_registry.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int paletteRows = 12;   ///< that are seen at once
constexpr int paletteWidth = 560; ///< pixels, in text of the usual size
constexpr int numberRole = Qt::UserRole;

/** Whether every word is in the text. */
bool hasAll(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(ActionRegistry &registry, QWidget *parent) : QDialog(parent), m_registry(registry)
{
    setWindowTitle(tr("Find an action"));
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(tr("What is to be done?"));
    m_field->setAccessibleName(tr("Find an action"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setStyleSheet(QStringLiteral("QTreeView::item { padding: 4px 8px; }"));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it, and hands arrows on
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    fill();
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::runCurrent);
    search();
    const int lineHeight = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().lineSpacing();
    const int width = std::max(paletteWidth, fontMetrics().averageCharWidth() * 72);
    resize(QSize(width, (paletteRows + 3) * lineHeight).boundedTo(screen()->availableSize() - QSize(80, 80)));
}

void CommandPalette::fill()
{
    for (const ActionRegistry::Group &group : m_registry.groups()) {
        for (QAction *action : group.group.actions)
            addRow(*action, QString(group.group.title).remove(QLatin1Char('&')));
    }
}

void CommandPalette::addRow(QAction &action, const QString &where)
{
    auto *row = new QTreeWidgetItem(m_list, {actionWords(action), where, actionKeys(action)});
    row->setData(0, numberRole, m_actions.size());
    row->setToolTip(0, action.toolTip());
    row->setData(0, Qt::AccessibleDescriptionRole, action.toolTip());
    if (action.isChecked())
        row->setText(0, QStringLiteral("✓ ") + row->text(0));
    m_actions.append(&action);
}

/** Names come before sentences: what has the words in its name is chosen first. */
void CommandPalette::search()
{
    const QStringList words = m_field->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QTreeWidgetItem *best = nullptr;
    bool isNamed = false;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = m_list->topLevelItem(i);
        const QString name = row->text(0) + QLatin1Char(' ') + row->text(1);
        const bool fits = hasAll(name + QLatin1Char(' ') + row->toolTip(0), words);
        row->setHidden(!fits);
        if (fits && (!best || (!isNamed && hasAll(name, words)))) {
            isNamed = hasAll(name, words);
            best = row;
        }
    }
    m_list->setCurrentItem(best);
}

QList<QAction *> CommandPalette::found() const
{
    QList<QAction *> found;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = m_list->topLevelItem(i);
        if (!row->isHidden())
            found.append(m_actions[row->data(0, numberRole).toInt()]);
    }
    return found;
}

void CommandPalette::runCurrent()
{
    const QTreeWidgetItem *row = m_list->currentItem();
    if (!row || row->isHidden())
        return;
    QAction *action = m_actions[row->data(0, numberRole).toInt()];
    accept();
    m_registry.run(*action);
}

/** Up and down choose in the list while letters go to the field. */
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown)
        return QDialog::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

} // namespace actiscope
