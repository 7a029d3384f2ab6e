#include "ui/base/message_banner.h"

#include "core/training/snapshot.h"
#include "ui/base/scale.h"
#include "ui/base/translation.h"
#include "ui/base/unbroken.h"

#include <QFont>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace actiscope {

namespace {

void setLabel(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setMinimumSize(button->fontMetrics().horizontalAdvance(text) + scaled(32), scaled(32));
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent) : QFrame(parent)
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_logButton = new QPushButton(this);
    m_logButton->setCheckable(true);
    m_action = new QPushButton(this);
    m_dismiss = new QPushButton(this);
    m_log = new QPlainTextEdit(this);
    m_log->setReadOnly(true);
    m_log->setAccessibleName(tr("The compiler’s log"));
    followScale(*this, [this] {
        QFont fixedWidth = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixedWidth.setPointSizeF(font().pointSizeF());
        m_log->setFont(fixedWidth);
        fitLog();
        for (QPushButton *button : {m_logButton, m_action, m_dismiss})
            setLabel(button, button->text());
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(m_text, 1);
    line->addWidget(m_logButton);
    line->addWidget(m_action);
    line->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->addLayout(line);
    layout->addWidget(m_log);
    connect(m_logButton, &QPushButton::toggled, this, &MessageBanner::showLog);
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::actionRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_dismiss, &QPushButton::clicked, this, &MessageBanner::dismissed);
}

void MessageBanner::setTheme(const Theme &theme)
{
    setObjectName(QStringLiteral("messageBanner"));
    setStyleSheet(scaledSheet(QStringLiteral("#messageBanner { background: %1; border: 1px solid %2; border-radius: 4dp; }"))
                      .arg(theme.panel.name(), theme.error.name()));
}

void MessageBanner::showMessage(const QString &text, const QString &action, const QString &log)
{
    m_text->setText(unbroken(text));
    setLabel(m_action, action);
    m_action->setVisible(!action.isEmpty());
    m_dismiss->hide();
    if (log != m_log->toPlainText())
        m_log->setPlainText(log);
    m_logButton->setVisible(!log.isEmpty());
    showLog(m_logButton->isChecked() && !log.isEmpty());
    setAccessibleName(text);
    show();
}

void MessageBanner::ask(const QString &text, const QString &action, const QString &dismissal)
{
    showMessage(text, action);
    setLabel(m_dismiss, dismissal);
    m_dismiss->show();
}

void MessageBanner::showMessageOf(const Snapshot &snapshot, bool offersEigen, bool isNewRun)
{
    const QString message = translated(snapshot.message);
    if (snapshot.state == RunState::Failed)
        showMessage(tr("Training stopped: %1").arg(message), offersEigen ? tr("Continue with Eigen") : tr("Try again"),
                    QString::fromStdString(snapshot.log).remove(QLatin1Char('\r')).trimmed());
    else if (!message.isEmpty())
        showMessage(message);
    else if (isNewRun)
        hide();
}

void MessageBanner::showLog(bool isShown)
{
    setLabel(m_logButton, isShown ? tr("Hide log") : tr("Show log"));
    m_logButton->setChecked(isShown);
    fitLog();
    m_log->setVisible(isShown);
}

/** As high as some lines are, or as there is room for in a low window. */
void MessageBanner::fitLog()
{
    constexpr int lines = 12;
    m_log->setFixedHeight(std::min(lines * m_log->fontMetrics().lineSpacing(), window()->height() / 4));
}

QString MessageBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace actiscope
