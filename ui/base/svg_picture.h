// A paint device that writes SVG. Beside Qt's QSvgGenerator it keeps the painter's clip (a plot's curves end at its axes), writes a label as
// one piece of text in a family that other systems have, too, and no character that XML forbids. GUI thread.
#pragma once

#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace actiscope {

class SvgPaintEngine;

class SvgPicture : public QPaintDevice {
public:
    /** A drawing of `size` pixels of 1/96 inch that shows what is painted at 0 … `view`; `resolution` is that of the fonts painted with. */
    SvgPicture(QSize size, QSizeF view, int resolution, const QString &title);
    ~SvgPicture() override;

    QPaintEngine *paintEngine() const override;
    /** The document, once the painter has ended. */
    QByteArray bytes() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    QSizeF m_view;
    int m_resolution;
    QString m_title;
    std::unique_ptr<SvgPaintEngine> m_engine;
};

} // namespace actiscope
