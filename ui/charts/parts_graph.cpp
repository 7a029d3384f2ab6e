#include "ui/charts/parts_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

double PartFigures::*partFigureOf(double EpochFigures::*figure)
{
    return figure == &EpochFigures::trainLoss ? &PartFigures::loss : figure == &EpochFigures::trainAccuracy ? &PartFigures::accuracy : nullptr;
}

/** An epoch without parts is a gap. */
void showParts(QCPGraph &graph, const History &history, double PartFigures::*figure, double factor, std::span<const PartFigures> coming, std::int64_t epoch)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QVector<double> keys, values;
    const auto add = [&](double begin, std::span<const PartFigures> parts) {
        for (const PartFigures &part : parts) {
            const double value = factor * part.*figure;
            keys << begin + part.end;
            values << (std::isfinite(value) ? value : none);
        }
    };
    for (std::size_t row = 0; row < history.epochsWithParts(); ++row) {
        if (history.parts(row).empty()) {
            keys << static_cast<double>(row);
            values << none;
        }
        add(static_cast<double>(row), history.parts(row));
    }
    add(static_cast<double>(epoch), coming);
    graph.setData(keys, values, true);
}

QPen penWithinEpochs(const QPen &curve)
{
    constexpr double share = 0.45, paleness = 0.6;
    QPen pen(curve.color(), std::max(1.0, share * curve.widthF()));
    QColor color = curve.color();
    color.setAlphaF(static_cast<float>(paleness));
    pen.setColor(color);
    return pen;
}

bool hasRoomWithinEpochs(double epochs, double pixels)
{
    constexpr double leastWidth = 64; // of an epoch: its parts are means of few batches, and in less room they are noise over the curve
    return pixels >= leastWidth * epochs;
}

} // namespace actiscope
