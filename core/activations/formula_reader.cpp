#include "core/activations/formula_reader.h"

#include "core/activations/formula_error.h"
#include "core/activations/formula_flat.h"
#include "core/activations/formula_rows.h"
#include "core/activations/formula_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actiscope {
namespace {

using enum FormulaOperation;
using GiNaC::ex;

} // namespace

int FormulaReader::read(const ex &expression)
{
    const auto known = m_known.find(expression);
    if (known != m_known.end())
        return known->second;
    const int place = readNew(expression);
    if (m_graph.size(place) > formula_limits::derivativeSize)
        throw FormulaError(0, {ACTISCOPE_TR("core", "its derivative is too long; at most %1 operations"),
                               {std::to_string(formula_limits::derivativeSize)}});
    m_known.emplace(expression, place);
    return place;
}

std::string FormulaReader::text(const ex &expression)
{
    return textAt(read(expression));
}

int FormulaReader::readNew(const ex &expression)
{
    if (GiNaC::is_a<GiNaC::numeric>(expression))
        return readNumber(GiNaC::ex_to<GiNaC::numeric>(expression));
    if (expression.is_equal(m_symbols.x))
        return m_graph.input();
    for (std::size_t k = 0; k < m_symbols.parameters.size(); ++k) {
        if (expression.is_equal(m_symbols.parameters[k]))
            return m_graph.parameter(static_cast<int>(k));
    }
    if (GiNaC::is_a<GiNaC::add>(expression))
        return readSum(expression);
    if (GiNaC::is_a<GiNaC::mul>(expression) || GiNaC::is_a<GiNaC::power>(expression))
        return readProduct(expression);
    return readFunction(expression);
}

int FormulaReader::readNumber(const GiNaC::numeric &number)
{
    const double value = number.is_real() ? number.to_double() : std::nan("");
    if (!(std::abs(value) <= formula_limits::largest))
        throw FormulaError(0, ACTISCOPE_TR("core", "its derivative has numbers beyond 1e30"));
    return m_graph.number(value);
}

int FormulaReader::readSum(const ex &sum)
{
    std::vector<int> added;
    std::vector<int> subtracted;
    for (std::size_t k = 0; k < sum.nops(); ++k) {
        const ex term = sum.op(k);
        isNegative(term) ? subtracted.push_back(read(-term)) : added.push_back(read(term));
    }
    sortByText(added);
    sortByText(subtracted);
    int total = added.empty() ? m_graph.apply(Negate, {subtracted.front()}) : added.front();
    for (std::size_t k = 1; k < added.size(); ++k)
        total = m_graph.apply(Add, {total, added[k]});
    for (std::size_t k = added.empty() ? 1 : 0; k < subtracted.size(); ++k)
        total = m_graph.apply(Subtract, {total, subtracted[k]});
    return total;
}

int FormulaReader::readProduct(const ex &written)
{
    std::vector<int> above;
    std::vector<int> below;
    double coefficient = 1;
    for (const ex &factor : factorsOf(written)) {
        const bool isPower = GiNaC::is_a<GiNaC::power>(factor);
        if (GiNaC::is_a<GiNaC::numeric>(factor))
            coefficient *= m_graph.node(read(factor)).number;
        else if (isPower && factor.op(1).info(GiNaC::info_flags::negative))
            below.push_back(readRaised(factor.op(0), -factor.op(1), coefficient)); // written below a fraction's line
        else
            above.push_back(isPower ? readRaised(factor.op(0), factor.op(1), coefficient) : readRaised(factor, 1, coefficient));
    }
    sortByText(below);
    return product(coefficient, std::move(above), below);
}

/** GiNaC takes signs out of sums by its own order of terms: 1/(1 - x) is -1/(x - 1). Here the first term by text is positive. */
int FormulaReader::readRaised(const ex &base, const ex &exponent, double &coefficient)
{
    const bool isTurnedBack = exponent.info(GiNaC::info_flags::integer) && GiNaC::is_a<GiNaC::add>(base) && isTurned(base);
    coefficient *= isTurnedBack && exponent.info(GiNaC::info_flags::odd) ? -1 : 1;
    return m_graph.apply(Power, {read(isTurnedBack ? -base : base), read(exponent)});
}

