#include "ui/functions/plot/functions_picture.h"

#include "core/activations/activation_spec.h"
#include "ui/functions/state/curve_choice.h"
#include "ui/functions/state/functions_state.h"

#include <QCoreApplication>
#include <QStringList>

namespace actiscope {

FunctionsPicture::FunctionsPicture(const FunctionsState &state, const ActivationColors &colors, const PictureLayout &layout,
                                   const FunctionPlot *window, std::optional<PanelStack::Place> only)
    : m_plot(state, colors), m_size(layout.size), m_title(layout.title)
{
    const QSize size = layoutSize(m_size, layout.textScale.value_or(textScale(m_size)));
    setFigureFont(m_plot);
    m_plot.setMinimumSize(0, 0);
    m_plot.resize(size);
    m_plot.setViewport(QRect(QPoint(0, 0), size)); // a hidden widget is not told that it was resized
    m_plot.setTheme(layout.theme);
    if (only)
        m_plot.showOnly(*only);
    m_plot.updateNow(); // before the title, which takes a row that the plots would claim
    addTitle(layout);
    if (window)
        m_plot.showPartOf(*window);
}

void FunctionsPicture::addTitle(const PictureLayout &layout)
{
    if (layout.title.isEmpty())
        return;
    QFont face = plotFont(m_plot);
    face.setPointSizeF(face.pointSizeF() * 15 / 11);
    face.setBold(true);
    const double room = m_plot.viewport().width() - 2 * 16;
    auto *title = new QCPTextElement(&m_plot, QFontMetricsF(face).elidedText(layout.title, Qt::ElideMiddle, room), face);
    title->setTextColor(layout.theme.text);
    title->setTextFlags(Qt::AlignHCenter | Qt::AlignVCenter);
    title->setMargins(QMargins(16, 16, 16, 0));
    m_plot.plotLayout()->insertRow(0);
    m_plot.plotLayout()->addElement(0, 0, title);
}

void FunctionsPicture::setXRange(double from, double to)
{
    m_plot.showXRange(from, to);
}

QByteArray FunctionsPicture::bytes(PictureFormat format, double scale)
{
    // Labels take the room that they were found to need when the plot was laid out before.
    m_plot.replot(QCustomPlot::rpImmediateRefresh);
    m_plot.replot(QCustomPlot::rpImmediateRefresh);
    return plotPicture(m_plot, format, (QSizeF(m_size) * scale).toSize(), m_title.isEmpty() ? QStringLiteral("Actiscope") : m_title);
}

std::vector<QRectF> FunctionsPicture::plotRects() const
{
    std::vector<QRectF> rects;
    for (const QCPAxisRect *rect : m_plot.axisRects())
        rects.push_back(rect->rect());
    return rects;
}

QString pictureTitle(const FunctionsState &state)
{
    if (state.showsFamily() && state.isShown(state.focus()))
        return state.label(state.focus());
    constexpr std::size_t maxNames = 4;
    if (state.shown().size() > maxNames)
        return QCoreApplication::translate("actiscope::FunctionsPicture", "%1 activation functions").arg(state.shown().size());
    QStringList names;
    for (const Activation *activation : state.shown())
        names.append(state.label(*activation));
    return names.join(QStringLiteral(", "));
}

void bendFirstFunctions(FunctionsState &state)
{
    constexpr double firstParameter = 0.1;
    for (const Activation *shown : state.shown()) {
        if (shown->parameters.size() == 1)
            state.setParameter(*shown, 0, firstParameter);
    }
}

void showOnly(FunctionsState &state, std::span<const ActivationSpec> specs)
{
    std::vector<const Activation *> shown;
    for (const ActivationSpec &spec : specs) {
        for (std::size_t k = 0; k < spec.parameters.size(); ++k)
            state.setParameter(*spec.activation, k, spec.parameters[k]);
        shown.push_back(spec.activation);
        state.setFocus(*spec.activation);
    }
    state.showOnly(std::move(shown));
}

std::vector<ActivationSpec> shownSpecs(const FunctionsState &state, const ActivationColors &colors)
{
    std::vector<ActivationSpec> specs;
    for (const CurveChoice &curve : chooseCurves(state, colors, Theme::light())) {
        if (curve.kind == CurveChoice::Kind::Function || curve.kind == CurveChoice::Kind::Member)
            specs.push_back(makeSpec(*curve.activation, curve.parameters));
    }
    return specs;
}

} // namespace actiscope
