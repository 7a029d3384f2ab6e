// A drawing by hand, made an image as the data have them: of their size in pixels and, if wanted, as large and where what they show is.
#pragma once

#include "core/data/labelled_points.h"

#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** Where and how large what images show is, on average. */
struct UsualExtent {
    double size = 1;    ///< longer side of the rectangle around all pixels above a tenth, of the image's longer side: 20/28 in MNIST
    double centreX = 0.5; ///< centre of mass of the grey values, from the left edge (0) to the right one (1)
    double centreY = 0.5; ///< from the top edge to the bottom one

    bool operator==(const UsualExtent &) const = default;
};

/** Of at most 500 of these images. Without any that shows something, that of a full image. */
UsualExtent usualExtentOf(const LabelledPoints &images, int width, int height);

/** Grey values, 0 to 1, row by row. */
struct Drawing {
    int width = 0;
    int height = 0;
    std::vector<float> grey = {};

    bool isEmpty() const;
};

/** So many pixels of 0 to 1 in steps of 1/255. With an extent the drawing is made as large as that says, and its centre of mass is moved there, as the
 *  makers of MNIST did (LeCun et al., 1998); without one it fills the image as it is. */
std::vector<float> imageOf(const Drawing &drawing, int width, int height, const std::optional<UsualExtent> &extent = {});

} // namespace actiscope
