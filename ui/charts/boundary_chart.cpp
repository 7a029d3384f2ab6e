#include "ui/charts/boundary_chart.h"

#include "core/drawing/contour.h"
#include "ui/base/number_format.h"
#include "ui/charts/panel_note.h"
#include "ui/charts/panel_title.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

const QString mapLayer = QStringLiteral("boundary map");
const QString pointLayer = QStringLiteral("boundary points");
const QString stateLayer = QStringLiteral("boundary state");

/** x and y of the points of one group. */
void collect(const LabelledPoints &points, const PlaneScale &scale, int group, QCPGraph &graph)
{
    QVector<double> x, y;
    for (std::size_t i = 0; i < points.count(); ++i) {
        if (scale.groupOf(points, i) == group) {
            x << points.point(i)[0];
            y << points.point(i)[1];
        }
    }
    graph.setData(x, y);
}

} // namespace

QString accuracyText(double testAccuracy)
{
    return std::isfinite(testAccuracy) ? BoundaryChart::tr("test %1 %").arg(formatFixed(100 * testAccuracy, 1)) : QString();
}

QString briefAccuracyText(double testAccuracy)
{
    return std::isfinite(testAccuracy) ? BoundaryChart::tr("%1 %").arg(formatFixed(100 * testAccuracy, 1)) : QString();
}

QString divergedText(std::int64_t epoch)
{
    return BoundaryChart::tr("diverged at epoch %1").arg(epoch);
}

BoundaryChart::BoundaryChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, int column) : m_plot(plot)
{
    setupLayers();
    auto *cell = new QCPLayoutGrid;
    cell->setRowSpacing(0);
    layout.addElement(row, column, cell);
    m_title = new PanelTitle(&plot, stateLayer);
    m_axisRect = new QCPAxisRect(&plot);
    m_axisRect->setMinimumMargins(QMargins(0, 0, 1, 1));
    cell->addElement(0, 0, m_title);
    cell->addElement(1, 0, m_axisRect);

    QCPAxis *x = m_axisRect->axis(QCPAxis::atBottom);
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    m_map = new QCPColorMap(x, y);
    m_map->setLayer(mapLayer);
    m_map->setDataRange(m_scale.range());
    m_contour = new QCPCurve(x, y);
    m_contour->setLayer(stateLayer);
    m_contour->setAntialiased(true);
    m_note = new PanelNote(m_axisRect, stateLayer);
    for (QCPAxis *axis : {x, y})
        setLogarithmic(*axis, false);
    setCompact(false);
}

void BoundaryChart::setupLayers()
{
    m_plot.setLocale(QLocale::c());
    m_plot.setAntialiasedElements(QCP::aeAll);
    // From below: grid, main, map, points, state, axes.
    QCPLayer *below = m_plot.layer(QStringLiteral("main"));
    for (const QString &name : {mapLayer, pointLayer, stateLayer}) {
        if (!m_plot.layer(name))
            m_plot.addLayer(name, below);
        below = m_plot.layer(name);
        below->setMode(QCPLayer::lmBuffered);
    }
}

QCPGraph *BoundaryChart::addPoints()
{
    QCPGraph *graph = m_plot.addGraph(m_axisRect->axis(QCPAxis::atBottom), m_axisRect->axis(QCPAxis::atLeft));
    graph->setLayer(pointLayer);
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setAntialiasedScatters(true);
    return graph;
}

void BoundaryChart::setTheme(const Theme &theme)
{
    m_title->setTheme(theme);
    m_note->setTheme(theme);
    m_map->setGradient(m_scale.gradient(theme));
    m_contour->setPen(QPen(theme.text, 2 * theme.scale));
    for (QCPAxis *axis : m_axisRect->axes()) {
        styleAxis(*axis, theme);
        axis->grid()->setVisible(false);
    }
    m_axisRect->setBackground(QBrush(theme.plotBackground));
    m_theme = theme;
    stylePoints();
}

/** Training points recede behind the boundary; test points, which the title speaks of, stand out. */
void BoundaryChart::stylePoints()
{
    const QColor outline = m_theme.isDark ? QColor(0, 0, 0) : QColor(255, 255, 255);
    const double scale = m_theme.scale * (m_compact ? 0.7 : m_pointScale);
    for (std::size_t group = 0; group < m_test.size(); ++group) {
        const QColor color = m_scale.pointColor(static_cast<int>(group), m_theme);
        m_train[group]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(outline, 0.8), color, 5.5 * scale));
        m_test[group]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(m_theme.text, scale), color, 9 * scale));
    }
}

