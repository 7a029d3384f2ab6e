// The size of one layer in the diagram of the network: a number that is typed, or moved by wheel and arrows; upright where there is room. GUI thread.
#pragma once

#include "ui/base/number_spin_box.h"
#include "ui/base/theme.h"

namespace actiscope {

class LayerBox : public NumberSpinBox {
    Q_OBJECT

public:
    explicit LayerBox(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeRequested();
    void focusChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isNarrow() const;
    void showEditor();

    Theme m_theme;
};

} // namespace actiscope
