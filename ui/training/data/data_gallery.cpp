#include "ui/training/data/data_gallery.h"

#include "core/base/message.h"
#include "core/data/data_generators.h"
#include "ui/base/flow_layout.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/training/data/points_picture.h"

#include <QEvent>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int pictureSize = 26;
constexpr int tileSize = 30; // all of them and what is between them fit the usual panel in one line
constexpr int tileGap = 3;
const std::string drawnTile = "drawn";
const std::string fileTile = "file";

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isGiven(const std::string &tile)
{
    return tile == drawnTile || tile == fileTile;
}

/** Little noise, so that the shape is seen in few pixels. */
LabelledPoints examplesOf(const DataKind &kind)
{
    GeneratedData data{.kind = std::string(kind.name), .samples = 80, .noise = 0.07, .classes = std::min(3, kind.maxClasses)};
    data.noise = kind.maxClasses > 2 ? 0.3 : data.noise;
    return kind.generate(data);
}

} // namespace

DataGallery::DataGallery(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(tileGap);
    for (const DataKind &kind : dataKinds())
        addTile(std::string(kind.name), textOf(kind.name), tr("%1: %2").arg(textOf(kind.name), translated(Message(kind.description))));
    addTile(drawnTile, tr("Drawn points"), tr("Drawn points: a click adds, erases and moves them"));
    addTile(fileTile, tr("Points of a file"), tr("Points of a file: a click chooses another one"));
    for (const Tile &tile : m_tiles)
        tile.button->setVisible(!isGiven(tile.name)); // they are there while they are the data
    setAccessibleName(tr("Data sets"));
}

void DataGallery::addTile(const std::string &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("data_") + QString::fromStdString(name));
    button->setCheckable(true);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    followScale(*button, [button] {
        button->setFixedSize(scaled(tileSize), scaled(tileSize));
        button->setIconSize(QSize(scaled(pictureSize), scaled(pictureSize)));
    });
    button->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, name] {
        show(m_data, m_isOfFile); // what is chosen stays until it is something else
        if (name == drawnTile)
            emit drawAsked();
        else if (name == fileTile)
            emit fileAsked();
        else
            emit kindChosen(QString::fromStdString(name));
    });
    layout()->addWidget(button);
    m_tiles.push_back({name, button});
}

void DataGallery::show(const DataSource &source, bool ofFile)
{
    const bool isOther = !(source == m_data) || ofFile != m_isOfFile;
    m_data = source;
    m_isOfFile = ofFile;
    const auto *made = std::get_if<GeneratedData>(&source);
    const std::string chosen = made ? made->kind : ofFile ? fileTile : drawnTile;
    for (const Tile &tile : m_tiles) {
        tile.button->setChecked(tile.name == chosen);
        tile.button->setVisible(tile.name == chosen || !isGiven(tile.name));
    }
    if (isOther)
        paintTiles();
}

QPixmap DataGallery::pictureOf(const Tile &tile) const
{
    const double ratio = devicePixelRatioF();
    const auto *given = std::get_if<GivenPoints>(&m_data);
    const int size = scaled(pictureSize);
    if (given && isGiven(tile.name) && given->points->features == 2 && m_isOfFile == (tile.name == fileTile))
        return pointsThumbnail(*given->points, size, ratio, m_theme);
    if (isGiven(tile.name))
        return svgIcon(QStringLiteral("data_") + QString::fromStdString(tile.name), m_theme.text).pixmap(QSize(size, size), ratio);
    return pointsThumbnail(examplesOf(findDataKind(tile.name)), size, ratio, m_theme);
}

void DataGallery::paintTiles()
{
    for (const Tile &tile : m_tiles)
        tile.button->setIcon(pictureOf(tile));
}

void DataGallery::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(QStringLiteral("QToolButton { background: %1; border: 1px solid %2; border-radius: 4px; padding: 0; }"
                                 "QToolButton:hover { border-color: %3; }"
                                 "QToolButton:checked { border: 2px solid %4; }"
                                 "QToolButton:focus { border: 2px solid %3; }"
                                 "QToolButton:checked:focus { border: 3px solid %4; }")
                      .arg(theme.plotBackground.name(), theme.border.name(), theme.text.name(), theme.accent.name()));
    paintTiles();
}

QToolButton *DataGallery::tile(const std::string &name) const
{
    const auto found = std::ranges::find(m_tiles, name, &Tile::name);
    return found == m_tiles.end() ? nullptr : found->button;
}

bool DataGallery::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::FontChange)
        paintTiles();
    return QWidget::event(event);
}

bool DataGallery::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto at = std::ranges::find(m_tiles, watched, [](const Tile &tile) { return static_cast<QObject *>(tile.button); });
    const int step = key->key() == Qt::Key_Right || key->key() == Qt::Key_Down  ? 1
                     : key->key() == Qt::Key_Left || key->key() == Qt::Key_Up ? -1
                                                                              : 0;
    const std::ptrdiff_t next = at - m_tiles.begin() + step;
    if (step == 0 || at == m_tiles.end() || next < 0 || next >= std::ssize(m_tiles) || m_tiles[static_cast<std::size_t>(next)].button->isHidden())
        return false;
    m_tiles[static_cast<std::size_t>(next)].button->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace actiscope
