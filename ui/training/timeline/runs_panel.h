// The earlier runs, newest first: name, note, what differs from the present settings; drawn or not, restored, removed. A panel that opens at a button
// and closes with Esc or a click beside it. GUI thread.
#pragma once

#include "core/training/run_store.h"
#include "ui/base/theme.h"

#include <QFrame>

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace actiscope {

class TrainingController;

class RunsPanel : public QFrame {
    Q_OBJECT

public:
    /** Of a run. */
    struct Row {
        RunId run = 0;
        QWidget *widget = nullptr;
        QCheckBox *shown = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *note = nullptr;
        QLabel *differs = nullptr;
        QPushButton *restore = nullptr;
        QPushButton *remove = nullptr;
    };

    /** The controller lives longer. `isShown` says whether the chart draws a run. */
    RunsPanel(QWidget &parent, TrainingController &controller, std::function<bool(RunId)> isShown);

    void setTheme(const Theme &theme);
    /** Above the button, as large as what there is, within the window. */
    void popUp(const QWidget &button);
    /** The runs are others, or called otherwise. */
    void refresh();
    const std::vector<Row> &rows() const { return m_rows; }

signals:
    void shownToggled(actiscope::RunId run, bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Row makeRow(const KeptRun &run);
    void fill(Row &row, const KeptRun &run);

    TrainingController &m_controller;
    std::function<bool(RunId)> m_isShown;
    std::vector<Row> m_rows;
    QVBoxLayout *m_list = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace actiscope
