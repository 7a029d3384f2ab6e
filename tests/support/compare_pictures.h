// How far two pictures are apart.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace actiscope::test {

/** An SVG as a picture of its nominal size; null when it cannot be read. */
inline QImage rasterized(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    if (!renderer.isValid())
        return {};
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

/** Mean absolute difference of the colour channels, 0 to 1; 1 when the sizes differ. */
inline double meanDifference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size() || a.isNull())
        return 1;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * 255 * a.width() * a.height());
}

/** Averages squares of `factor` × `factor` pixels: what is left when antialiasing and the hinting of text do not count. */
inline QImage coarse(const QImage &image, int factor)
{
    return image.scaled(image.size() / factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/** Share of the pixels that are about this colour. */
inline double shareOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int apart = std::max(
                {std::abs(pixel.red() - color.red()), std::abs(pixel.green() - color.green()), std::abs(pixel.blue() - color.blue())});
            count += apart < 12 ? 1 : 0;
        }
    }
    return double(count) / (image.width() * image.height());
}

} // namespace actiscope::test
