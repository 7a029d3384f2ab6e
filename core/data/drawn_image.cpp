#include "core/data/drawn_image.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

constexpr float leastInk = 0.1f;
constexpr std::size_t mostLookedAt = 500;

/** What is seen of grey values, in pixels. */
struct Ink {
    int left = 0, top = 0, right = -1, bottom = -1; ///< the outermost pixels above leastInk
    double centreX = 0, centreY = 0;                ///< of mass

    bool isEmpty() const { return right < left; }
    double longerSide() const { return std::max(right - left + 1, bottom - top + 1); }
};

Ink inkOf(const Drawing &drawing)
{
    Ink ink{.left = drawing.width, .top = drawing.height};
    double mass = 0;
    for (int y = 0; y < drawing.height; ++y) {
        for (int x = 0; x < drawing.width; ++x) {
            const float grey = drawing.grey[static_cast<std::size_t>(y * drawing.width + x)];
            mass += double{grey};
            ink.centreX += (x + 0.5) * double{grey};
            ink.centreY += (y + 0.5) * double{grey};
            if (grey <= leastInk)
                continue;
            ink.left = std::min(ink.left, x);
            ink.right = std::max(ink.right, x);
            ink.top = std::min(ink.top, y);
            ink.bottom = std::max(ink.bottom, y);
        }
    }
    if (mass > 0) {
        ink.centreX /= mass;
        ink.centreY /= mass;
    }
    return ink;
}

/** A linear map of a pixel's place in the image to a place in the drawing. */
struct Placing {
    double step = 1;
    double stepY = 1;
    double x = 0, y = 0;
};

Placing placingOf(const Drawing &drawing, int width, int height, const std::optional<UsualExtent> &extent)
{
    const Ink ink = inkOf(drawing);
    if (!extent || ink.isEmpty())
        return {static_cast<double>(drawing.width) / width, static_cast<double>(drawing.height) / height, 0, 0};
    const double step = ink.longerSide() / (extent->size * std::max(width, height));
    return {step, step, ink.centreX - extent->centreX * width * step, ink.centreY - extent->centreY * height * step};
}

/** Mean grey of a rectangle of the drawing, which is black beyond its edges. Each pixel counts as far as it lies within. */
double meanGrey(const Drawing &drawing, double left, double top, double width, double height)
{
    double sum = 0;
    const int lastX = std::min(drawing.width - 1, static_cast<int>(std::floor(left + width)));
    const int lastY = std::min(drawing.height - 1, static_cast<int>(std::floor(top + height)));
    for (int y = std::max(0, static_cast<int>(std::floor(top))); y <= lastY; ++y) {
        const double high = std::min(y + 1.0, top + height) - std::max<double>(y, top);
        for (int x = std::max(0, static_cast<int>(std::floor(left))); x <= lastX; ++x) {
            const double wide = std::min(x + 1.0, left + width) - std::max<double>(x, left);
            sum += std::max(0.0, high) * std::max(0.0, wide) * double{drawing.grey[static_cast<std::size_t>(y * drawing.width + x)]};
        }
    }
    return sum / (width * height);
}

} // namespace

bool Drawing::isEmpty() const
{
    return std::ranges::none_of(grey, [](float value) { return value > 0; });
}

UsualExtent usualExtentOf(const LabelledPoints &images, int width, int height)
{
    UsualExtent sum{0, 0, 0};
    int counted = 0;
    Drawing image{width, height, std::vector<float>(images.features)};
    for (std::size_t i = 0; i < std::min(images.count(), mostLookedAt); ++i) {
        images.copyPoint(i, image.grey.data());
        const Ink ink = inkOf(image);
        if (ink.isEmpty())
            continue;
        ++counted;
        sum.size += ink.longerSide() / std::max(width, height);
        sum.centreX += ink.centreX / width;
        sum.centreY += ink.centreY / height;
    }
    return counted == 0 ? UsualExtent{} : UsualExtent{sum.size / counted, sum.centreX / counted, sum.centreY / counted};
}

std::vector<float> imageOf(const Drawing &drawing, int width, int height, const std::optional<UsualExtent> &extent)
{
    constexpr double white = 255;
    std::vector<float> image;
    image.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const Placing placing = placingOf(drawing, width, height, extent);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double grey = meanGrey(drawing, placing.x + x * placing.step, placing.y + y * placing.stepY, placing.step, placing.stepY);
            image.push_back(static_cast<float>(std::round(std::clamp(grey, 0.0, 1.0) * white) / white));
        }
    }
    return image;
}

} // namespace actiscope
