#include "ui/charts/plane_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr int valueGroups = 9;
constexpr int levelsPerClass = 64;

} // namespace

PlaneScale::PlaneScale(const Dataset &data)
{
    if (data.isRegression()) {
        m_kind = Kind::Values;
        m_groups = valueGroups;
        const auto [least, largest] = std::ranges::minmax(data.all.targets);
        m_least = least;
        m_largest = std::max(largest, least + 1e-9);
    } else if (data.classes > 2) {
        m_kind = Kind::ManyClasses;
        m_groups = data.classes;
        m_largest = data.classes;
    }
}

int PlaneScale::groupOf(const LabelledPoints &points, std::size_t point) const
{
    if (m_kind != Kind::Values)
        return points.labels[point];
    const double share = (points.targets[point * points.targetCount] - m_least) / (m_largest - m_least);
    return std::clamp(static_cast<int>(share * valueGroups), 0, valueGroups - 1);
}

QColor PlaneScale::pointColor(int group, const Theme &theme) const
{
    if (m_kind == Kind::Values)
        return theme.diverging((group + 0.5) / valueGroups);
    if (m_kind == Kind::TwoClasses)
        return group == 0 ? theme.classZero : theme.classOne;
    return theme.curves[static_cast<std::size_t>(group) % theme.curves.size()];
}

QCPColorGradient PlaneScale::gradient(const Theme &theme) const
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    if (m_kind == Kind::ManyClasses) {
        gradient.setLevelCount(levelsPerClass * m_groups);
        for (int label = 0; label < m_groups; ++label) {
            gradient.setColorStopAt(double(label) / m_groups, theme.divergingMiddle);
            gradient.setColorStopAt((label + 0.999) / m_groups, mix(pointColor(label, theme), theme.plotBackground, 0.5));
        }
    } else {
        gradient.setLevelCount(256);
        for (const double stop : {0.0, 0.5, 1.0})
            gradient.setColorStopAt(stop, theme.diverging(stop));
    }
    return gradient;
}

QCPRange PlaneScale::range() const
{
    return {m_least, m_largest};
}

double PlaneScale::cell(const Boundary &boundary, std::size_t point) const
{
    if (m_kind == Kind::Values)
        return boundary.prediction[point];
    if (m_kind == Kind::TwoClasses)
        return boundary.probability[point];
    int winner = 0;
    for (int label = 1; label < m_groups; ++label) {
        if (boundary.scores[static_cast<std::size_t>(label)][point] > boundary.scores[static_cast<std::size_t>(winner)][point])
            winner = label;
    }
    const double score = boundary.scores[static_cast<std::size_t>(winner)][point];
    if (!std::isfinite(score))
        return std::numeric_limits<double>::quiet_NaN();
    // A little away from the ends of its part of the gradient, so that rounding does not lead into the neighbour's.
    const double sureness = std::clamp((score * m_groups - 1) / (m_groups - 1), 0.0, 1.0);
    return winner + 0.03 + 0.94 * sureness;
}

} // namespace actiscope
