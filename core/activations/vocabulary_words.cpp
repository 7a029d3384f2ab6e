#include "core/activations/vocabulary_words.h"

#include <algorithm>
#include <array>

namespace actiscope {
namespace {

constexpr auto words = std::to_array<VocabularyWord>({
    {"LIT", WordCost::Quick},
    {"SEL", WordCost::Quick},
    {"ABS", WordCost::Quick},
    {"EXP", WordCost::Long},
    {"EXPM1", WordCost::Long},
    {"TANH", WordCost::Long},
    {"SIGMOID", WordCost::Long},
    {"SIGMOID_SLOPE", WordCost::Long},
    {"TANH_SLOPE", WordCost::Long},
    {"SOFTPLUS", WordCost::Long},
    {"SOFTPLUS_TAIL", WordCost::Long},
    {"TANH_SOFTPLUS", WordCost::Long},
    {"TANH_SOFTPLUS_SLOPE", WordCost::Long},
    {"X_MINUS_TANH", WordCost::Long},
    {"NORMAL_CDF", WordCost::Long},
    {"NORMAL_PDF", WordCost::Long},
    {"SIGMOID_CUBIC", WordCost::Long},
    {"LOG", WordCost::Long},
    {"LOG1P", WordCost::Long},
    {"SQRT", WordCost::Long},
    {"SIN", WordCost::Long},
    {"COS", WordCost::Long},
    {"TAN", WordCost::Long},
    {"ATAN", WordCost::Long},
    {"ASIN", WordCost::Long},
    {"ACOS", WordCost::Long},
    {"ASINH", WordCost::Long},
    {"ACOSH", WordCost::Long},
    {"ATANH", WordCost::Long},
    {"LOG2", WordCost::Long},
    {"LOG10", WordCost::Long},
    {"CBRT", WordCost::Long},
    {"ERFC", WordCost::Long},
    {"SCALED_ERFC", WordCost::Long},
    {"SCALED_ERFC_FALL", WordCost::Long},
    {"FLOOR", WordCost::Quick},
    {"CEIL", WordCost::Quick},
    {"ROUND", WordCost::Quick},
    {"SINH", WordCost::Long},
    {"COSH", WordCost::Long},
    {"ERF", WordCost::Long},
    {"POW", WordCost::Long},
    {"POWN", WordCost::Long},
    {"RELU", WordCost::Quick},
    {"SIGN", WordCost::Quick},
    {"STEP", WordCost::Quick},
    {"MAX", WordCost::Quick},
    {"MIN", WordCost::Quick},
    {"PLUS", WordCost::Quick},
    {"MINUS", WordCost::Quick},
    {"TIMES", WordCost::Quick},
    {"OVER", WordCost::Quick},
    {"NEGATED", WordCost::Quick},
    {"SEL_LESS", WordCost::Quick},
    {"SEL_LESS_EQUAL", WordCost::Quick},
    {"SEL_EQUAL", WordCost::Quick},
    {"SEL_GREATER", WordCost::Quick},
});

bool isQuickWord(std::string_view name)
{
    const auto word = std::ranges::find(words, name, &VocabularyWord::name);
    return word != words.end() && word->cost == WordCost::Quick;
}

} // namespace

std::span<const VocabularyWord> vocabularyWords()
{
    return words;
}

bool isQuick(std::string_view formula)
{
    constexpr std::size_t longest = 200;
    if (formula.size() > longest)
        return false;
    const auto isOfName = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    for (auto end = formula.begin(); end != formula.end();) {
        const auto name = std::find_if(end, formula.end(), isOfName);
        end = std::find_if_not(name, formula.end(), isOfName);
        if (end != formula.end() && *end == '(' && !isQuickWord(std::string_view(name, end)))
            return false;
    }
    return true;
}

} // namespace actiscope
