#include "ui/training/settings/experiment_panel.h"

#include "core/base/errors.h"
#include "core/io/ready_experiments.h"
#include "core/training/layers.h"
#include "ui/base/scale.h"
#include "ui/base/translation.h"
#include "ui/training/data/data_section.h"
#include "ui/training/data/image_section.h"
#include "ui/training/document/subject.h"
#include "ui/training/settings/experiment_gallery.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/network_diagram.h"
#include "ui/training/settings/setting_control.h"
#include "ui/training/settings/setting_fields.h"

#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int leastPanelWidth = 240;
constexpr int usualPanelWidth = 264;
constexpr int leastPanelHeight = 160;
constexpr int roomyHeight = 930; ///< from which on the gallery stands open: a window of 1000 has about that

/** Settings of the group, those that people set first before the others. */
std::vector<const Setting *> settingsOf(SettingGroup group)
{
    std::vector<const Setting *> rows;
    for (const Setting &setting : settings()) {
        const bool isHere = setting.group == group || (group == SettingGroup::Training && setting.group == SettingGroup::Stopping);
        if (isHere && SettingControl::isShown(setting))
            rows.push_back(&setting);
    }
    std::ranges::stable_sort(rows, {}, [](const Setting *row) { return row->rank > 0 ? row->rank : 1000; });
    return rows;
}

} // namespace

ExperimentPanel::ExperimentPanel(const Subject &subject, ActivationColors &colors, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Experiment"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 16);
    layout->setSpacing(12);
    m_gallery = new ExperimentGallery(subject, content);
    connect(m_gallery, &ExperimentGallery::chosen, this, &ExperimentPanel::readyChosen);
    setupGroups(subject, colors);
    layout->addWidget(m_gallery);
    layout->addWidget(m_modelGroup);
    for (SettingFields *group : m_groups)
        layout->addWidget(group);
    layout->addStretch(1);
    setWidget(content);
}

void ExperimentPanel::setupGroups(const Subject &subject, ActivationColors &colors)
{
    m_modelGroup = new SettingFields(tr("Models"), this);
    setupModels(*m_modelGroup, colors);
    m_groups = {new SettingFields(tr("Data"), this), new SettingFields(tr("Network"), this), new SettingFields(tr("Training"), this)};
    setupData(subject);
    setupNetwork();
    for (const SettingGroup each : {SettingGroup::Data, SettingGroup::Network, SettingGroup::Training})
        addControls(*group(each), each);
}

void ExperimentPanel::setupModels(SettingFields &group, ActivationColors &colors)
{
    m_models = new ModelList(colors, &group);
    group.addWide(m_models);
    connect(m_models, &ModelList::modelsEdited, this, [this](const std::vector<ModelConfiguration> &models) {
        Experiment experiment = m_experiment;
        experiment.models = models;
        take(experiment);
    });
    connect(m_models->killButton(), &QToolButton::clicked, this, &ExperimentPanel::makeItDie);
}

void ExperimentPanel::setupData(const Subject &subject)
{
    if (subject.form == DataForm::Images)
        return setupImages();
    m_data = new DataSection(this);
    group(SettingGroup::Data)->addTop(m_data);
    group(SettingGroup::Data)->addRareTop(m_data->rarePart());
    connect(m_data, &DataSection::experimentChanged, this, [this](const Experiment &next, const LiveText &text) { take(next, text); });
}

void ExperimentPanel::setupImages()
{
    m_images = new ImageSection(this);
    group(SettingGroup::Data)->addTop(m_images);
    connect(m_images, &ImageSection::imagesChanged, this, [this](const ImageData &images, const LiveText &text) {
        Experiment experiment = m_experiment;
        experiment.data = images;
        m_pending.clear();
        m_known = images;
        take(experiment, text);
    });
    connect(m_images, &ImageSection::refused, this, &ExperimentPanel::showError);
}

void ExperimentPanel::setupNetwork()
{
    m_network = new NetworkDiagram(this);
    group(SettingGroup::Network)->addTop(m_network);
    connect(m_network, &NetworkDiagram::sizeEdited, this, [this](std::size_t layer, int units) {
        Experiment experiment = m_experiment;
        experiment.hidden.at(layer) = units;
        take(experiment);
    });
    connect(m_network, &NetworkDiagram::addRequested, this, [this] {
        Experiment experiment = m_experiment;
        addLayer(experiment);
        take(experiment, [] { return tr("a hidden layer more"); });
    });
    connect(m_network, &NetworkDiagram::removeRequested, this, [this](std::size_t layer) {
        Experiment experiment = m_experiment;
        removeLayer(experiment, layer);
        take(experiment, [layer] { return tr("without hidden layer %1").arg(layer + 1); });
    });
}

