#include "ui/charts/run_figure.h"

#include "core/training/inspection.h"
#include "ui/charts/run_caption.h"

#include <algorithm>

namespace actiscope {

namespace {

constexpr int figureEdge = 16;
constexpr int figureGap = 16;
constexpr double captionSize = 9.0 / 11; // of the other text

/** Lines of at most this width, broken between the parts. */
QString wrapped(const QStringList &parts, const QFontMetricsF &metrics, double width)
{
    const QString between = QStringLiteral(" · ");
    QStringList lines;
    for (const QString &part : parts) {
        const QString longer = lines.isEmpty() ? part : lines.back() + between + part;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines << part;
    }
    return lines.join(QLatin1Char('\n'));
}

QRectF rectOf(const GridSpec &grid)
{
    return {grid.xMin, grid.yMin, grid.xMax - grid.xMin, grid.yMax - grid.yMin};
}

/** What the models' boundaries show of the plane, or would. */
QRectF planeOf(const Snapshot &run)
{
    for (const ModelSnapshot &model : run.models) {
        if (model.boundary)
            return rectOf(model.boundary->grid);
    }
    return rectOf(run.data ? gridAround(run.data->all, 1, 0.01) : GridSpec());
}

} // namespace

RunFigure::RunFigure(const Snapshot &run, const PictureLayout &layout, const ActivationColors *colors) : m_size(layout.size), m_title(layout.title)
{
    const QSize size = layoutSize(m_size, layout.textScale.value_or(textScale(m_size)));
    setFigureFont(m_plot);
    stylePlot(m_plot, layout.theme);
    m_plot.setViewport(QRect(QPoint(0, 0), size));
    emptied(m_plot, QMargins(figureEdge, figureEdge, figureEdge, figureEdge));
    m_plot.plotLayout()->setRowSpacing(figureGap);

    const double width = size.width() - 2 * figureEdge;
    QFont captionFont = plotFont(m_plot);
    captionFont.setPointSizeF(captionFont.pointSizeF() * captionSize);
    const QFontMetricsF metrics(captionFont);
    const bool hasPlanes = run.data && run.data->liesInPlane();
    QStringList parts = runCaption(run);
    if (hasPlanes)
        parts << tr("test points: larger, with a dot; red: wrong");
    const QString caption = wrapped(parts, metrics, width);
    if (!m_title.isEmpty())
        addText(m_plot.plotLayout()->rowCount(), m_title, 15.0 / 11, true, layout.theme.text);
    addText(m_plot.plotLayout()->rowCount(), caption, captionSize, false, layout.theme.mutedText);
    const std::vector<ModelStyle> styles = figureStyles(run.experiment, colors, layout.theme);
    if (!hasPlanes) { // one cell
        arrange({.loss = FigureLayout::LossPlace::FirstCell}, run, layout.theme, styles);
        m_plot.toPixmap(size.width(), size.height());
        m_loss->fitLabels();
        return;
    }
    m_whole = planeOf(run);
    m_points = rectOf(gridAround(run.data->all, 0.1, 0.01)).intersected(m_whole);
    const double above = (double(caption.count(QLatin1Char('\n'))) + (m_title.isEmpty() ? 1 : 3)) * metrics.lineSpacing() + figureGap;
    const FigureLayout arrangement =
        figureLayout(run.models.size(), {width, size.height() - 2 * figureEdge - above}, aspectsOf(m_whole, m_points));
    arrange(arrangement, run, layout.theme, styles);
    for (std::size_t i = 0; i < run.models.size(); ++i)
        addBoundary(*m_grid, i, arrangement, run, layout.theme, styles[i]);
    showEqualScales();
}

void RunFigure::addText(int row, const QString &text, double pointShare, bool bold, const QColor &color)
{
    QFont font = plotFont(m_plot);
    font.setPointSizeF(font.pointSizeF() * pointShare);
    font.setBold(bold);
    const double width = m_plot.viewport().width() - 2 * figureEdge;
    const QString fitting = text.contains(QLatin1Char('\n')) ? text : QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
    auto *element = new QCPTextElement(&m_plot, fitting, font);
    element->setTextColor(color);
    element->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_plot.plotLayout()->addElement(row, 0, element);
    m_plot.plotLayout()->setRowStretchFactor(row, 0.001);
}

void RunFigure::arrange(const FigureLayout &layout, const Snapshot &run, const Theme &theme, const std::vector<ModelStyle> &styles)
{
    using LossPlace = FigureLayout::LossPlace;
    auto *body = new QCPLayoutGrid;
    auto *grid = layout.loss == LossPlace::FirstCell ? body : new QCPLayoutGrid;
    for (QCPLayoutGrid *each : {body, grid}) {
        each->setRowSpacing(figureGap);
        each->setColumnSpacing(figureGap);
    }
    m_plot.plotLayout()->addElement(m_plot.plotLayout()->rowCount(), 0, body);
    m_loss = std::make_unique<LossChart>(m_plot, *body, 0, 0);
    if (layout.loss == LossPlace::Above) {
        body->addElement(1, 0, grid);
        body->setRowStretchFactors({layout.lossShare, 1 - layout.lossShare});
    } else if (layout.loss == LossPlace::Left) {
        body->addElement(0, 1, grid);
        body->setColumnStretchFactors({layout.lossShare, 1 - layout.lossShare});
    }
    m_loss->setTheme(theme);
    m_loss->setModels(styles);
    m_loss->append(run);
    m_grid = grid;
}

void RunFigure::addBoundary(QCPLayoutGrid &grid, std::size_t model, const FigureLayout &layout, const Snapshot &run, const Theme &theme,
                            const ModelStyle &style)
{
    const int place = static_cast<int>(model) + (layout.loss == FigureLayout::LossPlace::FirstCell ? 1 : 0);
    auto chart = std::make_unique<BoundaryChart>(m_plot, grid, place / layout.columns, place % layout.columns);
    chart->setTheme(theme);
    chart->setModel(style);
    if (run.data)
        chart->setPoints(run.data, true);
    chart->setState(run.models[model]);
    if (!run.models[model].divergedAt)
        chart->setMistakes(inspect(run, model, {.wantsMistakes = true}).mistakes);
    m_boundaries.push_back(std::move(chart));
}

/** The boundaries have one size and show the same of the plane, as large as the smallest cell allows with one unit equally long in both directions: as much
 *  of the plane as fits its shape. */
void RunFigure::showEqualScales()
{
    const auto layOut = [this] { m_plot.toPixmap(m_plot.viewport().width(), m_plot.viewport().height()); };
    showOfPlane(m_whole); // so that the numbers at the axes take the room that they will need
    layOut();
    m_loss->fitLabels();        // to the cell: before, names take what they want, and columns are as wide as that
    constexpr int settling = 3; // times: numbers at an axis, the panel's shape and what it shows depend on one another
    for (int i = 0; i < settling; ++i) {
        for (const auto &chart : m_boundaries)
            chart->setMaximumPlane(QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)); // what an earlier time found is no limit to this one
        layOut();
        m_loss->fitLabels();
        for (const auto &chart : m_boundaries)
            chart->fitToSize();
        showEqualScale();
    }
}

void RunFigure::showEqualScale()
{
    QSize room(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    for (const auto &chart : m_boundaries)
        room = room.boundedTo(chart->axisRect()->size());
    const AspectRange aspects = aspectsOf(m_whole, m_points);
    const double shape = double(room.width()) / std::max(1, room.height());
    const double aspect = std::clamp(shape, aspects.least, aspects.most);
    showOfPlane(viewOfAspect(m_whole, m_points, aspect));
    if (shape > aspects.most)
        room.setWidth(qRound(room.height() * aspect));
    else if (shape < aspects.least)
        room.setHeight(qRound(room.width() / aspect));
    for (const auto &chart : m_boundaries)
        chart->setMaximumPlane(room);
}

void RunFigure::showOfPlane(const QRectF &view)
{
    for (const auto &chart : m_boundaries)
        chart->setView({.xMin = view.left(), .xMax = view.right(), .yMin = view.top(), .yMax = view.bottom()});
}

QByteArray RunFigure::bytes(PictureFormat format, double scale)
{
    const QString title = m_title.isEmpty() ? tr("Actiscope: loss curves and decision boundaries") : m_title;
    return plotPicture(m_plot, format, (QSizeF(m_size) * scale).toSize(), title);
}

} // namespace actiscope
