// At the foot of the list: trains what is ticked. GUI thread.
#pragma once

#include <QPushButton>

namespace actiscope {

class FunctionsState;

class TrainButton : public QPushButton {
    Q_OBJECT

public:
    TrainButton(const FunctionsState &state, QWidget *parent = nullptr);

private:
    void showCount();

    const FunctionsState &m_state;
};

} // namespace actiscope
