#include "ui/window/command_palette.h"

#include "ui/base/scale.h"
#include "ui/window/actions/action_registry.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
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
constexpr int nameColumn = 0, keyColumn = 1, whereColumn = 2;

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
    setupList();
    m_noMatch = new QLabel(this);
    m_noMatch->setTextFormat(Qt::PlainText);
    m_noMatch->setWordWrap(true);
    m_noMatch->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noMatch->setMargin(scaled(8));
    m_noMatch->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noMatch, 1);
    fill();
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::runCurrent);
    search();
    const int lineHeight = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().lineSpacing();
    const int width = scaled(paletteWidth);
    resize(QSize(width, (paletteRows + 3) * lineHeight).boundedTo(screen()->availableSize() - QSize(80, 80)));
}

void CommandPalette::setupList()
{
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setStyleSheet(scaledSheet(QStringLiteral("QTreeView::item { padding: 4dp 8dp; }")));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it, and hands arrows on
    m_list->header()->setStretchLastSection(true); // where it belongs may be cut, what it is called may not
    for (const int column : {nameColumn, keyColumn})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void CommandPalette::fill()
{
    for (const ActionRegistry::Group &group : m_registry.groups())
        addGroup(group.group);
    for (const ActionGroup &group : m_registry.offers(*this))
        addGroup(group);
}

void CommandPalette::addGroup(const ActionGroup &group)
{
    for (QAction *action : group.actions)
        addRow(*action, withoutMnemonic(group.title));
}

void CommandPalette::addRow(QAction &action, const QString &where)
{
    auto *row = new QTreeWidgetItem(m_list, {actionWords(action), actionKeys(action), where});
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
        const QString name = row->text(nameColumn) + QLatin1Char(' ') + row->text(whereColumn);
        const bool fits = hasAll(name + QLatin1Char(' ') + row->toolTip(0), words);
        row->setHidden(!fits);
        if (fits && (!best || (!isNamed && hasAll(name, words)))) {
            isNamed = hasAll(name, words);
            best = row;
        }
    }
    m_list->setCurrentItem(best);
    constexpr int mostLetters = 40; // of what was typed, which may be a page that was pasted
    const QString typed = m_field->text().simplified();
    m_noMatch->setText(tr("Nothing is called “%1”. Try fewer letters, or other words.")
                           .arg(typed.size() > mostLetters ? typed.left(mostLetters) + QStringLiteral("…") : typed));
    m_list->setVisible(best);
    m_noMatch->setVisible(!best);
    m_field->setAccessibleDescription(noMatchText());
}

QString CommandPalette::noMatchText() const
{
    return m_noMatch->isHidden() ? QString() : m_noMatch->text();
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
