#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/offscreen_application.h"
#include "app/cli/output_file.h"
#include "app/cli/picture_options.h"
#include "app/cli/shared_options.h"
#include "core/activations/activation_spec.h"
#include "core/analysis/parameter_family.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "ui/base/activation_colors.h"
#include "ui/functions/plot/functions_picture.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace actiscope {
namespace {

/** The activations that the window shows at first, as it shows them. */
std::vector<std::string> firstActivations()
{
    FunctionsState state;
    bendFirstFunctions(state);
    std::vector<std::string> texts;
    for (const Activation *activation : state.shown())
        texts.push_back(makeSpec(*activation, state.parameters(*activation)).text);
    return texts;
}

std::vector<Option> renderOptions()
{
    std::vector<Option> options = {
        {"activation", "ID[:NAME=VALUE,...]", ACTISCOPE_TR("core", "an activation and its parameters"), firstActivations(), true},
        {"x-range", "LOW,HIGH", ACTISCOPE_TR("core", "the part of the x axis that is drawn"), {"-5,5"}},
        {"second-derivative", "", ACTISCOPE_TR("core", "a plot of f'', too")},
        {"equal-scale", "", ACTISCOPE_TR("core", "one unit is as long on y as on x")},
        {"no-marks", "", ACTISCOPE_TR("core", "without asymptotes and saturation of the last activation")},
        {"saturation",
         "F",
         ACTISCOPE_TR("core", "shaded is where |f'| of the last activation is less"),
         {numberText(ViewOptions().saturationThreshold)},
         false,
         {{.option = "no-marks", .isAbsent = true}}},
        {"family", "VALUE,...", ACTISCOPE_TR("core", "the last activation for several values of its first parameter instead of the others")},
        {"difference", "SCALE", ACTISCOPE_TR("core", "a plot of the first activation less the second: linear or log")},
    };
    for (Option &option : pictureOptions(ACTISCOPE_TR("core", "the line above the plots; without it, the names of what is drawn")))
        options.push_back(std::move(option));
    return options;
}

/** What is to be drawn, checked. */
struct Request {
    std::vector<ActivationSpec> activations;
    std::pair<double, double> xRange;
    ViewOptions view;
    std::vector<double> family; ///< empty: none
    PictureRequest picture;
};

std::vector<ActivationSpec> readDrawn(const Arguments &arguments)
{
    const std::vector<ActivationSpec> specs = readActivations(arguments);
    std::set<const Activation *> seen;
    for (const ActivationSpec &spec : specs) {
        if (!seen.insert(spec.activation).second)
            throw ConfigurationError("activation", spec.text, ACTISCOPE_TR("core", "each activation once in a picture"));
    }
    return specs;
}

std::pair<double, double> readXRange(const Arguments &arguments)
{
    constexpr std::string_view accepted = ACTISCOPE_TR("core", "two numbers from -10000 to 10000, the lower one first and 0.001 less at least, as in -5,5");
    constexpr double farthest = 1e4;
    const std::vector<double> ends = readNumbers(arguments, "x-range", accepted);
    if (ends.size() != 2 || !(ends[0] >= -farthest && ends[1] <= farthest && ends[1] - ends[0] >= 1e-3))
        throw ConfigurationError("x-range", arguments.value("x-range"), accepted);
    return {ends[0], ends[1]};
}

ViewOptions readView(const Arguments &arguments, const std::vector<ActivationSpec> &activations)
{
    ViewOptions view;
    view.secondDerivative = arguments.has("second-derivative");
    view.equalScale = arguments.has("equal-scale");
    view.asymptotes = view.saturation = !arguments.has("no-marks");
    view.saturationThreshold = arguments.number("saturation");
    if (!(view.saturationThreshold >= FunctionsView::smallestThreshold && view.saturationThreshold <= FunctionsView::largestThreshold))
        throw ConfigurationError("saturation", arguments.value("saturation"), ACTISCOPE_TR("core", "a number from 0.0001 to 0.5"));
    if (!arguments.has("difference"))
        return view;
    constexpr std::array<std::string_view, 2> scales = {"linear", "log"};
    const std::string scale = chosenName(arguments, "difference", scales);
    if (activations.size() != 2)
        throw ConfigurationError("difference", scale, ACTISCOPE_TR("core", "it applies to two activations: the second is subtracted from the first"));
    view.comparison = true;
    view.logarithmicDifference = scale == "log";
    view.minuend = activations[0].activation;
    view.subtrahend = activations[1].activation;
    return view;
}

/** Of the last activation, along its first parameter. */
std::vector<double> readFamily(const Arguments &arguments, const Activation &activation)
{
    if (!arguments.has("family"))
        return {};
    const std::string given = arguments.value("family");
    if (activation.parameters.empty())
        throw ConfigurationError("family", given, {ACTISCOPE_TR("core", "%1 has no parameters"), {activation.id}});
    const ActivationParameter &parameter = activation.parameters.front();
    const Message accepted{ACTISCOPE_TR("core", "1 to %1 numbers from %2 to %3, as in 0.1,0.5,1"),
                           {std::to_string(maxFamilySize), numberText(parameter.minimum), numberText(parameter.maximum)}};
    std::vector<double> values = readNumbers(arguments, "family", accepted);
    const auto isAccepted = [&parameter](double value) { return value >= parameter.minimum && value <= parameter.maximum; };
    if (values.size() > maxFamilySize || !std::ranges::all_of(values, isAccepted))
        throw ConfigurationError("family", given, accepted);
    return values;
}

Request readRequest(const Arguments &arguments)
{
    Request request;
    request.activations = readDrawn(arguments);
    request.xRange = readXRange(arguments);
    request.view = readView(arguments, request.activations);
    request.family = readFamily(arguments, *request.activations.back().activation);
    request.picture = readPicture(arguments);
    return request;
}

QByteArray draw(const Request &request)
{
    const OffscreenApplication application;
    const Theme theme = request.picture.theme();
    applyTheme(application.application(), theme);
    FunctionsState state;
    showOnly(state, request.activations);
    state.view().setOptions(request.view);
    if (!request.family.empty()) {
        state.view().set(&ViewOptions::family, true);
        state.view().setFamilyValues(state.focus(), 0, request.family);
    }
    ActivationColors colors;
    std::vector<std::string> ids;
    for (const Activation *activation : state.shown())
        ids.push_back(activation->id);
    colors.setShown(&state, ids);
    FunctionsPicture picture(state, colors, {request.picture.size, request.picture.title.value_or(pictureTitle(state)), theme});
    picture.setXRange(request.xRange.first, request.xRange.second);
    return picture.bytes(request.picture.format, request.picture.scale);
}

int render(const Arguments &arguments)
{
    const Request request = readRequest(arguments);
    const OutputFile file("out", arguments.value("out"));
    file.write(draw(request).toStdString());
    return 0;
}

} // namespace

Command renderFunctionsCommand()
{
    return {"render", ACTISCOPE_TR("core", "a figure of the window in any size: 'render functions' draws activations"), renderOptions(), render, "functions"};
}

} // namespace actiscope
