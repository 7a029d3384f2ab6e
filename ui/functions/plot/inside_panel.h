// The histogram of what goes into a layer (or one unit) of a network that is being trained, under f and on its x axis: where on the curve
// the network works. Draws what a snapshot brings. GUI thread.
#pragma once

#include "core/diagnostics/histogram.h"
#include "ui/base/plot.h"

namespace actiscope {

struct Activation;
struct Theme;
class FunctionPanel;

class InsidePanel : public QObject {
    Q_OBJECT

public:
    explicit InsidePanel(QCustomPlot &plot);

    FunctionPanel &panel() const { return *m_panel; }
    QCPBars *bars() const { return m_bars; }

    void setTheme(const Theme &theme);
    /** In the colour of the curve that the network computes with. */
    void setColor(const QColor &color);
    /** Shares of all values, those out of sight included, of a network with `activation`; `title` says of what part. True when the y range changed: it goes by steps, so that it
     *  seldom does. */
    bool setHistogram(const Histogram &histogram, const Activation &activation, const QString &title);
    /** What the network shown computes with, or null. */
    const Activation *activation() const { return m_activation; }
    /** What another one shows. */
    void showSameAs(const InsidePanel &other);
    /** Back to the text that says what would fill it. */
    void clear();
    /** Why there is nothing; empty while an answer is awaited. */
    void setAbsent(const QString &why);

private:
    static QString waitingText();

    FunctionPanel *m_panel;
    QCPBars *m_bars;
    const Activation *m_activation = nullptr;
};

} // namespace actiscope
