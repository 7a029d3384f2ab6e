// Brings GiNaC's expressions back into a formula's graph.
#pragma once

#include "core/activations/formula_algebra.h"
#include "core/activations/formula_graph.h"

#include <map>
#include <string>
#include <vector>

namespace actiscope {

/** The same expression gives the same nodes in every process: GiNaC's own order of terms is another one each time, so that terms and
 *  factors are sorted by their text. Throws FormulaError at character 0 when an expression is too long. */
class FormulaReader {
public:
    enum class Of { Value, Slope };
    FormulaReader(FormulaGraph &graph, const FormulaSymbols &symbols, Of of)
        : m_graph(graph), m_symbols(symbols), m_isSlope(of == Of::Slope)
    {
    }

    /** The place of the expression in the graph. A product of slopes is 0 wherever one of them is 0 because a branch is flat,
     *  whatever the others are: sqrt(relu(x)) has the slope 0 for x < 0. */
    int read(const GiNaC::ex &expression);
    /** What terms are sorted by. */
    std::string text(const GiNaC::ex &expression);

private:
    int readNew(const GiNaC::ex &expression);
    int readNumber(const GiNaC::numeric &number);
    int readSum(const GiNaC::ex &sum);
    int readProduct(const GiNaC::ex &product);
    int readRaised(const GiNaC::ex &base, const GiNaC::ex &exponent, double &coefficient);
    bool isTurned(const GiNaC::ex &sum);
    bool isNegative(const GiNaC::ex &term);
    int readFunction(const GiNaC::ex &function);
    std::string textAt(int place) const;
    /** Short ones first, and then by the alphabet. */
    void sortByText(std::vector<int> &places) const;
    int product(double coefficient, std::vector<int> above, const std::vector<int> &below);

    FormulaGraph &m_graph;
    const FormulaSymbols &m_symbols;
    bool m_isSlope;
    std::map<GiNaC::ex, int, GiNaC::ex_is_less> m_known;
};

} // namespace actiscope
