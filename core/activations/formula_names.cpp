#include "core/activations/formula_names.h"

#include "core/activations/builtin_activations.h"
#include "core/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <vector>

namespace actiscope {
namespace {

constexpr std::array<std::string_view, 5> plainNames = {"x", "a", "b", "pi", "e"};

struct OtherName {
    std::string_view given; ///< folded
    std::string_view meant;
};
constexpr std::array otherNames = {
    OtherName{"ln", "log"},        OtherName{"sgn", "sign"},         OtherName{"signum", "sign"},   OtherName{"heaviside", "step"},
    OtherName{"arcsin", "asin"},   OtherName{"arccos", "acos"},      OtherName{"arctan", "atan"},   OtherName{"arcsinh", "asinh"},
    OtherName{"arccosh", "acosh"}, OtherName{"arctanh", "atanh"},    OtherName{"arsinh", "asinh"},  OtherName{"arcosh", "acosh"},
    OtherName{"artanh", "atanh"},  OtherName{"maximum", "max"},      OtherName{"minimum", "min"},   OtherName{"power", "pow"},
    OtherName{"clip", "clamp"},    OtherName{"logistic", "sigmoid"}, OtherName{"expit", "sigmoid"}, OtherName{"absolute", "abs"},
    OtherName{"fabs", "abs"},      OtherName{"ceiling", "ceil"},     OtherName{"tg", "tan"},        OtherName{"ctg", "cot"},
    OtherName{"lg", "log10"},      OtherName{"normcdf", "Φ"},        OtherName{"normpdf", "φ"},
};

constexpr std::array shorthands = {
    FormulaShorthand{"clamp", 3, "x < a ? a : x > b ? b : x"}, // at both ends the slope is 1, as in PyTorch
    FormulaShorthand{"square", 1, "x^2"},
    FormulaShorthand{"exp2", 1, "2^x"},
    FormulaShorthand{"sec", 1, "1/cos(x)"},
    FormulaShorthand{"csc", 1, "1/sin(x)"},
    FormulaShorthand{"cot", 1, "1/tan(x)"},
    FormulaShorthand{"sech", 1, "1/cosh(x)"},
    FormulaShorthand{"csch", 1, "1/sinh(x)"},
    FormulaShorthand{"coth", 1, "1/tanh(x)"},
    FormulaShorthand{"logit", 1, "log(x/(1 - x))"},
};

std::string_view meantBy(const std::string &folded)
{
    const auto other = std::ranges::find(otherNames, folded, &OtherName::given);
    return other == otherNames.end() ? std::string_view(folded) : other->meant;
}

/** All names of functions that a user may type, and their own ones before others'. */
std::vector<std::string> typedNames()
{
    std::vector<std::string> names;
    for (const FormulaFunction &function : formulaFunctions()) {
        if (function.isTyped)
            names.emplace_back(function.text);
    }
    for (const FormulaShorthand &shorthand : shorthands)
        names.emplace_back(shorthand.name);
    for (const Activation &row : activations()) {
        if (!std::ranges::count(names, row.id))
            names.push_back(row.id);
    }
    return names;
}

/** How far a misspelt name is from one that exists; letters in the wrong order are nothing. */
std::size_t nameDistance(std::string_view candidate, std::string_view name)
{
    return candidate.size() == name.size() && std::ranges::is_permutation(candidate, name) ? 0 : editDistance(candidate, name);
}

/** "x*sin" for "xsin": the name as known ones that follow one another, the fewest from the left; empty where it is not. */
std::string asProduct(std::string_view name, bool isWhole = true)
{
    if (!isWhole && formulaName(name).isFunction())
        return std::string(name);
    for (std::size_t length = isWhole ? name.size() - 1 : name.size(); length > 0; --length) {
        const std::string_view first = name.substr(0, length);
        if (std::ranges::find(plainNames, first) == plainNames.end())
            continue;
        if (length == name.size())
            return std::string(first);
        const std::string rest = asProduct(name.substr(length), false);
        if (!rest.empty())
            return std::string(first) + "*" + rest;
    }
    return {};
}

} // namespace

std::string foldedName(std::string_view name)
{
    std::string folded;
    for (const char c : name) {
        if (c != '_')
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}

FormulaName formulaName(std::string_view given)
{
    const std::string folded = foldedName(given);
    const std::string_view meant = meantBy(folded);
    FormulaName name{.text = std::string(meant), .constant = {}};
    if (meant == "pi" || meant == "e")
        name.constant = meant == "e" ? std::numbers::e : std::numbers::pi;
    const auto functions = formulaFunctions();
    const auto function =
        std::ranges::find_if(functions, [&](const FormulaFunction &f) { return (f.isTyped || meant != folded) && f.text == meant; });
    name.function = function == functions.end() ? nullptr : &*function;
    const auto shorthand = std::ranges::find(shorthands, meant, &FormulaShorthand::name);
    name.shorthand = shorthand == shorthands.end() ? nullptr : &*shorthand;
    name.row = name.shorthand ? nullptr : rowNamed(meant);
    if (name.row && name.function && name.row->id != meant)
        name.row = nullptr; // sin is the function, not another name of the row: it has no parameter
    if (name.row && !name.function)
        name.text = name.row->id;
    else if (name.function && !name.function->isTyped)
        name.text = folded; // what is only shown has no name of its own to type
    return name;
}

const FormulaFunction *functionOfWord(std::string_view word)
{
    const auto functions = formulaFunctions();
    const auto found = std::ranges::find(functions, word, &FormulaFunction::word);
    return found == functions.end() ? nullptr : &*found;
}

Message unknownFormulaName(const std::string &name)
{
    const std::string shown = name.size() > 20 ? name.substr(0, 20) + "…" : name;
    if (name.size() > 1 && name.size() <= 20) {
        const std::string product = asProduct(foldedName(name));
        if (!product.empty())
            return {ACTISCOPE_TR("core", "there is no '%1'; products are written with '*' or a blank: %2"), {shown, product}};
        const std::size_t digits = name.find_first_of("0123456789");
        if (digits == 1 && std::ranges::count(plainNames, foldedName(name.substr(0, 1))))
            return {ACTISCOPE_TR("core", "there is no '%1'; write %2*%3 or %3^%2"), {shown, name.substr(1), name.substr(0, 1)}};
    }
    std::string functions;
    std::string nearest(plainNames.front());
    std::size_t distance = nameDistance(nearest, name);
    std::vector<std::string> names(plainNames.begin(), plainNames.end());
    std::ranges::copy(typedNames(), std::back_inserter(names));
    for (const std::string &candidate : names) {
        functions.append(functions.empty() ? "" : " ").append(candidate);
        const std::size_t apart = nameDistance(foldedName(candidate), foldedName(name));
        if (apart < distance) {
            distance = apart;
            nearest = candidate;
        }
    }
    if (distance <= 2 && distance < name.size())
        return {ACTISCOPE_TR("core", "there is no '%1'; did you mean '%2'?"), {shown, nearest}};
    return {ACTISCOPE_TR("core", "there is no '%1'; names are %2"), {shown, functions}};
}

} // namespace actiscope
