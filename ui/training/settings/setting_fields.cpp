#include "ui/training/settings/setting_fields.h"

#include "ui/base/elided_label.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actiscope {

namespace {

QGridLayout *makeGrid(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    return grid;
}

constexpr int foldIcon = 16;

QPushButton *makeFold(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setFlat(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
    followScale(*button, [button] { button->setIconSize(QSize(scaled(foldIcon), scaled(foldIcon))); });
    return button;
}

} // namespace

SettingFields::SettingFields(const QString &title, QWidget *parent) : QWidget(parent)
{
    m_heading = makeFold(title, this);
    m_heading->setChecked(true);
    m_heading->setToolTip(tr("Show or hide these settings"));
    QFont font = m_heading->font();
    font.setBold(true);
    m_heading->setFont(font);
    m_note = new ElidedLabel(this);
    followScale(*m_note, [this] {
        QFont small = m_heading->font();
        small.setBold(false);
        small.setPointSizeF(small.pointSizeF() * 9 / 11);
        m_note->setFont(small);
    });
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_top = new QHBoxLayout;
    m_top->setSpacing(8);
    m_top->addWidget(m_heading);
    m_top->addWidget(m_note, 1);
    m_heading->setVisible(!title.isEmpty());
    m_note->setVisible(!title.isEmpty());
    m_body = new QWidget(this);
    m_fields = makeGrid(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_top);
    layout->addWidget(m_body);
    connect(m_heading, &QPushButton::toggled, this, &SettingFields::updateHeading);
}

void SettingFields::setupMore()
{
    m_more = makeFold({}, this);
    m_rare = new QWidget(m_body);
    m_rareFields = makeGrid(m_rare);
    m_top->addWidget(m_more);
    m_fields->addWidget(m_rare, 1000, 0, 1, 2); // below all that is added later
    connect(m_more, &QPushButton::toggled, this, &SettingFields::updateMore);
    updateMore();
}

void SettingFields::addField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip)
{
    addRow(*m_fields, option, {.field = field, .name = label, .toolTip = toolTip});
}

void SettingFields::addRareField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip)
{
    if (!m_more)
        setupMore();
    field->setParent(m_rare);
    addRow(*m_rareFields, option, {.field = field, .name = label, .toolTip = toolTip, .isRare = true});
}

void SettingFields::addRow(QGridLayout &grid, const std::string &option, Row row)
{
    row.label = new QLabel(row.name, grid.parentWidget());
    row.label->setBuddy(row.field);
    row.label->setToolTip(row.toolTip);
    row.label->setWordWrap(true);
    row.field->setToolTip(row.toolTip);
    row.field->setAccessibleName(row.name);
    row.message = new QLabel(grid.parentWidget());
    row.message->setWordWrap(true);
    row.message->setTextFormat(Qt::PlainText);
    row.message->hide();
    grid.addWidget(row.label, m_line, 0);
    grid.addWidget(row.field, m_line, 1, Qt::AlignRight);
    grid.addWidget(row.message, m_line + 1, 0, 1, 2);
    m_line += 2;
    m_rows[option] = row;
}

void SettingFields::setFieldVisible(const std::string &option, bool visible)
{
    const Row &row = m_rows.at(option);
    row.label->setVisible(visible);
    row.field->setVisible(visible);
    if (!visible)
        row.message->hide();
}

void SettingFields::setMarked(const std::string &option, bool marked, const QString &why)
{
    const Row &row = m_rows.at(option);
    QFont font = this->font();
    font.setBold(marked);
    row.label->setFont(font);
    row.label->setText(marked ? tr("%1 ≠").arg(row.name) : row.name);
    row.label->setToolTip(marked ? why + QLatin1Char('\n') + row.toolTip : row.toolTip);
    row.field->setAccessibleDescription(marked ? why : QString());
}

void SettingFields::addWide(QWidget *widget)
{
    m_fields->addWidget(widget, m_line, 0, 1, 2);
    m_line += 2;
}

void SettingFields::addTop(QWidget *widget)
{
    m_fields->addWidget(widget, 0, 0, 1, 2);
}

void SettingFields::addRareTop(QWidget *widget)
{
    if (!m_more)
        setupMore();
    widget->setParent(m_rare);
    m_rareFields->addWidget(widget, 0, 0, 1, 2);
    widget->show();
}

void SettingFields::setNote(const QString &note)
{
    m_note->setFullText(note);
}

void SettingFields::setChangedRare(int count)
{
    m_changedRare = count;
    updateMore();
}

void SettingFields::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString fold = scaledSheet(QStringLiteral(
        "QPushButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp 4dp 2dp 0; text-align: left; color: %1; }"
        "QPushButton:hover { background: %2; }"
        "QPushButton:focus { border-color: %3; }"));
    m_heading->setStyleSheet(fold.arg(theme.text.name(), theme.background.name(), theme.accent.name()));
    if (m_more)
        m_more->setStyleSheet(fold.arg(theme.mutedText.name(), theme.background.name(), theme.accent.name()));
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, theme.mutedText);
    m_note->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.error);
    for (const auto &[option, row] : m_rows)
        row.message->setPalette(palette);
    updateHeading();
    updateMore();
}

bool SettingFields::isOpen() const
{
    return m_heading->isChecked();
}

void SettingFields::setOpen(bool open)
{
    m_heading->setChecked(open);
}

void SettingFields::updateHeading()
{
    m_body->setVisible(isOpen());
    if (m_more)
        m_more->setVisible(isOpen());
    m_heading->setIcon(svgIcon(isOpen() ? QStringLiteral("training_open") : QStringLiteral("training_closed"), m_theme.mutedText));
}

void SettingFields::updateMore()
{
    if (!m_more)
        return;
    const bool isOpen = m_more->isChecked();
    m_rare->setVisible(isOpen);
    m_more->setText(m_changedRare > 0 ? tr("More (%1)").arg(m_changedRare) : tr("More"));
    const QString changed = tr("%n of them is not as it is at first", nullptr, m_changedRare);
    m_more->setToolTip(tr("Show or hide what is rarely changed") + (m_changedRare > 0 ? QStringLiteral(": ") + changed : QString()));
    m_more->setAccessibleName(tr("More settings: %1").arg(m_heading->text()));
    m_more->setAccessibleDescription(m_changedRare > 0 ? changed : QString());
    m_more->setIcon(svgIcon(isOpen ? QStringLiteral("training_open") : QStringLiteral("training_closed"), m_theme.mutedText));
}

bool SettingFields::showMessage(const std::string &option, const QString &text)
{
    const auto found = m_rows.find(option);
    if (found == m_rows.end())
        return false;
    found->second.message->setText(text);
    found->second.message->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return true;
    setOpen(true);
    if (found->second.isRare)
        m_more->setChecked(true);
    return true;
}

void SettingFields::clearMessages()
{
    for (const auto &[option, row] : m_rows)
        showMessage(option, QString());
}

QString SettingFields::message(const std::string &option) const
{
    const auto found = m_rows.find(option);
    return found == m_rows.end() ? QString() : found->second.message->text();
}

} // namespace actiscope
