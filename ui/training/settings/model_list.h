// The models of the comparison, one to Experiment::maxModels, and the button that adds one. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace actiscope {

class ActivationColors;
class ModelRow;

class ModelList : public QWidget {
    Q_OBJECT

public:
    explicit ModelList(ActivationColors &colors, QWidget *parent = nullptr);

    std::vector<ModelConfiguration> models() const;
    void setModels(const std::vector<ModelConfiguration> &models);
    /** The same models with other settings than their activations. */
    void setConfigurations(const std::vector<ModelConfiguration> &models);
    void setTheme(const Theme &theme);
    const std::vector<ModelRow *> &rows() const { return m_rows; }

public slots:
    void addModel(const Activation &activation);

signals:
    /** The user added, exchanged, changed or removed a model. */
    void modelsChanged();

private:
    void appendRow(const ModelConfiguration &model);
    void removeRow(ModelRow *row);
    void changed();
    void updateRows();

    ActivationColors &m_colors;
    Theme m_theme;
    QVBoxLayout *m_layout = nullptr;
    QToolButton *m_add = nullptr;
    std::vector<ModelRow *> m_rows;
};

} // namespace actiscope
