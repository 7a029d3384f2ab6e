// What a comparison is trained on: the gallery of data sets, and, in a part of its own that may be folded away, drawing, CSV files in and out, other seeds,
// and the features that networks get. Makes the changes and hands them on; the settings of a data set are fields beside it. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/live_text.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace actiscope {

class DataGallery;
class FeatureChips;
class SectionCaption;

class DataSection : public QWidget {
    Q_OBJECT

public:
    explicit DataSection(QWidget *parent = nullptr);

    /** Shows it; emits nothing. */
    void setExperiment(const Experiment &experiment);
    void setTheme(const Theme &theme);

    DataGallery *gallery() const { return m_gallery; }
    FeatureChips *features() const { return m_features; }
    /** What is rarely needed: the owner puts it where it belongs. */
    QWidget *rarePart() const { return m_rare; }
    /** What the data are, in a word or three: "moons", "61 points drawn". */
    QString name() const;
    /** What is said under the gallery: what was saved, and what went wrong; nothing else. */
    QString caption() const;

public slots:
    /** Opens the editor with the points that there are. */
    void drawPoints();
    void chooseCsv();
    /** Shows what a file has; what is wrong with it is said there. */
    void openCsv(const QString &path);
    void saveCsv();

signals:
    /** By a hand: to another one, which is valid. `text` names the change, or is empty. */
    void experimentChanged(const actiscope::Experiment &experiment, const actiscope::LiveText &text);

private:
    void setupRarePart();
    void setupButtons(QLayout &row);
    QToolButton *addButton(const QString &name, const QString &text, const QString &words, const QString &toolTip, QLayout &row);
    void chooseKind(const QString &name);
    void takePoints(LabelledPoints points, const LiveText &text, bool ofFile);
    void newSeed(std::uint32_t &seed, Experiment &next);
    /** Emits it where it is valid, and says why where it is not. */
    void change(const Experiment &next, const LiveText &text = {});

    Experiment m_experiment;
    std::shared_ptr<const LabelledPoints> m_ofFile; ///< the last points that came from one
    Theme m_theme;
    DataGallery *m_gallery = nullptr;
    FeatureChips *m_features = nullptr;
    QWidget *m_rare = nullptr;
    QLabel *m_featuresLabel = nullptr;
    SectionCaption *m_caption = nullptr;
    QToolButton *m_draw = nullptr;
    QToolButton *m_open = nullptr;
    QToolButton *m_newPoints = nullptr;
    QToolButton *m_newSplit = nullptr;
    QToolButton *m_save = nullptr;
};

} // namespace actiscope
