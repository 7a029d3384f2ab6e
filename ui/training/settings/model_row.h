// One model of the comparison in the left panel: its colour, its activation (which can be exchanged), a slider for each parameter, a button that
// removes it, and below, when asked for, all that can be its own. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace actiscope {

class ElidedLabel;
class ElidedToolButton;
class ModelSettings;
class ParameterControl;

class ModelRow : public QWidget {
    Q_OBJECT

public:
    explicit ModelRow(QWidget *parent = nullptr);

    /** Shows this model of the experiment; what has the focus keeps it. */
    void showModel(const Experiment &experiment, std::size_t model);
    const ModelConfiguration &configuration() const { return m_experiment.models[m_model]; }
    void setTheme(const Theme &theme);
    void setDot(const QColor &color);

    bool isOpen() const;
    /** Its own settings are shown. */
    void setOpen(bool open);
    /** Null before they were shown. */
    ModelSettings *ownSettings() const { return m_settings; }
    /** Slider and field of each parameter. */
    const std::vector<ParameterControl *> &parameters() const { return m_parameters; }
    ElidedToolButton *nameButton() const { return m_name; }
    QToolButton *openButton() const { return m_open; }
    QToolButton *removeButton() const { return m_remove; }
    /** What stands beside the name: "α learned, from 0.25", "η 1". */
    QString note() const;
    /** Why the last value entered was not accepted, or nothing. */
    QString message() const;

signals:
    /** By a hand. */
    void edited(const actiscope::ModelConfiguration &model);
    void removeRequested();

private:
    void setupHeader();
    void showNames();
    void showParameters();
    void rebuildParameters();
    void setParameter(std::size_t index, double value);
    void setActivation(const Activation &activation);

    Experiment m_experiment; ///< as it was shown
    std::size_t m_model = 0;
    std::vector<const Activation *> m_shown; ///< whose parameters there are
    Theme m_theme;
    QVBoxLayout *m_layout = nullptr;
    QLabel *m_dot = nullptr;
    ElidedToolButton *m_name = nullptr;
    ElidedLabel *m_note = nullptr;
    QToolButton *m_open = nullptr;
    QToolButton *m_remove = nullptr;
    QWidget *m_sliders = nullptr;
    QLabel *m_message = nullptr;
    ModelSettings *m_settings = nullptr;
    std::vector<ParameterControl *> m_parameters;
};

} // namespace actiscope
