#include "ui/functions/list/train_button.h"

#include "core/training/experiment.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/actions/action_group.h"

namespace actiscope {

TrainButton::TrainButton(const FunctionsState &state, QWidget *parent) : QPushButton(parent), m_state(state)
{
    setObjectName(QStringLiteral("trainThese"));
    setAutoDefault(false);
    connect(&state, &FunctionsState::shownChanged, this, &TrainButton::showCount);
    showCount();
}

void TrainButton::showCount()
{
    const auto count = static_cast<int>(m_state.shown().size());
    const bool isTooMany = m_state.shown().size() > Experiment::maxModels;
    setText(count == 1 ? tr("&Train this one") : tr("&Train these %1").arg(count));
    setAccessibleName(withoutMnemonic(text()));
    setEnabled(count > 0 && !isTooMany);
    setToolTip(count == 0  ? tr("Tick what is to be trained")
               : isTooMany ? tr("%1 activations can be compared at most").arg(Experiment::maxModels)
                           : tr("A network of each, with the parameters that are set here"));
}

} // namespace actiscope
