#include "ui/functions/functions_export.h"

#include "core/analysis/second_derivative.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/engine/eigen_backend.h"
#include "core/engine/evaluation_csv.h"
#include "ui/base/number_format.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/functions_state.h"

#include <QImage>
#include <QMimeData>

namespace actiscope {

namespace {

QString panelName(PanelStack::Place place)
{
    switch (place) {
    case PanelStack::Value:
        return FunctionsExport::tr("f(x)");
    case PanelStack::Inside:
        return FunctionsExport::tr("Pre-activations of the network");
    case PanelStack::Derivative:
        return FunctionsExport::tr("f′(x)");
    case PanelStack::SecondDerivative:
        return FunctionsExport::tr("f″(x)");
    case PanelStack::Difference:
        return FunctionsExport::tr("Difference");
    }
    return {};
}

/** f, f′ or f″ of each activation, of which one has a plot. */
QByteArray orderTable(const std::vector<ActivationSpec> &specs, const std::vector<double> &points, int order)
{
    constexpr const char *names[] = {"value", "derivative", "second_derivative"};
    std::string csv = std::string("activation,x,") + names[order] + '\n';
    for (const ActivationSpec &spec : specs) {
        for (const double x : points) {
            const double y = order == 0   ? spec.activation->value(x, spec.parameters)
                             : order == 1 ? spec.activation->derivative(x, spec.parameters)
                                          : secondDerivative(*spec.activation, x, spec.parameters).value;
            csv += csvField(spec.text) + ',' + numberText(x) + ',' + numberText(y) + '\n';
        }
    }
    return QByteArray::fromStdString(csv);
}

QByteArray differenceTable(const ActivationSpec &minuend, const ActivationSpec &subtrahend, const std::vector<double> &points)
{
    std::string csv = "minuend,subtrahend,x,difference\n";
    for (const double x : points) {
        const double difference = minuend.activation->value(x, minuend.parameters) - subtrahend.activation->value(x, subtrahend.parameters);
        csv += csvField(minuend.text) + ',' + csvField(subtrahend.text) + ',' + numberText(x) + ',' + numberText(difference) + '\n';
    }
    return QByteArray::fromStdString(csv);
}

QByteArray barsTable(const QCPBars &bars)
{
    std::string csv = "from,to,share\n";
    for (const QCPBarsData &bar : *bars.data())
        csv += numberText(bar.key - bars.width() / 2) + ',' + numberText(bar.key + bars.width() / 2) + ',' + numberText(bar.value) + '\n';
    return QByteArray::fromStdString(csv);
}

} // namespace

FunctionsExport::FunctionsExport(const FunctionsState &state, const ActivationColors &colors, const FunctionPlot &plot, const Theme &theme)
    : m_state(state), m_colors(colors), m_plot(plot), m_theme(theme)
{
}

QSize FunctionsExport::size() const
{
    return m_plot.size();
}

std::optional<PanelStack::Place> FunctionsExport::placeOf(int part) const
{
    const std::vector<PanelStack::Place> shown = m_plot.shownPlaces();
    return part > 0 && static_cast<std::size_t>(part) <= shown.size() ? std::optional(shown[static_cast<std::size_t>(part) - 1]) : std::nullopt;
}

QStringList FunctionsExport::parts() const
{
    QStringList parts{tr("All plots")};
    for (const PanelStack::Place place : m_plot.shownPlaces())
        parts << panelName(place);
    return parts;
}

QByteArray FunctionsExport::picture(const PictureLayout &layout, PictureFormat format, double scale) const
{
    return FunctionsPicture(m_state, m_colors, layout, &m_plot, placeOf(layout.part)).bytes(format, scale);
}

bool FunctionsExport::isTablePossible() const
{
    return !m_state.shown().empty();
}

bool FunctionsExport::hasPoints(int part) const
{
    return placeOf(part) != PanelStack::Inside;
}

QString FunctionsExport::tableText(int part) const
{
    if (!isTablePossible())
        return tr("No function is shown, so there are no values.");
    if (placeOf(part) == PanelStack::Inside)
        return tr("The share of the pre-activations in each bar");
    const QCPRange range = m_plot.xRange();
    const QString from = formatNumber(range.lower), to = formatNumber(range.upper);
    if (placeOf(part) == PanelStack::Difference)
        return tr("The difference, x from %1 to %2").arg(from, to);
    return tr("%1 functions, x from %2 to %3").arg(shownSpecs(m_state, m_colors).size()).arg(from, to);
}

QByteArray FunctionsExport::table(int part, int points) const
{
    const QCPRange range = m_plot.xRange();
    const std::vector<double> x = equallySpaced(range.lower, range.upper, static_cast<std::size_t>(points));
    const std::vector<ActivationSpec> specs = shownSpecs(m_state, m_colors);
    const std::optional<PanelStack::Place> place = placeOf(part);
    if (!place)
        return QByteArray::fromStdString(evaluationCsv(*makeEigenBackend(), specs, x));
    if (place == PanelStack::Inside)
        return barsTable(*m_plot.inside().bars());
    if (place == PanelStack::Difference)
        return differenceTable(m_state.minuend(), m_state.subtrahend(), x);
    return orderTable(specs, x, *place == PanelStack::Value ? 0 : *place == PanelStack::Derivative ? 1 : 2);
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
