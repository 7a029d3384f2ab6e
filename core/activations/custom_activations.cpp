#include "core/activations/custom_activations.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace actiscope {
namespace {

/** Whatever was made from formulas; grows only, but for the list. */
struct Registry {
    std::mutex mutex;
    std::deque<Activation> all;             ///< never moved
    std::vector<const Activation *> newest; ///< of each id
    std::vector<const Activation *> listed;
};

Registry &registry()
{
    static Registry theOne;
    return theOne;
}

std::vector<const Activation *>::iterator findById(std::vector<const Activation *> &list, std::string_view id)
{
    return std::ranges::find(list, id, [](const Activation *activation) { return std::string_view(activation->id); });
}

/** Puts `activation` where there is one with its id, or at the end. */
void putById(std::vector<const Activation *> &list, const Activation *activation)
{
    const auto there = findById(list, activation->id);
    if (there == list.end())
        list.push_back(activation);
    else
        *there = activation;
}

bool hasSameProperties(const Activation &a, const Activation &b)
{
    return a.name == b.name && a.text.value == b.text.value && a.defaultParameters() == b.defaultParameters();
}

/** Keeps `made`, unless there is one already that serves; the lock is held. */
const Activation *keep(Registry &known, Activation made, bool anyPropertiesServe)
{
    const auto there = findById(known.newest, made.id);
    if (there != known.newest.end() && (anyPropertiesServe || hasSameProperties(**there, made)))
        return *there;
    known.all.push_back(std::move(made));
    putById(known.newest, &known.all.back());
    return &known.all.back();
}

} // namespace

const Activation *customActivation(std::string_view formula)
{
    Registry &known = registry();
    {
        const std::lock_guard lock(known.mutex);
        const auto there = findById(known.newest, std::string(formulaPrefix).append(formula));
        if (there != known.newest.end())
            return *there;
    }
    Activation made = makeFormulaActivation(formula);
    const std::lock_guard lock(known.mutex);
    return keep(known, std::move(made), true);
}

const Activation *addCustomActivation(std::string_view formula, const FormulaProperties &properties)
{
    Activation made = makeFormulaActivation(formula, properties);
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    const Activation *kept = keep(known, std::move(made), false);
    putById(known.listed, kept);
    return kept;
}

void removeCustomActivation(const Activation &activation)
{
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    std::erase(known.listed, &activation);
}

std::vector<const Activation *> customActivations()
{
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    return known.listed;
}

} // namespace actiscope
