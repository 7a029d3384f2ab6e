// The picture of many seeds in the window: pointing at a dot marks its seed everywhere, clicking opens it; arrows go through the seeds. GUI thread.
#pragma once

#include "ui/training/seeds/seeds_picture.h"

#include <QPixmap>
#include <QWidget>

namespace actiscope {

class SeedsCanvas : public QWidget {
    Q_OBJECT

public:
    explicit SeedsCanvas(QWidget *parent = nullptr);

    SeedsPicture &picture() { return m_picture; }
    const SeedsPicture &picture() const { return m_picture; }
    void setLook(const Theme &theme, const std::vector<ModelStyle> &styles);
    void setProgress(std::shared_ptr<const SeedProgress> progress);
    /** How much of it can be seen at once. */
    void setVisibleHeight(int height);
    /** −1: none. */
    int marked() const { return m_marked; }

signals:
    /** −1 for none. */
    void markedChanged(int seed);
    void chosen(int seed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void mark(int seed);
    void refresh();
    QRectF contents() const;

    SeedsPicture m_picture;
    Theme m_theme;
    std::vector<ModelStyle> m_styles;
    QPixmap m_drawn; ///< without what is marked; null where it has to be drawn
    int m_marked = -1;
    int m_visibleHeight = 0;
};

} // namespace actiscope
