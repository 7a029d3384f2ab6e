#include "ui/training/training_workspace.h"

#include "core/drawing/view_grid.h"
#include "ui/base/activation_colors.h"
#include "ui/base/backend_choices.h"
#include "ui/training/controls/message_banner.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_status.h"
#include "ui/training/panels/boundary_grid.h"
#include "ui/training/panels/loss_plot.h"
#include "ui/training/run_export.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/experiment_state.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int drawPeriod = 33;     ///< ms
constexpr int viewDelay = 50;      ///< ms after the last change of size
constexpr double viewMargin = 0.5; ///< around the points, in units of the data

} // namespace

TrainingWorkspace::TrainingWorkspace(const BackendCatalog &catalog, ActivationColors &colors, QWidget *parent)
    : QWidget(parent), m_catalog(catalog), m_colors(colors), m_backend(catalog.defaultIndex), m_theme(Theme::light()),
      m_session(catalog.choices[catalog.defaultIndex].create)
{
    setupLayout();
    setupConnections();
    setupKeys();
    setTheme(m_theme);
    m_session.setPace(m_controls->pace());
    setExperiment(defaultExperiment());
}

TrainingWorkspace::~TrainingWorkspace() = default;

void TrainingWorkspace::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    startRun(experiment());
}

void TrainingWorkspace::setupLayout()
{
    setFocusPolicy(Qt::StrongFocus);
    m_panel = new ExperimentPanel(m_colors, this);
    m_centre = new QWidget(this);
    m_centre->setAutoFillBackground(true);
    m_controls = new RunControls(m_centre);
    m_banner = new MessageBanner(m_centre);
    m_banner->hide();
    m_splitter = new QSplitter(Qt::Vertical, m_centre);
    m_splitter->setHandleWidth(16);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    m_boundaries = new BoundaryGrid(m_splitter);
    m_loss = new LossPlot(m_splitter);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({600, 400});

    auto *centre = new QVBoxLayout(m_centre);
    centre->setContentsMargins(24, 16, 24, 16);
    centre->setSpacing(16);
    centre->addWidget(m_controls);
    centre->addWidget(m_banner);
    centre->addWidget(m_splitter, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panel);
    layout->addWidget(m_centre, 1);
}

void TrainingWorkspace::setupConnections()
{
    connect(m_panel, &ExperimentPanel::experimentChanged, this, &TrainingWorkspace::startRun);
    connect(m_panel, &ExperimentPanel::learningRateChanged, this, [this] { m_session.setOptimizer(experiment().optimizer); });
    connect(m_panel, &ExperimentPanel::epochsChanged, this, [this](int epochs) { m_session.setLastEpoch(epochs); });
    connect(m_controls, &RunControls::playOrPauseRequested, this, &TrainingWorkspace::playOrPause);
    connect(m_controls, &RunControls::stepRequested, this, &TrainingWorkspace::step);
    connect(m_controls, &RunControls::resetRequested, this, &TrainingWorkspace::reset);
    connect(m_controls, &RunControls::exportRequested, this, &TrainingWorkspace::exportRequested);
    connect(m_controls, &RunControls::paceChanged, this, [this](double pace) { m_session.setPace(pace); });
    connect(&m_awaited, &AwaitedAnswer::overdue, this, &TrainingWorkspace::showBusy);
    connect(m_banner, &MessageBanner::actionRequested, this, &TrainingWorkspace::recover);
    connect(&m_colors, &ActivationColors::changed, this, &TrainingWorkspace::updateColors);
    connect(m_boundaries, &BoundaryGrid::planeResized, &m_viewTimer, qOverload<>(&QTimer::start));
    m_viewTimer.setSingleShot(true);
    m_viewTimer.setInterval(viewDelay);
    connect(&m_viewTimer, &QTimer::timeout, this, &TrainingWorkspace::updateView);
    m_clock.setInterval(drawPeriod);
    connect(&m_clock, &QTimer::timeout, this, &TrainingWorkspace::takeFrame);
}

const Experiment &TrainingWorkspace::experiment() const
{
    return m_panel->experiment();
}

void TrainingWorkspace::setExperiment(const Experiment &experiment)
{
    m_panel->setExperiment(experiment);
    startRun(experiment);
}

QVariantMap TrainingWorkspace::saveState() const
{
    return {{QStringLiteral("experiment"), toMap(experiment())},
            {QStringLiteral("pace"), m_controls->pace()},
            {QStringLiteral("logarithmicLoss"), m_loss->logScaleBox()->isChecked()}};
}

void TrainingWorkspace::restoreState(const QVariantMap &state)
{
    const auto restored = experimentFromMap(state.value(QStringLiteral("experiment")).toMap());
    if (restored && *restored != experiment())
        setExperiment(*restored);
    if (state.contains(QStringLiteral("pace")))
        m_controls->setPace(state.value(QStringLiteral("pace")).toDouble());
    m_loss->setLogarithmic(state.value(QStringLiteral("logarithmicLoss")).toBool());
}

/** A new run; one that is going on is followed by one that goes on. */
void TrainingWorkspace::startRun(const Experiment &experiment)
{
    m_colors.setShown(this, modelKeys(experiment.activations));
    if (!m_begun)
        return;
    const bool goesOn = m_awaited.isTraining();
    m_session.setExperiment(experiment);
    if (goesOn)
        m_session.play();
    await(goesOn ? AwaitedAnswer::Wish::Train : AwaitedAnswer::Wish::NewRun);
}

