// The grammar of formulas, read from the outside in while the graph is built.
#pragma once

#include "core/activations/formula_graph.h"
#include "core/activations/formula_names.h"
#include "core/activations/formula_tokens.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** What names stand for in a text, and whether functions are named by the words of the vocabulary (as in core/activations/activations.def). */
struct FormulaScope {
    std::map<std::string, int, std::less<>> values;
    bool isVocabulary = false;
};

/** Reads one formula. */
class FormulaGrammar {
public:
    FormulaGrammar(std::string_view text, FormulaGraph &graph, FormulaScope scope);

    /** The place of the formula in the graph. Throws FormulaError. */
    int read();
    /** What was read, without blanks and in ASCII, with every product and bracket written: parses to the same formula. */
    std::string text() const;

private:
    /** A part of the formula: a value or a condition, which is 1 or 0 as a value. */
    struct Part {
        int place = -1; ///< of the value
        std::size_t position = 0;
        FormulaOperation comparison = FormulaOperation::Number; ///< of a condition
        int left = -1;
        int right = -1;
        bool isNegated = false;

        bool isCondition() const { return place < 0; }
    };
    /** Counts how deep the parts lie in one another while it lives. */
    struct Level {
        explicit Level(FormulaGrammar &grammar);
        ~Level() { --m_grammar.m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        FormulaGrammar &m_grammar;
    };

    const FormulaToken &current() const { return m_tokens[m_next]; }
    const FormulaToken &following() const { return m_tokens[std::min(m_next + 1, m_tokens.size() - 1)]; }
    FormulaToken takeAs(std::string text);
    FormulaToken take() { return takeAs(current().text); }
    bool takeIf(std::string_view sign);
    bool isWord(std::string_view word) const;
    bool isComparison() const;
    bool isOr() const;
    bool isBarAfter(const Part &part) const;
    /** Whether a factor begins here, so that a product is meant. */
    bool startsFactor() const;
    bool isFunction(const FormulaToken &token) const;
    bool isInBars() const { return !m_groups.empty() && m_groups.back() == '|'; }
    [[noreturn]] void unexpected() const;

    int value(const Part &part);
    int chosen(const Part &condition, int where, int otherwise);
    Part checked(int place, std::size_t position) const;
    Part conditional();
    Part disjunction();
    Part conjunction();
    Part negation();
    Part comparison();
    Part compared(const FormulaToken &sign, int u, int v) const;
    /** Both conditions (Multiply) or at least one (Add). */
    Part joined(FormulaOperation operation, const Part &left, const Part &right, std::size_t position);
    void requireCondition(const Part &part, std::size_t position) const;
    Part sum();
    Part product();
    Part signedPower();
    Part raised();
    Part power(int base, const Part &exponent, std::size_t position);
    Part primary();
    Part group();
    Part bars();
    Part root();

    Part named();
    Part functionNamed(const FormulaToken &token, const FormulaName &name);
    /** What a power between a function's name and its argument is, as in sin²(x); 1 where there is none. */
    int exponentOfName(const FormulaToken &name);
    std::vector<Part> arguments(const FormulaToken &name);
    std::vector<Part> bareArgument(const FormulaToken &name, const FormulaName &meaning);
    Part call(const FormulaToken &name, const FormulaName &meaning, const std::vector<Part> &arguments);
    Part callFunction(const FormulaToken &name, const FormulaFunction &function, const std::vector<Part> &arguments);
    Part callShorthand(const FormulaToken &name, const FormulaShorthand &shorthand, const std::vector<Part> &arguments);
    Part callRow(const FormulaToken &name, const Activation &row, const std::vector<Part> &arguments);
    int rowParameter(const FormulaToken &name, const ActivationParameter &parameter, const Part &argument);
    Part where(const FormulaToken &name, const std::vector<Part> &arguments);
    [[noreturn]] void wrongCount(const FormulaToken &name, std::size_t given, std::size_t fewest, std::size_t most) const;
    void close(const FormulaToken &opening, std::string_view sign);
    void wrap(std::size_t from);

    std::vector<FormulaToken> m_tokens;
    FormulaGraph &m_graph;
    FormulaScope m_scope;
    std::vector<std::string> m_out; ///< what text() is made of
    std::vector<char> m_groups;     ///< the brackets and bars that are open
    std::vector<std::size_t> m_commas;
    std::size_t m_next = 0;
    std::size_t m_depth = 0;
};

} // namespace actiscope
