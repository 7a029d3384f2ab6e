// TrainingWorkspace in presenter mode: what it hides, and what it says of the run.
#include "ui/training/training_workspace.h"

#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_words.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/settings/panel_drawer.h"
#include "ui/training/step_mode.h"
#include "ui/training/timeline/sentence_line.h"
#include "ui/training/timeline/timeline_view.h"

#include <algorithm>

namespace actiscope {

QList<QWidget *> TrainingWorkspace::plots() const
{
    return {m_evidence, m_timeline, m_seeds};
}

void TrainingWorkspace::setPresenting(bool presents)
{
    m_presents = presents;
    m_drawer->setPresenting(presents);
    m_controls->setVisible(!presents);
    m_evidence->setPresenting(presents);
    m_timeline->setVisible(leavesChart());
}

Presentation TrainingWorkspace::presentation() const
{
    const std::shared_ptr<const Snapshot> run = m_controller.snapshot();
    if (!run)
        return {};
    const QString said = m_timeline->sentence()->sentence(); // what stands above the chart, where there is something
    Presentation shown{said.isEmpty() ? trainingSentence(*run) : said};
    shown.isPlaying = m_controller.awaited().isTraining();
    shown.playWords = shown.isPlaying ? tr("Pause") : tr("Train");
    const int last = int(std::max(run->epoch, run->furthest));
    shown.place = {int(run->epoch), last, tr("epoch %1").arg(run->epoch), last > 0};
    return shown;
}

void TrainingWorkspace::moveTo(int place)
{
    m_controller.seek(place, true);
}

void TrainingWorkspace::playOrPause()
{
    m_controller.playOrPause();
}

} // namespace actiscope
