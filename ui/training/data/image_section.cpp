#include "ui/training/data/image_section.h"

#include "ui/base/scale.h"
#include "ui/base/translation.h"
#include "ui/training/data/section_caption.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QIcon>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <variant>

namespace actiscope {

namespace {

constexpr int thumbSize = 24;
constexpr int thumbGap = 3;
constexpr int thumbs = static_cast<int>(ImageReader::few);
constexpr int tileHeight = 34;

bool hasFolder(const ImageKind &kind)
{
    return !kind.inMemory && kind.folder.empty();
}

/** "digits", "Fashion-MNIST", or what the folder is called. */
QString nameOf(const ImageData &images)
{
    if (images.kind == "digits")
        return ImageSection::tr("Digits");
    if (images.kind == "fashion-mnist")
        return QStringLiteral("Fashion-MNIST");
    const QString folder = QFileInfo(QFile::decodeName(images.folder.c_str())).fileName();
    return folder.isEmpty() ? ImageSection::tr("Folder…") : folder;
}

QString pathOf(const ImageData &images)
{
    return QDir::toNativeSeparators(QFile::decodeName(images.folder.c_str()));
}

/** One after the other, white on black as they come. */
QImage sideBySide(const LabelledImages &images)
{
    const int count = static_cast<int>(images.count());
    QImage strip(std::max(1, count * images.width), std::max(1, images.height), QImage::Format_Grayscale8);
    strip.fill(0);
    for (int i = 0; i < count; ++i) {
        for (int y = 0; y < images.height; ++y)
            std::copy_n(images.image(static_cast<std::size_t>(i)) + y * images.width, images.width, strip.scanLine(y) + i * images.width);
    }
    return strip;
}

} // namespace

ImageSection::ImageSection(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_experiment.data = ImageData();
    for (const ImageKind &kind : imageKinds())
        addTile(kind);
    m_caption = new SectionCaption(this);
    m_caption->setObjectName(QStringLiteral("imageCaption"));
    layout->addWidget(m_caption);
    connect(&m_reader, &ImageReader::answered, this, &ImageSection::take);
}

void ImageSection::addTile(const ImageKind &kind)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("images_") + QString::fromLatin1(kind.name.data(), qsizetype(kind.name.size())));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves Space to training
    button->setToolTip(translated(Message(kind.description)));
    followScale(*button, [button] { button->setFixedHeight(scaled(tileHeight)); });
    layout()->addWidget(button);
    m_tiles.push_back({.images = {.kind = std::string(kind.name)}, .button = button});
    const std::size_t place = m_tiles.size() - 1;
    connect(button, &QToolButton::clicked, this, [this, place, &kind] {
        setExperiment(m_experiment); // what is chosen stays until the other one was read
        if (hasFolder(kind))
            return chooseFolder();
        ImageData wanted = m_tiles[place].images;
        if (images().kind == wanted.kind)
            return;
        want(wanted);
    });
}

const ImageData &ImageSection::images() const
{
    return std::get<ImageData>(m_experiment.data);
}

void ImageSection::setExperiment(const Experiment &experiment)
{
    if (!std::holds_alternative<ImageData>(experiment.data))
        return;
    const bool isOther = experiment.data != m_experiment.data;
    m_experiment = experiment;
    for (Tile &tile : m_tiles) {
        const bool isShown = tile.images.kind == images().kind;
        tile.button->setChecked(isShown);
        if (isShown && tile.images.folder != images().folder) {
            tile.images.folder = images().folder;
            tile.thumbnails = {};
            if (m_hasBegun)
                m_reader.askForFew(tile.images);
        }
        paintTile(tile);
    }
    fitThumbs();
    if (isOther)
        m_caption->say({}, false);
}

void ImageSection::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    for (const Tile &tile : m_tiles) {
        if (!hasFolder(*findImageKind(tile.images.kind)) || !tile.images.folder.empty())
            m_reader.askForFew(tile.images);
    }
}

void ImageSection::want(const ImageData &images)
{
    m_caption->say(tr("Reading %1 …").arg(nameOf(images)), false);
    m_reader.askForAll(images);
}

void ImageSection::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(window(), tr("Folder with the images"), pathOf(images()));
    if (!path.isEmpty())
        openFolder(path);
}

