#include "ui/training/evidence/evidence_view.h"

#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/plane_row.h"

#include <QApplication>
#include <QEvent>
#include <QJsonArray>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int gridDelay = 50;  ///< ms after the last change of size
constexpr int frameDelay = 20; ///< ms until the next snapshot of a run that trains has come, if it comes soon

/** Epochs of a run that trains, between which no model diverged. */
bool areNeighbours(const Snapshot &a, const Snapshot &b)
{
    const auto hasDiverged = [](const ModelSnapshot &model) { return model.divergedAt.has_value(); };
    return a.run == b.run && a.state == RunState::Running && b.state == RunState::Running
           && std::ranges::equal(a.models, b.models, {}, hasDiverged, hasDiverged);
}

} // namespace

EvidenceView::EvidenceView(QWidget *parent, const Subject &subject)
    : QWidget(parent), m_subject(subject), m_theme(Theme::light()), m_chips(new EvidenceChips(subject, this))
{
    for (const EvidenceKind *kind : evidenceKindsOf(subject))
        m_lines.push_back({kind, kind->make(m_selection)});
    m_bar = new QScrollBar(Qt::Vertical, this);
    m_bar->hide();
    connect(m_bar, &QScrollBar::valueChanged, this, &EvidenceView::place);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showWhatHasFocus(now); });
    m_gridTimer.setSingleShot(true);
    m_gridTimer.setInterval(gridDelay);
    connect(&m_gridTimer, &QTimer::timeout, this, &EvidenceView::wantGrids);
    m_frameTimer.setSingleShot(true);
    m_frameTimer.setInterval(frameDelay);
    connect(&m_frameTimer, &QTimer::timeout, this, &EvidenceView::showMoment);
    connect(&m_source, &EvidenceSource::found, this, &EvidenceView::takeFound);
    connect(&m_selection, &EvidenceSelection::changed, this, &EvidenceView::takeSelection);
    connect(&m_selection, &EvidenceSelection::switchOffRequested, this, &EvidenceView::switchOffRequested);
    connect(&m_selection, &EvidenceSelection::changeRequested, this, &EvidenceView::changeRequested);
    connect(&m_selection, &EvidenceSelection::pointerMoved, this, [this] {
        for (EvidenceBank *bank : m_banks)
            bank->updatePointer(m_moment, m_selection.pointer());
    });
    connect(m_chips, &EvidenceChips::chosenChanged, this, [this] {
        m_enlarged.reset();
        arrange();
        ask();
        emit rowsChanged();
    });
    m_chips->setChosen(m_subject.firstRows());
    restyle();
}

EvidenceView::~EvidenceView()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus leaves what it holds when this is a plain widget already
    for (EvidenceBank *bank : m_banks) // before the rows that their panels belong to
        delete bank;
}

void EvidenceView::setTheme(const Theme &theme)
{
    m_theme = theme;
    restyle();
}

void EvidenceView::restyle()
{
    m_style = EvidenceStyle::of(*this, m_theme);
    m_chips->setStyle(m_style);
    for (EvidenceLine &line : m_lines)
        line.row->setStyle(m_style);
    for (EvidenceBank *bank : m_banks)
        bank->setStyle(m_style);
    arrange();
    showMoment();
}

void EvidenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        restyle();
}

void EvidenceView::setStyles(const std::vector<ModelStyle> &styles)
{
    m_moment.styles = styles;
    showMoment();
}

void EvidenceView::showState(const std::shared_ptr<const Snapshot> &snapshot)
{
    const bool isNewRun = !m_moment.snapshot || m_moment.snapshot->run != snapshot->run;
    const bool isNextEpoch = m_isFoundShown && m_moment.snapshot && areNeighbours(*m_moment.snapshot, *snapshot);
    m_moment.snapshot = snapshot;
    if (isNewRun) {
        m_moment.found.clear();
        QStringList applying;
        for (const EvidenceLine &line : m_lines) {
            if (line.kind->applies(*snapshot))
                applying << QString::fromLatin1(line.kind->id);
        }
        m_chips->setApplying(applying);
        m_selection.release();
        if (m_enlarged && *m_enlarged >= snapshot->models.size())
            m_enlarged.reset();
        for (EvidenceLine &line : m_lines)
            line.row->show(m_moment);
        selectWanted();
        arrange();
        m_gridTimer.start();
    }
    refresh(isNextEpoch);
    ask();
}

void EvidenceView::showMoment()
{
    refresh(false);
}

/** `isNextEpoch`: panels that it does not change are not painted again, sixty times a second. */
void EvidenceView::refresh(bool isNextEpoch)
{
    m_frameTimer.stop();
    m_isFoundShown = true;
    for (const std::size_t line : m_plan.lines)
        m_lines[line].row->show(m_moment);
    for (EvidenceBank *bank : m_banks)
        bank->refresh(m_moment, isNextEpoch);
}

void EvidenceView::ask()
{
    if (!m_moment.snapshot)
        return;
    InspectionQuestion question;
    question.diagnostics.wantsHistograms = false; // unless a row draws them
    for (const std::size_t line : m_plan.lines)
        m_lines[line].row->ask(question, m_moment);
    limitToSample(question, *m_moment.snapshot);
    m_source.ask(m_moment.snapshot, question);
}

/** Answers to a run that has gone come too late. While one trains, theirs is the frame of the next snapshot. */
void EvidenceView::takeFound(const EvidenceSource::Found &found)
{
    if (!m_moment.snapshot || found.empty() || found.front()->run != m_moment.snapshot->run)
        return;
    m_moment.found = found;
    m_isFoundShown = false;
    if (m_moment.snapshot->state != RunState::Running)
        showMoment();
    else if (!m_frameTimer.isActive())
        m_frameTimer.start();
    ask(); // a row may have learned what to ask next
}

