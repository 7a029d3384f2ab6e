#include "ui/training/timeline/timeline_plot.h"

#include "core/training/run_event.h"
#include "ui/base/focus_ring.h"
#include "ui/base/translation.h"
#include "ui/training/timeline/strip_ticker.h"

#include <QLabel>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

const QString wordsLayer = QStringLiteral("timeline words");
constexpr int stripGap = 16;
constexpr std::int64_t fewestOnAxis = 10;

/** The least number that is no less and has a step's place on a scale: the axis grows by a quarter or less. */
std::int64_t grown(std::int64_t epochs)
{
    constexpr std::array steps = {10, 12, 15, 18, 20, 25, 30, 35, 40, 50, 60, 75, 90, 100};
    std::int64_t power = 1;
    while (epochs > 100 * power)
        power *= 10;
    for (const int step : steps) {
        if (step * power >= epochs)
            return step * power;
    }
    return epochs;
}

} // namespace

TimelinePlot::TimelinePlot(QWidget *parent) : QCustomPlot(parent)
{
    emptied(*this, {});
    plotLayout()->setRowSpacing(0);
    setLocale(QLocale::c());
    setAntialiasedElements(QCP::aeAll);
    setNoAntialiasingOnDrag(false);
    addLayer(wordsLayer, layer(QStringLiteral("axes")));
    layer(wordsLayer)->setMode(QCPLayer::lmBuffered);
    m_marks = new TimelineMarks(*this, wordsLayer);
    m_marks->setWord(tr("epoch"));
    m_focusRing = new FocusRing(this);
    m_placeholder = new QLabel(this);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_placeholder->hide();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chart and timeline"));
    setSeries({findSeries("loss")});
}

TimelinePlot::~TimelinePlot()
{
    clearStrips();
}

void TimelinePlot::clearStrips()
{
    m_marks->setAxisRects({});
    m_marks->setPointer(std::nullopt, {});
    for (Strip &strip : m_strips) {
        delete strip.texts;
        strip.chart.reset();
    }
    m_strips.clear();
    plotLayout()->clear();
}

double TimelinePlot::scale() const
{
    return plotFont(*this).pointSizeF() / 11;
}

QFont TimelinePlot::smallFont() const
{
    QFont font = plotFont(*this);
    font.setPointSizeF(font.pointSizeF() * 9 / 11);
    return font;
}

int TimelinePlot::gutter() const
{
    constexpr double narrow = 888; // as that of the panels above
    return static_cast<int>((width() < narrow * scale() ? 96 : 128) * scale());
}

/** The least: room for the name and its note, and for the names of all models. */
int TimelinePlot::stripHeight() const
{
    constexpr double least = 44, ofLabel = 0.75;
    const double labels = ofLabel * QFontMetricsF(smallFont()).height() * static_cast<double>(m_styles.size());
    return static_cast<int>(std::max(least * scale(), labels));
}

QSize TimelinePlot::minimumSizeHint() const
{
    const int below = static_cast<int>(TimelineMarks::roomBelow * scale());
    return {240, TimelineMarks::roomAbove + stripHeight() + below};
}

QSize TimelinePlot::sizeHint() const
{
    const int strips = static_cast<int>(std::max<std::size_t>(1, m_kinds.size()));
    return {800, minimumSizeHint().height() + (strips - 1) * (stripHeight() + stripGap)};
}

std::size_t TimelinePlot::fittingStrips() const
{
    const int more = height() - minimumSizeHint().height();
    const auto fitting = static_cast<std::size_t>(1 + std::max(0, more) / (stripHeight() + stripGap));
    return std::min(fitting, m_kinds.size());
}

void TimelinePlot::setSeries(std::vector<const SeriesKind *> kinds)
{
    if (kinds == m_kinds || kinds.empty())
        return;
    m_kinds = std::move(kinds);
    updateGeometry();
    rebuild();
}

void TimelinePlot::setOptions(StripOptions options)
{
    if (options == m_options)
        return;
    m_options = options;
    refill();
}