void BoundaryChart::setModel(const ModelStyle &style)
{
    m_title->setDot(style.pen.color());
    m_title->setName(style.name);
}

void BoundaryChart::setPoints(const Dataset &data, bool withTraining)
{
    m_scale = PlaneScale(data);
    m_map->setDataRange(m_scale.range());
    m_map->setInterpolate(m_scale.isContinuous());
    m_map->setGradient(m_scale.gradient(m_theme));
    for (std::vector<QCPGraph *> *graphs : {&m_train, &m_test}) {
        for (QCPGraph *graph : *graphs)
            m_plot.removeGraph(graph);
        graphs->clear();
        for (int group = 0; group < m_scale.groups(); ++group)
            graphs->push_back(addPoints());
    }
    for (int group = 0; group < m_scale.groups(); ++group) {
        if (withTraining)
            collect(data.train, m_scale, group, *m_train[static_cast<std::size_t>(group)]);
        collect(data.test, m_scale, group, *m_test[static_cast<std::size_t>(group)]);
    }
    stylePoints();
}

void BoundaryChart::setView(const GridSpec &view)
{
    m_axisRect->axis(QCPAxis::atBottom)->setRange(view.xMin, view.xMax);
    m_axisRect->axis(QCPAxis::atLeft)->setRange(view.yMin, view.yMax);
}

void BoundaryChart::setState(const ModelSnapshot &model)
{
    const bool diverged = model.divergedAt.has_value();
    m_title->setResult(diverged ? QString() : accuracyText(model.current.testAccuracy),
                       diverged ? QString() : briefAccuracyText(model.current.testAccuracy));
    m_note->setText(diverged ? divergedText(*model.divergedAt) : QString());
    // What a network of such weights says everywhere is nothing that it learned.
    m_map->setVisible(!diverged);
    m_contour->setVisible(!diverged);
    if (model.boundary && model.boundary != m_boundary)
        setBoundary(model.boundary);
}

void BoundaryChart::setBoundary(std::shared_ptr<const Boundary> boundary)
{
    m_boundary = std::move(boundary);
    const GridSpec &grid = m_boundary->grid;
    QCPColorMapData *cells = m_map->data();
    cells->setSize(grid.width, grid.height);
    cells->setRange(QCPRange(grid.xMin, grid.xMax), QCPRange(grid.yMin, grid.yMax));
    std::size_t i = 0;
    for (int row = 0; row < grid.height; ++row) {
        for (int column = 0; column < grid.width; ++column)
            cells->setCell(column, row, m_scale.cell(*m_boundary, i++));
    }

    // Lines are separated by a point that is not a number.
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    QVector<QCPCurveData> line;
    double t = 0;
    for (const Polyline &part : decisionContour(*m_boundary)) {
        for (const PlanePoint &point : part)
            line.append(QCPCurveData(t++, point.x, point.y));
        line.append(QCPCurveData(t++, gap, gap));
    }
    m_contour->data()->set(line, true);
}

void BoundaryChart::setCompact(bool compact)
{
    m_compact = compact;
    stylePoints();
    const auto name = [compact](const char *text) { return compact ? QString() : QString::fromUtf8(text); };
    m_axisRect->axis(QCPAxis::atBottom)->setLabel(name("x₁"));
    m_axisRect->axis(QCPAxis::atLeft)->setLabel(name("x₂"));
    for (QCPAxis *axis : m_axisRect->axes()) {
        axis->setTickLabels(!compact);
        axis->setTicks(!compact);
    }
    m_axisRect->axis(QCPAxis::atTop)->setVisible(false);
    m_axisRect->axis(QCPAxis::atRight)->setVisible(false);
}

void BoundaryChart::setMaximumPlane(QSize size)
{
    m_axisRect->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    m_axisRect->setMaximumSize(size);
}

void BoundaryChart::fitToSize()
{
    constexpr double roomy = 260; // pixels
    m_pointScale = std::clamp(std::min(m_axisRect->width(), m_axisRect->height()) / roomy, 0.45, 1.0);
    stylePoints();
    constexpr int pixelsAcross = 60;
    constexpr int pixelsDown = 32;
    m_axisRect->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp(m_axisRect->width() / pixelsAcross, 2, 6));
    m_axisRect->axis(QCPAxis::atLeft)->ticker()->setTickCount(std::clamp(m_axisRect->height() / pixelsDown, 2, 6));
}

void BoundaryChart::replotState()
{
    m_plot.layer(mapLayer)->replot();
    m_plot.layer(stateLayer)->replot();
}

QString BoundaryChart::note() const
{
    return m_note->text();
}

} // namespace actiscope
