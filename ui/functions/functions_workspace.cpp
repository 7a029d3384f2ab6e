#include "ui/functions/functions_workspace.h"

#include "core/activations/activation.h"
#include "core/analysis/second_derivative.h"
#include "core/training/snapshot.h"
#include "ui/base/activation_colors.h"
#include "ui/base/focus_ring.h"
#include "ui/base/language.h"
#include "ui/base/number_format.h"
#include "ui/base/saved_state.h"
#include "ui/functions/bars/inside_row.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/list/custom_activation_bar.h"
#include "ui/functions/list/train_button.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/focus_marks.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/plot/functions_picture.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/curve_choice.h"
#include "ui/functions/state/custom_activation_list.h"
#include "ui/functions/state/functions_history.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace actiscope {

namespace {

constexpr int narrowestPanel = 240; ///< pixels of a side panel; the widest is a third of the window

QVariantList toList(std::span<const QCPRange> ranges)
{
    QVariantList list;
    for (const QCPRange &range : ranges)
        list << range.lower << range.upper;
    return list;
}

/** Nothing for what is no list of ranges. */
std::vector<QCPRange> toRanges(const QVariantList &list)
{
    std::vector<QCPRange> ranges;
    for (qsizetype i = 0; i + 1 < list.size(); i += 2) {
        bool areNumbers[2] = {};
        const double lower = list[i].toDouble(&areNumbers[0]);
        const double upper = list[i + 1].toDouble(&areNumbers[1]);
        if (!areNumbers[0] || !areNumbers[1] || !(lower < upper) || !QCPRange::validRange(lower, upper))
            return {};
        ranges.emplace_back(lower, upper);
    }
    return ranges;
}

} // namespace

FunctionsWorkspace::FunctionsWorkspace(ActivationColors &colors, QWidget *parent)
    : Workspace(parent), m_colors(colors), m_state(new FunctionsState(this)), m_customActivations(new CustomActivationList(this))
{
    // Before the views connect, so that a curve has its colour when they draw it.
    connect(m_state, &FunctionsState::shownChanged, this, &FunctionsWorkspace::shareColors);
    shareColors();
    bendFirstFunctions(*m_state);
    m_list = new ActivationList(*m_state, colors, this);
    m_history = new FunctionsHistory(*m_state, *m_customActivations, this);
    m_customBar = new CustomActivationBar(*m_state, *m_customActivations, m_list);
    m_list->layout()->addWidget(m_customBar);
    m_trainButton = new TrainButton(*m_state, m_list);
    connect(m_trainButton, &QPushButton::clicked, this, &FunctionsWorkspace::trainShown);
    m_trainButton->hide(); // until there is where to
    m_list->layout()->addWidget(m_trainButton);
    m_viewBar = new ViewBar(*m_state, this);
    m_plot = new FunctionPlot(*m_state, colors, this);
    m_plotRing = new FocusRing(m_plot);
    m_readOut = new ReadOut(this);
    m_readOutTip = m_readOut->toolTip();
    m_kinkNote = new QLabel(this);
    m_kinkNote->setObjectName(QStringLiteral("kinkNote"));
    m_kinkNote->setWordWrap(true);
    m_kinkNote->setContentsMargins(16, 4, 16, 0);
    m_notes = new NotesPanel(*m_state, Notes(usedLanguage()), this);
    m_notes->addTools(m_customBar->tools());
    setupLayout();
    setFocusProxy(m_list);

    setupConnections();
    setupInside();
    setupActions();
    m_history->begin();
}

void FunctionsWorkspace::setupConnections()
{
    const auto follow = [this](auto *source, auto signal) {
        connect(source, signal, m_plot, &FunctionPlot::refresh);
        connect(source, signal, this, [this] { read(m_plot->pointedX()); });
        connect(source, signal, this, &FunctionsWorkspace::showKinks);
    };
    follow(m_state, &FunctionsState::shownChanged);
    follow(m_state, &FunctionsState::parametersChanged);
    follow(m_state, &FunctionsState::focusChanged);
    follow(m_state, &FunctionsState::previewChanged);
    follow(m_state, &FunctionsState::bendEnded);
    follow(&m_state->view(), &FunctionsView::changed);
    connect(m_state, &FunctionsState::ghostChanged, m_plot, &FunctionPlot::refresh);
    connect(m_state, &FunctionsState::drawn, m_plot, &FunctionPlot::refresh);
    connect(m_state, &FunctionsState::runChanged, m_plot, &FunctionPlot::refresh);
    connect(&m_colors, &ActivationColors::changed, m_plot, &FunctionPlot::refresh);
    connect(m_plot, &FunctionPlot::pointedXChanged, this, &FunctionsWorkspace::read);
    connect(m_readOut, &ReadOut::entered, m_plot, [this] { m_plot->setPointedX(m_lastX); });
    connect(m_readOut, &ReadOut::left, m_plot, [this] { m_plot->setPointedX(std::nullopt); });
    for (const auto signal : {&FunctionsState::focusChanged, &FunctionsState::shownChanged})
        connect(m_state, signal, this, &Workspace::presentationChanged);
    connect(m_state, &FunctionsState::parametersChanged, this, &Workspace::presentationChanged);
    read(m_plot->pointedX());
    showKinks();
}