bool FormulaReader::isTurned(const ex &sum)
{
    std::optional<std::pair<std::size_t, std::string>> first;
    bool isFirstNegative = false;
    for (std::size_t k = 0; k < sum.nops(); ++k) {
        const bool isBelowZero = isNegative(sum.op(k));
        std::string text = this->text(isBelowZero ? -sum.op(k) : sum.op(k));
        const std::pair key(text.size(), std::move(text));
        if (!first || key < *first) {
            first = key;
            isFirstNegative = isBelowZero;
        }
    }
    return isFirstNegative;
}

/** Whether a term has a minus before it once the sums in it are turned. */
bool FormulaReader::isNegative(const ex &term)
{
    bool isIt = false;
    for (const ex &factor : factorsOf(term)) {
        const bool isPower = GiNaC::is_a<GiNaC::power>(factor);
        const ex base = isPower ? factor.op(0) : factor;
        if (GiNaC::is_a<GiNaC::numeric>(factor))
            isIt = isIt != factor.info(GiNaC::info_flags::negative);
        else if (GiNaC::is_a<GiNaC::add>(base) && (!isPower || factor.op(1).info(GiNaC::info_flags::odd)))
            isIt = isIt != isTurned(base);
    }
    return isIt;
}

int FormulaReader::product(double coefficient, std::vector<int> above, const std::vector<int> &below)
{
    sortByText(above);
    const bool mayBeFlat = m_isSlope && above.size() + below.size() > 1;
    for (std::size_t k = 0; mayBeFlat && k < above.size(); ++k) {
        const std::optional<FlatChoice> choice = flatChoice(m_graph, above[k]);
        if (!choice)
            continue;
        above[k] = choice->open;
        std::erase_if(above, [&](int place) {
            coefficient *= m_graph.isNumber(place) ? m_graph.node(place).number : 1;
            return m_graph.isNumber(place);
        });
        return choice->with(m_graph, product(coefficient, above, below));
    }
    int top = m_graph.number(coefficient);
    int open = m_graph.number(1);
    for (const int factor : above) {
        top = m_graph.apply(Multiply, {top, factor});
        open = mayBeFlat ? m_graph.apply(Multiply, {open, whereOpen(m_graph, factor)}) : open;
    }
    if (!below.empty()) {
        int bottom = below.front();
        for (std::size_t k = 1; k < below.size(); ++k)
            bottom = m_graph.apply(Multiply, {bottom, below[k]});
        top = m_graph.apply(Divide, {top, bottom});
    }
    return m_graph.isNumber(open) ? top : m_graph.apply(Less, {m_graph.number(0), open, top, m_graph.number(0)});
}

int FormulaReader::readFunction(const ex &function)
{
    std::vector<int> arguments;
    for (std::size_t k = 0; k < function.nops(); ++k)
        arguments.push_back(read(function.op(k)));
    if (!isRowValue(function) && !isRowSlope(function))
        return m_graph.apply(operationOfCall(function), arguments);
    const FormulaCall call{.row = static_cast<std::size_t>(GiNaC::ex_to<GiNaC::numeric>(function.op(0)).to_int()),
                           .argument = arguments[1],
                           .parameters = {arguments[2], arguments[3]}};
    return isRowValue(function) ? rowValue(m_graph, call) : rowSlope(m_graph, call);
}

std::string FormulaReader::textAt(int place) const
{
    static const std::vector<std::string> names = {"a", "b"};
    return formulaText(m_graph, place, names);
}

void FormulaReader::sortByText(std::vector<int> &places) const
{
    std::vector<std::pair<std::pair<std::size_t, std::string>, int>> keyed;
    for (const int place : places) {
        std::string text = textAt(place);
        keyed.push_back({{text.size(), std::move(text)}, place});
    }
    std::ranges::sort(keyed);
    std::ranges::transform(keyed, places.begin(), [](const auto &entry) { return entry.second; });
}

} // namespace actiscope
