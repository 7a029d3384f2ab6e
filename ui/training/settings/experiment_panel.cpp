#include "ui/training/settings/experiment_panel.h"

#include "core/base/errors.h"
#include "ui/base/scale.h"
#include "ui/base/space_key.h"
#include "ui/base/translation.h"
#include "ui/training/data/data_section.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/setting_control.h"
#include "ui/training/settings/setting_fields.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int leastPanelWidth = 328;
constexpr int leastPanelHeight = 160;

/** The groups of the panel from above; what is compared stands above them all. */
constexpr SettingGroup panelGroups[] = {SettingGroup::Data, SettingGroup::Network, SettingGroup::Training, SettingGroup::Stopping};

QString titleOf(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Data:
        return ExperimentPanel::tr("Data");
    case SettingGroup::Network:
        return ExperimentPanel::tr("Network");
    case SettingGroup::Training:
        return ExperimentPanel::tr("Training");
    case SettingGroup::Stopping:
        break;
    }
    return ExperimentPanel::tr("End");
}

} // namespace

ExperimentPanel::ExperimentPanel(ActivationColors &colors, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Experiment"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    m_groups = {setupCompare(colors)};
    for (const SettingGroup group : panelGroups)
        m_groups.push_back(setupSettings(group));
    for (SettingFields *group : m_groups)
        layout->addWidget(group);
    layout->addStretch(1);
    setWidget(content);
}

/** A field for each setting of the group that can be entered in one. */
SettingFields *ExperimentPanel::setupSettings(SettingGroup group)
{
    auto *fields = new SettingFields(titleOf(group), this);
    if (group == SettingGroup::Data)
        setupData(*fields);
    for (const Setting &setting : settings()) {
        if (setting.group != group || !SettingControl::isShown(setting))
            continue;
        auto *control = new SettingControl(setting, fields);
        fields->addField(std::string(setting.name), translated(std::string(setting.label)), control->field(),
                         translated(std::string(setting.help)));
        connect(control, &SettingControl::edited, this, [this, control] { takeEdit(*control); });
        m_controls.push_back({control, fields});
    }
    return fields;
}

SettingFields *ExperimentPanel::setupCompare(ActivationColors &colors)
{
    auto *group = new SettingFields(tr("Compare"), this);
    m_models = new ModelList(colors, group);
    group->addWide(m_models);
    connect(m_models, &ModelList::modelsChanged, this, &ExperimentPanel::apply);
    return group;
}

/** Above the fields of its settings. */
void ExperimentPanel::setupData(SettingFields &group)
{
    m_data = new DataSection(this);
    group.addWide(m_data);
    connect(m_data, &DataSection::experimentChanged, this, [this](const Experiment &next) {
        setExperiment(next);
        emit experimentChanged(next);
    });
}

void ExperimentPanel::setExperiment(const Experiment &experiment)
{
    m_experiment = experiment;
    m_pending.clear();
    m_models->setModels(experiment.models);
    m_acceptsAll = true;
    for (SettingFields *group : m_groups)
        group->clearMessages();
    showSettings();
}

/** What the experiment says, but in fields whose value waits for being accepted; those that do not apply are hidden. */
void ExperimentPanel::showSettings()
{
    m_data->setExperiment(m_experiment);
    for (const Control &each : m_controls) {
        const Setting &setting = each.control->setting();
        if (!m_pending.contains(each.control))
            each.control->show(setting.get(m_experiment, 0));
        each.group->setFieldVisible(std::string(setting.name), applies(setting, m_experiment));
    }
}

void ExperimentPanel::takeEdit(const SettingControl &control)
{
    m_pending.insert(&control);
    apply();
}

/** The experiment with what was entered and can be read; what cannot is explained, and waits. */
Experiment ExperimentPanel::collect(std::set<const SettingControl *> &unread)
{
    Experiment experiment = m_experiment;
    experiment.models = m_models->models();
    for (const Control &each : m_controls) { // in the order of the table
        if (!m_pending.contains(each.control))
            continue;
        try {
            setEverywhere(experiment, each.control->setting(), each.control->value());
        } catch (const ConfigurationError &error) {
            unread.insert(each.control);
            showError(error.option(), translated(error.accepted()));
        }
    }
    return experiment;
}

void ExperimentPanel::apply()
{
    m_acceptsAll = true;
    for (SettingFields *group : m_groups)
        group->clearMessages();
    std::set<const SettingControl *> unread;
    const Experiment wanted = collect(unread);
    try {
        validate(wanted);
    } catch (const ConfigurationError &error) {
        showError(error.option(), translated(error.accepted()));
        return;
    }
    m_pending = std::move(unread);
    const Experiment before = std::exchange(m_experiment, wanted);
    m_models->setConfigurations(wanted.models);
    showSettings();
    if (before != wanted)
        emit experimentChanged(wanted);
}

void ExperimentPanel::showError(const std::string &option, const QString &accepted)
{
    m_acceptsAll = false;
    const QString text = tr("Not accepted. Use %1").arg(accepted);
    for (SettingFields *group : m_groups) {
        if (group->showMessage(option, text))
            return;
    }
    m_groups.front()->showMessage("activation", text);
}

QString ExperimentPanel::message(const std::string &option) const
{
    for (const SettingFields *group : m_groups) {
        const QString text = group->message(option);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QSize ExperimentPanel::minimumSizeHint() const
{
    const int content = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return QSize(std::max(scaled(leastPanelWidth), content), leastPanelHeight);
}

QSize ExperimentPanel::sizeHint() const
{
    return QSize(minimumSizeHint().width(), QScrollArea::sizeHint().height());
}

void ExperimentPanel::setTheme(const Theme &theme)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, theme.panel);
    setPalette(palette);
    viewport()->setPalette(palette);
    widget()->setPalette(palette);
    widget()->setAutoFillBackground(true);
    for (SettingFields *group : m_groups)
        group->setTheme(theme);
    m_models->setTheme(theme);
    m_data->setTheme(theme);
}

} // namespace actiscope