void TimelinePlot::rebuild()
{
    clearStrips();
    const std::size_t count = fittingStrips();
    std::vector<QCPAxisRect *> rects;
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip{std::make_unique<StripChart>(*this, *plotLayout(), static_cast<int>(i), *m_kinds[i])};
        strip.texts = new StripTexts(*this, wordsLayer, *strip.chart);
        strip.texts->setKeptNamesVisible(i == 0);
        rects.push_back(strip.chart->axisRect());
        strip.chart->axisRect()->axis(QCPAxis::atBottom)->setTickLabels(i + 1 == count);
        m_strips.push_back(std::move(strip));
    }
    m_marks->setAxisRects(rects);
    // What stands on the time axis is above what is written beside the strips.
    m_marks->setLayer(QStringLiteral("axes"));
    m_marks->setLayer(wordsLayer);
    setTheme(m_theme);
    refill();
}

void TimelinePlot::setTheme(const Theme &theme)
{
    m_theme = theme;
    setBackground(QBrush(theme.plotBackground));
    const QFont small = smallFont();
    for (const Strip &strip : m_strips) {
        strip.chart->setTheme(theme, small);
        strip.texts->setStyle(theme, plotFont(*this), small);
    }
    m_marks->setStyle(theme, small);
    m_focusRing->setColor(theme.accent);
    QPalette palette = m_placeholder->palette();
    palette.setColor(QPalette::WindowText, theme.mutedText);
    m_placeholder->setPalette(palette);
    m_placeholder->setFont(plotFont(*this));
    layOut();
    replot(rpQueuedReplot);
}

/** All curves anew, of the run that there is. */
void TimelinePlot::refill()
{
    if (!m_run)
        return;
    for (const Strip &strip : m_strips) {
        strip.chart->setRun(*m_run, m_styles, m_options);
        if (m_survey)
            strip.chart->showSurvey(*m_survey);
        strip.chart->setKept(m_kept);
    }
    layOut();
    fitTimeAxis();
    fitValues();
    updateLabels();
    replot(rpQueuedReplot);
}

void TimelinePlot::setRun(std::shared_ptr<const Snapshot> run, const std::vector<ModelStyle> &styles)
{
    const bool isOtherCount = styles.size() != m_styles.size();
    m_run = std::move(run);
    m_styles = styles;
    m_survey.reset();
    m_wanted.reset();
    m_isDragging = false;
    m_pointer.reset();
    m_within.reset();
    if (isOtherCount) {
        updateGeometry(); // names need their room
        rebuild();
    } else {
        refill();
    }
    moveCursor(m_run->epoch);
}

void TimelinePlot::setStyles(const std::vector<ModelStyle> &styles)
{
    m_styles = styles;
    for (const Strip &strip : m_strips)
        strip.chart->setStyles(styles);
    layOut();
    updateLabels();
    replot(rpQueuedReplot);
}

void TimelinePlot::showState(std::shared_ptr<const Snapshot> run)
{
    const bool isLonger = !m_run || run->furthest != m_run->furthest || run->state != m_run->state;
    m_run = std::move(run);
    if (m_wanted && (*m_wanted == m_run->epoch || m_run->state == RunState::Running || m_run->state == RunState::Failed))
        m_wanted.reset();
    if (!m_wanted && !m_isDragging)
        moveCursor(m_run->epoch);
    if (!isLonger) {
        for (const Strip &strip : m_strips)
            strip.chart->showCurrent(*m_run);
        return replotMarks();
    }
    for (const Strip &strip : m_strips)
        strip.chart->append(*m_run);
    fitTimeAxis();
    fitValues();
    updateLabels(m_run && m_run->state == RunState::Running);
    replot(rpQueuedReplot);
}

void TimelinePlot::showComing(const ComingEpoch &epoch)
{
    if (!m_run || epoch.run != m_run->run || epoch.epoch != m_run->furthest)
        return;
    for (const Strip &strip : m_strips) {
        strip.chart->showComing(*m_run, epoch);
        if (std::ranges::any_of(strip.chart->curves(), &StripChart::Curve::isSeenWithin))
            setPlaceholder({});
    }
    replot(rpQueuedReplot);
}

void TimelinePlot::showSurvey(std::shared_ptr<const RunSurvey> survey)
{
    m_survey = std::move(survey);
    std::vector<TimelineMarks::Event> events;
    for (const RunEvent &event : m_survey->events) {
        const QString title = translated(Message(event.kind->title));
        if (events.empty() || events.back().epoch != event.epoch)
            events.push_back({event.epoch, title});
    }
    m_marks->setEvents(std::move(events));
    for (const Strip &strip : m_strips)
        strip.chart->showSurvey(*m_survey);
    fitValues();
    updateLabels(m_run && m_run->state == RunState::Running);
    replot(rpQueuedReplot);
}

