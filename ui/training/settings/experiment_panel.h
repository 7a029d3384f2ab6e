// The left panel of the training workspace: what is compared, on which data, with which network and settings. A value
// applies as soon as it is entered; one that is not accepted is explained beside its field and changes nothing. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/theme.h"

#include <QScrollArea>

#include <vector>

class QLineEdit;

namespace actiscope {

class ActivationColors;
class ModelList;
class NumberSpinBox;
class SettingGroup;

class ExperimentPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ExperimentPanel(ActivationColors &colors, QWidget *parent = nullptr);

    /** The last accepted one. */
    const Experiment &experiment() const { return m_experiment; }
    /** Shows it; emits nothing. */
    void setExperiment(const Experiment &experiment);
    void setTheme(const Theme &theme);

    ModelList *models() const { return m_models; }
    /** What is shown beside the field of an option ("hidden"), or nothing. */
    QString message(const std::string &option) const;
    /** Nothing that was entered is explained. */
    bool acceptsAll() const { return m_acceptsAll; }
    /** As wide as what it shows, in any font. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /** Needs a new run: data, network or activations differ. */
    void experimentChanged(const Experiment &experiment);
    /** Can be applied to the run that goes on. */
    void learningRateChanged(double learningRate);
    void epochsChanged(int epochs);

private:
    SettingGroup *setupData();
    SettingGroup *setupNetwork();
    SettingGroup *setupTraining();
    SettingGroup *setupCompare(ActivationColors &colors);
    NumberSpinBox *addNumber(SettingGroup &group, const std::string &option, const QString &label, int decimals, double minimum,
                             double maximum, const QString &toolTip);
    Experiment collect();
    void apply();
    void showError(const std::string &option, const QString &text);

    Experiment m_experiment;
    bool m_acceptsAll = true;
    bool m_filling = false; ///< fields are being set by the program
    std::vector<SettingGroup *> m_groups;
    NumberSpinBox *m_samples = nullptr;
    NumberSpinBox *m_noise = nullptr;
    NumberSpinBox *m_dataSeed = nullptr;
    NumberSpinBox *m_testFraction = nullptr;
    NumberSpinBox *m_splitSeed = nullptr;
    QLineEdit *m_hidden = nullptr;
    NumberSpinBox *m_initSeed = nullptr;
    NumberSpinBox *m_learningRate = nullptr;
    NumberSpinBox *m_epochs = nullptr;
    ModelList *m_models = nullptr;
};

} // namespace actiscope
