#include "ui/training/timeline/timeline_view.h"

#include "ui/base/translation.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/timeline/runs_panel.h"
#include "ui/training/timeline/sentence_line.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr std::size_t shownAtFirst = 3; ///< earlier runs: more are a tangle

QString titleOf(const SeriesKind &kind)
{
    return translated(Message(kind.title));
}

/** As within a sentence; "α" stays. */
QString lowered(QString title)
{
    if (title.size() > 1)
        title[0] = title[0].toLower();
    return title;
}

bool appliesTo(const SeriesKind &kind, const Experiment &experiment)
{
    return !kind.applies || kind.applies(experiment);
}

} // namespace

TimelineView::TimelineView(TrainingController &controller, QWidget *parent) : QWidget(parent), m_controller(controller)
{
    m_sentence = new SentenceLine(this);
    m_plot = new TimelinePlot(this);
    setupButtons();
    m_runs = new RunsPanel(*this, controller, [this](RunId run) { return isShown(run); });
    connect(m_runs, &RunsPanel::shownToggled, this, &TimelineView::setShown);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_sentence, 1);
    top->addWidget(m_chart);
    top->addWidget(m_runsButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_plot, 1);
    connect(m_plot, &TimelinePlot::seekRequested, &m_controller, &TrainingController::seek);
    connect(m_plot, &TimelinePlot::cursorMoved, this, &TimelineView::updateSentence);
    connect(m_sentence, &SentenceLine::stepRequested, this, &TimelineView::tryStep);
    connect(&m_controller, &TrainingController::runsChanged, this, &TimelineView::updateRuns);
    connect(&m_controller, &TrainingController::surveyed, this, [this] {
        if (!m_run || m_controller.survey()->run != m_run->run)
            return;
        m_plot->showSurvey(m_controller.survey());
        updateSentence();
    });
    updateRuns();
}

TimelineView::~TimelineView() = default;

void TimelineView::setupButtons()
{
    const auto make = [this](const QString &text, const QString &help) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(help);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMinimumHeight(28);
        return button;
    };
    m_chart = make(tr("Chart ▾"), tr("Which figures are drawn over the epochs, and how"));
    auto *menu = new QMenu(m_chart);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &TimelineView::fillMenu);
    m_chart->setMenu(menu);
    m_runsButton = make(tr("Runs"), tr("Earlier runs: their names and notes, and ways back to them"));
    connect(m_runsButton, &QToolButton::clicked, this, &TimelineView::showRuns);
}

void TimelineView::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString sheet = QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 4px; padding: 4px 10px; background: %2; }"
                                         "QToolButton:hover { background: %3; }"
                                         "QToolButton:focus { border: 2px solid %4; padding: 3px 9px; }"
                                         "QToolButton::menu-indicator { image: none; }")
                              .arg(theme.outline().name(), theme.panel.name(), theme.background.name(), theme.accent.name());
    m_chart->setStyleSheet(sheet);
    m_runsButton->setStyleSheet(sheet);
    m_sentence->setTheme(theme);
    m_plot->setTheme(theme);
    m_runs->setTheme(theme);
}

void TimelineView::setRun(const std::shared_ptr<const Snapshot> &run, const std::vector<ModelStyle> &styles)
{
    m_run = run;
    applySeries();
    m_plot->setRun(run, styles);
    if (m_controller.survey() && m_controller.survey()->run == run->run)
        m_plot->showSurvey(m_controller.survey());
    updateRuns();
    updateSentence();
}

void TimelineView::setStyles(const std::vector<ModelStyle> &styles)
{
    m_plot->setStyles(styles);
}

void TimelineView::showState(const std::shared_ptr<const Snapshot> &run)
{
    const bool isOther = !m_run || m_run->epoch != run->epoch || m_run->furthest != run->furthest;
    m_run = run;
    m_plot->showState(run);
    if (isOther)
        updateSentence();
}

void TimelineView::showComing(const std::shared_ptr<const ComingEpoch> &epoch)
{
    m_plot->showComing(*epoch);
}

void TimelineView::setHint(const QString &text)
{
    if (std::exchange(m_hint, text) != text)
        updateSentence();
}

void TimelineView::updateSentence()
{
    const bool isReady = m_run && m_run->state == RunState::Ready && !m_run->standsIn; // also where it was rewound to its beginning
    if (m_run && (m_hint.isEmpty() || isReady))
        m_said = timelineSentence(*m_run, m_controller.survey().get(), m_plot->cursor());
    else
        m_said = {m_hint, {}, {}, {}};
    const bool isPassing = m_run && m_run->state == RunState::Running && m_said.ofEvent == std::exchange(m_spokenEvent, m_said.ofEvent);
    m_sentence->setSentence(m_said.text, m_said.step, isPassing);
    m_plot->setSpoken(m_said.ofEvent);
    QStringList names;
    for (const SeriesKind *kind : m_plot->series())
        names << (names.isEmpty() ? titleOf(*kind) : lowered(titleOf(*kind)));
    m_plot->setPlaceholder(m_run && m_run->furthest > 0 ? QString() : tr("%1 will appear here").arg(names.join(tr(" and "))));
}

void TimelineView::tryStep()
{
    if (m_said.suggestion)
        m_controller.tryOut(m_said.suggestion->appliedTo(m_controller.document().experiment()));
}

void TimelineView::setLogarithmic(bool logarithmic)
{
    StripOptions options = m_plot->options();
    options.isLogarithmic = logarithmic;
    m_plot->setOptions(options);
}

