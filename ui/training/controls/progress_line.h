// A thin bar that fills from left to right. Unlike QProgressBar it never paints at once: it waits for its turn, as
// everything else that changes with a frame does. GUI thread.
#pragma once

#include <QColor>
#include <QWidget>

namespace actiscope {

class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void setColors(const QColor &done, const QColor &rest);
    /** From 0 to 1. */
    void setShare(double share);
    double share() const { return m_share; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_done;
    QColor m_rest;
    double m_share = 0;
};

} // namespace actiscope
