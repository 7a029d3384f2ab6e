#include "ui/training/timeline/sentence_line.h"

#include "ui/base/plain_text.h"
#include "ui/base/svg_icon.h"
#include "ui/base/unbroken.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace actiscope {

SentenceLine::SentenceLine(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("sentence"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_flag = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_spoken = std::make_unique<SpokenDescription>(*m_sentence);
    m_sentence->setAccessibleName(tr("What happened up to this epoch"));
    m_step = new QPushButton(this);
    m_step->setToolTip(tr("Begins anew with this one change and trains; this run is kept"));
    m_step->hide();
    connect(m_step, &QPushButton::clicked, this, &SentenceLine::stepRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(8);
    layout->addWidget(m_flag);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_step);
}

void SentenceLine::setTheme(const Theme &theme)
{
    setStyleSheet(QStringLiteral("#sentence { background: %1; border: 1px solid %2; border-radius: 4px; }")
                      .arg(theme.background.name(), theme.border.name()));
    m_flag->setPixmap(svgIcon(QStringLiteral("flag"), theme.text).pixmap(16, 16));
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_sentence->setPalette(palette);
}

void SentenceLine::setSentence(const QString &sentence, const QString &step, bool isPassing)
{
    if (sentence != m_text) {
        m_text = sentence;
        m_sentence->setToolTip(sentence);
    }
    if (!isPassing || m_spoken->maySayInPassing())
        m_spoken->say(sentence);
    if (step != m_step->text())
        m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
    fit();
}

QString SentenceLine::shownSentence() const
{
    return m_sentence->text();
}

/** Its last words go where there is too little room; all of it is in the tooltip. */
void SentenceLine::fit()
{
    layout()->activate();
    const QRect room(0, 0, std::max(1, m_sentence->width()), 10'000);
    const int most = std::max(2 * m_sentence->fontMetrics().lineSpacing(), m_sentence->height());
    const auto fits = [&](const QString &text) {
        return m_sentence->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height() <= most;
    };
    const QString whole = unbroken(m_text);
    QString shown = whole;
    qsizetype end = whole.size();
    while (end > 0 && !fits(shown)) {
        end = whole.lastIndexOf(QLatin1Char(' '), end - 1);
        shown = whole.left(std::max<qsizetype>(end, 0)) + QStringLiteral("…");
    }
    if (shown != m_sentence->text())
        m_sentence->setText(shown);
}

void SentenceLine::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

QString SentenceLine::sentence() const
{
    return m_text;
}

/** Two lines. */
QSize SentenceLine::sizeHint() const
{
    const int lines = 2 * m_sentence->fontMetrics().lineSpacing() + 8;
    return {480, std::max({40, lines, m_step->sizeHint().height() + 6})};
}

QSize SentenceLine::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

} // namespace actiscope