void TimelineView::setDifference(bool difference)
{
    StripOptions options = m_plot->options();
    options.isDifference = difference;
    m_plot->setOptions(options);
}

void TimelineView::chooseSeries(const QStringList &names)
{
    m_chosen = names;
    applySeries();
}

QStringList TimelineView::shownSeries() const
{
    QStringList names;
    for (const SeriesKind *kind : m_plot->series())
        names << QString::fromUtf8(kind->name.data(), static_cast<qsizetype>(kind->name.size()));
    return names;
}

void TimelineView::applySeries()
{
    if (!m_run)
        return;
    std::vector<const SeriesKind *> kinds;
    for (const SeriesKind &kind : seriesKinds()) {
        if (m_chosen.contains(QString::fromStdString(std::string(kind.name))) && appliesTo(kind, m_run->experiment))
            kinds.push_back(&kind);
    }
    if (kinds.empty())
        kinds = usualSeries(m_run->experiment);
    QStringList names;
    for (const SeriesKind *kind : kinds)
        names << lowered(titleOf(*kind));
    m_chart->setAccessibleName(tr("Chart: %1").arg(names.join(QStringLiteral(", "))));
    m_plot->setSeries(std::move(kinds));
    updateSentence();
}

void TimelineView::toggleSeries(const SeriesKind &kind)
{
    QStringList names = shownSeries();
    const QString name = QString::fromStdString(std::string(kind.name));
    if (!names.removeOne(name))
        names << name;
    if (!names.isEmpty())
        chooseSeries(names);
}

void TimelineView::fillMenu()
{
    QMenu *menu = m_chart->menu();
    menu->clear();
    const QStringList shown = shownSeries();
    for (const SeriesKind &kind : seriesKinds()) {
        QAction *action = menu->addAction(titleOf(kind));
        action->setToolTip(translated(Message(kind.help)));
        action->setCheckable(true);
        action->setChecked(shown.contains(QString::fromStdString(std::string(kind.name))));
        action->setEnabled(m_run && appliesTo(kind, m_run->experiment));
        connect(action, &QAction::triggered, this, [this, &kind] { toggleSeries(kind); });
    }
    QAction *usual = menu->addAction(tr("As it suits the experiment"));
    usual->setEnabled(!m_chosen.isEmpty());
    connect(usual, &QAction::triggered, this, [this] { chooseSeries({}); });
    menu->addSeparator();
    QAction *logarithmic = menu->addAction(tr("Logarithmic loss"));
    logarithmic->setCheckable(true);
    logarithmic->setChecked(isLogarithmic());
    logarithmic->setEnabled(!isDifference());
    connect(logarithmic, &QAction::toggled, this, &TimelineView::setLogarithmic);
    QAction *difference = menu->addAction(tr("Difference to the first model"));
    difference->setCheckable(true);
    difference->setChecked(isDifference());
    difference->setEnabled(m_run && m_run->models.size() > 1);
    connect(difference, &QAction::toggled, this, &TimelineView::setDifference);
}

bool TimelineView::isShown(RunId run) const
{
    if (const auto said = m_shownRuns.find(run); said != m_shownRuns.end())
        return said->second;
    const std::vector<KeptRun> all = m_controller.runs();
    const auto found = std::ranges::find_if(all, [run](const KeptRun &kept) { return kept.record->id == run; });
    return static_cast<std::size_t>(all.end() - found) <= shownAtFirst && found != all.end();
}

void TimelineView::setShown(RunId run, bool shown)
{
    m_shownRuns[run] = shown;
    updateRuns();
}

void TimelineView::showRuns()
{
    m_runs->popUp(m_runsButton->isHidden() ? static_cast<QWidget &>(*m_sentence) : *m_runsButton);
}

void TimelineView::showChartMenu()
{
    m_chart->menu()->popup(m_sentence->mapToGlobal(QPoint(0, 0)));
}

/** Where it is narrow the sentence has all the room; what the buttons do is in the menu of the workspace. */
void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < 45 * fontMetrics().averageCharWidth() + 300;
    m_chart->setHidden(isNarrow);
    m_runsButton->setHidden(isNarrow);
}

void TimelineView::updateRuns()
{
    std::vector<KeptRun> shown = m_controller.runs();
    m_runsButton->setEnabled(!shown.empty());
    m_runsButton->setText(shown.empty() ? tr("Runs") : tr("Runs (%1)").arg(shown.size()));
    m_runs->refresh();
    std::erase_if(shown, [this](const KeptRun &run) { return !isShown(run.record->id); });
    m_plot->setKept(shown);
}

FigureChart TimelineView::figureChart() const
{
    return {m_plot->series(), m_plot->options(), m_controller.survey(), m_plot->kept()};
}

void TimelineView::takeOver(const TimelineView &former)
{
    m_shownRuns = former.m_shownRuns;
    updateRuns();
}

QJsonObject TimelineView::saveState() const
{
    return {{QStringLiteral("series"), QJsonArray::fromStringList(m_chosen)},
            {QStringLiteral("logarithmic"), isLogarithmic()},
            {QStringLiteral("difference"), isDifference()}};
}

void TimelineView::restoreState(const QJsonObject &state)
{
    QStringList names;
    for (const QJsonValue &name : state.value(QLatin1String("series")).toArray()) {
        if (findSeries(name.toString().toStdString()))
            names << name.toString();
    }
    chooseSeries(names);
    setLogarithmic(state.value(QLatin1String("logarithmic")).toVariant().toBool());
    setDifference(state.value(QLatin1String("difference")).toVariant().toBool());
}

} // namespace actiscope
