#include "ui/training/data/drawn_points.h"

#include "core/data/dividing_curve.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace actiscope {

namespace {

constexpr std::size_t maxStrokes = 100;

double distanceTo(const double *point, QPointF place)
{
    return std::hypot(point[0] - place.x(), point[1] - place.y());
}

} // namespace

DrawnPoints::DrawnPoints(LabelledPoints begin) : m_points(std::move(begin)) {}

std::vector<std::size_t> DrawnPoints::classSizes() const
{
    std::vector<std::size_t> sizes;
    for (const int label : m_points.labels) {
        sizes.resize(std::max(sizes.size(), static_cast<std::size_t>(label) + 1));
        ++sizes[static_cast<std::size_t>(label)];
    }
    return sizes;
}

void DrawnPoints::beginStroke()
{
    m_undo.push_back(m_points);
    if (m_undo.size() > maxStrokes)
        m_undo.erase(m_undo.begin());
    m_redo.clear();
}

bool DrawnPoints::add(QPointF place, int label, double spread)
{
    if (m_points.count() >= maxPoints)
        return false;
    std::uniform_real_distribution<double> share(0, 1);
    const double radius = spread * std::sqrt(share(m_random)), angle = 2 * std::numbers::pi * share(m_random);
    m_points.coordinates.insert(m_points.coordinates.end(), {place.x() + radius * std::cos(angle), place.y() + radius * std::sin(angle)});
    m_points.labels.push_back(label);
    return true;
}

std::size_t DrawnPoints::erase(QPointF place, double reach)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < m_points.count(); ++i) {
        if (distanceTo(m_points.point(i), place) > reach)
            kept.push_back(i);
    }
    const std::size_t erased = m_points.count() - kept.size();
    if (erased > 0)
        m_points = m_points.at(kept);
    return erased;
}

void DrawnPoints::move(std::size_t point, QPointF place)
{
    m_points.coordinates[2 * point] = place.x();
    m_points.coordinates[2 * point + 1] = place.y();
}

void DrawnPoints::clear()
{
    beginStroke();
    m_points = LabelledPoints();
}

void DrawnPoints::divide(const std::string &curve)
{
    LabelledPoints divided = m_points;
    divideByCurve(divided, curve);
    beginStroke();
    m_points = std::move(divided);
}

std::optional<std::size_t> DrawnPoints::nearest(QPointF place, double reach) const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_points.count(); ++i) {
        const double distance = distanceTo(m_points.point(i), place);
        if (distance <= reach) {
            reach = distance;
            found = i;
        }
    }
    return found;
}

void DrawnPoints::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::exchange(m_points, m_undo.back()));
    m_undo.pop_back();
}

void DrawnPoints::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_points, m_redo.back()));
    m_redo.pop_back();
}

} // namespace actiscope
