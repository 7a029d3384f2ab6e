#include "ui/training/panels/loss_plot.h"

#include "ui/base/focus_ring.h"
#include "ui/training/panels/loss_readout.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

#include <cmath>

namespace actiscope {

LossPlot::LossPlot(QWidget *parent) : QCustomPlot(parent), m_chart(emptied(*this, {0, 8, 0, 0}), *plotLayout(), 0, 0)
{
    setMinimumSize(240, 120);
    m_focusRing = new FocusRing(this);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Loss curves"));
    setAccessibleDescription(tr("Left and right arrow keys read the loss at an epoch"));
    m_hint = new QLabel(this);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    m_logScale = new QCheckBox(tr("log scale"), this);
    m_logScale->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
    m_logScale->setToolTip(tr("Draw the loss on a logarithmic axis, on which small losses can be told apart (L)"));
    m_logScale->setAccessibleName(tr("Logarithmic loss axis"));
    connect(m_logScale, &QCheckBox::toggled, this, &LossPlot::setLogarithmic);
    m_readout = new LossReadout(this);
    m_readout->hide();
    // The room for names is known once the plot is laid out: a run may be shown before the plot has its size, and a resize lays out later.
    connect(this, &QCustomPlot::afterLayout, this, [this] {
        const bool marginChanged = m_chart.fitMargin();
        if (m_chart.fitLossLabel() || marginChanged)
            replot(rpQueuedReplot);
        placeOverlays();
    });
}

LossPlot::~LossPlot()
{
    delete m_readout.data();
}

const LossReadout *LossPlot::readout() const
{
    return m_readout;
}

void LossPlot::setTheme(const Theme &theme)
{
    m_theme = theme;
    setBackground(QBrush(theme.plotBackground));
    m_chart.setTheme(theme);
    m_readout->setTheme(theme);
    m_focusRing->setColor(theme.accent);
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_hint->setPalette(palette);
    QFont font = plotFont(*this);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    m_hint->setFont(font);
    placeOverlays();
    replot(rpQueuedReplot);
}

void LossPlot::setRun(const Snapshot &run, const std::vector<ModelStyle> &styles)
{
    m_styles = styles;
    m_run.reset();
    m_chart.setModels(styles);
    m_readout->hide();
    m_chart.append(run);
    replot(rpQueuedReplot);
}

void LossPlot::setStyles(const std::vector<ModelStyle> &styles)
{
    m_styles = styles;
    m_chart.setStyles(styles);
    replot(rpQueuedReplot);
}

void LossPlot::showState(std::shared_ptr<const Snapshot> run)
{
    m_run = std::move(run);
    m_chart.append(*m_run);
    replot(rpQueuedReplot);
}

void LossPlot::setLogarithmic(bool logarithmic)
{
    m_logScale->setChecked(logarithmic);
    m_chart.setLogarithmic(logarithmic);
    replot(rpQueuedReplot);
}

void LossPlot::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    placeOverlays();
}

QString LossPlot::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

void LossPlot::setCursor(std::optional<std::int64_t> epoch)
{
    if (!m_run || m_chart.lastEpoch() < 0)
        epoch.reset();
    m_chart.setCursor(epoch);
    if (!m_readout)
        return; // the window is closing
    m_readout->setVisible(m_chart.cursor().has_value());
    if (m_chart.cursor()) {
        if (m_readout->parentWidget() != window()) {
            m_readout->setParent(window());
            m_readout->show();
        }
        m_readout->raise();
        m_readout->showEpoch(*m_run, m_styles, *m_chart.cursor());
        placeOverlays();
    }
    m_chart.replotCursor();
}

/** The hint in the middle, the log scale's box beside the axis label. */
void LossPlot::placeOverlays()
{
    const QRect area = m_chart.axisRect()->rect();
    m_hint->adjustSize();
    m_hint->move(area.center() - m_hint->rect().center());
    m_logScale->adjustSize();
    m_logScale->move(rect().bottomRight() - m_logScale->rect().bottomRight());
    if (m_readout && !m_readout->isHidden() && m_chart.cursor())
        placeReadout();
}

/** Right of the cursor or at the right edge, and above the curves, which go down to the right; above the whole plot where
 *  they lie too high. */
void LossPlot::placeReadout()
{
    constexpr int gap = 16;
    m_readout->adjustSize();
    const QRect area = m_chart.axisRect()->rect();
    const std::int64_t epoch = *m_chart.cursor();
    double highest = area.bottom();
    for (const double loss : m_chart.lossesAt(epoch))
        highest = std::min(highest, m_chart.axisRect()->axis(QCPAxis::atLeft)->coordToPixel(loss));
    const double x = m_chart.axisRect()->axis(QCPAxis::atBottom)->coordToPixel(static_cast<double>(epoch));
    const int left = std::min(qRound(x) + gap, width() - m_readout->width());
    const int above = area.top() + 32; // the key to the lines is in the corner
    const bool isFree = above + m_readout->height() < highest;
    const QPoint place(std::max(0, left), isFree ? above : area.top() - m_readout->height());
    m_readout->move(mapTo(window(), place));
}

void LossPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    const QRect area = m_chart.axisRect()->rect();
    const QPoint at = event->position().toPoint();
    if (!area.adjusted(-8, 0, 8, 0).contains(at))
        setCursor(std::nullopt);
    else
        setCursor(std::llround(m_chart.axisRect()->axis(QCPAxis::atBottom)->pixelToCoord(at.x())));
}

void LossPlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    setCursor(std::nullopt);
}

void LossPlot::keyPressEvent(QKeyEvent *event)
{
    const std::int64_t last = m_chart.lastEpoch();
    const std::int64_t now = m_chart.cursor().value_or(last);
    const std::int64_t stride = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursor(m_chart.cursor() ? now - stride : last);
    case Qt::Key_Right:
        return setCursor(now + stride);
    case Qt::Key_Home:
        return setCursor(0);
    case Qt::Key_End:
        return setCursor(last);
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void LossPlot::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    setCursor(std::nullopt);
}

void LossPlot::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    placeOverlays();
}

} // namespace actiscope
