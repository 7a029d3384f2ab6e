// The words of the vocabulary (core/activations/vocabulary.h) and what they cost: what can be known of a formula without computing it.
#pragma once

#include <span>
#include <string_view>

namespace actiscope {

enum class WordCost {
    Quick, ///< an instruction or a few: arithmetic, a comparison, a choice
    Long,  ///< tens of them: a power, a function of a library
};

struct VocabularyWord {
    std::string_view name;
    WordCost cost;
};

/** Every word, in the order of core/activations/vocabulary.h. */
std::span<const VocabularyWord> vocabularyWords();

/** Whether a formula, as tokens of the vocabulary, is short and made of quick words only: as soon computed twice as kept. */
bool isQuick(std::string_view formula);

} // namespace actiscope
