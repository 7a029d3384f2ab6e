// Step by step below the panels, in the place of the timeline: when it is shown, what it follows, and how it is left. Where there is too little height for both, in the place of
// the panels, too. A click on a point, a lamp or a node chooses what it tells of. GUI thread.
#pragma once

#include <QObject>

class QSplitter;
class QWidget;

namespace actiscope {

class EvidenceView;
class StepPage;
class TrainingController;

class StepMode : public QObject {
    Q_OBJECT

public:
    /** `page` is shown instead of `timeline`, in the same splitter as the evidence, which comes first. All live longer. */
    StepMode(TrainingController &controller, StepPage &page, EvidenceView &evidence, QWidget &timeline, QSplitter &splitter, QObject *parent);

    bool isShown() const { return m_isShown; }
    /** Whether there is room for the evidence beside what is shown. */
    bool leavesEvidence() const;
    void toggle();
    /** Shows what the former one showed. */
    void takeOver(const StepMode &former);
    void leave();

signals:
    void shownChanged(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeSelection();
    void markSample();

    TrainingController &m_controller;
    StepPage &m_page;
    EvidenceView &m_evidence;
    QWidget &m_timeline;
    QSplitter &m_splitter;
    bool m_isShown = false;
};

} // namespace actiscope
