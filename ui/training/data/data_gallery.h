// All data sets as thumbnails, painted from what their generators make, then points that are drawn by hand and those of a file. One is chosen. Arrow keys go
// from one to the next. GUI thread.
#pragma once

#include "core/data/data_source.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QButtonGroup;
class QToolButton;

namespace actiscope {

class DataGallery : public QWidget {
    Q_OBJECT

public:
    explicit DataGallery(QWidget *parent = nullptr);

    /** What is chosen; emits nothing. Points that are given are drawn ones unless they are `ofFile`. */
    void show(const DataSource &source, bool ofFile);
    void setTheme(const Theme &theme);
    /** Of a kind ("moons"), or "drawn" or "file"; null where there is none. */
    QToolButton *tile(const std::string &name) const;

signals:
    /** By a hand. */
    void kindChosen(const QString &name);
    void drawAsked();
    void fileAsked();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Tile {
        std::string name;
        QToolButton *button = nullptr;
    };

    void addTile(const std::string &name, const QString &text, const QString &toolTip);
    void paintTiles();
    QPixmap pictureOf(const Tile &tile) const;

    std::vector<Tile> m_tiles;
    DataSource m_data;
    bool m_isOfFile = false;
    Theme m_theme;
};

} // namespace actiscope
