// Many seeds in the place of the panels of one run: when they are shown, trained anew, and left. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QObject>

#include <memory>

class QWidget;

namespace actiscope {

class ActivationColors;
class ExportSource;
class SeedsPage;
class TrainingController;

class SeedsMode : public QObject {
    Q_OBJECT

public:
    /** `page` is shown instead of `panels`. All live longer. */
    SeedsMode(TrainingController &controller, ActivationColors &colors, SeedsPage &page, QWidget &panels, QObject *parent);

    bool isShown() const { return m_isShown; }
    void toggle();
    /** Shows what the former one showed, and goes on with what it trained. */
    void takeOver(SeedsMode &former);
    /** Back to one run. */
    void leave();
    void setTheme(const Theme &theme);
    /** Null unless seeds are shown and one is there. */
    std::unique_ptr<ExportSource> exportSource() const;

    /** That the button offers. */
    static constexpr int seeds = 30;

signals:
    void shownChanged(bool shown);

private:
    void enter();
    void show();
    void begin();
    void takeChange();
    void goOnElsewhere();
    void updateLook();

    TrainingController &m_controller;
    ActivationColors &m_colors;
    SeedsPage &m_page;
    QWidget &m_panels;
    Theme m_theme;
    bool m_isShown = false;
    bool m_isElsewhere = false; ///< the device failed, and the reference computes
};

} // namespace actiscope
