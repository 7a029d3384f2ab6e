// How alike two pictures are to the eye: structural similarity (Wang, Bovik, Sheikh and Simoncelli 2004, IEEE Transactions on
// Image Processing 13(4)) of their greys.
#pragma once

#include <QImage>

#include <algorithm>

namespace actiscope::test {

/** Sums of one window of two pictures. */
struct WindowSums {
    double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
};

inline WindowSums windowSums(const QImage &a, const QImage &b, int left, int top, int side)
{
    WindowSums sums;
    for (int y = top; y < top + side; ++y) {
        for (int x = left; x < left + side; ++x) {
            const double p = a.constScanLine(y)[x], q = b.constScanLine(y)[x];
            sums.a += p;
            sums.b += q;
            sums.aa += p * p;
            sums.bb += q * q;
            sums.ab += p * q;
        }
    }
    return sums;
}

/** Mean over windows of 8 × 8 pixels, every 4 pixels, with the usual constants (0.01 and 0.03 of 255): 1 for the same picture, about 0 for
 *  unrelated ones. Windows that are blank in both do not count: a plot is mostly ground, and would be alike whatever is drawn on it.
 *  0 when the sizes differ. */
inline double structuralSimilarity(const QImage &first, const QImage &second)
{
    if (first.size() != second.size())
        return 0;
    constexpr int side = 8, step = 4;
    constexpr double count = side * side, c1 = 6.5025, c2 = 58.5225;
    const QImage a = first.convertToFormat(QImage::Format_Grayscale8), b = second.convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    int windows = 0;
    for (int top = 0; top + side <= a.height(); top += step) {
        for (int left = 0; left + side <= a.width(); left += step) {
            const WindowSums sums = windowSums(a, b, left, top, side);
            const double meanA = sums.a / count, meanB = sums.b / count;
            const double varianceA = sums.aa / count - meanA * meanA, varianceB = sums.bb / count - meanB * meanB;
            if (std::max(varianceA, varianceB) < 1)
                continue;
            const double covariance = sums.ab / count - meanA * meanB;
            sum += (2 * meanA * meanB + c1) * (2 * covariance + c2) / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
            ++windows;
        }
    }
    return windows == 0 ? 1 : sum / windows;
}

} // namespace actiscope::test
