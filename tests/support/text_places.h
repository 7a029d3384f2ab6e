// What is written in a picture, and where: a device that draws nothing and keeps the texts. GUI thread.
#pragma once

#include <QGuiApplication>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QScreen>
#include <QString>

#include <vector>

namespace actiscope::test {

struct TextPlace {
    QString text;
    QRectF place; ///< from the highest letters to the lowest, as the font has them
};

class TextPlaces : public QPaintDevice {
public:
    explicit TextPlaces(QSize size) : m_size(size), m_engine(*this) {}

    const std::vector<TextPlace> &texts() const { return m_texts; }
    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        const QScreen &screen = *QGuiApplication::primaryScreen();
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return qRound(screen.logicalDotsPerInchX());
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return qRound(screen.logicalDotsPerInchY());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine {
    public:
        explicit Engine(TextPlaces &device) : QPaintEngine(AllFeatures), m_device(device) {}

        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        Type type() const override { return User; }
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
        void drawTextItem(const QPointF &start, const QTextItem &item) override
        {
            const QRectF place(start.x(), start.y() - item.ascent(), item.width(), item.ascent() + item.descent());
            if (!item.text().trimmed().isEmpty())
                m_device.m_texts.push_back({item.text(), state->transform().mapRect(place)});
        }

    private:
        TextPlaces &m_device;
    };

    QSize m_size;
    std::vector<TextPlace> m_texts;
    mutable Engine m_engine;
};

} // namespace actiscope::test
