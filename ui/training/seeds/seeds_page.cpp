#include "ui/training/seeds/seeds_page.h"

#include "ui/base/unbroken.h"
#include "ui/training/seeds/seeds_canvas.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace actiscope {

namespace {

constexpr int progressFrame = 16; // ms

} // namespace

SeedsPage::SeedsPage(QWidget *parent) : QWidget(parent), m_trainer(std::make_unique<SeedTrainer>())
{
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumWidth(0);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_back = new QToolButton(this);
    m_back->setText(tr("Back to one run"));
    m_back->setToolTip(tr("The panels of the run that was there (Esc)"));
    m_back->setMinimumHeight(28);
    connect(m_back, &QToolButton::clicked, this, &SeedsPage::backRequested);
    m_canvas = new SeedsCanvas;
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_canvas);

    m_scroll->viewport()->installEventFilter(this);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_hint, 1);
    line->addWidget(m_back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_scroll, 1);

    connect(m_canvas, &SeedsCanvas::markedChanged, this, &SeedsPage::showHint);
    connect(m_canvas, &SeedsCanvas::chosen, this, &SeedsPage::choose);
    m_clock.setInterval(progressFrame);
    m_clock.setTimerType(Qt::PreciseTimer);
    connect(&m_clock, &QTimer::timeout, this, &SeedsPage::take);
}

SeedsPage::~SeedsPage() = default;

void SeedsPage::begin(const Experiment &experiment, const SeedPlan &plan, const BackendFactory &backend,
                      const std::optional<GridSpec> &grid)
{
    m_trainer->begin(experiment, plan, backend, grid);
    m_clock.start();
}

void SeedsPage::cancel()
{
    m_trainer->cancel();
    m_clock.stop();
    m_progress.reset();
}

void SeedsPage::takeOver(SeedsPage &former)
{
    std::swap(m_trainer, former.m_trainer);
    former.m_clock.stop();
    m_progress = former.m_progress;
    if (m_progress)
        m_canvas->setProgress(m_progress);
    showHint();
    m_clock.start(); // and take() stops it where all is there
}

void SeedsPage::setLook(const Theme &theme, const std::vector<ModelStyle> &styles)
{
    QPalette palette = m_scroll->palette();
    palette.setColor(QPalette::Window, theme.plotBackground);
    m_scroll->setPalette(palette);
    m_scroll->viewport()->setPalette(palette);
    QPalette words = m_hint->palette();
    words.setColor(QPalette::WindowText, theme.mutedText);
    m_hint->setPalette(words);
    m_canvas->setLook(theme, styles);
}

bool SeedsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_scroll->viewport())
        m_canvas->setVisibleHeight(m_scroll->viewport()->height());
    return QWidget::eventFilter(watched, event);
}

QString SeedsPage::hint() const
{
    return m_hint->text();
}

void SeedsPage::take()
{
    const auto progress = m_trainer->take();
    if (!progress) {
        if (m_progress && !m_progress->isRunning)
            m_clock.stop();
        return;
    }
    m_progress = progress;
    m_canvas->setProgress(progress);
    if (!progress->isRunning)
        m_clock.stop();
    showHint();
    emit progressed();
}

void SeedsPage::showHint()
{
    const int marked = m_canvas->marked();
    if (marked >= 0 && m_progress && static_cast<std::size_t>(marked) < m_progress->seeds.runs.size())
        m_hint->setText(unbroken(tr("%1. Click: open as a run").arg(m_canvas->picture().seedText(marked))));
    else if (m_progress && m_progress->isRunning)
        m_hint->setText(tr("Training; each seed is that of data, split and weights"));
    else
        m_hint->setText(tr("Each seed is that of data, split and weights. Point at a dot to see its run"));
}

void SeedsPage::choose(int seed)
{
    const SeedStudy &study = m_progress->seeds;
    emit runRequested(withSeed(study.experiment, study.plan, seed), [number = study.plan.seed(seed)] { return tr("seed %1").arg(number); });
}

} // namespace actiscope
