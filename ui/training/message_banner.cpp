#include "ui/training/message_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace actiscope {

MessageBanner::MessageBanner(QWidget *parent) : QFrame(parent)
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action = new QPushButton(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(16);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::actionRequested);
}

void MessageBanner::setTheme(const Theme &theme)
{
    setObjectName(QStringLiteral("messageBanner"));
    setStyleSheet(QStringLiteral("#messageBanner { background: %1; border: 1px solid %2; border-radius: 4px; }")
                      .arg(theme.panel.name(), theme.error.name()));
}

void MessageBanner::showMessage(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setMinimumSize(m_action->fontMetrics().horizontalAdvance(action) + 32, 32);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
}

QString MessageBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace actiscope
