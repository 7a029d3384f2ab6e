// One line that says what was checked of an activation in this process, and how far it was off at most. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/functions/notes/activation_checker.h"

#include <QLabel>

#include <optional>

namespace actiscope {

class CheckBadge : public QLabel {
    Q_OBJECT

public:
    explicit CheckBadge(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Null: nothing is known yet. */
    void setChecks(const ActivationChecks *checks);

private:
    void rebuild();

    Theme m_theme = Theme::light();
    std::optional<ActivationChecks> m_checks;
};

} // namespace actiscope
