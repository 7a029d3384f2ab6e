#include "ui/functions/functions_export.h"

#include "core/base/csv.h"
#include "core/engine/eigen_backend.h"
#include "core/engine/evaluation_csv.h"
#include "ui/base/number_format.h"
#include "ui/functions/state/functions_state.h"

#include <QImage>
#include <QMimeData>

namespace actiscope {

FunctionsExport::FunctionsExport(const FunctionsState &state, const ActivationColors &colors, const FunctionPlot &plot, const Theme &theme)
    : m_state(state), m_colors(colors), m_plot(plot), m_theme(theme)
{
}

QSize FunctionsExport::size() const
{
    return m_plot.size();
}

QByteArray FunctionsExport::picture(const PictureLayout &layout, PictureFormat format, double scale) const
{
    return FunctionsPicture(m_state, m_colors, layout, &m_plot).bytes(format, scale);
}

bool FunctionsExport::isTablePossible() const
{
    return !m_state.shown().empty();
}

QString FunctionsExport::tableText() const
{
    if (!isTablePossible())
        return tr("No function is shown, so there are no values.");
    const QCPRange range = m_plot.xRange();
    return tr("%1 functions, x from %2 to %3")
        .arg(shownSpecs(m_state, m_colors).size())
        .arg(formatNumber(range.lower), formatNumber(range.upper));
}

QByteArray FunctionsExport::table(int points) const
{
    const QCPRange range = m_plot.xRange();
    const std::vector<double> x = equallySpaced(range.lower, range.upper, std::size_t(points));
    return QByteArray::fromStdString(evaluationCsv(*makeEigenBackend(), shownSpecs(m_state, m_colors), x));
}

QMimeData *FunctionsExport::forClipboard() const
{
    constexpr double enlarged = 2;
    PictureLayout layout;
    layout.size = m_plot.size();
    layout.theme = m_theme;
    layout.textScale = 1;
    FunctionsPicture picture(m_state, m_colors, layout, &m_plot);
    auto *data = new QMimeData;
    data->setImageData(QImage::fromData(picture.bytes(PictureFormat::Png, enlarged), "PNG"));
    data->setData(QStringLiteral("image/svg+xml"), picture.bytes(PictureFormat::Svg, 1));
    data->setData(QStringLiteral("application/pdf"), picture.bytes(PictureFormat::Pdf, 1));
    return data;
}

} // namespace actiscope
