// The network as a line of boxes, "2 ─[64]─[64]─ 2": sizes are typed or moved in them, layers are added and removed. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace actiscope {

class LayerBox;

class NetworkDiagram : public QWidget {
    Q_OBJECT

public:
    explicit NetworkDiagram(QWidget *parent = nullptr);

    void showNetwork(int inputs, const std::vector<int> &hidden, int outputs);
    void setTheme(const Theme &theme);
    const std::vector<LayerBox *> &boxes() const { return m_boxes; }
    QToolButton *addButton() const { return m_add; }
    QToolButton *removeButton() const { return m_remove; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void sizeEdited(std::size_t layer, int units);
    void addRequested();
    void removeRequested(std::size_t layer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    LayerBox *makeBox();
    void arrange();
    void removeLayer(const LayerBox *box);
    int labelWidth() const;

    int m_inputs = 2;
    int m_outputs = 2;
    Theme m_theme;
    std::vector<LayerBox *> m_boxes;
    LayerBox *m_chosen = nullptr; ///< the last one that had the focus: what "Remove" takes
    QToolButton *m_add = nullptr;
    QToolButton *m_remove = nullptr;
};

} // namespace actiscope
