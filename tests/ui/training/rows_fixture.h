// What tests of single rows of evidence share.
#pragma once

#include "tests/ui/training/evidence_fixture.h"

#include <cmath>

namespace actiscope::test {

inline int distanceOf(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

/** The panel of a row, which knows what its rows drew. */
template <class Row, class Panel>
const Row &rowOf(const Panel &panel)
{
    return dynamic_cast<const Row &>(panel.row());
}

} // namespace actiscope::test
