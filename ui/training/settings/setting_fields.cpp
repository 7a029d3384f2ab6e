#include "ui/training/settings/setting_fields.h"

#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actiscope {

SettingFields::SettingFields(const QString &title, QWidget *parent) : QWidget(parent)
{
    m_heading = new QPushButton(this);
    m_heading->setFlat(true);
    m_heading->setText(title);
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
    m_heading->setToolTip(tr("Show or hide these settings"));
    QFont font = m_heading->font();
    font.setBold(true);
    m_heading->setFont(font);
    m_body = new QWidget(this);
    m_fields = new QGridLayout(m_body);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setHorizontalSpacing(8);
    m_fields->setVerticalSpacing(8);
    m_fields->setColumnStretch(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_body);
    connect(m_heading, &QPushButton::toggled, this, &SettingFields::updateHeading);
}

void SettingFields::addField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip)
{
    auto *name = new QLabel(label, m_body);
    name->setBuddy(field);
    name->setToolTip(toolTip);
    field->setToolTip(toolTip);
    field->setAccessibleName(label);
    auto *message = new QLabel(m_body);
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->hide();
    const int row = m_fields->rowCount();
    m_fields->addWidget(name, row, 0);
    m_fields->addWidget(field, row, 1);
    m_fields->addWidget(message, row + 1, 0, 1, 2);
    m_messages[option] = message;
    m_rows[option] = {name, field};
}

void SettingFields::setFieldVisible(const std::string &option, bool visible)
{
    const auto [label, field] = m_rows.at(option);
    label->setVisible(visible);
    field->setVisible(visible);
    if (!visible)
        m_messages.at(option)->hide();
}

void SettingFields::addWide(QWidget *widget)
{
    m_fields->addWidget(widget, m_fields->rowCount(), 0, 1, 2);
}

void SettingFields::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_heading->setStyleSheet(
        scaledSheet(QStringLiteral("QPushButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp 0; text-align: left; color: %1; }"
                                   "QPushButton:hover { background: %2; }"
                                   "QPushButton:focus { border-color: %3; }"))
            .arg(theme.text.name(), theme.background.name(), theme.accent.name()));
    for (const auto &[option, message] : m_messages) {
        QPalette palette = message->palette();
        palette.setColor(QPalette::WindowText, theme.error);
        message->setPalette(palette);
    }
    updateHeading();
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
    m_heading->setIcon(svgIcon(isOpen() ? QStringLiteral("training_open") : QStringLiteral("training_closed"), m_theme.mutedText));
}

bool SettingFields::showMessage(const std::string &option, const QString &text)
{
    const auto found = m_messages.find(option);
    if (found == m_messages.end())
        return false;
    found->second->setText(text);
    found->second->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        setOpen(true);
    return true;
}

void SettingFields::clearMessages()
{
    for (const auto &[option, message] : m_messages)
        showMessage(option, QString());
}

QString SettingFields::message(const std::string &option) const
{
    const auto found = m_messages.find(option);
    return found == m_messages.end() ? QString() : found->second->text();
}

} // namespace actiscope
