#include "ui/base/plot_picture.h"

#include "ui/base/plot.h"
#include "ui/base/svg_picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace actiscope {

namespace {

constexpr int dotsPerInch = 96;

QString pictureText(const char *text)
{
    return QCoreApplication::translate("actiscope::PlotPicture", text);
}

void paint(QCustomPlot &plot, QPaintDevice &device, double scale, bool vectorized)
{
    QCPPainter painter;
    painter.begin(&device);
    if (vectorized)
        painter.setMode(QCPPainter::pmVectorized);
    else if (scale > 1)
        painter.setMode(QCPPainter::pmNonCosmetic); // thin lines grow, too
    painter.scale(scale, scale);
    plot.toPainter(&painter, plot.viewport().width(), plot.viewport().height());
    painter.end();
}

double enlargement(const QCustomPlot &plot, QSize size)
{
    return double(size.width()) / plot.viewport().width();
}

QByteArray pngOf(QCustomPlot &plot, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(plot.palette().color(QPalette::Window));
    // A font in points is as large as the plot measured it.
    image.setDotsPerMeterX(qRound(plot.logicalDpiX() / 0.0254));
    image.setDotsPerMeterY(qRound(plot.logicalDpiY() / 0.0254));
    paint(plot, image, enlargement(plot, size), false);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svgOf(QCustomPlot &plot, QSize size, const QString &title)
{
    SvgPicture picture(size, QSizeF(size) / enlargement(plot, size), plot.logicalDpiY(), title);
    paint(plot, picture, 1, true);
    return picture.bytes();
}

QByteArray pdfOf(QCustomPlot &plot, QSize size, const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Actiscope"));
    writer.setTitle(title);
    const int resolution = plot.logicalDpiY();
    writer.setResolution(resolution);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(size) / dotsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    paint(plot, writer, enlargement(plot, size) * resolution / dotsPerInch, true);
    buffer.close();
    return buffer.data();
}

} // namespace

PictureFormat pictureFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        return PictureFormat::Png;
    if (ending == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    throw std::runtime_error(
        pictureText(QT_TRANSLATE_NOOP("actiscope::PlotPicture", "%1: the name should end in .png, .svg or .pdf")).arg(path).toStdString());
}

double textScale(QSize size)
{
    constexpr double smallest = 0.65;
    constexpr double small = 600; // of a square as large
    constexpr double large = 1024;
    const double side = std::sqrt(double(size.width()) * size.height());
    if (side < small)
        return std::max(smallest, side / small);
    return std::max(1.0, side / large);
}

QSize layoutSize(QSize size, double scale)
{
    const int width = std::max(1, qRound(size.width() / scale));
    return {width, std::max(1, int(std::ceil(double(size.height()) * width / size.width())))};
}

QByteArray plotPicture(QCustomPlot &plot, PictureFormat format, QSize size, const QString &title)
{
    switch (format) {
    case PictureFormat::Svg:
        return svgOf(plot, size, title);
    case PictureFormat::Pdf:
        return pdfOf(plot, size, title);
    case PictureFormat::Png:
        break;
    }
    return pngOf(plot, size);
}

void writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw std::runtime_error(pictureText(QT_TRANSLATE_NOOP("actiscope::PlotPicture", "%1 cannot be written: %2"))
                                     .arg(path, file.errorString())
                                     .toStdString());
}

} // namespace actiscope
