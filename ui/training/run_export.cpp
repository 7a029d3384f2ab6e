#include "ui/training/run_export.h"

#include "core/training/model_label.h"
#include "ui/charts/figure.h"
#include "ui/charts/run_figure.h"

#include <QStringList>

namespace actiscope {

QSize RunExport::size() const
{
    return figureSize(m_run->models.size());
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
    return RunFigure(*m_run, layout).bytes(format, scale);
}

} // namespace actiscope
