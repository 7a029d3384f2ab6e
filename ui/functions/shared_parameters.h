// One α for both workspaces: while models of the experiment have the parameters that Functions shows, they follow them, and what a hand sets of a model is
// what Functions shows. A model with an α of its own keeps it. GUI thread.
#pragma once

#include "core/activations/activation_spec.h"

#include <QObject>

#include <map>
#include <set>
#include <vector>

namespace actiscope {

class ExperimentDocument;
class FunctionsState;
struct Experiment;

class SharedParameters : public QObject {
    Q_OBJECT

public:
    /** Both live longer. */
    SharedParameters(FunctionsState &state, ExperimentDocument &document, QObject *parent = nullptr);

private:
    void takeFromState(const Activation *activation);
    void giveToModels();
    void takeFromModels(const Experiment &before, const Experiment &after);
    void takeFromModel(const ActivationSpec &before, const ActivationSpec &after);

    FunctionsState &m_state;
    ExperimentDocument &m_document;
    std::map<const Activation *, std::vector<double>> m_known; ///< what models that follow have
    std::set<const Activation *> m_moved;                      ///< since, by a hand that may still hold the slider
    bool m_isGiving = false;
};

} // namespace actiscope
