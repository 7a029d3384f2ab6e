// Which colours stand for classes or values in the plane: of the points, and of what a network says between them.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"

namespace actiscope {

/** Two classes are shaded by probability; more by the winning class, the stronger the surer; values of a regression from the
 *  least to the largest of the data. Points come in groups of one colour: a class each, or a ninth of the range of values. */
class PlaneScale {
public:
    /** Two classes, before there are data. */
    PlaneScale() = default;
    explicit PlaneScale(const Dataset &data);

    int groups() const { return m_groups; }
    /** The group of a point of these data. */
    int groupOf(const LabelledPoints &points, std::size_t point) const;
    QColor pointColor(int group, const Theme &theme) const;
    /** Over range(). */
    QCPColorGradient gradient(const Theme &theme) const;
    QCPRange range() const;
    /** Whether neighbouring cells may be blended: values may, classes may not. */
    bool isContinuous() const { return m_kind != Kind::ManyClasses; }
    /** What stands for the boundary at a point of its grid; NaN where it says nothing. */
    double cell(const Boundary &boundary, std::size_t point) const;

private:
    enum class Kind { TwoClasses, ManyClasses, Values };

    Kind m_kind = Kind::TwoClasses;
    int m_groups = 2;
    double m_least = 0;
    double m_largest = 1;
};

} // namespace actiscope
