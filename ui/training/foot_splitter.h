// The panels above, the chart at their foot. The chart has the height that it asks for and the panels have the rest; where that would be too little for them
// the chart has the least that it can do with. A hand may divide it otherwise. GUI thread.
#pragma once

#include <QSplitter>

namespace actiscope {

class FootSplitter : public QSplitter {
    Q_OBJECT

public:
    /** The first two widgets that are put into it are what it divides. */
    explicit FootSplitter(QWidget *parent = nullptr);

    /** Height of the foot as a hand drew it, for text of 11 pt; 0 where none did. */
    int chosenFoot() const { return m_chosenFoot; }
    void setChosenFoot(int height);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;

private:
    void share();
    int footHeight(int room) const;

    int m_chosenFoot = 0;
};

} // namespace actiscope