/** A field for each setting of the group that can be entered in one. */
void ExperimentPanel::addControls(SettingFields &fields, SettingGroup group)
{
    for (const Setting *setting : settingsOf(group)) {
        auto *control = new SettingControl(*setting, &fields);
        const auto add = setting->rank > 0 ? &SettingFields::addField : &SettingFields::addRareField;
        (fields.*add)(std::string(setting->name), translated(std::string(setting->label)), control->field(),
                      translated(std::string(setting->help)));
        connect(control, &SettingControl::edited, this, [this, control] { takeEdit(*control); });
        m_controls.push_back({control, &fields});
    }
}

void ExperimentPanel::setExperiment(const Experiment &experiment)
{
    m_experiment = experiment;
    m_pending.clear();
    m_acceptsAll = true;
    for (SettingFields *group : m_groups)
        group->clearMessages();
    showSettings();
}

void ExperimentPanel::setOrigin(const std::string &name)
{
    m_origin = name;
    const ReadyExperiment *ready = name.empty() ? nullptr : findReadyExperiment(name);
    m_gallery->showExperiment(ready ? name : std::string(), ready && ready->experiment != m_experiment);
}

void ExperimentPanel::showShape(const NetworkShape &shape)
{
    m_inputs = shape.inputs;
    m_outputs = shape.outputs;
    if (m_images)
        m_images->letGo();
    m_network->showNetwork(m_inputs, m_experiment.hidden, m_outputs);
}

