#include "ui/training/seeds_mode.h"

#include "ui/base/activation_colors.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/seeds/seeds_canvas.h"
#include "ui/training/seeds/seeds_export.h"
#include "ui/training/seeds/seeds_page.h"

#include <QWidget>

#include <utility>

namespace actiscope {

SeedsMode::SeedsMode(TrainingController &controller, ActivationColors &colors, SeedsPage &page, QWidget &panels, QObject *parent)
    : QObject(parent), m_controller(controller), m_colors(colors), m_page(page), m_panels(panels), m_theme(Theme::light())
{
    m_page.hide();
    connect(&m_page, &SeedsPage::backRequested, this, &SeedsMode::leave);
    connect(&m_page, &SeedsPage::runRequested, this, [this](const Experiment &experiment, const LiveText &name) {
        leave();
        m_controller.document().apply(experiment, name);
    });
    connect(&m_page, &SeedsPage::progressed, this, &SeedsMode::goOnElsewhere);
    connect(&m_controller.document(), &ExperimentDocument::experimentChanged, this, &SeedsMode::takeChange);
    connect(&m_controller, &TrainingController::asked, this, [this] {
        if (m_controller.awaited().isTraining())
            leave();
    });
    connect(&m_colors, &ActivationColors::changed, this, &SeedsMode::updateLook);
}

void SeedsMode::toggle()
{
    if (m_isShown)
        leave();
    else
        enter();
}

/** The run that goes on gives the processor away. */
void SeedsMode::enter()
{
    if (m_controller.state() == RunState::Running)
        m_controller.playOrPause();
    m_isShown = true;
    begin();
    show();
}

void SeedsMode::show()
{
    m_panels.hide();
    m_page.show();
    m_page.canvas()->setFocus(Qt::OtherFocusReason);
    emit shownChanged(true);
}

void SeedsMode::takeOver(SeedsMode &former)
{
    if (!std::exchange(former.m_isShown, false))
        return;
    m_isShown = true;
    m_isElsewhere = former.m_isElsewhere;
    m_colors.setShown(&former, {});
    updateLook();
    m_page.takeOver(former.m_page);
    show();
}

void SeedsMode::leave()
{
    if (!std::exchange(m_isShown, false))
        return;
    m_page.cancel();
    m_colors.setShown(this, {});
    const bool hadFocus = m_page.isAncestorOf(m_page.window()->focusWidget());
    m_page.hide();
    m_panels.show();
    if (hadFocus && m_page.parentWidget())
        m_page.parentWidget()->setFocus(Qt::OtherFocusReason);
    emit shownChanged(false);
}

void SeedsMode::begin()
{
    const Experiment &experiment = m_controller.document().experiment();
    const std::shared_ptr<const Snapshot> run = m_controller.snapshot();
    std::optional<GridSpec> grid;
    if (run && run->data)
        grid = seedsGrid(*run->data, m_page.parentWidget()->width(), experiment.models.size());
    updateLook();
    const DeviceChoice &devices = m_controller.devices();
    const std::size_t device = m_isElsewhere ? devices.fallback().value_or(devices.index()) : devices.index();
    m_page.begin(experiment, {.count = seeds}, devices.catalog().choices[device].create, grid);
}

/** What is compared is another thing: its seeds are trained, too. */
void SeedsMode::takeChange()
{
    if (m_isShown)
        begin();
}

/** A study is of one device: where it fails, the reference begins again. */
void SeedsMode::goOnElsewhere()
{
    if (m_page.progress()->error.empty() || m_isElsewhere || !m_controller.devices().fallback())
        return;
    m_isElsewhere = true;
    begin();
}

void SeedsMode::updateLook()
{
    const Experiment &experiment = m_controller.document().experiment();
    if (m_isShown)
        m_colors.setShown(this, modelKeys(experiment.models));
    m_page.setLook(m_theme, modelStyles(experiment, m_colors, m_theme));
}

void SeedsMode::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateLook();
}

std::unique_ptr<ExportSource> SeedsMode::exportSource() const
{
    const std::shared_ptr<const SeedProgress> progress = m_isShown ? m_page.progress() : nullptr;
    if (!progress || progress->seeds.runs.empty())
        return nullptr;
    return std::make_unique<SeedsExport>(progress, m_theme, &m_colors);
}

} // namespace actiscope
