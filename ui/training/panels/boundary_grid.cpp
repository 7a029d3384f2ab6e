#include "ui/training/panels/boundary_grid.h"

#include "ui/charts/figure_layout.h"
#include "ui/training/panels/boundary_panel.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace actiscope {

BoundaryGrid::BoundaryGrid(QWidget *parent) : QWidget(parent)
{
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // rows and columns follow the size, not the other way round
}

void BoundaryGrid::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (BoundaryPanel *panel : m_panels)
        panel->setTheme(theme);
}

void BoundaryGrid::setRun(const Snapshot &run, const std::vector<ModelStyle> &styles)
{
    setPanelCount(run.models.size());
    setStyles(styles);
    for (BoundaryPanel *panel : m_panels)
        panel->setPoints(*run.data);
}

void BoundaryGrid::setStyles(const std::vector<ModelStyle> &styles)
{
    for (std::size_t i = 0; i < std::min(styles.size(), m_panels.size()); ++i)
        m_panels[i]->setModel(styles[i]);
}

void BoundaryGrid::showState(const Snapshot &run)
{
    for (std::size_t i = 0; i < std::min(run.models.size(), m_panels.size()); ++i)
        m_panels[i]->showState(run.models[i]);
}

void BoundaryGrid::setView(const GridSpec &view)
{
    for (BoundaryPanel *panel : m_panels)
        panel->setView(view);
}

void BoundaryGrid::setPanelCount(std::size_t count)
{
    if (count == m_panels.size())
        return;
    while (m_panels.size() > count) {
        delete m_panels.back();
        m_panels.pop_back();
    }
    while (m_panels.size() < count) {
        auto *panel = new BoundaryPanel(this);
        panel->setTheme(m_theme);
        panel->installEventFilter(this);
        connect(panel, &BoundaryPanel::planeResized, this, [this, panel] {
            if (!m_panels.empty() && panel == m_panels[m_enlarged.value_or(0)])
                emit planeResized();
        });
        m_panels.push_back(panel);
    }
    m_enlarged.reset();
    m_columns = 0;
    arrange();
}

/** Rows and columns that make the panels largest. */
void BoundaryGrid::arrange()
{
    const double aspect = double(std::max(1, width())) / std::max(1, height());
    const int columns = panelColumns(m_enlarged ? 1 : m_panels.size(), aspect);
    if (columns == m_columns && !m_enlarged)
        return;
    m_columns = columns;
    for (BoundaryPanel *panel : m_panels)
        m_layout->removeWidget(panel);
    const int count = static_cast<int>(m_panels.size());
    for (int i = 0; i < count; ++i) {
        BoundaryPanel *panel = m_panels[static_cast<std::size_t>(i)];
        const bool shown = !m_enlarged || *m_enlarged == static_cast<std::size_t>(i);
        const int place = m_enlarged ? 0 : i;
        m_layout->addWidget(panel, place / columns, place % columns);
        panel->setVisible(shown);
    }
    for (int i = 0; i < std::max(m_layout->rowCount(), m_layout->columnCount()); ++i) {
        const int rows = m_enlarged ? 1 : (count + columns - 1) / columns;
        m_layout->setRowStretch(i, i < rows ? 1 : 0);
        m_layout->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void BoundaryGrid::toggleEnlarged(std::size_t panel)
{
    if (panel >= m_panels.size() || m_panels.size() == 1)
        return;
    if (m_enlarged == panel)
        m_enlarged.reset();
    else
        m_enlarged = panel;
    m_columns = 0;
    arrange();
}

void BoundaryGrid::showAll()
{
    if (m_enlarged)
        toggleEnlarged(*m_enlarged);
}

/** Of a few panels or many: they are arranged to fit. */
QSize BoundaryGrid::minimumSizeHint() const
{
    return QSize(320, 160);
}

QSize BoundaryGrid::planeSize() const
{
    const std::size_t shown = m_enlarged.value_or(0);
    return shown < m_panels.size() ? m_panels[shown]->planeSize() : QSize();
}

void BoundaryGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_enlarged)
        arrange();
}

bool BoundaryGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        const auto found = std::find(m_panels.begin(), m_panels.end(), watched);
        if (found != m_panels.end()) {
            toggleEnlarged(static_cast<std::size_t>(found - m_panels.begin()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace actiscope