/** What the experiment says, but in fields whose value waits for being accepted; those that do not apply are hidden. */
void ExperimentPanel::showSettings()
{
    static const Experiment usual = defaultExperiment();
    m_models->showExperiment(m_experiment);
    if (m_data)
        m_data->setExperiment(m_experiment);
    if (m_images)
        m_images->setExperiment(m_experiment);
    m_network->showNetwork(m_inputs, m_experiment.hidden, m_outputs);
    const std::vector<const Setting *> differing = differences(m_experiment);
    std::vector<int> changed(m_groups.size());
    for (const Control &each : m_controls) {
        const Setting &setting = each.control->setting();
        const std::string name(setting.name);
        const bool isApplied = applies(setting, m_experiment);
        if (!m_pending.contains(each.control))
            each.control->show(setting.get(m_experiment, 0));
        each.group->setFieldVisible(name, isApplied);
        each.group->setMarked(name, std::ranges::find(differing, &setting) != differing.end(),
                              tr("The models differ in this: the value is the first one's, and a change applies to all of them"));
        if (isApplied && setting.rank == 0 && setting.get(m_experiment, 0) != setting.get(usual, 0))
            ++changed[static_cast<std::size_t>(std::ranges::find(m_groups, each.group) - m_groups.begin())];
    }
    if (!m_experiment.preparation.features.empty())
        ++changed[static_cast<std::size_t>(SettingGroup::Data)];
    for (std::size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->setChangedRare(changed[i]);
    showNotes();
}

/** What a group says of itself when it is folded, too. */
void ExperimentPanel::showNotes()
{
    constexpr std::size_t manyLayers = 5; // too narrow to be counted at a glance
    const std::size_t layers = m_experiment.hidden.size();
    group(SettingGroup::Data)->setNote(m_images ? m_images->name() : m_data->name());
    group(SettingGroup::Network)->setNote(layers >= manyLayers || layers == 0 ? tr("%n layer(s)", nullptr, int(layers)) : QString());
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
    for (const Setting &setting : settings()) {
        const auto entered = std::ranges::find_if(m_pending, [&](const SettingControl *each) { return &each->setting() == &setting; });
        if (entered == m_pending.end())
            continue;
        try {
            setEverywhere(experiment, setting, (*entered)->value());
        } catch (const ConfigurationError &error) {
            unread.insert(*entered);
            showError(error.option(), translated(error.accepted()));
        }
    }
    if (experiment.hidden != m_experiment.hidden)
        actiscope::setHidden(experiment, std::vector<int>(experiment.hidden)); // activations of layers go with them
    return experiment;
}

void ExperimentPanel::apply()
{
    m_acceptsAll = true;
    for (SettingFields *group : m_groups)
        group->clearMessages();
    std::set<const SettingControl *> unread;
    const Experiment wanted = collect(unread);
    std::swap(m_pending, unread); // what is accepted is shown
    if (!take(wanted))
        std::swap(m_pending, unread);
}

/** Other images are there only once they were read: until then they are wished for, and nothing changes. */
bool ExperimentPanel::readsFirst(const Experiment &wanted)
{
    const auto *images = std::get_if<ImageData>(&wanted.data);
    if (!m_images || !images || wanted.data == m_experiment.data || m_known == *images)
        return false;
    m_images->want(*images);
    return true;
}

/** False, with what is wrong explained and nothing changed, for an experiment that is not accepted. */
bool ExperimentPanel::take(const Experiment &wanted, const LiveText &text)
{
    try {
        validate(wanted);
    } catch (const ConfigurationError &error) {
        showError(error.option(), translated(error.accepted()));
        m_models->showExperiment(m_experiment); // fields keep what was typed, so that it can be put right
        m_network->showNetwork(m_inputs, m_experiment.hidden, m_outputs);
        return false;
    }
    if (readsFirst(wanted))
        return true;
    const Experiment before = std::exchange(m_experiment, wanted);
    showSettings();
    if (before != wanted)
        emit experimentChanged(wanted, text);
    return true;
}

void ExperimentPanel::showError(const std::string &option, const QString &accepted)
{
    m_acceptsAll = false;
    const QString text = tr("Not accepted. Use %1").arg(accepted);
    const auto shows = [&](SettingFields *group) { return group->showMessage(option, text); };
    if (std::ranges::none_of(m_groups, shows))
        m_models->say(text);
}

/** Measured on the article's pair: of ReLU's 128 units Adam kills 70 at a learning rate of 1, plain SGD hardly any. */
void ExperimentPanel::makeItDie()
{
    constexpr double deadlyRate = 1;
    constexpr double deadlyBias = -1;
    Experiment experiment = m_experiment;
    bool isDeadly = true;
    for (std::size_t model = 0; model < experiment.models.size(); ++model) {
        OptimizerSettings &optimizer = experiment.models[model].optimizer;
        const bool isAdam = optimizer.method == OptimizerMethod::Adam || optimizer.method == OptimizerMethod::AdamW;
        isDeadly = isDeadly && isAdam && optimizer.learningRate >= deadlyRate;
        if (!isAdam)
            findSetting("optimizer")->set(experiment, model, std::string("adam"));
        optimizer.learningRate = std::max(optimizer.learningRate, deadlyRate);
    }
    if (isDeadly)
        setEverywhere(experiment, *findSetting("init-bias"), deadlyBias);
    if (!take(experiment, [isDeadly] { return isDeadly ? tr("make it die: initial bias −1") : tr("make it die: learning rate 1"); }))
        return;
    m_models->say(isDeadly ? tr("Initial bias −1 for all models: more units start where ReLU's f′ is 0. Press Space and look at the units; "
                                "Ctrl+Z takes it back.")
                           : tr("Adam with learning rate 1 for all models: such large steps push units to where ReLU's f′ is 0 for all "
                                "points. Press Space and look at the units; Ctrl+Z takes it back."));
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
    return QSize(std::max(scaled(usualPanelWidth), minimumSizeHint().width()), QScrollArea::sizeHint().height());
}

void ExperimentPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_gallery->setRoomy(height() >= roomyHeight);
}

void ExperimentPanel::setTheme(const Theme &theme)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, theme.panel);
    setPalette(palette);
    viewport()->setPalette(palette);
    widget()->setPalette(palette);
    widget()->setAutoFillBackground(true);
    m_gallery->setTheme(theme);
    m_modelGroup->setTheme(theme);
    for (SettingFields *group : m_groups)
        group->setTheme(theme);
    m_models->setTheme(theme);
    m_network->setTheme(theme);
    if (m_data)
        m_data->setTheme(theme);
    if (m_images)
        m_images->setTheme(theme);
}

} // namespace actiscope
