#include "ui/training/settings/model_list.h"

#include "core/training/experiment.h"
#include "ui/base/activation_colors.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/charts/model_style.h"
#include "ui/training/settings/activation_menu.h"
#include "ui/training/settings/model_row.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

ModelList::ModelList(ActivationColors &colors, QWidget *parent) : QWidget(parent), m_colors(colors)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_add = new QToolButton(this);
    m_add->setText(tr("Add"));
    m_add->setAutoRaise(true);
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(makeActivationMenu(this, [this](const Activation &activation) { addModel(activation); }));
    m_add->setToolTip(tr("Add an activation to the comparison, up to %1").arg(Experiment::maxModels));
    m_add->setAccessibleName(tr("Add an activation"));
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(&m_colors, &ActivationColors::changed, this, &ModelList::updateRows);
}

std::vector<ModelConfiguration> ModelList::models() const
{
    std::vector<ModelConfiguration> models;
    for (const ModelRow *row : m_rows)
        models.push_back(row->configuration());
    return models;
}

void ModelList::setModels(const std::vector<ModelConfiguration> &models)
{
    const auto showInPlace = [](ModelRow *row, const ModelConfiguration &model) { return row->showInPlace(model); };
    if (!std::ranges::equal(m_rows, models, showInPlace)) {
        for (ModelRow *row : m_rows)
            delete row;
        m_rows.clear();
        for (const ModelConfiguration &model : models)
            appendRow(model);
    }
    updateRows();
}

void ModelList::setConfigurations(const std::vector<ModelConfiguration> &models)
{
    for (std::size_t i = 0; i < m_rows.size() && i < models.size(); ++i)
        m_rows[i]->setConfiguration(models[i]);
}

void ModelList::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_add->setStyleSheet(scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp 6dp 2dp 0; }"
                                                    "QToolButton:hover { background: %1; }"
                                                    "QToolButton:focus { border-color: %2; }"
                                                    "QToolButton::menu-indicator { image: none; }"))
                             .arg(theme.background.name(), theme.accent.name()));
    m_add->setIcon(svgIcon(QStringLiteral("training_add"), theme.text));
    updateRows();
}

void ModelList::addModel(const Activation &activation)
{
    if (m_rows.size() >= Experiment::maxModels)
        return;
    ModelConfiguration model = m_rows.front()->configuration(); // which has all but the activation in common with the others
    model.activations = {defaultSpec(activation)};
    appendRow(model);
    changed();
}

void ModelList::appendRow(const ModelConfiguration &model)
{
    auto *row = new ModelRow(model, this);
    m_layout->insertWidget(static_cast<int>(m_rows.size()), row);
    QWidget *previous = m_rows.empty() ? nullptr : m_rows.back();
    if (previous)
        QWidget::setTabOrder(previous, row);
    m_rows.push_back(row);
    connect(row, &ModelRow::specChanged, this, &ModelList::changed);
    connect(row, &ModelRow::removeRequested, this, [this, row] { removeRow(row); });
}

void ModelList::removeRow(ModelRow *row)
{
    if (m_rows.size() <= 1)
        return;
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    changed();
}

void ModelList::changed()
{
    emit modelsChanged();
    updateRows();
}

void ModelList::updateRows()
{
    const std::vector<std::string> keys = modelKeys(models());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setTheme(m_theme, m_colors.color(keys[i], m_theme));
        m_rows[i]->setRemovable(m_rows.size() > 1);
    }
    m_add->setVisible(m_rows.size() < Experiment::maxModels);
}

} // namespace actiscope
