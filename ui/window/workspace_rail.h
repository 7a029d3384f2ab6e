// The rail at the left edge of the window: one button for each workspace, icon and word. GUI thread.
#pragma once

#include <QWidget>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace actiscope {

struct Theme;

class WorkspaceRail : public QWidget {
    Q_OBJECT

public:
    explicit WorkspaceRail(QWidget *parent = nullptr);

    /** `iconName` as in svgIcon(). */
    void addWorkspace(const QString &iconName, const QString &word, const QString &toolTip);
    void setTheme(const Theme &theme);
    /** Where it is narrow there are icons alone, whose names are in their tooltips. */
    void setWordsShown(bool shown);
    int current() const { return m_current; }
    QToolButton *button(int index) const { return m_entries[std::size_t(index)].button; }

public slots:
    void setCurrent(int index);

signals:
    void currentChanged(int index);

private:
    struct Entry {
        QString iconName;
        QToolButton *button;
    };

    QVBoxLayout *m_layout;
    std::vector<Entry> m_entries;
    int m_current = 0;
};

} // namespace actiscope
