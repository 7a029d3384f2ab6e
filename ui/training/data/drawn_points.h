// Points of a plane while a hand draws them: added, erased and moved stroke by stroke, each of which can be undone. No widget; GUI thread.
#pragma once

#include "core/data/dataset.h"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace actiscope {

class DrawnPoints {
public:
    static constexpr std::size_t maxPoints = 20'000; ///< that can be drawn or edited by hand
    static constexpr int maxClasses = 8;       ///< that have a look of their own

    explicit DrawnPoints(LabelledPoints begin = {});

    const LabelledPoints &points() const { return m_points; }
    /** How many points each class from 0 has. */
    std::vector<std::size_t> classSizes() const;

    /** What follows, up to the next one, is undone as one. */
    void beginStroke();
    /** At the place, or anywhere within `spread` of it. False where there is no room for more. */
    bool add(QPointF place, int label, double spread = 0);
    /** All points within `reach`; how many there were. */
    std::size_t erase(QPointF place, double reach);
    void move(std::size_t point, QPointF place);
    void clear();
    /** Classes by a curve y = f(x). Throws ConfigurationError, and leaves everything as it is. */
    void divide(const std::string &curve);

    /** The nearest one within `reach`. */
    std::optional<std::size_t> nearest(QPointF place, double reach) const;

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

private:
    LabelledPoints m_points;
    std::vector<LabelledPoints> m_undo;
    std::vector<LabelledPoints> m_redo;
    std::minstd_rand m_random{42};
};

} // namespace actiscope
