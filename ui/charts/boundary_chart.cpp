#include "ui/charts/boundary_chart.h"

#include "ui/base/number_format.h"
#include "ui/charts/panel_note.h"
#include "ui/charts/panel_title.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

const QString planeLayer = QStringLiteral("boundary plane");
const QString stateLayer = QStringLiteral("boundary state");

/** From below: grid, main, plane, state, axes. */
void addLayers(QCustomPlot &plot)
{
    plot.setLocale(QLocale::c());
    plot.setAntialiasedElements(QCP::aeAll);
    QCPLayer *below = plot.layer(QStringLiteral("main"));
    for (const QString &name : {planeLayer, stateLayer}) {
        if (!plot.layer(name))
            plot.addLayer(name, below);
        below = plot.layer(name);
    }
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

BoundaryChart::BoundaryChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, int column)
{
    addLayers(plot);
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
    m_plane = new PlaneItem(m_axisRect, planeLayer);
    m_note = new PanelNote(m_axisRect, stateLayer);
    x->setLabel(QStringLiteral("x₁"));
    y->setLabel(QStringLiteral("x₂"));
    for (QCPAxis *axis : {x, y})
        setLogarithmic(*axis, false);
    m_axisRect->axis(QCPAxis::atTop)->setVisible(false);
    m_axisRect->axis(QCPAxis::atRight)->setVisible(false);
}

void BoundaryChart::setTheme(const Theme &theme)
{
    m_title->setTheme(theme);
    m_note->setTheme(theme);
    m_plane->setTheme(theme);
    for (QCPAxis *axis : m_axisRect->axes()) {
        styleAxis(*axis, theme);
        axis->grid()->setVisible(false);
    }
    m_axisRect->setBackground(QBrush(theme.plotBackground));
}

void BoundaryChart::setModel(const ModelStyle &style)
{
    m_title->setDot(style.pen.color());
    m_title->setName(style.name);
}

void BoundaryChart::setPoints(std::shared_ptr<const Dataset> data, bool withTraining)
{
    m_plane->plane().setData(std::move(data));
    m_plane->setWithTraining(withTraining);
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
    m_plane->setShaded(!diverged);
    m_plane->plane().setBoundary(model.boundary);
}

void BoundaryChart::setMaximumPlane(QSize size)
{
    m_axisRect->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    m_axisRect->setMaximumSize(size);
}

void BoundaryChart::fitToSize()
{
    constexpr int pixelsAcross = 60;
    constexpr int pixelsDown = 32;
    m_axisRect->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp(m_axisRect->width() / pixelsAcross, 2, 6));
    m_axisRect->axis(QCPAxis::atLeft)->ticker()->setTickCount(std::clamp(m_axisRect->height() / pixelsDown, 2, 6));
}

QString BoundaryChart::note() const
{
    return m_note->text();
}

} // namespace actiscope
