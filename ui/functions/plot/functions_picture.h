// The plots of the Functions workspace as a picture of any size, drawn by a plot of its own: what the window exports and what the
// command line renders is the same. Needs a QApplication. GUI thread.
#pragma once

#include "ui/base/picture_layout.h"
#include "ui/base/plot_picture.h"
#include "ui/functions/plot/function_plot.h"

#include <QRectF>
#include <QSize>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace actiscope {

struct ActivationSpec;

class FunctionsPicture {
public:
    /** What `state` shows; the part of the plane that `window` shows, or the part that a window shows at first. `only`: one of the panels alone. */
    FunctionsPicture(const FunctionsState &state, const ActivationColors &colors, const PictureLayout &layout,
                     const FunctionPlot *window = nullptr, std::optional<PanelStack::Place> only = std::nullopt);

    /** f from `from` to `to`, with the y ranges that the curves need there. */
    void setXRange(double from, double to);
    QByteArray bytes(PictureFormat format, double scale);
    /** Where the plots are, once they have been drawn. */
    std::vector<QRectF> plotRects() const;

private:
    void addTitle(const PictureLayout &layout);

    FunctionPlot m_plot;
    QSize m_size;
    QString m_title;
};

/** The names of what is shown, or how many there are: a title for who gives none. */
QString pictureTitle(const FunctionsState &state);

/** What the window shows at first and a command draws unless told otherwise: at its default α one curve would hide the other. */
void bendFirstFunctions(FunctionsState &state);

/** Shows exactly these, with their parameters, the last one in focus. Each activation once. */
void showOnly(FunctionsState &state, std::span<const ActivationSpec> specs);

/** The functions that are shown, with their parameters as they are set, and the members of a family. */
std::vector<ActivationSpec> shownSpecs(const FunctionsState &state, const ActivationColors &colors);

} // namespace actiscope
