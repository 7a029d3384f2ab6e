// Where the controls of a run are: on one line or on two, and what gives way where it is narrow.
#include "ui/base/quiet_label.h"
#include "ui/base/scale.h"
#include "ui/training/controls/progress_line.h"
#include "ui/training/controls/run_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int iconSize = 24;
constexpr int fullSide = 40;    ///< of a button
constexpr int compactSide = 34; ///< where there would be no room for all of them

} // namespace

QToolButton *RunControls::makeButton()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    followScale(*button, [this, button] {
        fitButton(*button);
        if (button == m_play) // whose width is that of its longest word
            fixWidths();
    });
    return button;
}

/** Large enough for a finger, and for its words where it has no icon. */
void RunControls::fitButton(QToolButton &button) const
{
    const bool isSmall = m_isCompact && &button != m_play && &button != m_seeds;
    const bool isOfWords = button.toolButtonStyle() == Qt::ToolButtonTextOnly;
    const int words = isOfWords ? button.fontMetrics().horizontalAdvance(button.text()) + scaled(24) : 0;
    button.setIconSize(QSize(scaled(iconSize), scaled(iconSize)));
    button.setMinimumSize(std::max(words, scaled(isSmall ? compactSide : fullSide)), scaled(fullSide));
}

/** What is done to the run, how far it is, and what else can be had of it: side by side, or one above the other where that is too wide. */
void RunControls::setupLayout()
{
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    for (QWidget *button : {m_play, m_step, m_reset, m_undo, m_redo})
        m_actions->addWidget(button);
    m_actions->addSpacing(8);
    m_paceWord = new QLabel(tr("Pace"), this);
    m_paceWord->setBuddy(m_pace);
    m_actions->addWidget(m_paceWord);
    m_actions->addWidget(m_pace);
    m_actions->addWidget(m_paceText);
    m_actions->addSpacing(8);
    m_actions->addStretch(1); // where they have a line of their own
    auto *place = new QVBoxLayout; // the line is below the words
    place->setSpacing(2);
    place->addStretch(1);
    place->addWidget(m_epoch);
    place->addWidget(m_progress);
    place->addStretch(1);
    m_state = new QHBoxLayout;
    m_state->setSpacing(8);
    m_state->addLayout(place);
    m_state->addStretch(1);
    m_state->addWidget(m_seeds);
    m_state->addWidget(m_save);
    m_lines = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
    m_lines->setSizeConstraint(QLayout::SetNoConstraint); // it says itself what it can do without
    m_lines->addLayout(m_actions);
    m_lines->addLayout(m_state, 1);
}

/** What is always there of the actions. */
int RunControls::buttonsWidth() const
{
    const int gap = m_actions->spacing();
    int width = 0;
    for (const QToolButton *button : {m_play, m_step, m_reset})
        width += button->minimumWidth() + gap;
    return width + (m_first && !m_first->isHidden() ? m_first->sizeHint().width() + gap : 0) + 2 * gap;
}

/** Of the narrower arrangement without the pace, in the height that the present one takes. */
QSize RunControls::minimumSizeHint() const
{
    const int first = m_first && !m_first->isHidden() ? m_first->sizeHint().width() - m_first->minimumSizeHint().width() : 0;
    return QSize(std::max(buttonsWidth() - first, m_state->minimumSize().width()), m_lines->minimumSize().height());
}

void RunControls::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/** As wide as a finger, or somewhat less where not all of them had room. */
void RunControls::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) == compact)
        return;
    for (QToolButton *button : {m_step, m_reset, m_undo, m_redo, m_save})
        fitButton(*button);
}

/** On one line with all of it, with smaller buttons, or without the pace, which has keys; where that leaves no room for the ways back, on two. */
void RunControls::arrange()
{
    setCompact(false);
    if (fitsOneLine(true)) {
        arrangeParts(true);
        return;
    }
    setCompact(true);
    const bool isOneLine = fitsOneLine(false);
    if (!isOneLine)
        setCompact(!fitsFirstLine());
    arrangeParts(isOneLine);
}

int RunControls::waysWidth() const
{
    return m_undo->minimumWidth() + m_redo->minimumWidth() + 2 * m_actions->spacing();
}

/** What the buttons of both lines take beside one another, but for the pace. */
int RunControls::lineWidth() const
{
    return buttonsWidth() + waysWidth() + m_lines->spacing() + m_state->minimumSize().width();
}

bool RunControls::fitsOneLine(bool withPace) const
{
    return lineWidth() + (withPace ? m_pace->minimumWidth() + m_actions->spacing() : 0) <= width();
}

/** Of two. */
bool RunControls::fitsFirstLine() const
{
    return buttonsWidth() + waysWidth() + m_pace->minimumWidth() + m_actions->spacing() <= width();
}

/** Where it is narrow the word of the pace goes first, then what it says, then its slider, which has keys, then the ways back. */
void RunControls::arrangeParts(bool isOneLine)
{
    const int gap = m_actions->spacing();
    const int word = m_paceWord->sizeHint().width() + gap;
    const int slider = m_pace->minimumWidth() + gap;
    const int text = m_paceText->minimumWidth() + gap;
    const int ways = waysWidth();
    const int room = width() - (isOneLine ? lineWidth() - ways : buttonsWidth());
    m_undo->setHidden(ways > room);
    m_redo->setHidden(ways > room);
    m_pace->setHidden(ways + slider > room);
    m_paceText->setHidden(ways + slider + text > room);
    m_paceWord->setHidden(ways + slider + text + word > room);
    m_lines->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/** Wide enough for whatever they come to say of a run so long, so that nothing moves under the pointer. */
void RunControls::fixWidths()
{
    const QFontMetrics metrics(m_play->font());
    m_play->setFixedWidth(
        std::max({metrics.horizontalAdvance(tr("Train")), metrics.horizontalAdvance(tr("Pause")), metrics.horizontalAdvance(tr("Branch"))})
        + scaled(iconSize + 40));
    fixEpochWidth();
    arrange();
}

void RunControls::fixEpochWidth()
{
    const QString epochs(m_epochDigits, QLatin1Char('0'));
    const QString widest = tr("%1 · %2").arg(tr("finished"), tr("epoch %1 / %2").arg(epochs, epochs));
    m_epoch->setFixedWidth(m_epoch->fontMetrics().horizontalAdvance(widest) + 2);
}

} // namespace actiscope
