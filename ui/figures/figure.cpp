#include "ui/figures/figure.h"

#include "ui/base/theme.h"
#include "ui/figures/run_figure.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <stdexcept>

namespace actiscope {

namespace {

constexpr int dotsPerInch = 96;

[[noreturn]] void fail(const QString &message)
{
    throw std::runtime_error(message.toStdString());
}

QByteArray asPng(RunFigure &figure)
{
    QImage image(figure.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter;
    painter.begin(&image);
    figure.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray asSvg(RunFigure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(RunFigure::tr("Actiscope: loss curves and decision boundaries"));
    generator.setSize(figure.size());
    generator.setViewBox(QRect(QPoint(0, 0), figure.size()));
    generator.setResolution(dotsPerInch);
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    painter.end();
    return bytes;
}

QByteArray asPdf(RunFigure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Actiscope"));
        writer.setTitle(RunFigure::tr("Actiscope: loss curves and decision boundaries"));
        const QSizeF inches = QSizeF(figure.size()) / dotsPerInch;
        writer.setPageSize(QPageSize(inches, QPageSize::Inch, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(dotsPerInch);
        QCPPainter painter;
        painter.begin(&writer);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        figure.paint(painter);
        painter.end();
    }
    return bytes;
}

struct Format {
    QString extension;
    QByteArray (*render)(RunFigure &);
};

const Format &formatOf(const QString &path)
{
    static const Format formats[] = {
        {QStringLiteral("png"), asPng}, {QStringLiteral("svg"), asSvg}, {QStringLiteral("pdf"), asPdf}};
    const QString extension = QFileInfo(path).suffix().toLower();
    for (const Format &format : formats) {
        if (format.extension == extension)
            return format;
    }
    fail(RunFigure::tr("figure: cannot write '%1': the name must end in .png, .svg or .pdf").arg(path));
}

} // namespace

QSize figureSize(std::size_t models)
{
    switch (models) {
    case 0:
    case 1:
        return {800, 960};
    case 2:
        return {1200, 960};
    case 3:
        return {1600, 960};
    default:
        return {1600, 1440};
    }
}

void checkFigurePath(const QString &path)
{
    formatOf(path);
}

void saveRunFigure(const Snapshot &run, const Theme &theme, QSize size, const QString &path)
{
    const Format &format = formatOf(path);
    QSaveFile file(path);
    const auto explain = [&] { fail(RunFigure::tr("figure: cannot write '%1': %2").arg(path, file.errorString())); };
    if (!file.open(QIODevice::WriteOnly))
        explain();
    RunFigure figure(run, theme, size);
    const QByteArray bytes = format.render(figure);
    if (bytes.isEmpty() || file.write(bytes) != bytes.size() || !file.commit())
        explain();
}

} // namespace actiscope
