// One model of the comparison in the left panel: its colour, its activation (which can be exchanged), a field for each
// parameter, and a button that removes it. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace actiscope {

class ElidedToolButton;
class NumberSpinBox;

class ModelRow : public QWidget {
    Q_OBJECT

public:
    explicit ModelRow(ModelConfiguration model, QWidget *parent = nullptr);

    /** With the activation and the parameters that the row shows, and the other settings it was made with. */
    ModelConfiguration configuration() const;
    /** Other settings; the activation is the one shown. */
    void setConfiguration(const ModelConfiguration &model) { m_model = model; }
    const ActivationSpec &spec() const { return m_spec; }
    /** Another configuration of the same activation: the fields stay, and the focus in them. False, with nothing done, for another one. */
    bool showInPlace(const ModelConfiguration &model);
    void setTheme(const Theme &theme, const QColor &dot);
    void setRemovable(bool removable);
    /** The field of a parameter. */
    NumberSpinBox *parameterField(std::size_t index) const { return m_fields[index]; }
    /** Why the last value entered was not accepted, or nothing. */
    QString message() const;

signals:
    void specChanged();
    void removeRequested();

private:
    void setupHeader();
    void rebuildFields();
    void addField(std::size_t index);
    void setParameter(std::size_t index, double value);
    void setActivation(const Activation &activation);

    ModelConfiguration m_model; ///< as it was given
    ActivationSpec m_spec;      ///< of the first hidden layer, as it is shown
    QGridLayout *m_layout = nullptr;
    QLabel *m_dot = nullptr;
    ElidedToolButton *m_name = nullptr;
    QToolButton *m_remove = nullptr;
    QWidget *m_parameters = nullptr;
    QLabel *m_message = nullptr;
    std::vector<NumberSpinBox *> m_fields;
};

} // namespace actiscope
