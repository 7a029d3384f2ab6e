#include "ui/functions/functions_workspace.h"

#include "core/activation.h"
#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/functions/activation_list.h"
#include "ui/functions/function_plot.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/notes_panel.h"
#include "ui/functions/read_out.h"

#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace actiscope {

FunctionsWorkspace::FunctionsWorkspace(ActivationColors &colors, QWidget *parent)
    : QWidget(parent), m_colors(colors), m_state(new FunctionsState(this))
{
    // Before the views connect, so that a curve has its colour when they draw it.
    connect(m_state, &FunctionsState::shownChanged, this, &FunctionsWorkspace::shareColors);
    shareColors();
    m_list = new ActivationList(*m_state, colors, this);
    m_plot = new FunctionPlot(*m_state, colors, this);
    m_readOut = new ReadOut(this);
    m_notes = new NotesPanel(*m_state, Notes(QLocale().name().section(QLatin1Char('_'), 0, 0)), this);
    setupLayout();
    setFocusProxy(m_list);

    connect(m_state, &FunctionsState::shownChanged, m_plot, &FunctionPlot::refresh);
    connect(m_state, &FunctionsState::parametersChanged, m_plot, &FunctionPlot::refresh);
    connect(m_state, &FunctionsState::focusChanged, m_plot, &FunctionPlot::refresh);
    connect(&m_colors, &ActivationColors::changed, m_plot, &FunctionPlot::refresh);
    const auto readAgain = [this] { read(m_plot->pointedX()); };
    connect(m_plot, &FunctionPlot::pointedXChanged, this, &FunctionsWorkspace::read);
    connect(m_state, &FunctionsState::shownChanged, this, readAgain);
    connect(m_state, &FunctionsState::parametersChanged, this, readAgain);
    readAgain();

    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_list->searchField(), [this] {
        m_list->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_list->searchField()->selectAll();
    });
}

void FunctionsWorkspace::setupLayout()
{
    m_view = new QWidget(this);
    m_view->setObjectName(QStringLiteral("view"));
    auto *viewLayout = new QVBoxLayout(m_view);
    viewLayout->setContentsMargins(0, 0, 0, 0);
    viewLayout->setSpacing(0);
    viewLayout->addWidget(m_plot, 1);
    viewLayout->addWidget(m_readOut);

    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_notes);
    m_splitter->setStretchFactor(1, 1);
    m_list->setMinimumWidth(224);
    m_notes->setMinimumWidth(240);
    m_splitter->setSizes({224, 728, 296});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
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
    std::vector<ReadOut::Entry> entries;
    for (const Activation *activation : m_state->shown()) {
        ReadOut::Entry entry{QString::fromStdString(activation->name), m_colors.color(activation->id, m_theme), {}, {}};
        if (x) {
            const std::vector<double> &parameters = m_state->parameters(*activation);
            entry.value = formatNumber(activation->value(*x, parameters), 4);
            entry.derivative = formatNumber(activation->derivative(*x, parameters), 4);
        }
        entries.push_back(std::move(entry));
    }
    m_readOut->setEntries(x ? formatFixed(*x, m_plot->xDecimals()) : QString(), std::move(entries));
}

void FunctionsWorkspace::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_list->setTheme(theme);
    m_plot->setTheme(theme);
    m_readOut->setTheme(theme);
    m_notes->setTheme(theme);
    QPalette plotColors = palette();
    plotColors.setColor(QPalette::Window, theme.plotBackground);
    m_view->setPalette(plotColors);
    m_view->setAutoFillBackground(true);
    read(m_plot->pointedX());
}

void FunctionsWorkspace::setSidePanelsVisible(bool left, bool right)
{
    m_list->setVisible(left);
    m_notes->setVisible(right);
}

void FunctionsWorkspace::save(QSettings &settings) const
{
    m_state->save(settings);
    settings.setValue(QStringLiteral("functions/splitter"), m_splitter->saveState());
}

void FunctionsWorkspace::restore(const QSettings &settings)
{
    m_state->restore(settings);
    m_splitter->restoreState(settings.value(QStringLiteral("functions/splitter")).toByteArray());
}

} // namespace actiscope
