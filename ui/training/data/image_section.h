// Which images a comparison is trained on: those that come with the program, those of Debian, and a folder of IDX files, each with some of its images. Nothing
// changes before they were read and found to be whole; what is wrong with them is said in a line. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/live_text.h"
#include "ui/base/theme.h"
#include "ui/training/data/image_reader.h"

#include <QImage>
#include <QWidget>

#include <string>
#include <vector>

class QToolButton;

namespace actiscope {

class SectionCaption;

class ImageSection : public QWidget {
    Q_OBJECT

public:
    explicit ImageSection(QWidget *parent = nullptr);

    /** Shows it; emits nothing. */
    void setExperiment(const Experiment &experiment);
    void setTheme(const Theme &theme);
    /** Thumbnails are read, once: somebody looks. */
    void begin();

    /** Of a kind of images ("fashion-mnist"); null where there is none. */
    QToolButton *tile(const std::string &kind) const;
    /** What the data are, in a word or three. */
    QString name() const;
    /** What is said under the tiles. */
    QString caption() const;
    bool isReading() const { return m_reader.isReading(); }
    /** Reads these images; they are the experiment's when that has gone well. */
    void want(const ImageData &images);
    /** The run has the images: nobody needs to keep them for it. */
    void letGo() { m_held.reset(); }

public slots:
    void chooseFolder();
    /** A folder, or one of the files in it. */
    void openFolder(const QString &path);

signals:
    /** By a hand: these images can be trained on. */
    void imagesChanged(const actiscope::ImageData &images, const actiscope::LiveText &text);
    /** The setting of this name is at fault. */
    void refused(const std::string &option, const QString &accepted);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tile {
        ImageData images; ///< what a click chooses
        QToolButton *button = nullptr;
        QImage thumbnails = {}; ///< side by side
        int shown = 0;          ///< how many
        bool isThere = true;
    };

    void addTile(const ImageKind &kind);
    void take(const ImageReader::Answer &answer);
    void takeFew(const ImageReader::Answer &answer);
    void takeAll(const ImageReader::Answer &answer);
    void paintTile(const Tile &tile);
    int fittingThumbs() const;
    void fitThumbs();
    const ImageData &images() const;

    Experiment m_experiment;
    Theme m_theme;
    bool m_hasBegun = false;
    std::vector<Tile> m_tiles;
    std::shared_ptr<const Dataset> m_held; ///< until the run has it
    SectionCaption *m_caption = nullptr;
    ImageReader m_reader;
};

} // namespace actiscope
