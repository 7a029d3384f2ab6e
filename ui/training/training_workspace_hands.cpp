// What hands do in TrainingWorkspace, and what they are told at once.
#include "ui/training/training_workspace.h"

#include "ui/base/space_key.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_status.h"
#include "ui/training/panels/boundary_grid.h"
#include "ui/training/panels/loss_plot.h"
#include "ui/training/settings/experiment_panel.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

namespace actiscope {

void TrainingWorkspace::setupKeys()
{
    // A key works while the workspace is visible, whatever has the focus in its window, unless that takes the key itself.
    const auto key = [this](const QKeySequence &keys, auto &&action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, action] {
            takeTypedNumber();
            action();
        });
    };
    key(Qt::Key_Space, [this] { playOrPause(); });
    key(Qt::Key_S, [this] { step(); });
    key(Qt::Key_R, [this] { reset(); });
    key(Qt::Key_L, [this] { m_loss->logScaleBox()->toggle(); });
    key(Qt::Key_Escape, [this] { m_boundaries->showAll(); });
    key(Qt::CTRL | Qt::Key_E, [this] { emit exportRequested(); });
    for (std::size_t i = 0; i < Experiment::maxModels; ++i)
        key(QKeySequence(Qt::Key_1 + static_cast<int>(i)), [this, i] { m_boundaries->toggleEnlarged(i); });
}

void TrainingWorkspace::playOrPause()
{
    begin();
    if (m_awaited.isTraining()) {
        m_session.pause();
        await(AwaitedAnswer::Wish::Pause);
        return;
    }
    // As with any player: play at the end begins again.
    if (m_state == RunState::Finished)
        m_session.reset();
    m_session.play();
    await(AwaitedAnswer::Wish::Train);
}

void TrainingWorkspace::step()
{
    begin();
    m_session.step();
    await(AwaitedAnswer::Wish::Step);
}

void TrainingWorkspace::reset()
{
    begin();
    m_session.reset();
    await(AwaitedAnswer::Wish::NewRun);
}

/** The hand sees that it was understood, however long the session takes. */
void TrainingWorkspace::await(AwaitedAnswer::Wish wish)
{
    m_awaited.await(wish, m_session.lastCommand());
    m_controls->setTraining(m_awaited.isTraining());
    if (m_awaited.isComputing())
        m_loss->setHint({});
    m_clock.start(); // also while hidden: what comes of it has to be seen
}

void TrainingWorkspace::showBusy()
{
    m_controls->showBusy(m_awaited.words());
    if (m_awaited.isPreparing())
        m_loss->setHint(trainingHint(RunState::Preparing, false));
}

/** What was typed in a field applies before the key that ends it does its work. */
void TrainingWorkspace::takeTypedNumber()
{
    auto *number = qobject_cast<QAbstractSpinBox *>(focusWidget());
    if (number)
        number->interpretText();
    if (number || qobject_cast<QLineEdit *>(focusWidget()))
        setFocus(Qt::ShortcutFocusReason);
}

bool TrainingWorkspace::event(QEvent *event)
{
    leaveSpaceToTheFocus(event);
    return QWidget::event(event);
}

/** Enter presses a focused button; in a field it takes the value and gives the focus back, so that Space trains. */
void TrainingWorkspace::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QWidget *focus = focusWidget();
    auto *button = qobject_cast<QAbstractButton *>(focus);
    const bool isField = qobject_cast<QAbstractSpinBox *>(focus) || qobject_cast<QLineEdit *>(focus);
    if (isEnter && button)
        button->animateClick();
    else if (isEnter && isField && m_panel->acceptsAll())
        setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace actiscope
