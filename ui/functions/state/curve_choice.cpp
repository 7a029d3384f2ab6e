#include "ui/functions/state/curve_choice.h"

#include "core/activations/activation_spec.h"
#include "core/analysis/parameter_family.h"
#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/base/theme.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace actiscope {

namespace {

constexpr std::size_t drawnSlopes = 12;
constexpr int ghostOpacity = 170; ///< of 255
constexpr int drawnOpacity = 110;
constexpr double previewWidth = 1.4; ///< of 2 for a curve that is shown

using Kind = CurveChoice::Kind;

CurveChoice ofFocus(const FunctionsState &state, Kind kind, std::vector<double> parameters, const QPen &pen)
{
    return {kind, &state.focus(), std::move(parameters), pen, pen.color(), QString(), true};
}

CurveChoice ofFunction(const FunctionsState &state, const Activation &activation, const QPen &pen, const Theme &theme)
{
    const bool isFocus = &activation == &state.focus();
    return {Kind::Function, &activation, state.parameters(activation), pen, theme.readable(pen.color()), state.label(activation), isFocus};
}

QPen previewPen(const Theme &theme)
{
    QPen pen(theme.mutedText, previewWidth * theme.scale, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({6, 3});
    return pen;
}

CurveChoice ofPreview(const FunctionsState &state, const Theme &theme)
{
    CurveChoice preview = ofFocus(state, Kind::Preview, state.parameters(state.focus()), previewPen(theme));
    preview.textColor = theme.readable(theme.mutedText);
    //: The name of a function that is drawn only while it is selected in the list
    preview.label = QCoreApplication::translate("actiscope::CurveChoice", "%1, preview").arg(state.label(state.focus()));
    return preview;
}

void addBand(std::vector<CurveChoice> &curves, const FunctionsState &state, QColor color, double scale)
{
    const Activation &focus = state.focus();
    const std::vector<double> &parameters = state.parameters(focus);
    const QPen edge(color, scale, Qt::SolidLine, Qt::FlatCap);
    curves.push_back(ofFocus(state, Kind::BandLow, drawnParameters(focus, parameters, 0), edge));
    curves.push_back(ofFocus(state, Kind::BandHigh, drawnParameters(focus, parameters, 1), edge));
    if (state.drawSeed() == 0)
        return;
    color.setAlpha(drawnOpacity);
    for (std::vector<double> &drawn : randomParameters(focus, parameters, drawnSlopes, state.drawSeed()))
        curves.push_back(ofFocus(state, Kind::Drawn, std::move(drawn), QPen(color, 1.2 * scale, Qt::SolidLine, Qt::FlatCap)));
}

void addFamily(std::vector<CurveChoice> &curves, const FunctionsState &state, const Theme &theme)
{
    const Activation &focus = state.focus();
    const std::size_t k = state.view().familyParameter(focus);
    const std::vector<double> &values = state.view().familyValues(focus, k);
    const auto [least, greatest] = std::ranges::minmax(values);
    for (const double value : values) {
        std::vector<double> parameters = withParameter(focus, state.parameters(focus), k, value);
        const double share = greatest > least ? (value - least) / (greatest - least) : 1;
        CurveChoice member = ofFocus(state, Kind::Member, std::move(parameters),
                                     QPen(theme.sequential(share), 2 * theme.scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        member.textColor = theme.readable(member.pen.color());
        member.label = QString::fromStdString(focus.parameters[k].symbol) + QLatin1Char(' ') + formatNumber(value, 4);
        curves.push_back(std::move(member));
    }
}

void addGhost(std::vector<CurveChoice> &curves, const FunctionsState &state, QPen pen, double scale)
{
    const auto before = state.ghost();
    if (!before)
        return;
    QColor pale = pen.color();
    pale.setAlpha(ghostOpacity);
    pen = QPen(pale, 1.5 * scale, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 4});
    curves.push_back(ofFocus(state, Kind::Ghost, *before, pen));
}

} // namespace

std::vector<CurveChoice> chooseCurves(const FunctionsState &state, const ActivationColors &colors, const Theme &theme)
{
    const Activation &focus = state.focus();
    const bool isFamily = state.showsFamily();
    std::vector<CurveChoice> curves;
    for (const Activation *activation : state.shown()) {
        if (activation != &focus && !isFamily)
            curves.push_back(ofFunction(state, *activation, colors.pen(activation->id, theme), theme));
    }
    if (!state.isDrawn(focus))
        return curves;
    const bool isPreview = state.preview() == &focus;
    const QPen pen = isPreview ? previewPen(theme) : colors.pen(focus.id, theme);
    if (focus.drawsWhileTraining() && !isFamily)
        addBand(curves, state, pen.color(), theme.scale);
    addGhost(curves, state, pen, theme.scale);
    if (isFamily)
        addFamily(curves, state, theme);
    // On top, however early it was chosen: it is what the slider moves.
    curves.push_back(isPreview ? ofPreview(state, theme) : ofFunction(state, focus, pen, theme));
    return curves;
}

} // namespace actiscope
