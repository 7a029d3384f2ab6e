#include "ui/functions/shared_parameters.h"

#include "ui/functions/state/functions_state.h"
#include "ui/training/document/experiment_document.h"

#include <algorithm>
#include <utility>

namespace actiscope {

SharedParameters::SharedParameters(FunctionsState &state, ExperimentDocument &document, QObject *parent)
    : QObject(parent), m_state(state), m_document(document)
{
    const auto know = [this] {
        for (const Activation *activation : m_state.available())
            m_known.try_emplace(activation, m_state.parameters(*activation));
    };
    know();
    connect(&state, &FunctionsState::availableChanged, this, know);
    connect(&state, &FunctionsState::parametersChanged, this, &SharedParameters::takeFromState);
    connect(&state, &FunctionsState::bendEnded, this, &SharedParameters::giveToModels);
    connect(&document, &ExperimentDocument::changed, this, &SharedParameters::takeFromModels);
}

/** What a slider is moved through is no change of the experiment, where it is let go is one. */
void SharedParameters::takeFromState(const Activation *activation)
{
    if (m_state.isRestoring()) {
        m_known[activation] = m_state.parameters(*activation); // the experiment is restored, too
        return;
    }
    m_moved.insert(activation);
    if (!m_state.isBending())
        giveToModels();
}

void SharedParameters::giveToModels()
{
    Experiment next = m_document.experiment();
    for (const Activation *activation : m_moved) {
        const std::vector<double> before = std::exchange(m_known[activation], m_state.parameters(*activation));
        for (ModelConfiguration &model : next.models) {
            for (ActivationSpec &spec : model.activations) {
                if (spec.activation == activation && spec.parameters == before)
                    spec = makeSpec(*activation, m_known[activation]);
            }
        }
    }
    m_moved.clear();
    m_isGiving = true;
    m_document.apply(next);
    m_isGiving = false;
}

/** Whose doing is another experiment, a ready one say, has not moved α. */
void SharedParameters::takeFromModels(const Experiment &before, const Experiment &after)
{
    if (m_isGiving || before.models.size() != after.models.size())
        return;
    Experiment moved = before;
    for (std::size_t m = 0; m < after.models.size(); ++m)
        moved.models[m].activations = after.models[m].activations;
    if (moved != after)
        return;
    for (std::size_t m = 0; m < after.models.size(); ++m) {
        const std::vector<ActivationSpec> &had = before.models[m].activations, &has = after.models[m].activations;
        for (std::size_t layer = 0; layer < std::min(had.size(), has.size()); ++layer)
            takeFromModel(had[layer], has[layer]);
    }
}

void SharedParameters::takeFromModel(const ActivationSpec &before, const ActivationSpec &after)
{
    if (before.activation != after.activation || before.parameters == after.parameters || !m_state.isAvailable(*after.activation))
        return;
    m_known[after.activation] = after.parameters;
    m_state.setParameters(*after.activation, after.parameters);
    m_moved.erase(after.activation);
}

} // namespace actiscope