void FunctionsWorkspace::setupInside()
{
    InsideRow *inside = m_viewBar->inside();
    const QCPRange range = m_plot->valueRect()->axis(QCPAxis::atBottom)->range();
    inside->setRange(range.lower, range.upper);
    connect(m_plot, &FunctionPlot::xRangeChanged, inside, &InsideRow::setRange);
    connect(inside, &InsideRow::wanted, this, &FunctionsWorkspace::diagnosticsWanted);
    connect(inside, &InsideRow::histogramReady, m_plot, &FunctionPlot::setInside);
    connect(inside, &InsideRow::choiceChanged, m_plot, &FunctionPlot::clearInside);
    connect(inside, &InsideRow::absent, m_plot, &FunctionPlot::setInsideAbsent);
}

void FunctionsWorkspace::showRun(std::shared_ptr<const Snapshot> snapshot)
{
    m_viewBar->inside()->showSnapshot(std::move(snapshot));
}

void FunctionsWorkspace::showKinks()
{
    const Activation &focus = m_state->focus();
    const QString words = m_state->isDrawn(focus) ? kinkWords(focus, m_state->parameters(focus)) : QString();
    // Where the window is low they stand where the figures come, so that the plots have the room.
    m_readOut->setIdleText(m_isLow ? words : QString());
    m_readOut->setToolTip(m_isLow && !words.isEmpty() ? words : m_readOutTip);
    // Figures that get longer under the slider do not push the plots up.
    const bool standsStill = m_state->isBending() && m_kinkNote->isVisible() && !words.isEmpty();
    m_kinkNote->setMinimumHeight(standsStill ? m_kinkNote->height() : 0);
    m_kinkNote->setMaximumHeight(standsStill ? m_kinkNote->height() : QWIDGETSIZE_MAX);
    m_kinkNote->setVisible(!words.isEmpty() && !m_isLow && !m_presents);
    m_kinkNote->setText(words);
}

void FunctionsWorkspace::setupLayout()
{
    m_view = new QWidget(this);
    m_view->setObjectName(QStringLiteral("view"));
    auto *viewLayout = new QVBoxLayout(m_view);
    viewLayout->setContentsMargins(0, 0, 0, 0);
    viewLayout->setSpacing(0);
    m_plotScroll = new QScrollArea(m_view); // many plots in a low window, and what chooses them
    m_plotScroll->setObjectName(QStringLiteral("plotScroll"));
    m_plotScroll->setFrameShape(QFrame::NoFrame);
    m_plotScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plotScroll->setFocusPolicy(Qt::NoFocus);
    m_plotScroll->setWidgetResizable(true);
    m_plotScroll->setMinimumSize(m_plot->minimumSize());
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_viewBar);
    contentLayout->addWidget(m_plot, 1);
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what it would like is no reason to scroll
    content->setAutoFillBackground(false);
    m_plotScroll->viewport()->setAutoFillBackground(false);
    m_plotScroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() has it filled
    connect(m_plot, &FunctionPlot::panelsChanged, this, &FunctionsWorkspace::fitPlot);
    fitPlot();
    viewLayout->addWidget(m_plotScroll, 1);
    viewLayout->addWidget(m_kinkNote);
    viewLayout->addWidget(m_readOut);

    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_list->setMinimumWidth(narrowestPanel); // what it needs is no least width of the window's, which may become narrow at once
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_notes);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({narrowestPanel, 744, 264});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

/** Plots that have no room above one another are scrolled. */
void FunctionsWorkspace::fitPlot()
{
    constexpr int least = 160; // pixels, of few plots
    m_plot->setMinimumHeight(std::max(least, m_plot->leastHeight()));
}

void FunctionsWorkspace::shareColors()
{
    std::vector<std::string> keys;
    for (const Activation *activation : m_state->shown())
        keys.push_back(activation->id);
    m_colors.setShown(this, keys);
}

void FunctionsWorkspace::read(std::optional<double> x)
{
    if (x)
        m_lastX = x;
    const bool second = m_state->view().options().secondDerivative;
    m_readOut->setSecondShown(second);
    std::vector<ReadOut::Entry> entries;
    for (const CurveChoice &choice : chooseCurves(*m_state, m_colors, m_theme)) {
        if (choice.label.isEmpty())
            continue;
        const bool isMember = choice.kind == CurveChoice::Kind::Member;
        const Activation &activation = *choice.activation;
        ReadOut::Entry entry{isMember ? choice.label : QString::fromStdString(activation.name), choice.pen.color(), {}, {}, {}};
        if (x) {
            entry.value = formatNumber(activation.value(*x, choice.parameters), 4);
            entry.derivative = formatNumber(activation.derivative(*x, choice.parameters), 4);
            if (second)
                entry.second = formatNumber(secondDerivative(activation, *x, choice.parameters).value, 4);
        }
        // The focused one first: it is in sight where there is not room for all.
        const bool leads = choice.isFocus && !isMember;
        entries.insert(leads ? entries.begin() : entries.end(), std::move(entry));
    }
    m_readOut->setEntries(x ? formatFixed(*x, m_plot->xDecimals()) : QString(), std::move(entries));
}