void TrainingWorkspace::setBackend(std::size_t choice)
{
    if (choice >= m_catalog.choices.size() || choice == m_backend)
        return;
    m_backend = choice;
    m_session.setBackend(m_catalog.choices[choice].create);
    if (m_begun)
        await(AwaitedAnswer::Wish::NewRun);
}

void TrainingWorkspace::requestDiagnostics(std::size_t model, const DiagnosticsSettings &settings)
{
    m_session.requestDiagnostics(model, settings);
    m_awaitsDiagnostics = true;
    updateClock();
}

void TrainingWorkspace::takeFrame()
{
    if (auto snapshot = m_session.takeSnapshot())
        showSnapshot(std::move(snapshot));
}

void TrainingWorkspace::showSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (snapshot->run < m_newestRun)
        return;
    m_newestRun = snapshot->run;
    m_awaitsDiagnostics = m_awaitsDiagnostics && !snapshot->diagnostics;
    m_state = snapshot->state;
    m_awaited.take(*snapshot);
    m_controls->showState(*snapshot);
    m_controls->setTraining(m_awaited.isTraining());
    m_banner->showMessageOf(*snapshot, canChangeToEigen(), m_snapshot && snapshot->run != m_snapshot->run);
    emitStatus(*snapshot);
    // While a run is being prepared, or after it failed, the last picture stays.
    if (!snapshot->models.empty()) {
        m_snapshot = snapshot;
        if (m_shownRun != snapshot->run)
            beginRun(*snapshot);
        m_boundaries->showState(*snapshot);
        m_loss->showState(snapshot);
    }
    // A failure before the first run leaves nothing to look at.
    const bool anything = m_snapshot || m_state != RunState::Failed;
    m_boundaries->setVisible(anything);
    m_loss->setVisible(anything);
    m_loss->setHint(m_awaited.isComputing() ? QString() : trainingHint(m_state, m_snapshot != nullptr));
    updateClock();
    emit snapshotShown();
}

void TrainingWorkspace::beginRun(const Snapshot &snapshot)
{
    m_shownRun = snapshot.run;
    const std::vector<ModelStyle> styles = modelStyles(snapshot.experiment.activations, m_colors, m_theme);
    m_boundaries->setRun(snapshot, styles);
    m_loss->setRun(snapshot, styles);
    m_view.reset();
    updateView();
}

void TrainingWorkspace::catalogChanged(std::size_t backend)
{
    m_backend = backend;
}

/** Whether there is Eigen to go on with where the chosen backend fails. */
bool TrainingWorkspace::canChangeToEigen() const
{
    const auto eigen = indexOf(m_catalog, "eigen");
    return eigen && *eigen != m_backend;
}

/** What the banner's button offers. */
void TrainingWorkspace::recover()
{
    m_banner->hide();
    const bool changes = canChangeToEigen();
    if (changes)
        m_backend = *indexOf(m_catalog, "eigen");
    m_session.continueOn(m_catalog.choices[m_backend].create);
    if (changes)
        emit backendChanged(m_backend);
    await(AwaitedAnswer::Wish::NewRun);
}

void TrainingWorkspace::emitStatus(const Snapshot &snapshot)
{
    const QString device = QString::fromStdString(snapshot.device);
    if (!device.isEmpty() && device != m_device)
        emit deviceChanged(m_device = device);
    const QString status = trainingStatus(snapshot);
    if (status != m_status)
        emit statusChanged(m_status = status);
}

void TrainingWorkspace::updateColors()
{
    if (!m_snapshot)
        return;
    const std::vector<ModelStyle> styles = modelStyles(m_snapshot->experiment.activations, m_colors, m_theme);
    m_boundaries->setStyles(styles);
    m_loss->setStyles(styles);
}

/** The part of the plane that fits the shape of the panels, coarser while training than at rest. */
void TrainingWorkspace::updateView()
{
    const QSize size = m_boundaries->planeSize();
    if (!m_snapshot || size.isEmpty())
        return;
    const double aspect = double(size.width()) / size.height();
    const int pixels = std::max(size.width(), size.height());
    const auto grid = [&](int pixelsPerPoint, int most) {
        return viewGrid(m_snapshot->data->all, viewMargin, aspect, std::clamp(pixels / pixelsPerPoint, 32, most));
    };
    const GridSpec running = grid(4, 112);
    if (m_view == running)
        return;
    m_view = running;
    m_boundaries->setView(running);
    m_session.setGrid(running, grid(2, 320));
}

void TrainingWorkspace::updateClock()
{
    const bool needed = m_begun && (isVisible() || m_awaitsDiagnostics || m_state == RunState::Running || m_state == RunState::Preparing);
    if (needed && !m_clock.isActive())
        m_clock.start();
    else if (!needed)
        m_clock.stop();
}

std::unique_ptr<ExportSource> TrainingWorkspace::exportSource() const
{
    return m_snapshot ? std::make_unique<RunExport>(m_snapshot, m_theme) : nullptr;
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
    m_controls->setTheme(theme);
    m_banner->setTheme(theme);
    m_boundaries->setTheme(theme);
    m_loss->setTheme(theme);
    updateColors();
}

void TrainingWorkspace::setSidePanelsVisible(bool left, bool)
{
    m_panel->setVisible(left);
}

void TrainingWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    begin();
    updateClock();
}

void TrainingWorkspace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateClock();
}

} // namespace actiscope
