// The loss curves of the training workspace: a widget around a LossChart, with the exact figures of the epoch under the
// pointer (or chosen with the arrow keys), and the sentence that an empty plot shows. GUI thread.
#pragma once

#include "ui/charts/loss_chart.h"

#include <QPointer>

#include <memory>
#include <vector>

class QCheckBox;
class QLabel;

namespace actiscope {

class FocusRing;
class LossReadout;

class LossPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit LossPlot(QWidget *parent = nullptr);
    ~LossPlot() override;

    void setTheme(const Theme &theme);
    /** A new run: empty curves. */
    void setRun(const Snapshot &run, const std::vector<ModelStyle> &styles);
    void setStyles(const std::vector<ModelStyle> &styles);
    void showState(std::shared_ptr<const Snapshot> run);
    /** Shown in the middle while it is not empty. */
    void setHint(const QString &text);
    QString hint() const;

    const LossChart &chart() const { return m_chart; }
    const LossReadout *readout() const;
    QCheckBox *logScaleBox() const { return m_logScale; }

public slots:
    void setLogarithmic(bool logarithmic);
    /** Figures of this epoch, or none. */
    void setCursor(std::optional<std::int64_t> epoch);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeOverlays();
    void placeReadout();

    LossChart m_chart;
    QLabel *m_hint = nullptr;
    FocusRing *m_focusRing = nullptr;
    QCheckBox *m_logScale = nullptr;
    QPointer<LossReadout> m_readout; ///< over the whole window, where it has one
    std::vector<ModelStyle> m_styles;
    std::shared_ptr<const Snapshot> m_run;
    Theme m_theme;
};

} // namespace actiscope
