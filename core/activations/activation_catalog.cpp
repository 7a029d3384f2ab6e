#include "core/activations/activation_catalog.h"

#include "core/activations/custom_activations.h"
#include "core/activations/formula_error.h"

#include <algorithm>

namespace actiscope {

const Activation *findActivation(std::string_view id)
{
    const auto all = activations();
    const auto found = std::ranges::find(all, id, &Activation::id);
    if (found != all.end())
        return &*found;
    if (!id.starts_with(formulaPrefix))
        return nullptr;
    try {
        return customActivation(id.substr(formulaPrefix.size()));
    } catch (const FormulaError &) {
        return nullptr;
    }
}

} // namespace actiscope
