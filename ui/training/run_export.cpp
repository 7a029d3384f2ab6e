#include "ui/training/run_export.h"

#include "core/io/run_report.h"
#include "core/training/model_label.h"
#include "ui/charts/run_figure.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence_figure.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

/** Before those of single panels. */
enum Part { Evidence, Curves, FirstPanel };

} // namespace

RunExport::RunExport(std::shared_ptr<const Snapshot> run, const Theme &theme, QStringList rows)
    : m_run(std::move(run)), m_theme(theme), m_rows(std::move(rows))
{
    m_rows.removeIf([this](const QString &id) {
        const EvidenceKind *kind = findEvidenceKind(id);
        return !kind || !kind->applies(*m_run);
    });
    if (m_rows.isEmpty())
        m_rows << subjectOf(m_run->experiment).firstRows().front();
}

QSize RunExport::size() const
{
    return EvidenceFigure::usualSize(m_run->models.size(), m_rows.size());
}

QStringList RunExport::parts() const
{
    QStringList parts = {tr("What is shown, of all models"), tr("Loss curves and boundaries")};
    for (const QString &row : m_rows) {
        for (std::size_t i = 0; i < m_run->models.size(); ++i)
            parts << tr("%1 of %2").arg(findEvidenceKind(row)->titleText(), QString::fromStdString(modelLabel(m_run->experiment, i)));
    }
    return parts;
}

QString RunExport::tableText() const
{
    return tr("Loss and accuracy of %n epochs and the start, training and test, of each model", nullptr, int(m_run->furthest));
}

QByteArray RunExport::table(int) const
{
    return QByteArray::fromStdString(runCsv(*m_run));
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
        return RunFigure(*m_run, layout).bytes(format, scale);
    const auto panel = std::size_t(std::max(0, layout.part - FirstPanel));
    const std::size_t models = m_run->models.size();
    if (layout.part < FirstPanel || panel >= models * std::size_t(m_rows.size()))
        return EvidenceFigure(m_run, m_rows, layout).bytes(format, scale);
    return EvidenceFigure(m_run, {m_rows[qsizetype(panel / models)]}, layout, panel % models).bytes(format, scale);
}

} // namespace actiscope
