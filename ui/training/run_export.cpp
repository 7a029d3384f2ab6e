#include "ui/training/run_export.h"

#include "core/base/csv.h"
#include "core/io/run_report.h"
#include "core/training/model_label.h"
#include "ui/charts/run_figure.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/evidence_figure.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

/** Before those of single panels. */
enum Part { Evidence, Curves, Chart, FirstPanel };

QByteArray csvOf(const EvidenceTable &table)
{
    const auto lineOf = [](const QStringList &texts) {
        std::string line;
        for (const QString &text : texts)
            line += (line.empty() ? "" : ",") + csvField(text.toStdString());
        return line + '\n';
    };
    std::string csv = lineOf(table.columns);
    for (const QStringList &row : table.rows)
        csv += lineOf(row);
    return QByteArray::fromStdString(csv);
}

} // namespace

RunExport::RunExport(std::shared_ptr<const Snapshot> run, const ActivationColors &colors, const Theme &theme, QStringList rows, FigureChart chart,
                     QJsonObject choices)
    : m_run(std::move(run)), m_colors(colors), m_theme(theme), m_rows(std::move(rows)), m_chart(std::move(chart)), m_choices(std::move(choices))
{
    if (m_chart.series.empty())
        m_chart.series = usualSeries(m_run->experiment);
    m_rows.removeIf([this](const QString &id) {
        const EvidenceKind *kind = findEvidenceKind(id);
        return !kind || !kind->applies(*m_run);
    });
    if (m_rows.isEmpty())
        m_rows << subjectOf(m_run->experiment).firstRows().front();
}

QSize RunExport::size() const
{
    return EvidenceFigure::usualSize(m_run->models.size(), m_rows.size(), qsizetype(m_chart.series.size()));
}

QStringList RunExport::parts() const
{
    QStringList parts = {tr("What is shown, of all models"), tr("Loss curves and boundaries"), tr("The chart over the epochs")};
    for (const QString &row : m_rows) {
        for (std::size_t i = 0; i < m_run->models.size(); ++i)
            parts << tr("%1 of %2").arg(findEvidenceKind(row)->titleText(), QString::fromStdString(modelLabel(m_run->experiment, i)));
    }
    return parts;
}

std::optional<RunExport::Panel> RunExport::panelOf(int part) const
{
    const std::size_t models = m_run->models.size();
    const auto panel = static_cast<std::size_t>(std::max(0, part - FirstPanel));
    if (part < FirstPanel || panel >= models * static_cast<std::size_t>(m_rows.size()))
        return std::nullopt;
    return Panel{m_rows[static_cast<qsizetype>(panel / models)], panel % models};
}

QString RunExport::tableText(int part) const
{
    if (panelOf(part))
        return tr("The values that the panel shows, with all their digits");
    return tr("Loss and accuracy of %n epochs and the start, training and test, of each model", nullptr, int(m_run->furthest));
}

QByteArray RunExport::table(int part, int) const
{
    const std::optional<Panel> panel = panelOf(part);
    if (!panel)
        return QByteArray::fromStdString(runCsv(*m_run));
    EvidenceFigure figure(m_run, {.rows = {panel->row}, .model = panel->model, .choices = m_choices}, {.theme = m_theme}, &m_colors);
    const EvidencePanel *shown = figure.view().panel(panel->row, panel->model);
    return csvOf(shown ? shown->table() : EvidenceTable());
}

QString RunExport::title() const
{
    QStringList names;
    for (std::size_t i = 0; i < m_run->models.size(); ++i)
        names.append(QString::fromStdString(modelLabel(m_run->experiment, i)));
    return names.join(QStringLiteral(", "));
}

QByteArray RunExport::picture(const PictureLayout &layout, PictureFormat format, double scale) const
{
    if (layout.part == Curves)
        return RunFigure(*m_run, layout, &m_colors).bytes(format, scale);
    if (const std::optional<Panel> panel = panelOf(layout.part))
        return EvidenceFigure(m_run, {.rows = {panel->row}, .model = panel->model, .choices = m_choices}, layout, &m_colors).bytes(format, scale);
    const QStringList rows = layout.part == Chart ? QStringList() : m_rows;
    return EvidenceFigure(m_run, {.rows = rows, .chart = m_chart, .choices = m_choices}, layout, &m_colors).bytes(format, scale);
}

} // namespace actiscope
