// Which terms networks get beside x₁ and x₂: a switch each. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <string>
#include <vector>

class QToolButton;

namespace actiscope {

class FeatureChips : public QWidget {
    Q_OBJECT

public:
    explicit FeatureChips(QWidget *parent = nullptr);

    /** The names that are on, in the order of core/data/input_features.h. */
    std::vector<std::string> features() const;
    /** Emits nothing. */
    void show(const std::vector<std::string> &features);
    void setTheme(const Theme &theme);

signals:
    /** By a hand. */
    void edited();

private:
    std::vector<QToolButton *> m_chips; ///< in the order of the table
};

} // namespace actiscope
