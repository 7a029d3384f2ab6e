// The chart below the panels, which is also the timeline: strips of series over one time axis, with a cursor that hands move to any epoch that the run
// came to. Shows the values under the pointer at the same epoch in all strips. GUI thread.
#pragma once

#include "core/training/run_survey.h"
#include "ui/base/spoken_description.h"
#include "ui/training/timeline/strip_chart.h"
#include "ui/training/timeline/strip_texts.h"
#include "ui/training/timeline/timeline_marks.h"

#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

class FocusRing;

class TimelinePlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit TimelinePlot(QWidget *parent = nullptr);
    ~TimelinePlot() override;

    void setTheme(const Theme &theme);
    /** Strips from top to bottom; where there is not the height for all, the first ones. */
    void setSeries(std::vector<const SeriesKind *> kinds);
    void setOptions(StripOptions options);
    void setRun(std::shared_ptr<const Snapshot> run, const std::vector<ModelStyle> &styles);
    void setStyles(const std::vector<ModelStyle> &styles);
    /** The same run, later or rewound. */
    void showState(std::shared_ptr<const Snapshot> run);
    /** Of the run that is shown, while the epoch after the last one takes long. */
    void showComing(const ComingEpoch &epoch);
    void showSurvey(std::shared_ptr<const RunSurvey> survey);
    void setKept(const std::vector<KeptRun> &runs);
    /** What is said where there are no curves yet. */
    void setPlaceholder(const QString &text);
    /** The mark of the event that is spoken of. */
    void setSpoken(std::optional<std::int64_t> epoch);

    const std::vector<const SeriesKind *> &series() const { return m_kinds; }
    StripOptions options() const { return m_options; }
    const std::vector<KeptRun> &kept() const { return m_kept; }
    std::size_t stripCount() const { return m_strips.size(); }
    const StripChart &strip(std::size_t place) const { return *m_strips[place].chart; }
    const StripTexts &texts(std::size_t place) const { return *m_strips[place].texts; }
    const TimelineMarks &marks() const { return *m_marks; }
    /** The epoch that is shown, or that hands are on their way to. */
    std::int64_t cursor() const { return m_cursor; }
    std::optional<std::int64_t> pointer() const { return m_pointer; }
    void setPointer(std::optional<std::int64_t> epoch);
    /** Also between two epochs, where curves show what is within them. */
    void setPointerAt(std::optional<double> place);
    /** The place within an epoch, where the pointer is at one. */
    std::optional<double> pointerWithin() const { return m_within; }
    /** All values at the pointer's epoch, else at the cursor's: a line for the epoch, then one a model and strip. */
    QString readout() const;
    double pixelOf(std::int64_t epoch) const;
    /** The last epoch of the axis. */
    std::int64_t axisEnd() const;
    /** Whether all of the run that is shown has been looked at: marks and measured curves are those of its end. */
    bool isSurveyed() const;
    /** So many of the series have a strip: there is room for them. */
    std::size_t fittingStrips() const;
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    /** A hand wants to be at this epoch; while it drags there will be others. */
    void seekRequested(std::int64_t epoch, bool isPassing);
    /** Another epoch is shown, or hands are on their way to it. */
    void cursorMoved(std::int64_t epoch);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Strip {
        std::unique_ptr<StripChart> chart;
        StripTexts *texts = nullptr; ///< the plot's
    };

    void rebuild();
    void clearStrips();
    void refill();
    void layOut();
    void fitTimeAxis();
    void fitValues();
    void updateLabels(bool isPassing = false);
    void updatePointer();
    void replotMarks();
    void moveCursor(std::int64_t epoch);
    void requestEpoch(std::int64_t epoch, bool isPassing);
    double placeAt(double x) const;
    std::int64_t epochAt(double x) const;
    std::vector<double> valuesAtPointer(const StripChart &strip, std::size_t model, std::int64_t epoch) const;
    std::int64_t keptEpoch(std::int64_t epoch) const;
    int stripHeight() const;
    int gutter() const;
    QFont smallFont() const;
    QString labelName(std::size_t model) const;
    double scale() const;

    std::vector<const SeriesKind *> m_kinds;
    StripOptions m_options;
    Theme m_theme;
    std::vector<ModelStyle> m_styles;
    std::shared_ptr<const Snapshot> m_run;
    std::shared_ptr<const RunSurvey> m_survey;
    std::vector<KeptRun> m_kept;
    std::vector<Strip> m_strips;
    TimelineMarks *m_marks = nullptr;
    FocusRing *m_focusRing = nullptr;
    QLabel *m_placeholder = nullptr;
    std::int64_t m_cursor = 0;
    std::optional<std::int64_t> m_wanted; ///< by a hand, and not reached yet
    std::optional<std::int64_t> m_pointer;
    std::optional<double> m_within; ///< beside the pointer
    bool m_isDragging = false;
    SpokenDescription m_spoken{*this};
};

} // namespace actiscope
