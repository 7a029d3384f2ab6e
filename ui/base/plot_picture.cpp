#include "ui/base/plot_picture.h"

#include "ui/base/plot.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

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

QByteArray pngOf(QCustomPlot &plot, double scale)
{
    QImage image((QSizeF(plot.viewport().size()) * scale).toSize(), QImage::Format_RGB32);
    image.fill(plot.palette().color(QPalette::Window));
    paint(plot, image, scale, false);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svgOf(QCustomPlot &plot, double scale, const QString &title)
{
    const QSize size = plot.viewport().size();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsPerInch);
    generator.setSize((QSizeF(size) * scale).toSize());
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(title);
    paint(plot, generator, 1, true);
    // Qt writes the size in millimetres, of which not all readers make the same pixels.
    static const QRegularExpression millimetres(QStringLiteral("<svg width=\"[^\"]*\" height=\"[^\"]*\""));
    const QSize scaled = generator.size();
    return QString::fromUtf8(buffer.data())
        .replace(millimetres, QStringLiteral("<svg width=\"%1\" height=\"%2\"").arg(scaled.width()).arg(scaled.height()))
        .toUtf8();
}

QByteArray pdfOf(QCustomPlot &plot, double scale, const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Actiscope"));
    writer.setTitle(title);
    writer.setResolution(dotsPerInch);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(plot.viewport().size()) * scale / dotsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    paint(plot, writer, scale, true);
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

QByteArray plotPicture(QCustomPlot &plot, PictureFormat format, double scale, const QString &title)
{
    switch (format) {
    case PictureFormat::Svg:
        return svgOf(plot, scale, title);
    case PictureFormat::Pdf:
        return pdfOf(plot, scale, title);
    case PictureFormat::Png:
        break;
    }
    return pngOf(plot, scale);
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
