// Step by step in the place of the panels: when it is shown, what it follows, and how it is left. GUI thread.
#pragma once

#include <QObject>

class QWidget;

namespace actiscope {

class StepPage;
class TrainingController;

class StepMode : public QObject {
    Q_OBJECT

public:
    /** `page` is shown instead of `panels`. All live longer. */
    StepMode(TrainingController &controller, StepPage &page, QWidget &panels, QObject *parent);

    bool isShown() const { return m_isShown; }
    void toggle();
    void leave();

signals:
    void shownChanged(bool shown);

private:
    TrainingController &m_controller;
    StepPage &m_page;
    QWidget &m_panels;
    bool m_isShown = false;
};

} // namespace actiscope