/** The figures get a fifth of the height at most, a side panel a third of the width: the plots are what is looked at. */
void FunctionsWorkspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int minRows = 3;
    constexpr int linesOfLow = 26; // of a window of 600 pixels in text of the usual size, and some more
    const bool isLow = height() < linesOfLow * m_readOut->lineHeight();
    if (std::exchange(m_isLow, isLow) != isLow)
        showKinks();
    m_readOut->setMaximumRows(m_isLow ? minRows : std::max(minRows, height() / 5 / m_readOut->lineHeight()));
    fitPanels();
}

/** As wide as their text needs where the plots keep a third of the width, and never wider than that. In a narrow window the list gives way. */
void FunctionsWorkspace::fitPanels()
{
    constexpr int narrow = 1000; // pixels
    const int third = std::max(narrowestPanel, width() / 3);
    const int widest = width() < narrow ? narrowestPanel : third;
    m_list->setMaximumWidth(third);
    m_notes->setMaximumWidth(std::max(third, m_notes->minimumSizeHint().width()));
    const int needed = std::clamp(m_list->minimumSizeHint().width(), narrowestPanel, widest);
    if (QList<int> sizes = m_splitter->sizes(); m_list->isVisible() && sizes[0] < needed) {
        sizes[1] = std::max(0, sizes[1] - (needed - sizes[0]));
        sizes[0] = needed;
        m_splitter->setSizes(sizes);
    }
    m_splitter->updateGeometry(); // what the panels ask for is another thing now, and a page that is not shown does not hear of it
}

void FunctionsWorkspace::setTheme(const Theme &theme)
{
    const double larger = theme.scale / m_theme.scale;
    m_theme = theme;
    m_list->setTheme(theme);
    m_viewBar->setTheme(theme);
    m_customBar->setTheme(theme);
    m_plot->setTheme(theme);
    m_plotRing->setColor(theme.accent);
    m_readOut->setTheme(theme);
    m_notes->setTheme(theme);
    QPalette plotColors = palette();
    plotColors.setColor(QPalette::Window, theme.plotBackground);
    m_view->setPalette(plotColors);
    QPalette muted = m_kinkNote->palette();
    muted.setColor(QPalette::WindowText, theme.mutedText);
    m_kinkNote->setPalette(muted);
    m_view->setAutoFillBackground(true);
    read(m_plot->pointedX());
    fitPanels();
    if (larger != 1) { // the panels as well as what they hold
        const QList<int> sizes = m_splitter->sizes();
        m_splitter->setSizes({qRound(sizes[0] * larger), width(), qRound(sizes[2] * larger)});
    }
}

void FunctionsWorkspace::setSidePanelsVisible(bool left, bool right)
{
    m_leftVisible = left;
    m_rightVisible = right;
    showPanels();
}

void FunctionsWorkspace::showPanels()
{
    m_list->setVisible(m_leftVisible && !m_presents);
    m_notes->setVisible(m_rightVisible && !m_presents);
    m_viewBar->setVisible(!m_presents);
    m_readOut->setVisible(!m_presents);
    showKinks();
}

QJsonObject FunctionsWorkspace::saveState() const
{
    SavedState state;
    m_customActivations->save(state);
    m_state->save(state);
    state.setValue(QStringLiteral("splitter"), savedBytes(m_splitter->saveState()));
    state.setValue(QStringLiteral("xRange"), toList(std::array{m_plot->xRange()}));
    const auto chosen = m_plot->chosenYRanges();
    state.setValue(QStringLiteral("yRanges"), chosen ? toList(*chosen) : QVariantList());
    return state.json();
}

void FunctionsWorkspace::restoreState(const QJsonObject &saved)
{
    const SavedState state(saved);
    m_customActivations->restore(state); // before what shows them
    m_state->restore(state);
    m_splitter->restoreState(bytesOf(state.value(QStringLiteral("splitter"))));
    const std::vector<QCPRange> x = toRanges(state.value(QStringLiteral("xRange")).toList());
    if (x.size() == 1)
        m_plot->showXRange(x.front().lower, x.front().upper);
    std::array<QCPRange, FunctionCurves::orders> chosen;
    const std::vector<QCPRange> y = toRanges(state.value(QStringLiteral("yRanges")).toList());
    if (y.size() == chosen.size()) {
        std::ranges::copy(y, chosen.begin());
        m_plot->chooseYRanges(chosen);
    }
    m_history->begin();
}

void FunctionsWorkspace::takeOver(Workspace &former)
{
    auto *functions = qobject_cast<FunctionsWorkspace *>(&former);
    if (!functions)
        return;
    m_history->takeOver(*functions->m_history);
    if (const Activation *preview = functions->m_state->preview())
        m_state->setPreview(*preview);
    m_list->searchField()->setText(functions->m_list->searchField()->text());
}

} // namespace actiscope
