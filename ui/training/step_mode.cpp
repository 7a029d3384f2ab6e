#include "ui/training/step_mode.h"

#include "ui/training/document/training_controller.h"
#include "ui/training/step/step_page.h"

#include <QToolButton>

#include <utility>

namespace actiscope {

StepMode::StepMode(TrainingController &controller, StepPage &page, QWidget &panels, QObject *parent)
    : QObject(parent), m_controller(controller), m_page(page), m_panels(panels)
{
    m_page.hide();
    connect(&m_page, &StepPage::backRequested, this, &StepMode::leave);
    connect(&m_page, &StepPage::stepRequested, &m_controller, &TrainingController::step);
    connect(&m_controller, &TrainingController::snapshotTaken, this, [this](const std::shared_ptr<const Snapshot> &snapshot) {
        if (m_isShown)
            m_page.setRun(snapshot);
    });
}

/** A run that goes on is stopped: its steps are looked at one by one. */
void StepMode::toggle()
{
    if (m_isShown)
        return leave();
    if (m_controller.state() == RunState::Running)
        m_controller.playOrPause();
    m_isShown = true;
    m_page.setRun(m_controller.snapshot());
    m_panels.hide();
    m_page.show();
    m_page.nextButton()->setFocus(Qt::OtherFocusReason);
    emit shownChanged(true);
}

void StepMode::leave()
{
    if (!std::exchange(m_isShown, false))
        return;
    const bool hadFocus = m_page.isAncestorOf(m_page.window()->focusWidget());
    m_page.hide();
    m_panels.show();
    if (hadFocus && m_page.parentWidget())
        m_page.parentWidget()->setFocus(Qt::OtherFocusReason);
    emit shownChanged(false);
}

} // namespace actiscope
