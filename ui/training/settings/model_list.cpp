#include "ui/training/settings/model_list.h"

#include "core/training/difference_text.h"
#include "ui/base/activation_colors.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/base/unbroken.h"
#include "ui/charts/model_style.h"
#include "ui/training/settings/activation_menu.h"
#include "ui/training/settings/model_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace actiscope {

ModelList::ModelList(ActivationColors &colors, QWidget *parent) : QWidget(parent), m_colors(colors)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    setupFoot();
    connect(&m_colors, &ActivationColors::changed, this, &ModelList::updateDots);
    constexpr int addIcon = 16;
    followScale(*this, [this] {
        showLine();
        m_add->setIconSize(QSize(scaled(addIcon), scaled(addIcon)));
    });
}

void ModelList::setupFoot()
{
    auto *foot = new QHBoxLayout;
    m_add = new QToolButton(this);
    m_add->setText(tr("Add"));
    m_add->setAutoRaise(true);
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(makeActivationMenu(this, [this](const Activation &activation) { addModel(activation); }));
    m_add->setToolTip(tr("Add an activation to the comparison, up to %1").arg(Experiment::maxModels));
    m_add->setAccessibleName(tr("Add an activation"));
    m_kill = new QToolButton(this);
    m_kill->setText(tr("Make it die"));
    m_kill->setAutoRaise(true);
    m_kill->setToolTip(
        tr("Sets Adam with a learning rate of 1 for all models, at which ReLU units die: their f′ becomes 0 for all points"));
    foot->addWidget(m_add);
    foot->addStretch(1);
    foot->addWidget(m_kill);
    m_layout->addLayout(foot);
    m_line = new QLabel(this);
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setAccessibleName(tr("What differs"));
    m_layout->addWidget(m_line);
}

void ModelList::showExperiment(const Experiment &experiment)
{
    if (m_experiment != experiment)
        m_said.clear();
    m_experiment = experiment;
    fitRows(experiment.models.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->showModel(experiment, i);
    m_add->setEnabled(m_rows.size() < Experiment::maxModels);
    showLine();
    updateDots();
}

void ModelList::fitRows(std::size_t count)
{
    while (m_rows.size() > count) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < count)
        appendRow();
}

void ModelList::appendRow()
{
    auto *row = new ModelRow(this);
    m_layout->insertWidget(static_cast<int>(m_rows.size()), row);
    row->setTheme(m_theme);
    QWidget::setTabOrder(m_rows.empty() ? this : static_cast<QWidget *>(m_rows.back()), row);
    m_rows.push_back(row);
    connect(row, &ModelRow::edited, this, [this, row](const ModelConfiguration &model) { editRow(row, model); });
    connect(row, &ModelRow::removeRequested, this, [this, row] { removeRow(row); });
}

void ModelList::addModel(const Activation &activation)
{
    if (m_rows.size() >= Experiment::maxModels)
        return;
    std::vector<ModelConfiguration> models = m_experiment.models;
    models.push_back(models.front()); // which has all but the activation in common with the others
    models.back().activations = {defaultSpec(activation)};
    emit modelsEdited(models);
}

void ModelList::editRow(const ModelRow *row, const ModelConfiguration &model)
{
    std::vector<ModelConfiguration> models = m_experiment.models;
    for (std::size_t i = 0; i < m_rows.size() && i < models.size(); ++i) {
        if (m_rows[i] == row)
            models[i] = model;
    }
    emit modelsEdited(models);
}

void ModelList::removeRow(ModelRow *row)
{
    std::vector<ModelConfiguration> models;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] != row)
            models.push_back(m_experiment.models[i]);
    }
    if (!models.empty())
        emit modelsEdited(models);
}

void ModelList::say(const QString &text)
{
    m_said = text;
    showLine();
}

void ModelList::showLine()
{
    if (m_experiment.models.empty())
        return;
    const DifferenceText difference = differenceText(m_experiment);
    const bool isWarning = m_said.isEmpty() && difference.isWarning();
    m_line->setText(unbroken(m_said.isEmpty() ? translated(difference.text) : m_said));
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * (isWarning ? 1.0 : 9.0 / 11.0));
    font.setBold(isWarning);
    m_line->setFont(font);
    QPalette palette = m_line->palette();
    palette.setColor(QPalette::WindowText, isWarning || !m_said.isEmpty() ? m_theme.text : m_theme.mutedText);
    m_line->setPalette(palette);
}

void ModelList::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString buttons =
        scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp 6dp 2dp 0; }"
                                   "QToolButton:hover { background: %1; }"
                                   "QToolButton:focus { border-color: %2; }"
                                   "QToolButton::menu-indicator { image: none; }"))
            .arg(theme.background.name(), theme.accent.name());
    for (QToolButton *button : {m_add, m_kill})
        button->setStyleSheet(buttons);
    m_add->setIcon(svgIcon(QStringLiteral("training_add"), theme.text));
    for (ModelRow *row : m_rows)
        row->setTheme(theme);
    showLine();
    updateDots();
}

void ModelList::updateDots()
{
    const std::vector<std::string> keys = modelKeys(m_experiment.models);
    for (std::size_t i = 0; i < m_rows.size() && i < keys.size(); ++i)
        m_rows[i]->setDot(m_colors.color(keys[i], m_theme));
}

} // namespace actiscope
