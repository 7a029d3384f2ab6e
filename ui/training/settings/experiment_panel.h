// The left panel of the training workspace: ready experiments, what is compared, on which data, with which network and settings. A value
// applies as soon as it is entered; one that is not accepted is explained beside its field and changes nothing. GUI thread.
#pragma once

#include "core/training/setting.h"
#include "ui/base/live_text.h"
#include "ui/base/theme.h"

#include <QScrollArea>

#include <optional>
#include <set>
#include <vector>

namespace actiscope {

class ActivationColors;
class DataSection;
class ExperimentGallery;
class ImageSection;
class ModelList;
class NetworkDiagram;
class SettingControl;
class SettingFields;
struct NetworkShape;
struct ReadyExperiment;
struct Subject;

class ExperimentPanel : public QScrollArea {
    Q_OBJECT

public:
    /** For experiments of the subject. */
    ExperimentPanel(const Subject &subject, ActivationColors &colors, QWidget *parent = nullptr);

    /** The last accepted one. */
    const Experiment &experiment() const { return m_experiment; }
    /** Shows it; emits nothing. */
    void setExperiment(const Experiment &experiment);
    /** The ready experiment that it was made from. */
    void setOrigin(const std::string &name);
    /** Inputs and outputs of the networks, which follow from the data. */
    void showShape(const NetworkShape &shape);
    void setTheme(const Theme &theme);

    ExperimentGallery *gallery() const { return m_gallery; }
    ModelList *models() const { return m_models; }
    /** Of points; else null. */
    DataSection *data() const { return m_data; }
    /** Of images; else null. */
    ImageSection *images() const { return m_images; }
    NetworkDiagram *network() const { return m_network; }
    /** Of Stopping there is none: its settings are among those of Training. */
    SettingFields *group(SettingGroup group) const { return m_groups[static_cast<std::size_t>(group)]; }
    /** What is shown beside the field of an option ("hidden"), or nothing. */
    QString message(const std::string &option) const;
    /** Nothing that was entered is explained. */
    bool acceptsAll() const { return m_acceptsAll; }
    /** As wide as what it shows, in any font. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /** Sets what kills ReLU units: Adam with a learning rate of 1; where that is set, initial biases below 0, too. */
    void makeItDie();

signals:
    /** By a hand, to another one that is accepted; `text` tells of it where what differs does not. */
    void experimentChanged(const actiscope::Experiment &experiment, const actiscope::LiveText &text);
    void readyChosen(const actiscope::ReadyExperiment &ready);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /** The field of a setting, and where it stands. */
    struct Control {
        SettingControl *control;
        SettingFields *group;
    };

    void setupGroups(const Subject &subject, ActivationColors &colors);
    void setupModels(SettingFields &group, ActivationColors &colors);
    void setupData(const Subject &subject);
    void setupImages();
    void setupNetwork();
    void addControls(SettingFields &fields, SettingGroup group);
    void showSettings();
    void showNotes();
    void takeEdit(const SettingControl &control);
    Experiment collect(std::set<const SettingControl *> &unread);
    void apply();
    bool readsFirst(const Experiment &wanted);
    bool take(const Experiment &wanted, const LiveText &text = {});
    void showError(const std::string &option, const QString &text);

    Experiment m_experiment;
    std::optional<ImageData> m_known; ///< that were read, and can be trained on
    std::string m_origin;
    bool m_acceptsAll = true;
    ExperimentGallery *m_gallery = nullptr;
    SettingFields *m_modelGroup = nullptr;
    std::vector<SettingFields *> m_groups; ///< Data, Network, Training
    std::vector<Control> m_controls;
    std::set<const SettingControl *> m_pending; ///< what was entered and has not been accepted
    ModelList *m_models = nullptr;
    DataSection *m_data = nullptr;
    ImageSection *m_images = nullptr;
    NetworkDiagram *m_network = nullptr;
    int m_inputs = 2;
    int m_outputs = 2;
};

} // namespace actiscope
