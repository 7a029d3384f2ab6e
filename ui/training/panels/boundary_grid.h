// The decision boundaries of all models side by side, as large as the space allows; one can be enlarged. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;

namespace actiscope {

class BoundaryPanel;

class BoundaryGrid : public QWidget {
    Q_OBJECT

public:
    explicit BoundaryGrid(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** A new run: as many panels as models, and its points. */
    void setRun(const Snapshot &run, const std::vector<ModelStyle> &styles);
    void setStyles(const std::vector<ModelStyle> &styles);
    void showState(const Snapshot &run);
    void setView(const GridSpec &view);

    /** Shows only this panel, or all again when it is the enlarged one. */
    void toggleEnlarged(std::size_t panel);
    void showAll();
    std::optional<std::size_t> enlarged() const { return m_enlarged; }

    const std::vector<BoundaryPanel *> &panels() const { return m_panels; }
    /** Size of the plane in a panel, in pixels; empty when nothing is laid out yet. */
    QSize planeSize() const;
    QSize minimumSizeHint() const override;

signals:
    /** The panels have another shape, so another part of the plane is seen. */
    void planeResized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setPanelCount(std::size_t count);
    void arrange();

    QGridLayout *m_layout = nullptr;
    std::vector<BoundaryPanel *> m_panels;
    std::optional<std::size_t> m_enlarged;
    int m_columns = 0;
    Theme m_theme;
};

} // namespace actiscope
