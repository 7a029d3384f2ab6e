// The next training step of one model in four stages, in the place of the panels: forward, loss, backward, update. GUI thread.
#pragma once

#include "core/training/step_tracer.h"
#include "ui/base/theme.h"
#include "ui/training/step/step_text.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QComboBox;
class QLabel;
class QSpinBox;
class QTextBrowser;
class QToolButton;

namespace actiscope {

class StepPage : public QWidget {
    Q_OBJECT

public:
    explicit StepPage(QWidget *parent = nullptr);
    /** Waits for the step that is being traced, at most. */
    ~StepPage() override;

    /** The step that this moment would take next; what is looked at stays where it is there. */
    void setRun(std::shared_ptr<const Snapshot> run);
    void setTheme(const Theme &theme);

    StepStage stage() const { return m_stage; }
    void setStage(StepStage stage);
    /** After the last stage the step is taken. */
    void next();
    void previous();

    /** Of the newest answer; null before the first. */
    std::shared_ptr<const StepAnswer> answer() const { return m_answer; }
    QString text() const;
    QComboBox *modelField() const { return m_model; }
    QSpinBox *sampleField() const { return m_sample; }
    QComboBox *layerField() const { return m_layer; }
    QSpinBox *unitField() const { return m_unit; }
    QToolButton *stageButton(StepStage stage) const { return m_stages[static_cast<std::size_t>(stage)]; }
    QToolButton *nextButton() const { return m_next; }
    QToolButton *backButton() const { return m_back; }

signals:
    /** The model is to be trained for one epoch. */
    void stepRequested();
    void backRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupFields();
    void setupStages();
    void setupLayout();
    void fillFields();
    void ask();
    void take();
    void showAnswer();
    StepPlace place() const;

    StepTracer m_tracer;
    QTimer m_clock;
    std::shared_ptr<const Snapshot> m_run;
    std::shared_ptr<const StepAnswer> m_answer;
    StepStage m_stage = StepStage::Forward;
    Theme m_theme;
    QComboBox *m_model = nullptr;
    QSpinBox *m_sample = nullptr;
    QComboBox *m_layer = nullptr;
    QSpinBox *m_unit = nullptr;
    std::array<QToolButton *, stepStages> m_stages{};
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_back = nullptr;
    QLabel *m_sentence = nullptr;
    QTextBrowser *m_view = nullptr;
};

} // namespace actiscope
