// All that is a model's own but its activation, in fields that are made from the table of settings. GUI thread.
#pragma once

#include "core/training/setting.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <set>
#include <string_view>
#include <vector>

class QLabel;

namespace actiscope {

class LayerActivations;
class SettingControl;
class SettingFields;

class ModelSettings : public QWidget {
    Q_OBJECT

public:
    explicit ModelSettings(QWidget *parent = nullptr);

    /** The fields of this model of the experiment; those in which models differ are marked. */
    void showModel(const Experiment &experiment, std::size_t model);
    void setTheme(const Theme &theme);
    /** Why the last value entered was not accepted, or nothing. */
    QString message() const;
    SettingControl *control(std::string_view name) const;
    LayerActivations *layers() const { return m_layers; }
    bool isMarked(std::string_view name) const { return m_marked.contains(name); }

signals:
    /** By a hand, to another one that is accepted. */
    void edited(const actiscope::ModelConfiguration &model);

private:
    void take(const SettingControl &control);

    Experiment m_experiment; ///< as it was shown
    std::size_t m_model = 0;
    std::set<std::string_view> m_marked;
    LayerActivations *m_layers = nullptr;
    SettingFields *m_fields = nullptr;
    std::vector<SettingControl *> m_controls;
};

} // namespace actiscope
