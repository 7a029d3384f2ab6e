#include "ui/figures/run_figure.h"

#include "ui/base/number_format.h"

#include <algorithm>

namespace actiscope {

namespace {

/** What was trained on what, and how: everything but the activations. */
QString captionOf(const Snapshot &run)
{
    const Experiment &experiment = run.experiment;
    QStringList layers;
    if (run.data)
        layers << QString::number(run.data->train.features);
    for (const int width : experiment.hidden)
        layers << QString::number(width);
    if (run.data)
        layers << QString::number(run.data->isRegression() ? static_cast<int>(run.data->train.targetCount) : run.data->classes);
    QStringList parts = {RunFigure::tr("%1: %2 points, noise %3")
                             .arg(QString::fromStdString(experiment.data.kind))
                             .arg(experiment.data.samples)
                             .arg(formatNumber(experiment.data.noise)),
                         RunFigure::tr("network %1").arg(layers.join(QChar(0x2013))),
                         RunFigure::tr("%1, learning rate %2")
                             .arg(QString::fromUtf8(optimizerName(experiment.optimizer)), formatNumber(experiment.optimizer.learningRate))};
    if (experiment.batchSize > 0)
        parts << RunFigure::tr("batches of %1").arg(experiment.batchSize);
    parts << RunFigure::tr("%1 epochs").arg(experiment.epochs);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

int panelColumns(std::size_t panels, double areaAspect, double panelAspect)
{
    const int count = std::max(1, static_cast<int>(panels));
    int best = 1;
    double bestWidth = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = std::min(areaAspect / columns, panelAspect / rows);
        if (width > bestWidth + 1e-9) {
            best = columns;
            bestWidth = width;
        }
    }
    return best;
}

RunFigure::RunFigure(const Snapshot &run, const Theme &theme, QSize size)
{
    constexpr int edge = 24;
    constexpr int between = 16;
    stylePlot(m_plot, theme);
    m_plot.setViewport(QRect(QPoint(0, 0), size));
    m_plot.plotLayout()->clear();
    m_plot.plotLayout()->setRowSpacing(between);
    std::vector<ActivationSpec> models;
    for (const ModelSnapshot &model : run.models)
        models.push_back(model.activation);
    m_colors.setShown(&m_plot, modelKeys(models));
    const std::vector<ModelStyle> styles = modelStyles(models, m_colors, theme);

    addCaption(run, theme);
    m_loss = std::make_unique<LossChart>(m_plot, *m_plot.plotLayout(), 1, 0);
    m_loss->setTheme(theme);
    m_loss->setModels(styles);
    m_loss->append(run);
    addBoundaries(run, theme, styles);
    m_plot.plotLayout()->setMargins(QMargins(edge, edge, edge, edge));
    equalizeAspect();
}

void RunFigure::addCaption(const Snapshot &run, const Theme &theme)
{
    auto *caption = new QCPTextElement(&m_plot, captionOf(run), plotFont());
    caption->setTextColor(theme.mutedText);
    caption->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_plot.plotLayout()->addElement(0, 0, caption);
    m_plot.plotLayout()->setRowStretchFactor(0, 0.001);
}

void RunFigure::addBoundaries(const Snapshot &run, const Theme &theme, const std::vector<ModelStyle> &styles)
{
    auto *grid = new QCPLayoutGrid;
    grid->setRowSpacing(16);
    grid->setColumnSpacing(24);
    m_plot.plotLayout()->addElement(2, 0, grid);
    const int columns = panelColumns(run.models.size(), m_plot.viewport().width() / (0.6 * m_plot.viewport().height()));
    // Takes what the panels leave free, so that their widths do not limit the curves above.
    grid->addElement(0, columns, new QCPLayoutElement(&m_plot));
    grid->setColumnStretchFactor(columns, 0.001);
    const int rows = (static_cast<int>(run.models.size()) + columns - 1) / columns;
    m_plot.plotLayout()->setRowStretchFactor(2, rows == 1 ? 1.2 : 2);
    for (std::size_t i = 0; i < run.models.size(); ++i) {
        const ModelSnapshot &model = run.models[i];
        const int place = static_cast<int>(i);
        auto chart = std::make_unique<BoundaryChart>(m_plot, *grid, place / columns, place % columns);
        chart->setTheme(theme);
        chart->setModel(styles[i]);
        if (run.data)
            chart->setPoints(*run.data, false);
        chart->setState(model);
        if (model.boundary)
            chart->setView(model.boundary->grid);
        else if (run.data)
            chart->setView(gridAround(run.data->all, 1, 0.01));
        m_boundaries.push_back(std::move(chart));
    }
}

/** Each boundary as large as its cell allows with one unit equally long in both directions. */
void RunFigure::equalizeAspect()
{
    m_plot.toPixmap(m_plot.viewport().width(), m_plot.viewport().height()); // lays everything out
    for (const auto &chart : m_boundaries) {
        QCPAxisRect *rect = chart->axisRect();
        const double aspect = rect->axis(QCPAxis::atBottom)->range().size() / rect->axis(QCPAxis::atLeft)->range().size();
        const QSize room = rect->size();
        const double width = std::min<double>(room.width(), room.height() * aspect);
        rect->setMaximumSize(QSize(qRound(width), qRound(width / aspect)));
    }
}

QByteArray RunFigure::bytes(PictureFormat format)
{
    return plotPicture(m_plot, format, 1, tr("Actiscope: loss curves and decision boundaries"));
}

} // namespace actiscope
