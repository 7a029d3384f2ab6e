// Brings GiNaC's expressions back into a formula's graph.
#pragma once

#include "core/formula_algebra.h"
#include "core/formula_graph.h"

#include <map>
#include <string>
#include <vector>

namespace actiscope {

/** The same expression gives the same nodes in every process: GiNaC's own order of terms is another one each time, so that terms and
 *  factors are sorted by their text. Throws FormulaError at character 0 when an expression is too long. */
class FormulaReader {
public:
    FormulaReader(FormulaGraph &graph, const FormulaSymbols &symbols) : m_graph(graph), m_symbols(symbols) {}

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
    int readPower(const GiNaC::ex &power);
    int readFunction(const GiNaC::ex &function);
    std::string textAt(int place) const;
    /** Short ones first, and then by the alphabet. */
    void sortByText(std::vector<int> &places) const;
    int product(double coefficient, std::vector<int> above, const std::vector<int> &below);

    FormulaGraph &m_graph;
    const FormulaSymbols &m_symbols;
    std::map<GiNaC::ex, int, GiNaC::ex_is_less> m_known;
};

} // namespace actiscope
