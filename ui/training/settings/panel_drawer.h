// Where the left panel stands: beside the plots, as wide as a hand drew it, or, in a narrow workspace, as a drawer that slides over them and closes with Esc
// or a click elsewhere.
// GUI thread.
#pragma once

#include <QObject>

class QHBoxLayout;
class QWidget;

namespace actiscope {

class ElidedToolButton;
class ExperimentPanel;
class PanelEdge;

class PanelDrawer : public QObject {
    Q_OBJECT

public:
    /** The panel is the first in the layout of its parent; the button opens the drawer, and is there while there is one. */
    PanelDrawer(ExperimentPanel *panel, QHBoxLayout *layout, ElidedToolButton *button);

    /** F9: shows or hides the panel where it stands beside; opens or closes the drawer. */
    void setWanted(bool wanted);
    /** Nothing is seen of the panel in presenter mode. */
    void setPresenting(bool presents);
    bool isDrawer() const { return m_isDrawer; }
    bool isOpen() const { return m_isDrawer && m_open; }
    void setOpen(bool open);
    /** As a hand drew it, for text of 11 pt; 0 where none did. */
    int chosenWidth() const { return m_chosenWidth; }
    /** It stays between what the panel needs and a third of the workspace. */
    void setChosenWidth(int width);
    /** What a hand takes to draw it wider. */
    PanelEdge *edge() const { return m_edge; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void placeBeside(int least, const QSize &room);
    bool closesBy(QObject *watched, const QEvent &event) const;

    ExperimentPanel *m_panel;
    QHBoxLayout *m_layout;
    ElidedToolButton *m_button;
    PanelEdge *m_edge;
    int m_chosenWidth = 0;
    bool m_wanted = true;
    bool m_isDrawer = false;
    bool m_open = false;
    bool m_presents = false;
};

} // namespace actiscope