void TimelinePlot::setKept(const std::vector<KeptRun> &runs)
{
    m_kept = runs;
    for (const Strip &strip : m_strips)
        strip.chart->setKept(runs);
    fitTimeAxis();
    replot(rpQueuedReplot);
}

void TimelinePlot::setPlaceholder(const QString &text)
{
    if (text == m_placeholder->text())
        return;
    m_placeholder->setText(text);
    m_placeholder->setVisible(!text.isEmpty());
    layOut();
}

void TimelinePlot::setSpoken(std::optional<std::int64_t> epoch)
{
    if (m_marks->setSpoken(epoch))
        replotMarks();
}

/** The model's activation, unless others have it as well. */
QString TimelinePlot::labelName(std::size_t model) const
{
    const std::vector<ModelConfiguration> &models = m_run->experiment.models;
    const auto nameOf = [](const ModelConfiguration &each) { return each.activation().activation->name; };
    const auto isNamesake = [&](const ModelConfiguration &each) { return nameOf(each) == nameOf(models[model]); };
    const bool isOnly = model < models.size() && models[model].activations.size() == 1 && std::ranges::count_if(models, isNamesake) == 1;
    return isOnly ? QString::fromStdString(nameOf(models[model])) : m_styles[model].name;
}

/** Margins, which are the same for all strips: names and numbers at the left, the models at the right. */
void TimelinePlot::layOut()
{
    QStringList names;
    for (std::size_t model = 0; m_run && model < m_styles.size(); ++model)
        names << labelName(model);
    const int wanted = StripTexts::wantedMargin(names, smallFont(), QStringLiteral("0.0345 · 0.0345"));
    const int right = std::min(wanted, width() / 4), left = gutter();
    const int below = static_cast<int>(TimelineMarks::roomBelow * scale());
    const bool isNarrow = width() < 720 * scale();
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        const bool isFirst = i == 0, isLast = i + 1 == m_strips.size();
        QCPAxisRect *rect = m_strips[i].chart->axisRect();
        rect->setMargins(QMargins(left, isFirst ? TimelineMarks::roomAbove : stripGap, right, isLast ? below : 0));
        // What the margins take is the same for no two strips: the heights of the plots shall be.
        const double plots = height() - TimelineMarks::roomAbove - below - stripGap * (static_cast<int>(m_strips.size()) - 1);
        const double each = std::max(1.0, plots / static_cast<double>(m_strips.size()));
        plotLayout()->setRowStretchFactor(static_cast<int>(i), each + rect->margins().top() + rect->margins().bottom());
        m_strips[i].texts->setNoteVisible(!isNarrow);
        rect->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp((width() - left - right) / 90, 2, 8));
    }
    m_placeholder->setGeometry(QRect(left, 0, std::max(1, width() - left - right), std::max(1, height() - below)));
}

std::int64_t TimelinePlot::axisEnd() const
{
    return m_strips.empty() ? 0 : std::llround(m_strips.front().chart->axisRect()->axis(QCPAxis::atBottom)->range().upper);
}

bool TimelinePlot::isSurveyed() const
{
    return m_run && m_survey && m_survey->isComplete && m_survey->run == m_run->run && m_survey->furthest == m_run->furthest;
}

/** What was trained, and while it goes on a step further; as far as earlier runs came where this one is planned to get there. */
void TimelinePlot::fitTimeAxis()
{
    std::int64_t kept = 0;
    for (const KeptRun &run : m_kept)
        kept = std::max(kept, run.record->furthest);
    const std::int64_t planned = m_run ? m_run->experiment.stop.epochs : 0, trained = m_run ? m_run->furthest : 0;
    std::int64_t end = trained;
    if (m_run && m_run->state == RunState::Running)
        end = trained < planned ? std::min(grown(trained), planned) : grown(trained);
    end = std::max({end, std::min(kept, planned), end == 0 ? fewestOnAxis : std::int64_t{1}});
    for (const Strip &strip : m_strips)
        strip.chart->axisRect()->axis(QCPAxis::atBottom)->setRange(0, static_cast<double>(end));
}

void TimelinePlot::fitValues()
{
    for (const Strip &strip : m_strips)
        strip.chart->fit(m_run->experiment);
}

double TimelinePlot::pixelOf(std::int64_t epoch) const
{
    return m_strips.front().chart->axisRect()->axis(QCPAxis::atBottom)->coordToPixel(static_cast<double>(epoch));
}

} // namespace actiscope
