// How much is drawn in a picture.
#pragma once

#include "ui/base/theme.h"

#include <QImage>

namespace actiscope::test {

/** The largest share of the picture's pixels that differ from the background. */
inline double inkOf(const QImage &picture, const QColor &background)
{
    int ink = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ink += contrastRatio(picture.pixelColor(x, y), background) > 2 ? 1 : 0;
    }
    return double(ink) / (picture.width() * picture.height());
}

} // namespace actiscope::test
