#include "core/data/dividing_curve.h"

#include "core/activations/formula_parser.h"
#include "core/activations/formula_program.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"

namespace actiscope {
namespace {

std::string_view withoutLeftSide(std::string_view text)
{
    const std::string_view typed = trimmed(text);
    if (typed.empty() || (typed.front() != 'y' && typed.front() != 'Y'))
        return typed;
    const std::string_view rest = trimmed(typed.substr(1));
    return rest.starts_with('=') && !rest.starts_with("==") ? trimmed(rest.substr(1)) : typed;
}

ParsedFormula parsedCurve(std::string_view text)
{
    const std::string_view right = withoutLeftSide(text);
    try {
        ParsedFormula formula = parseAnyFormula(right);
        if (formula.parameters.empty())
            return formula;
        throw ConfigurationError("curve", text,
                                 {ACTISCOPE_TR("core", "a formula in x alone, as in sin(3*x); %1 has no value"), {formula.parameters.front()}});
    } catch (const FormulaError &error) {
        throw ConfigurationError("curve", text,
                                 {ACTISCOPE_TR("core", "a formula in x such as sin(3*x); at character %1 (the first is 0): %2"),
                                  {std::to_string(error.position() + static_cast<std::size_t>(right.data() - text.data())), error.message()}});
    }
}

} // namespace

std::string curveFormula(std::string_view text)
{
    return parsedCurve(text).text;
}

std::vector<double> curveValues(std::string_view text, const std::vector<double> &x)
{
    const ParsedFormula formula = parsedCurve(text);
    std::vector<double> y(x.size());
    FormulaProgram(formula.graph, formula.root).run<double>(x.size(), x.data(), {}, y.data());
    return y;
}

void divideByCurve(LabelledPoints &points, std::string_view text)
{
    std::vector<double> x;
    x.reserve(points.count());
    for (std::size_t i = 0; i < points.count(); ++i)
        x.push_back(points.point(i)[0]);
    const std::vector<double> curve = curveValues(text, x);
    points.labels.resize(points.count());
    for (std::size_t i = 0; i < points.count(); ++i)
        points.labels[i] = points.point(i)[1] > curve[i] ? 1 : 0;
}

} // namespace actiscope
