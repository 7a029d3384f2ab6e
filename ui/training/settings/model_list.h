// The models of the comparison, one to Experiment::maxModels, the button that adds one, and the line that says in what they differ. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace actiscope {

class ActivationColors;
class ModelRow;

class ModelList : public QWidget {
    Q_OBJECT

public:
    explicit ModelList(ActivationColors &colors, QWidget *parent = nullptr);

    void showExperiment(const Experiment &experiment);
    void setTheme(const Theme &theme);
    const std::vector<ModelRow *> &rows() const { return m_rows; }
    QToolButton *addButton() const { return m_add; }
    /** Sets what kills ReLU units. */
    QToolButton *killButton() const { return m_kill; }
    /** "Only the activation differs. …", or what was just done. */
    QLabel *line() const { return m_line; }
    /** Instead of what differs, until the experiment is another one. */
    void say(const QString &text);

public slots:
    void addModel(const Activation &activation);

signals:
    /** The user added, exchanged, changed or removed a model: these instead. */
    void modelsEdited(const std::vector<actiscope::ModelConfiguration> &models);

private:
    void setupFoot();
    void fitRows(std::size_t count);
    void appendRow();
    void editRow(const ModelRow *row, const ModelConfiguration &model);
    void removeRow(ModelRow *row);
    void showLine();
    void updateDots();

    ActivationColors &m_colors;
    Theme m_theme;
    Experiment m_experiment;
    QVBoxLayout *m_layout = nullptr;
    QToolButton *m_add = nullptr;
    QToolButton *m_kill = nullptr;
    QLabel *m_line = nullptr;
    QString m_said;
    std::vector<ModelRow *> m_rows;
};

} // namespace actiscope
