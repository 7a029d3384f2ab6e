// A black square to draw on in white: an image of one's own, which all models are asked about. GUI thread.
#pragma once

#include "core/data/drawn_image.h"
#include "ui/base/spoken_description.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

class QToolButton;

namespace actiscope {

class ImageCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget *parent = nullptr);

    /** Of the images that a drawing is made one of. */
    void setImages(int width, int height, const UsualExtent &extent);
    /** What is seen where nothing is drawn: the image that all rows answer for. */
    void setShown(const QImage &image);
    void clear();
    void setCentred(bool centred);
    bool isCentred() const { return m_isCentred; }
    /** As networks get it; null where nothing is drawn. */
    std::shared_ptr<const std::vector<float>> image() const { return m_image; }
    QSize sizeHint() const override;
    /** Where the drawing is, in pixels of the widget. */
    QRect square() const;
    /** The pixel of the image at which the keys paint. */
    QPoint brush() const { return m_brush; }

signals:
    void drawn();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void stroke(QPointF from, QPointF to);
    void moveBrush(int right, int down, bool paints);
    void sayBrush();
    QPointF brushPlace() const;
    void take();

    int m_width = 28;
    int m_height = 28;
    UsualExtent m_extent;
    bool m_isCentred = true;
    QImage m_drawing;
    QImage m_shown;
    std::shared_ptr<const std::vector<float>> m_image;
    QPointF m_last;
    QPoint m_brush;         ///< of the keys, in pixels of the image
    SpokenDescription m_spoken{*this};
    QToolButton *m_clear = nullptr;
    QToolButton *m_centre = nullptr;
};

} // namespace actiscope
