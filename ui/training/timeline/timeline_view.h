// The foot of the Training workspace: a sentence about the epoch that is shown with a step to try, and the chart that is also the timeline. Which series
// it shows, and which earlier runs, hands choose. GUI thread.
#pragma once

#include "ui/training/timeline/figure_chart.h"
#include "ui/training/timeline/timeline_plot.h"
#include "ui/training/timeline/timeline_sentence.h"

#include <QJsonObject>
#include <QWidget>

#include <map>
#include <memory>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace actiscope {

class RunsPanel;
class SentenceLine;
class TrainingController;

class TimelineView : public QWidget {
    Q_OBJECT

public:
    /** Shows the controller's run, which the owner tells it of; the controller lives longer. */
    explicit TimelineView(TrainingController &controller, QWidget *parent = nullptr);
    ~TimelineView() override;

    void setTheme(const Theme &theme);
    void setRun(const std::shared_ptr<const Snapshot> &run, const std::vector<ModelStyle> &styles);
    void setStyles(const std::vector<ModelStyle> &styles);
    void showState(const std::shared_ptr<const Snapshot> &run);
    /** The epoch after the last one has come so far. */
    void showComing(const std::shared_ptr<const ComingEpoch> &epoch);
    /** Instead of the sentence while it is not empty: what is being prepared. */
    void setHint(const QString &text);
    QString hint() const { return m_hint; }

    bool isLogarithmic() const { return m_plot->options().isLogarithmic; }
    void setLogarithmic(bool logarithmic);
    bool isDifference() const { return m_plot->options().isDifference; }
    void setDifference(bool difference);
    /** By name; those that the run does not have are left out. None: those that show most of the experiment. */
    void chooseSeries(const QStringList &names);
    QStringList shownSeries() const;
    /** Whether an earlier run is drawn: the newest ones are, unless somebody said otherwise. */
    bool isShown(RunId run) const;
    void setShown(RunId run, bool shown);
    void showRuns();
    void showChartMenu();

    /** What is drawn now, for a figure. */
    FigureChart figureChart() const;
    /** Draws the same earlier runs as another one of the same controller. */
    void takeOver(const TimelineView &former);
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    TimelinePlot *plot() const { return m_plot; }
    SentenceLine *sentence() const { return m_sentence; }
    RunsPanel *runsPanel() const { return m_runs; }
    /** They stand in a row of the owner's, where there is one: above, with what else chooses what is shown. */
    QToolButton *chartButton() const { return m_chart; }
    QToolButton *runsButton() const { return m_runsButton; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupButtons();
    void fillMenu();
    void toggleSeries(const SeriesKind &kind);
    void applySeries();
    void updateRuns();
    void updateSentence();
    void tryStep();

    TrainingController &m_controller;
    Theme m_theme;
    std::shared_ptr<const Snapshot> m_run;
    QStringList m_chosen; ///< names of series; none where nobody chose
    QString m_hint;
    TimelineSentence m_said;
    std::optional<std::int64_t> m_spokenEvent; ///< the epoch of the event that was spoken of last
    std::map<RunId, bool> m_shownRuns; ///< where somebody said so
    TimelinePlot *m_plot = nullptr;
    SentenceLine *m_sentence = nullptr;
    QToolButton *m_chart = nullptr;
    QToolButton *m_runsButton = nullptr;
    RunsPanel *m_runs = nullptr;
};

} // namespace actiscope
