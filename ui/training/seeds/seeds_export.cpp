#include "ui/training/seeds/seeds_export.h"

#include "core/io/seeds_report.h"
#include "core/training/seeds/seed_verdict.h"
#include "ui/base/number_format.h"
#include "ui/base/plot.h"
#include "ui/base/translation.h"
#include "ui/base/unbroken.h"
#include "ui/training/seeds/seeds_picture.h"

#include <algorithm>

namespace actiscope {

namespace {

constexpr double figureMargin = 16;

/** Draws the picture wherever its plot is drawn: the plot is all that knows how to become a PNG, an SVG or a PDF. */
class SeedsLayer : public QCPLayerable {
public:
    SeedsLayer(QCustomPlot &plot, const SeedsPicture &picture) : QCPLayerable(&plot), m_picture(picture) {}

    void setTexts(const QString &title, const QString &caption, const QFont &font, const Theme &theme)
    {
        m_title = title;
        m_caption = unbroken(caption);
        m_font = font;
        m_theme = theme;
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter *painter) override
    {
        const QRectF area = QRectF(mParentPlot->viewport()).adjusted(figureMargin, figureMargin, -figureMargin, -figureMargin);
        QFont bold = m_font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(m_theme.text);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_title);
        QFont small = m_font;
        small.setPixelSize(small.pixelSize() * 9 / 11);
        painter->setFont(small);
        painter->setPen(m_theme.mutedText);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, m_caption);
        m_picture.paint(*painter);
    }

private:
    const SeedsPicture &m_picture;
    QString m_title;
    QString m_caption;
    QFont m_font;
    Theme m_theme;
};

} // namespace

QSize SeedsExport::size() const
{
    return usualSize(m_progress->seeds.experiment.models.size());
}

QSize SeedsExport::usualSize(std::size_t models)
{
    const auto count = static_cast<int>(models);
    return {std::clamp(240 + 360 * count, 900, 1920), 800 + 60 * std::max(0, count - 2)};
}

QString SeedsExport::title() const
{
    QStringList names;
    for (const std::string &name : seedModelNames(m_progress->seeds.experiment))
        names.append(QString::fromStdString(name));
    return tr("%1: %n seeds", nullptr, static_cast<int>(m_progress->seeds.runs.size())).arg(names.join(QStringLiteral(", ")));
}

/** What was trained on what: all that it takes to train it again. */
QString SeedsExport::caption() const
{
    const SeedStudy &study = m_progress->seeds;
    const Experiment &experiment = study.experiment;
    QStringList parts = {
        tr("seeds %1 to %2, each of data, split and weights").arg(study.plan.first).arg(study.plan.seed(study.plan.count - 1))};
    if (const auto *data = std::get_if<GeneratedData>(&experiment.data))
        parts << tr("%1: %2 points, noise %3").arg(QString::fromStdString(data->kind)).arg(data->samples).arg(formatNumber(data->noise));
    else if (const auto *images = std::get_if<ImageData>(&experiment.data))
        parts << tr("images: %1").arg(QString::fromStdString(images->kind));
    else
        parts << tr("%n given points", nullptr, static_cast<int>(pointCount(experiment.data)));
    if (!std::holds_alternative<ImageData>(experiment.data))
        parts << tr("%1 % for testing").arg(formatNumber(100 * experiment.split.testFraction, 3));
    parts << tr("hidden layers %1").arg(QString::fromStdString(hiddenText(experiment.hidden)));
    const OptimizerSettings &optimizer = experiment.models.front().optimizer;
    parts << tr("%1, learning rate %2").arg(QString::fromUtf8(optimizerName(optimizer)), formatNumber(optimizer.learningRate));
    if (experiment.batchSize > 0)
        parts << tr("batches of %1").arg(experiment.batchSize);
    parts << tr("%n epochs", nullptr, experiment.stop.epochs) << translated(study.device);
    return parts.join(QStringLiteral(" · "));
}

QByteArray SeedsExport::picture(const PictureLayout &layout, PictureFormat format, double scale) const
{
    QCustomPlot plot;
    setFigureFont(plot);
    stylePlot(plot, layout.theme);
    plot.setViewport(QRect(QPoint(0, 0), layoutSize(layout.size, layout.textScale.value_or(textScale(layout.size)))));
    emptied(plot, {});
    QFont font = plotFont(plot);
    if (font.pixelSize() <= 0)
        font.setPixelSize(QFontInfo(font).pixelSize());

    SeedsPicture drawing;
    drawing.setLook(layout.theme, font, figureStyles(m_progress->seeds.experiment, m_colors, layout.theme));
    drawing.setProgress(m_progress);
    const double line = QFontMetricsF(font).lineSpacing();
    QRectF area = QRectF(plot.viewport()).adjusted(figureMargin, figureMargin, -figureMargin, -figureMargin - 2.5 * line);
    if (!layout.title.isEmpty())
        area.setTop(area.top() + 1.5 * line);
    drawing.layOut(area);
    SeedsLayer layer(plot, drawing);
    layer.setTexts(layout.title, caption(), font, layout.theme);
    const QString title = layout.title.isEmpty() ? tr("Actiscope: many seeds") : layout.title;
    return plotPicture(plot, format, (QSizeF(layout.size) * scale).toSize(), title);
}

QString SeedsExport::tableText(int) const
{
    return tr("Mean and 95 % interval of every epoch, paired differences");
}

QByteArray SeedsExport::table(int, int) const
{
    return QByteArray::fromStdString(seedsCsv(m_progress->seeds, m_progress->summary));
}

} // namespace actiscope
