// The next training step of one model in four stages, in the place of the panels: forward, loss, backward, update. GUI thread.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/training/step_tracer.h"
#include "ui/base/theme.h"
#include "ui/training/step/step_text.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

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

    /** The steps that this moment would take next, those of an epoch; what is looked at stays where it is there. */
    void setRun(std::shared_ptr<const Snapshot> run);
    /** What a hand has chosen elsewhere: a model, a point of the training set, a unit; what is not said stays. */
    void choose(std::optional<std::size_t> model, std::optional<std::size_t> sample, std::optional<HiddenUnit> unit);
    /** Looks at the same as another one at the same run. */
    void takeOver(const StepPage &former);
    void setTheme(const Theme &theme);

    StepStage stage() const { return m_stage; }
    void setStage(StepStage stage);
    /** After the last stage the step is taken: of several in an epoch the next one is shown, and after the last one the run takes them. */
    void next();
    void previous();
    /** Which step of the epoch is shown, from 0. */
    std::size_t batch() const { return m_batch; }
    /** The sample that is shown, a place in the training set. */
    std::size_t sample() const { return place().sample; }

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
    /** By a hand: sample() is another one. */
    void sampleChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupFields();
    void setupStages();
    void setupLayout();
    void fillFields();
    void ask();
    void take();
    void showAnswer();
    void takeTheme();
    StepPlace place() const;
    std::size_t batches() const;
    void showBatch(std::size_t batch, StepStage stage);

    StepTracer m_tracer;
    QTimer m_clock;
    std::shared_ptr<const Snapshot> m_run;
    std::shared_ptr<const StepAnswer> m_answer;
    StepStage m_stage = StepStage::Forward;
    std::size_t m_batch = 0;
    Theme m_theme;
    bool m_isPainted = false; ///< in its theme
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
