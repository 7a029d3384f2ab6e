// What the Functions workspace shows: which activations in which order, with which parameters, and the one in focus. The
// list, the plots and the notes all look at this and none at another. GUI thread.
#pragma once

#include "core/activation_spec.h"

#include <QObject>

#include <map>
#include <vector>

class QSettings;

namespace actiscope {

class FunctionsState : public QObject {
    Q_OBJECT

public:
    /** Begins with the activations of the default experiment, the last of them in focus. */
    explicit FunctionsState(QObject *parent = nullptr);

    /** In order of selection. */
    const std::vector<const Activation *> &shown() const { return m_shown; }
    bool isShown(const Activation &activation) const;
    /** One value per parameter. */
    const std::vector<double> &parameters(const Activation &activation) const;
    const Activation &focus() const { return *m_focus; }
    /** "Leaky ReLU (α 0.2)", the parameters in short. */
    QString label(const Activation &activation) const;

    void save(QSettings &settings) const;
    /** Ignores what it does not understand, so that an older or newer program's settings do no harm. */
    void restore(const QSettings &settings);

public slots:
    void setShown(const actiscope::Activation &activation, bool shown);
    void setFocus(const actiscope::Activation &activation);
    /** Limits the value to its range, and moves another parameter where the two must stay in order. */
    void setParameter(const actiscope::Activation &activation, std::size_t index, double value);
    void resetParameters(const actiscope::Activation &activation);

signals:
    void shownChanged();
    void focusChanged();
    void parametersChanged(const actiscope::Activation *activation);

private:
    void setParameters(const Activation &activation, std::vector<double> values);

    std::vector<const Activation *> m_shown;
    std::map<const Activation *, std::vector<double>> m_parameters;
    const Activation *m_focus = nullptr;
};

} // namespace actiscope
