// A number field that leaves alone keys that cannot be part of a number, so that Space trains and S steps while it has
// the focus. GUI thread.
#pragma once

#include "ui/base/number_spin_box.h"

namespace actiscope {

class SettingSpinBox : public NumberSpinBox {
    Q_OBJECT

public:
    using NumberSpinBox::NumberSpinBox;

protected:
    bool event(QEvent *event) override;
};

} // namespace actiscope
