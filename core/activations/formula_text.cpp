#include "core/activations/formula_text.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace actiscope {
namespace {

using enum FormulaOperation;

/** A literal that stays one with an "f" behind it. */
std::string literal(double value)
{
    const std::string text = numberText(value);
    return "LIT(" + (text.find_first_of(".e") == std::string::npos ? text + ".0" : text) + ")";
}

/** How tightly an operation holds its text together. */
enum Binding { choice, sum, sign, product, power, whole };

struct BoundText {
    std::string text;
    Binding binding = whole;

    std::string within(Binding outer) const { return binding < outer ? "(" + text + ")" : text; }
};

std::string superscript(int exponent)
{
    static constexpr const char *digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += digits[digit - '0'];
    return text;
}

BoundText numberForPeople(double value)
{
    std::array<char, 32> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::general, 6);
    const std::string text(buffer.data(), result.ptr);
    return value < 0 ? BoundText{"−" + text, sign} : BoundText{text, whole};
}

/** "0 < x" reads better as "x > 0". */
std::string comparisonText(FormulaOperation operation, const BoundText &left, const BoundText &right)
{
    const bool isTurned = left.text.find_first_not_of("0123456789.") == std::string::npos;
    if (!isTurned)
        return left.within(sum) + " " + std::string(formulaFunction(operation).text) + " " + right.within(sum);
    if (operation == Equal)
        return right.within(sum) + " = " + left.text;
    return right.within(sum) + (operation == Less ? " > " : operation == LessEqual ? " ≥ " : " < ") + left.text;
}

BoundText operationText(const FormulaNode &node, std::span<const BoundText> made)
{
    const auto argument = [&](std::size_t k) -> const BoundText & { return made[static_cast<std::size_t>(node.arguments[k])]; };
    const std::string text(formulaFunction(node.operation).text);
    switch (node.operation) {
    case Add:
        return {argument(0).within(sum) + " + " + argument(1).within(product), sum};
    case Subtract:
        return {argument(0).within(sum) + " − " + argument(1).within(product), sum};
    case Multiply:
    case Divide:
        return {argument(0).within(sign) + text + argument(1).within(power), product};
    case Negate:
        return {"−" + argument(0).within(product), sign};
    case Power:
        return {argument(0).within(whole) + "^" + argument(1).within(whole), power};
    case Less:
    case LessEqual:
    case Greater:
    case Equal:
        return {comparisonText(node.operation, argument(0), argument(1)) + " ? " + argument(2).within(sum) + " : "
                    + argument(3).within(sum),
                choice};
    default:
        break;
    }
    std::string call = text + "(";
    for (std::size_t k = 0; k < node.arity(); ++k)
        call += (k == 0 ? "" : ", ") + argument(k).text;
    return {call + ")", whole};
}

/** The texts of all nodes that `root` needs, made by `textOf(node, texts so far)`. */
template <class Text, class TextOf>
Text textOfRoot(const FormulaGraph &graph, int root, TextOf textOf)
{
    const std::vector<bool> used = graph.usedBy(root);
    std::vector<Text> made(used.size());
    for (std::size_t place = 0; place < used.size(); ++place) {
        if (used[place])
            made[place] = textOf(graph.nodes()[place], made);
    }
    return made[static_cast<std::size_t>(root)];
}

} // namespace

std::string formulaSource(const FormulaGraph &graph, int root)
{
    return textOfRoot<std::string>(graph, root, [](const FormulaNode &node, const std::vector<std::string> &made) -> std::string {
        switch (node.operation) {
        case Number:
            return literal(node.number);
        case Input:
            return "x";
        case Parameter:
            return "p" + std::to_string(node.index);
        case PowerOfInteger:
            return "POWN(" + made[static_cast<std::size_t>(node.arguments[0])] + ", " + std::to_string(node.index) + ")";
        default:
            break;
        }
        const FormulaFunction &function = formulaFunction(node.operation);
        std::string call(function.word);
        for (std::size_t k = 0; k < node.arity(); ++k) {
            const std::string &argument = made[static_cast<std::size_t>(node.arguments[k])];
            const bool isBare = node.operation == SigmoidCubic && k > 0; // its coefficients are literals themselves
            call += (k == 0 ? "(" : ", ") + (isBare ? argument.substr(4, argument.size() - 5) : argument);
        }
        return call + ")";
    });
}

std::string formulaText(const FormulaGraph &graph, int root, std::span<const std::string> parameters)
{
    return textOfRoot<BoundText>(
               graph, root,
               [parameters](const FormulaNode &node, const std::vector<BoundText> &made) -> BoundText {
                   switch (node.operation) {
                   case Number:
                       return numberForPeople(node.number);
                   case Input:
                       return {"x", whole};
                   case Parameter:
                       return {parameters[static_cast<std::size_t>(node.index)], whole};
                   case PowerOfInteger:
                       return {made[static_cast<std::size_t>(node.arguments[0])].within(whole) + superscript(node.index), power};
                   default:
                       return operationText(node, made);
                   }
               })
        .text;
}

} // namespace actiscope
