// The ready experiments at the top of the column: a list where it is high, a menu under the experiment's name where it is not. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace actiscope {

class ElidedToolButton;
class GalleryEntry;
struct ReadyExperiment;
struct Subject;

class ExperimentGallery : public QWidget {
    Q_OBJECT

public:
    /** Of the subject's. */
    explicit ExperimentGallery(const Subject &subject, QWidget *parent = nullptr);

    /** What is shown now: made from that ready experiment (or from none, with an empty name), as it was or changed. */
    void showExperiment(const std::string &origin, bool changed);
    /** Whether there is room for the list. */
    void setRoomy(bool roomy);
    bool isList() const;
    void setTheme(const Theme &theme);

    /** "Dying ReLU", in the language of the window. */
    QString title() const;
    /** What it shows; of one that was changed, what it showed before. */
    QString about() const;
    bool isChanged() const { return m_changed; }
    ElidedToolButton *nameButton() const { return m_name; }
    QToolButton *changedButton() const { return m_changedButton; }
    const std::vector<GalleryEntry *> &entries() const { return m_entries; }

signals:
    void chosen(const actiscope::ReadyExperiment &ready);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupName();
    void setupList();
    void fillMenu();
    void lookForFiles();
    static QString missingImagesText(const QString &package);
    void choose(const ReadyExperiment &ready, QWidget *entry);
    void goBack();
    void placeChanged();
    void arrange();
    const ReadyExperiment *origin() const;

    const std::vector<const ReadyExperiment *> m_ready;
    std::string m_origin;
    bool m_changed = false;
    bool m_roomy = false;
    bool m_folded = false;
    Theme m_theme;
    ElidedToolButton *m_name = nullptr;
    QMenu *m_menu = nullptr;
    QToolButton *m_changedButton = nullptr;
    QMenu *m_backMenu = nullptr;
    QLabel *m_about = nullptr;
    QToolButton *m_heading = nullptr;
    QWidget *m_list = nullptr;
    std::vector<GalleryEntry *> m_entries;
};

} // namespace actiscope
