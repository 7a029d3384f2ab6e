#include "ui/base/plot_picture.h"

#include "ui/base/plot.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <stdexcept>

namespace actiscope {

namespace {

constexpr int dotsPerInch = 96;
constexpr double pngScale = 2;

QString translated(const char *text)
{
    return QCoreApplication::translate("actiscope::PlotPicture", text);
}

void paint(QCustomPlot &plot, QPaintDevice &device)
{
    QCPPainter painter;
    painter.begin(&device);
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
}

QByteArray svgOf(QCustomPlot &plot)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsPerInch);
    generator.setSize(plot.size());
    generator.setViewBox(plot.rect());
    generator.setTitle(QStringLiteral("Actiscope"));
    paint(plot, generator);
    return buffer.data();
}

QByteArray pdfOf(QCustomPlot &plot)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Actiscope"));
    writer.setResolution(dotsPerInch);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(plot.size()) / dotsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    paint(plot, writer);
    buffer.close();
    return buffer.data();
}

QByteArray pngOf(QCustomPlot &plot)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    plot.toPixmap(plot.width(), plot.height(), pngScale).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

QString pictureFilter()
{
    return translated(QT_TRANSLATE_NOOP("actiscope::PlotPicture", "PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
}

void savePlotPicture(QCustomPlot &plot, const QString &path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (kind == QLatin1String("png"))
        bytes = pngOf(plot);
    else if (kind == QLatin1String("svg"))
        bytes = svgOf(plot);
    else if (kind == QLatin1String("pdf"))
        bytes = pdfOf(plot);
    else
        throw std::runtime_error(translated(QT_TRANSLATE_NOOP("actiscope::PlotPicture", "%1: the name should end in .png, .svg or .pdf"))
                                     .arg(path)
                                     .toStdString());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw std::runtime_error(translated(QT_TRANSLATE_NOOP("actiscope::PlotPicture", "%1 cannot be written: %2"))
                                     .arg(path, file.errorString())
                                     .toStdString());
}

} // namespace actiscope
