#include "ui/training/step_mode.h"

#include "core/training/snapshot.h"
#include "ui/base/scale.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/step/step_page.h"

#include <QEvent>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int leastForBoth = 560; ///< px: a plane above, a table of numbers below

/** Which training point a point of the data set is. */
std::optional<std::size_t> trainingPlace(const Dataset &data, std::optional<std::size_t> point)
{
    const auto found = point ? std::ranges::find(data.trainIndices, *point) : data.trainIndices.end();
    return found == data.trainIndices.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - data.trainIndices.begin()));
}

} // namespace

StepMode::StepMode(TrainingController &controller, StepPage &page, EvidenceView &evidence, QWidget &timeline, QSplitter &splitter,
                   QObject *parent)
    : QObject(parent), m_controller(controller), m_page(page), m_evidence(evidence), m_timeline(timeline), m_splitter(splitter)
{
    m_page.hide();
    m_splitter.installEventFilter(this);
    connect(&m_page, &StepPage::backRequested, this, &StepMode::leave);
    connect(&m_page, &StepPage::stepRequested, &m_controller, &TrainingController::step);
    connect(&m_page, &StepPage::sampleChosen, this, &StepMode::markSample);
    connect(&m_evidence.selection(), &EvidenceSelection::changed, this, &StepMode::takeSelection);
    connect(&m_controller, &TrainingController::snapshotTaken, this, [this](const std::shared_ptr<const Snapshot> &snapshot) {
        if (m_isShown)
            m_page.setRun(snapshot);
    });
}

bool StepMode::leavesEvidence() const
{
    return !m_isShown || m_splitter.height() >= scaled(leastForBoth);
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
    takeSelection();
    m_timeline.hide();
    m_evidence.setVisible(leavesEvidence());
    m_page.show();
    m_splitter.setSizes({m_splitter.height() / 2, 0, m_splitter.height() / 2});
    m_page.nextButton()->setFocus(Qt::OtherFocusReason);
    markSample();
    emit shownChanged(true);
}

void StepMode::takeOver(const StepMode &former)
{
    if (!former.m_isShown)
        return;
    toggle();
    m_page.takeOver(former.m_page);
}

void StepMode::leave()
{
    if (!std::exchange(m_isShown, false))
        return;
    const bool hadFocus = m_page.isAncestorOf(m_page.window()->focusWidget());
    m_page.hide();
    m_evidence.show();
    m_timeline.show();
    if (hadFocus && m_page.parentWidget())
        m_page.parentWidget()->setFocus(Qt::OtherFocusReason);
    emit shownChanged(false);
}

/** What was clicked in the panels; a test point trains nothing, and changes nothing here. */
void StepMode::takeSelection()
{
    const std::shared_ptr<const Snapshot> run = m_controller.snapshot();
    if (!m_isShown || !run || !run->data)
        return;
    const EvidenceSelection &selection = m_evidence.selection();
    m_page.choose(selection.model(), trainingPlace(*run->data, selection.point()), selection.kept());
}

/** The sample that the numbers are of is ringed in the planes. */
void StepMode::markSample()
{
    const std::shared_ptr<const Snapshot> run = m_controller.snapshot();
    if (m_isShown && run && run->data && m_page.sample() < run->data->trainIndices.size())
        m_evidence.selection().choosePoint(run->data->trainIndices[m_page.sample()]);
}

bool StepMode::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isShown && event->type() == QEvent::Resize)
        m_evidence.setVisible(leavesEvidence());
    return QObject::eventFilter(watched, event);
}

} // namespace actiscope
