#include "ui/training/training_workspace.h"

#include "core/io/ready_experiments.h"
#include "core/training/parameter_change.h"
#include "ui/base/activation_colors.h"
#include "ui/base/device_choice.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/message_banner.h"
#include "ui/base/message_layout.h"
#include "ui/base/translation.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_status.h"
#include "ui/training/data/image_section.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/subject.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/foot_splitter.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/seeds_mode.h"
#include "ui/training/settings/experiment_gallery.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/panel_drawer.h"
#include "ui/training/settings/panel_edge.h"
#include "ui/training/step/step_page.h"
#include "ui/training/step_mode.h"
#include "ui/training/timeline/timeline_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>
#include <vector>

namespace actiscope {

TrainingWorkspace::TrainingWorkspace(TrainingController &controller, ActivationColors &colors, QWidget *parent)
    : Workspace(parent), m_controller(controller), m_subject(controller.document().subject()), m_colors(colors), m_theme(Theme::light())
{
    setupLayout();
    setupConnections();
    setupActions();
    setTheme(m_theme);
    m_controller.setPace(m_controls->pace());
    showExperiment();
    if (m_controller.snapshot())
        showSnapshot(m_controller.snapshot());
}

TrainingWorkspace::~TrainingWorkspace() = default;

void TrainingWorkspace::begin()
{
    if (m_subject.beginsEarly)
        m_controller.begin();
}

void TrainingWorkspace::setupLayout()
{
    setFocusPolicy(Qt::ClickFocus); // Tab goes from one thing in it to the next
    setProperty("showsFocus", true); // no frame around all of it
    m_panel = new ExperimentPanel(m_subject, m_colors, this);
    m_centre = new QWidget(this);
    m_centre->setAutoFillBackground(true);
    m_controls = new RunControls(m_centre);
    m_banner = new MessageBanner(m_centre);
    m_banner->hide();
    m_splitter = new FootSplitter(m_centre);
    m_evidence = new EvidenceView(m_splitter, m_subject);
    m_timeline = new TimelineView(m_controller, m_splitter);

    m_seeds = new SeedsPage(m_centre);
    m_seedsMode = new SeedsMode(m_controller, m_colors, *m_seeds, *m_splitter, this);
    m_steps = new StepPage(m_splitter);
    m_splitter->setStretchFactor(2, 3);
    m_stepMode = new StepMode(m_controller, *m_steps, *m_evidence, *m_timeline, *m_splitter, this);

    auto *centre = new MessageLayout(m_centre);
    centre->setContentsMargins(24, 8, 24, 8);
    centre->setSpacing(12);
    centre->addWidget(m_controls);
    centre->addMessage(m_banner);
    centre->addWidget(m_splitter, 1);
    centre->addWidget(m_seeds, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panel);
    layout->addWidget(m_centre, 1);
    m_drawerButton = new ElidedToolButton(QStringLiteral(" ›"), m_controls);
    m_drawerButton->setToolTip(tr("Experiment, models and settings (F9)"));
    m_controls->setFirst(m_drawerButton);
    m_drawer = new PanelDrawer(m_panel, layout, m_drawerButton);
}

QSize TrainingWorkspace::minimumSizeHint() const
{
    return {m_centre->minimumSizeHint().width(), Workspace::minimumSizeHint().height()};
}

void TrainingWorkspace::setupConnections()
{
    ExperimentDocument &document = m_controller.document();
    connect(m_panel, &ExperimentPanel::experimentChanged, &document, &ExperimentDocument::apply);
    connect(m_panel, &ExperimentPanel::readyChosen, this, [this, &document](const ReadyExperiment &ready) {
        document.take(ready, [&ready] { return tr("experiment %1").arg(translated(ready.notes.title)); });
    });
    connect(&document, &ExperimentDocument::refused, this, [this](const LiveText &why) { m_banner->showMessage((m_refusal = why)()); });
    connect(&document, &ExperimentDocument::readyTaken, this, &TrainingWorkspace::showView);
    connect(&document, &ExperimentDocument::experimentChanged, this, &TrainingWorkspace::showExperiment);
    connect(&m_controller, &TrainingController::snapshotTaken, this, &TrainingWorkspace::showSnapshot);
    connect(&m_controller, &TrainingController::epochComes, m_timeline, &TimelineView::showComing);
    connect(&m_controller, &TrainingController::asked, this, &TrainingWorkspace::showAsked);
    connect(&m_controller, &TrainingController::overdue, this, &TrainingWorkspace::showBusy);
    connect(m_controls, &RunControls::paceChanged, &m_controller, &TrainingController::setPace);
    connect(m_banner, &MessageBanner::actionRequested, this, [this] {
        m_banner->hide();
        m_controller.recover();
    });
    connect(m_banner->logButton(), &QPushButton::toggled, this, [this] {
        constexpr int leastBesideLog = 64; // pixels of the panels
        m_splitter->setMinimumHeight(m_banner->isLogShown() ? leastBesideLog : 0);
        m_timeline->setVisible(m_controller.snapshot() && leavesChart());
    });
    connect(&m_colors, &ActivationColors::changed, this, &TrainingWorkspace::updateColors);
    connect(m_evidence, &EvidenceView::gridsWanted, &m_controller, &TrainingController::setGrid);
    connect(m_evidence, &EvidenceView::changeRequested, &m_controller, &TrainingController::applyToRun);
    connect(m_evidence, &EvidenceView::switchOffRequested, &m_controller,
            [this](std::size_t model, HiddenUnit unit) { m_controller.applyToRun(unitOffChange(model, unit.layer, unit.unit)); });
}

const Experiment &TrainingWorkspace::experiment() const
{
    return m_controller.document().experiment();
}

void TrainingWorkspace::setExperiment(const Experiment &experiment)
{
    m_controller.document().load(experiment);
}

std::shared_ptr<const Snapshot> TrainingWorkspace::snapshot() const
{
    return m_controller.snapshot();
}

void TrainingWorkspace::showExperiment()
{
    if (m_subject.beginsEarly || m_controller.hasBegun()) // what nobody has looked at yet takes no colours from what is shown
        m_colors.setShown(this, modelKeys(experiment().models));
    if (m_panel->experiment() != experiment())
        m_panel->setExperiment(experiment());
    m_panel->setOrigin(m_controller.document().origin());
    m_drawerButton->setFullText(m_panel->gallery()->title());
    m_drawerButton->setAccessibleName(tr("Settings of %1").arg(m_panel->gallery()->title()));
}

/** What a ready experiment is best looked at with. */
void TrainingWorkspace::showView(const ReadyExperiment &ready)
{
    QStringList rows;
    for (const std::string &row : ready.notes.show)
        rows.append(QString::fromStdString(row));
    m_evidence->showRows(rows);
    QStringList strips;
    for (const std::string &strip : ready.notes.chart)
        strips.append(QString::fromStdString(strip));
    m_timeline->chooseSeries(strips);
}

QJsonObject TrainingWorkspace::saveState() const
{
    return {{QStringLiteral("pace"), m_controls->pace()},
            {QStringLiteral("panelWidth"), m_drawer->chosenWidth()},
            {QStringLiteral("footHeight"), m_splitter->chosenFoot()},
            {QStringLiteral("timeline"), m_timeline->saveState()},
            {QStringLiteral("origin"), QString::fromStdString(m_controller.document().origin())},
            {QStringLiteral("evidence"), m_evidence->shownRows().join(QLatin1Char(','))},
            {QStringLiteral("choices"), m_evidence->choices()}};
}

void TrainingWorkspace::restoreState(const QJsonObject &state)
{
    if (state.contains(QLatin1String("pace")))
        m_controls->setPace(state.value(QLatin1String("pace")).toVariant().toDouble());
    m_drawer->setChosenWidth(state.value(QLatin1String("panelWidth")).toInt());
    m_splitter->setChosenFoot(state.value(QLatin1String("footHeight")).toInt());
    m_evidence->restoreRows(state.value(QLatin1String("evidence")).toVariant());
    m_evidence->restoreChoices(state.value(QLatin1String("choices")).toObject());
    m_timeline->restoreState(state.value(QLatin1String("timeline")).toObject());
    if (state.value(QLatin1String("logarithmicLoss")).toVariant().toBool()) // as it was kept before there was a timeline
        m_timeline->setLogarithmic(true);
    const QString origin = state.value(QLatin1String("origin")).toString();
    if (m_controller.document().origin().empty() && findReadyExperiment(origin.toStdString()))
        m_controller.document().setOrigin(origin.toStdString());
}

void TrainingWorkspace::takeOver(Workspace &former)
{
    if (auto *training = qobject_cast<TrainingWorkspace *>(&former)) {
        m_timeline->takeOver(*training->m_timeline);
        m_evidence->takeOver(*training->m_evidence);
        m_seedsMode->takeOver(*training->m_seedsMode);
        m_stepMode->takeOver(*training->m_stepMode);
        if ((m_refusal = training->m_refusal) && training->m_banner->isVisibleTo(training))
            m_banner->showMessage(m_refusal());
    }
    emit statusChanged(m_status);
}

void TrainingWorkspace::showSnapshot(const std::shared_ptr<const Snapshot> &snapshot)
{
    m_controls->showState(*snapshot);
    m_controls->setTraining(m_controller.awaited().isTraining());
    m_controls->setBranching(m_controller.isAtBranch());
    m_banner->showMessageOf(*snapshot, m_controller.devices().fallback().has_value(), m_shownRun && snapshot->run != m_shownRun);
    if (!snapshot->models.empty())
        showRun(snapshot);
    // A failure before the first run leaves nothing to look at.
    const bool hasPicture = m_controller.snapshot() != nullptr;
    const bool anything = hasPicture || snapshot->state != RunState::Failed;
    m_evidence->setVisible(anything && m_stepMode->leavesEvidence());
    m_timeline->setVisible(anything && leavesChart());
    m_timeline->setHint(snapshot->standsIn                       ? standInHint()
                        : m_controller.awaited().isComputing()   ? QString()
                                                                 : trainingHint(snapshot->state, hasPicture, m_controller.needsKernels()));
    const QString status = trainingStatus(*snapshot);
    if (status != m_status)
        emit statusChanged(m_status = status);
    if (const RunAnnouncer::News news = m_announcer.take(*snapshot, m_controller.survey().get()); news.isSeen)
        emit spoken(news.sentence);
    else if (!news.sentence.isEmpty())
        emit announced(news.sentence);
    emit presentationChanged();
    emit snapshotShown();
}

void TrainingWorkspace::showRun(const std::shared_ptr<const Snapshot> &snapshot)
{
    if (std::exchange(m_shownRun, snapshot->run) != snapshot->run) {
        m_shownExperiment = snapshot->experiment;
        const std::vector<ModelStyle> styles = modelStyles(m_shownExperiment, m_colors, m_theme);
        m_evidence->setStyles(styles);
        m_timeline->setRun(snapshot, styles);
        m_panel->showShape(snapshot->cohort->shape);
    } else if (m_shownExperiment.models != snapshot->experiment.models) {
        m_shownExperiment = snapshot->experiment; // a parameter was moved while training
        updateColors();
    }
    m_evidence->showState(snapshot);
    m_timeline->showState(snapshot);
}

/** A log is long: who reads it looks at no curves. */
bool TrainingWorkspace::leavesChart() const
{
    return !m_presents && !m_stepMode->isShown() && !m_banner->isLogShown();
}

void TrainingWorkspace::updateColors()
{
    if (!m_shownRun)
        return;
    const std::vector<ModelStyle> styles = modelStyles(m_shownExperiment, m_colors, m_theme);
    m_evidence->setStyles(styles);
    m_timeline->setStyles(styles);
}

QString TrainingWorkspace::message() const
{
    return m_banner->text();
}

void TrainingWorkspace::setTheme(const Theme &theme)
{
    m_theme = theme;
    QPalette palette = m_centre->palette();
    palette.setColor(QPalette::Window, theme.plotBackground);
    m_centre->setPalette(palette);
    m_panel->setTheme(theme);
    m_drawer->edge()->setTheme(theme);
    m_controls->setTheme(theme);
    m_banner->setTheme(theme);
    m_evidence->setTheme(theme);
    m_seedsMode->setTheme(theme);
    m_steps->setTheme(theme);
    m_timeline->setTheme(theme);
    updateColors();
}

void TrainingWorkspace::setSidePanelsVisible(bool left, bool)
{
    m_drawer->setWanted(left);
}

void TrainingWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool isFirst = !m_controller.hasBegun();
    m_controller.begin();
    if (isFirst)
        showExperiment();
    if (ImageSection *images = m_panel->images())
        images->begin();
    m_controller.setWatched(true);
}

/** In a narrow window the edges are less wide. */
void TrainingWorkspace::resizeEvent(QResizeEvent *event)
{
    constexpr int narrow = 1000, edge = 24, narrowEdge = 18; // pixels
    const int side = width() < narrow ? narrowEdge : edge;
    QWidget::resizeEvent(event);
    m_centre->layout()->setContentsMargins(side, 8, side, 8);
}

void TrainingWorkspace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_controller.setWatched(false);
}

} // namespace actiscope
