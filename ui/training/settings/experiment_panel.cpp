#include "ui/training/settings/experiment_panel.h"

#include "core/base/errors.h"
#include "ui/base/space_key.h"
#include "ui/base/translation.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/setting_group.h"
#include "ui/training/settings/setting_spin_box.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace actiscope {

namespace {

constexpr int leastPanelWidth = 328;
constexpr int leastPanelHeight = 160;
constexpr double largestSeed = std::numeric_limits<std::uint32_t>::max();

QString widthsText(const std::vector<int> &hidden)
{
    QStringList widths;
    for (const int width : hidden)
        widths << QString::number(width);
    return widths.isEmpty() ? QStringLiteral("none") : widths.join(QStringLiteral(", "));
}

std::uint32_t seedOf(const NumberSpinBox &field)
{
    return static_cast<std::uint32_t>(field.value());
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
    m_groups = {setupCompare(colors), setupData(), setupNetwork(), setupTraining()};
    for (SettingGroup *group : m_groups)
        layout->addWidget(group);
    layout->addStretch(1);
    setWidget(content);
}

NumberSpinBox *ExperimentPanel::addNumber(SettingGroup &group, const std::string &option, const QString &label, int decimals,
                                          double minimum, double maximum, const QString &toolTip)
{
    auto *field = new SettingSpinBox(&group);
    field->setDecimals(decimals);
    field->setRange(minimum, maximum);
    field->setKeyboardTracking(false);
    if (decimals > 0)
        field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setFixedWidth(field->fontMetrics().horizontalAdvance(QStringLiteral("4294967295")) + 40);
    group.addField(option, label, field, toolTip);
    connect(field, &QDoubleSpinBox::valueChanged, this, &ExperimentPanel::apply);
    return field;
}

SettingGroup *ExperimentPanel::setupData()
{
    auto *group = new SettingGroup(tr("Data: two moons"), this);
    m_samples = addNumber(*group, "samples", tr("Samples"), 0, 2, 1'000'000, tr("How many points are drawn, training and test together"));
    m_samples->setSingleStep(100);
    m_noise = addNumber(*group, "noise", tr("Noise"), 3, 0, 10, tr("Standard deviation σ of the normal noise added to each coordinate"));
    m_dataSeed = addNumber(*group, "data-seed", tr("Data seed"), 0, 0, largestSeed, tr("Another seed draws other points of the same kind"));
    m_testFraction =
        addNumber(*group, "test-fraction", tr("Test share"), 3, 0.001, 0.999, tr("Share of the points that the networks never train on"));
    m_splitSeed =
        addNumber(*group, "split-seed", tr("Split seed"), 0, 0, largestSeed, tr("Another seed puts other points aside for the test"));
    return group;
}

SettingGroup *ExperimentPanel::setupNetwork()
{
    auto *group = new SettingGroup(tr("Network"), this);
    m_hidden = new QLineEdit(group);
    leaveSpaceAfterNumbers(*m_hidden);
    m_hidden->setAlignment(Qt::AlignRight);
    m_hidden->setFixedSize(m_samples->width(), m_samples->sizeHint().height());
    m_hidden->setPlaceholderText(QStringLiteral("64, 64"));
    group->addField("hidden", tr("Hidden layers"), m_hidden, tr("Units of each hidden layer, first layer first, separated by commas"));
    connect(m_hidden, &QLineEdit::editingFinished, this, &ExperimentPanel::apply);
    m_initSeed = addNumber(*group, "init-seed", tr("Weights seed"), 0, 0, largestSeed,
                           tr("Another seed gives all networks other initial weights, the same for each"));
    return group;
}

SettingGroup *ExperimentPanel::setupTraining()
{
    auto *group = new SettingGroup(tr("Training"), this);
    m_learningRate = addNumber(*group, "learning-rate", tr("Learning rate η"), 7, 1e-7, 1e7,
                               tr("Size η of Adam's steps; applies from the next step on, without a reset"));
    m_epochs = addNumber(*group, "epochs", tr("Stop after epochs"), 0, 1, 1'000'000,
                         tr("Training stops after so many passes over the training points"));
    m_epochs->setSingleStep(50);
    return group;
}

SettingGroup *ExperimentPanel::setupCompare(ActivationColors &colors)
{
    auto *group = new SettingGroup(tr("Compare"), this);
    m_models = new ModelList(colors, group);
    group->addWide(m_models);
    connect(m_models, &ModelList::modelsChanged, this, &ExperimentPanel::apply);
    return group;
}

void ExperimentPanel::setExperiment(const Experiment &experiment)
{
    m_filling = true;
    m_experiment = experiment;
    const GeneratedData &points = generated(experiment.data);
    const ModelConfiguration &model = experiment.models.front();
    m_samples->setValue(points.samples);
    m_noise->setValue(points.noise);
    m_dataSeed->setValue(points.seed);
    m_testFraction->setValue(experiment.split.testFraction);
    m_splitSeed->setValue(experiment.split.seed);
    m_hidden->setText(widthsText(experiment.hidden));
    m_initSeed->setValue(model.seeds.weights);
    m_learningRate->setValue(model.optimizer.learningRate);
    m_epochs->setValue(experiment.stop.epochs);
    m_models->setModels(experiment.models);
    m_acceptsAll = true;
    for (SettingGroup *group : m_groups)
        group->clearMessages();
    m_filling = false;
}

/** The experiment that the fields say; hidden layers that cannot be read are explained and stay as they were. */
Experiment ExperimentPanel::collect()
{
    Experiment experiment = m_experiment;
    GeneratedData &points = generated(experiment.data);
    experiment.models = m_models->models();
    points.samples = static_cast<int>(m_samples->value());
    points.noise = m_noise->value();
    points.seed = seedOf(*m_dataSeed);
    experiment.split.testFraction = m_testFraction->value();
    experiment.split.seed = seedOf(*m_splitSeed);
    for (ModelConfiguration &model : experiment.models) {
        model.seeds.weights = model.seeds.batches = model.seeds.draws = seedOf(*m_initSeed);
        model.optimizer.learningRate = m_learningRate->value();
    }
    experiment.stop.epochs = static_cast<int>(m_epochs->value());
    try {
        experiment.hidden = parseHidden(m_hidden->text().toStdString());
    } catch (const ConfigurationError &error) {
        showError(error.option(), translated(error.accepted()));
    }
    return experiment;
}

void ExperimentPanel::apply()
{
    if (m_filling)
        return;
    m_acceptsAll = true;
    for (SettingGroup *group : m_groups)
        group->clearMessages();
    const Experiment wanted = collect();
    try {
        validate(wanted);
    } catch (const ConfigurationError &error) {
        showError(error.option(), translated(error.accepted()));
        return;
    }
    const Experiment before = std::exchange(m_experiment, wanted);
    Experiment alive = before;
    for (std::size_t i = 0; i < alive.models.size() && i < wanted.models.size(); ++i)
        alive.models[i].optimizer.learningRate = wanted.models[i].optimizer.learningRate;
    alive.stop.epochs = wanted.stop.epochs;
    if (alive != wanted) {
        emit experimentChanged(wanted);
        return;
    }
    if (before.models != wanted.models)
        emit learningRateChanged(wanted.models.front().optimizer.learningRate);
    if (before.stop.epochs != wanted.stop.epochs)
        emit epochsChanged(wanted.stop.epochs);
}

void ExperimentPanel::showError(const std::string &option, const QString &accepted)
{
    m_acceptsAll = false;
    const QString text = tr("Not accepted. Use %1").arg(accepted);
    for (SettingGroup *group : m_groups) {
        if (group->showMessage(option, text))
            return;
    }
    m_groups.front()->showMessage("activation", text);
}

QString ExperimentPanel::message(const std::string &option) const
{
    for (const SettingGroup *group : m_groups) {
        const QString text = group->message(option);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QSize ExperimentPanel::minimumSizeHint() const
{
    const int content = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return QSize(std::max(leastPanelWidth, content), leastPanelHeight);
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
    for (SettingGroup *group : m_groups)
        group->setTheme(theme);
    m_models->setTheme(theme);
}

} // namespace actiscope