void ImageSection::openFolder(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    want({.kind = "images", .folder = QFile::encodeName(folder).toStdString()});
}

void ImageSection::take(const ImageReader::Answer &answer)
{
    if (answer.isOfFew)
        takeFew(answer);
    else
        takeAll(answer);
}

void ImageSection::takeFew(const ImageReader::Answer &answer)
{
    for (Tile &tile : m_tiles) {
        if (tile.images != answer.asked)
            continue;
        tile.isThere = !answer.fault;
        tile.shown = static_cast<int>(answer.few.count());
        tile.thumbnails = tile.isThere ? sideBySide(answer.few) : QImage();
        if (answer.fault)
            tile.button->setToolTip(translated(*answer.fault));
        paintTile(tile);
    }
    fitThumbs();
}

void ImageSection::takeAll(const ImageReader::Answer &answer)
{
    if (answer.fault) {
        m_caption->say(translated(*answer.fault), true);
        if (answer.option == "train-count")
            emit refused(answer.option, translated(*answer.fault));
        return;
    }
    m_caption->say({}, false);
    m_held = answer.all;
    const bool isSame = answer.asked.kind == images().kind && answer.asked.folder == images().folder;
    emit imagesChanged(answer.asked, isSame ? LiveText() : [asked = answer.asked] { return tr("images: %1").arg(nameOf(asked)); });
}

QString ImageSection::name() const
{
    return nameOf(images());
}

QString ImageSection::caption() const
{
    return m_caption->text();
}

QToolButton *ImageSection::tile(const std::string &kind) const
{
    const auto found = std::ranges::find_if(m_tiles, [&](const Tile &tile) { return tile.images.kind == kind; });
    return found == m_tiles.end() ? nullptr : found->button;
}

/** So many that the names of all tiles have room beside them. */
int ImageSection::fittingThumbs() const
{
    constexpr int edges = 28; // of a tile: its frame, and what is between pictures and words
    int words = 0;
    for (const Tile &tile : m_tiles)
        words = std::max(words, tile.button->fontMetrics().horizontalAdvance(tile.button->text()));
    return std::clamp((width() - words - scaled(edges)) / scaled(thumbSize + thumbGap), 1, thumbs);
}

void ImageSection::fitThumbs()
{
    const int count = fittingThumbs();
    const QSize size(count * scaled(thumbSize + thumbGap), scaled(thumbSize));
    for (const Tile &tile : m_tiles) {
        if (tile.button->iconSize() == size)
            continue;
        tile.button->setIconSize(size);
        paintTile(tile);
    }
}

void ImageSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitThumbs();
}

/** The first images, as large as a line of the column; of those that are not there, how to get them. */
void ImageSection::paintTile(const Tile &tile)
{
    const ImageKind &kind = *findImageKind(tile.images.kind);
    const QString text = tile.isThere || kind.package.empty() ? nameOf(tile.images) : tr("%1: not installed").arg(nameOf(tile.images));
    tile.button->setText(text);
    tile.button->setAccessibleName(text);
    tile.button->setAccessibleDescription(tile.button->toolTip());
    const double ratio = devicePixelRatioF();
    const int size = scaled(thumbSize), step = scaled(thumbSize + thumbGap);
    const int places = std::max(1, tile.button->iconSize().width() / step);
    QPixmap picture(QSize(places * step, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const int width = tile.thumbnails.width() / std::max(1, tile.shown);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, width > size);
    for (int i = 0; i < std::min(tile.shown, places) && width > 0; ++i)
        painter.drawImage(QRect(i * step, 0, size, size), tile.thumbnails, QRect(i * width, 0, width, tile.thumbnails.height()));
    painter.end();
    tile.button->setIcon(QIcon(picture));
}

void ImageSection::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; padding: 0 4px; text-align: left; }"
                                 "QToolButton:hover { border-color: %2; }"
                                 "QToolButton:checked { border: 2px solid %4; }"
                                 "QToolButton:focus { border: 2px solid %2; }"
                                 "QToolButton:checked:focus { border: 3px solid %4; }")
                      .arg(theme.plotBackground.name(), theme.text.name(), theme.border.name(), theme.accent.name()));
    for (const Tile &tile : m_tiles)
        paintTile(tile);
    m_caption->setTheme(theme);
}

} // namespace actiscope
