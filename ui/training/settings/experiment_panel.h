// The left panel of the training workspace: what is compared, on which data, with which network and settings. A value
// applies as soon as it is entered; one that is not accepted is explained beside its field and changes nothing. GUI thread.
#pragma once

#include "core/training/setting.h"
#include "ui/base/theme.h"

#include <QScrollArea>

#include <set>
#include <vector>

namespace actiscope {

class ActivationColors;
class DataSection;
class ModelList;
class SettingControl;
class SettingFields;

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
    DataSection *data() const { return m_data; }
    /** What is shown beside the field of an option ("hidden"), or nothing. */
    QString message(const std::string &option) const;
    /** Nothing that was entered is explained. */
    bool acceptsAll() const { return m_acceptsAll; }
    /** As wide as what it shows, in any font. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /** By a hand, to another one that is accepted. */
    void experimentChanged(const Experiment &experiment);

private:
    /** The field of a setting, and where it stands. */
    struct Control {
        SettingControl *control;
        SettingFields *group;
    };

    SettingFields *setupSettings(SettingGroup group);
    SettingFields *setupCompare(ActivationColors &colors);
    void setupData(SettingFields &group);
    void showSettings();
    void takeEdit(const SettingControl &control);
    Experiment collect(std::set<const SettingControl *> &unread);
    void apply();
    void showError(const std::string &option, const QString &text);

    Experiment m_experiment;
    bool m_acceptsAll = true;
    std::vector<SettingFields *> m_groups;
    std::vector<Control> m_controls;
    std::set<const SettingControl *> m_pending; ///< what was entered and has not been accepted
    ModelList *m_models = nullptr;
    DataSection *m_data = nullptr;
};

} // namespace actiscope