bool EvidenceView::isExact() const
{
    return m_moment.snapshot && m_source.isIdle() && !m_gridTimer.isActive() && !m_moment.found.empty()
           && m_moment.found.front()->epoch == m_moment.snapshot->epoch;
}

void EvidenceView::takeSelection()
{
    m_moment.unit = m_selection.unit();
    m_moment.point = m_selection.point();
    const bool hasTest = m_moment.snapshot && m_moment.snapshot->data && !m_moment.snapshot->data->testIndices.empty();
    if (m_moment.unit && !m_moment.point && hasTest)
        m_moment.point = m_moment.snapshot->data->testIndices.front(); // some point has to be there for its sum
    showMoment();
    ask();
}

void EvidenceView::showRows(const QStringList &ids)
{
    m_chips->setChosen(ids);
    m_enlarged.reset();
    arrange();
    showMoment();
    ask();
}

void EvidenceView::setPresenting(bool presents)
{
    m_presents = presents;
    m_chips->setVisible(!presents);
    arrange();
}

QStringList EvidenceView::shownRows() const
{
    return m_chips->chosen();
}

void EvidenceView::restoreRows(const QVariant &saved)
{
    showRows(saved.typeId() == QMetaType::QString ? saved.toString().split(QLatin1Char(','), Qt::SkipEmptyParts) : m_subject.firstRows());
}

QJsonObject EvidenceView::choices() const
{
    QJsonObject all;
    for (const EvidenceLine &line : m_lines) {
        if (const QJsonObject choices = line.row->choices(); !choices.isEmpty())
            all.insert(QLatin1String(line.kind->id), choices);
    }
    QJsonObject selection;
    if (const std::optional<HiddenUnit> unit = m_selection.kept())
        selection.insert(QStringLiteral("unit"), QJsonArray{static_cast<int>(unit->layer), static_cast<int>(unit->unit)});
    if (m_selection.point())
        selection.insert(QStringLiteral("point"), static_cast<int>(*m_selection.point()));
    if (m_selection.model())
        selection.insert(QStringLiteral("model"), static_cast<int>(*m_selection.model()));
    if (m_selection.kept() || m_selection.point())
        all.insert(QStringLiteral("selection"), selection);
    return all;
}

void EvidenceView::restoreChoices(const QJsonObject &choices)
{
    for (EvidenceLine &line : m_lines) {
        line.row->restoreChoices(choices.value(QLatin1String(line.kind->id)).toObject());
        line.row->show(m_moment);
    }
    m_wantedSelection = choices.value(QLatin1String("selection")).toObject();
    if (m_moment.snapshot) {
        selectWanted();
        showMoment();
        ask();
    }
}

/** Once, and what the run has of it. */
void EvidenceView::selectWanted()
{
    const QJsonObject wanted = std::exchange(m_wantedSelection, {});
    const Snapshot &run = *m_moment.snapshot;
    const QJsonArray unit = wanted.value(QLatin1String("unit")).toArray();
    const int layer = unit.at(0).toInt(-1), place = unit.at(1).toInt(-1), point = wanted.value(QLatin1String("point")).toInt(-1);
    const int model = std::clamp(wanted.value(QLatin1String("model")).toInt(), 0, static_cast<int>(run.models.size()) - 1);
    const std::vector<int> &hidden = run.experiment.hidden;
    if (run.data && point >= 0 && static_cast<std::size_t>(point) < run.data->all.count())
        m_selection.choosePoint(static_cast<std::size_t>(point), static_cast<std::size_t>(model));
    if (layer >= 0 && layer < static_cast<int>(hidden.size()) && place >= 0 && place < hidden[static_cast<std::size_t>(layer)])
        m_selection.keep({static_cast<std::size_t>(layer), static_cast<std::size_t>(place)}, static_cast<std::size_t>(model));
}

void EvidenceView::toggleEnlarged(std::size_t model)
{
    if (model >= m_moment.models())
        return;
    if (m_enlarged == model)
        m_enlarged.reset();
    else
        m_enlarged = model;
    arrange();
}

bool EvidenceView::escape()
{
    if (m_enlarged) {
        m_enlarged.reset();
        arrange();
        return true;
    }
    return m_selection.release();
}

void EvidenceView::takeOver(const EvidenceView &former)
{
    m_enlarged = former.m_enlarged;
    m_enlargedKind = former.m_enlargedKind;
    arrange();
}

EvidencePanel *EvidenceView::panel(const QString &id, std::size_t model) const
{
    for (const EvidenceBank *bank : m_banks) {
        for (std::size_t line = 0; line < bank->lines().size(); ++line) {
            for (std::size_t place = 0; place < bank->models().size(); ++place) {
                if (id == QLatin1String(bank->lines()[line]->kind->id) && bank->models()[place] == model)
                    return bank->panel(line, place);
            }
        }
    }
    return nullptr;
}

ModelTitle *EvidenceView::title(std::size_t model) const
{
    for (const EvidenceBank *bank : m_banks) {
        for (std::size_t place = 0; place < bank->models().size(); ++place) {
            if (bank->models()[place] == model)
                return bank->title(place);
        }
    }
    return nullptr;
}

void EvidenceView::wantGrids()
{
    for (const EvidenceBank *bank : m_banks) {
        for (std::size_t line = 0; line < bank->lines().size(); ++line) {
            const auto *row = dynamic_cast<const PlaneRow *>(bank->lines()[line]->row.get());
            if (!row)
                continue;
            if (const auto grids = row->gridsOf(bank->panel(line, 0)->size()))
                emit gridsWanted(grids->running, grids->atRest);
            return;
        }
    }
}

} // namespace actiscope
