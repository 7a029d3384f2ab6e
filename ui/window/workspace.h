// A page of the window: what the window asks of each. The window knows no other thing of them, so that one more is a class of its own and a row of the list
// in ui/window/workspaces.cpp. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/window/actions/action_group.h"
#include "ui/window/presentation.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

class QMimeData;
class QUndoStack;

namespace actiscope {

class ExportSource;

class Workspace : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setTheme(const Theme &theme) = 0;
    virtual void setSidePanelsVisible(bool left, bool right) = 0;
    /** How it looks at what it shows, to be kept between sessions and in their files. */
    virtual QJsonObject saveState() const = 0;
    /** Ignores what it does not understand. */
    virtual void restoreState(const QJsonObject &state) = 0;
    /** Goes on with what this one did, which is the same in another language and goes now. After restoreState(). */
    virtual void takeOver(Workspace & /*former*/) {}
    /** What can be done here, and the keys that do it. The same each time. */
    virtual ActionGroup actionGroup() const = 0;
    /** What is taken back and done again here; null for nothing. The same each time. */
    virtual QUndoStack *undoStack() const { return nullptr; }
    /** What there is to export now; null for nothing. */
    virtual std::unique_ptr<ExportSource> exportSource() const = 0;
    /** The view for the clipboard: as it is on the screen, where nothing better is known. The caller owns it. */
    virtual QMimeData *copiedView();
    /** A file that was dropped on the window: whether it is one for this workspace, which then asks what to do with it. */
    virtual bool takeFile(const QString &) { return false; }
    /** Presenter mode: the plots and nothing else, until it is taken back. */
    virtual void setPresenting(bool presents) = 0;
    /** What is said beside the plots then. */
    virtual Presentation presentation() const { return {}; }
    /** What the large key does. */
    virtual void playOrPause() {}
    /** A place of the presentation's, as it says that there are. */
    virtual void moveTo(int /*place*/) {}
    /** The widgets that draw: a menu of what is done with a picture opens on them. */
    virtual QList<QWidget *> plots() const { return {}; }
    /** The window has been there for a moment: what is slow and will be needed can be begun. */
    virtual void begin() {}
    /** For a picture of the window: does what is worth a picture, in which isPictureReady() becomes true. */
    virtual void preparePicture() {}
    virtual bool isPictureReady() const { return true; }

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

signals:
    /** For the status bar; empty for nothing. */
    void statusChanged(const QString &status);
    void presentationChanged();
    /** Something happened that is worth a sentence, also to those who do not look. */
    void announced(const QString &sentence);
    /** The same, but plain to see for who looks. */
    void spoken(const QString &sentence);
    /** The user asks to export the view. */
    void exportRequested();
    void copyRequested();
    /** The user goes on in another workspace, by its id. */
    void workspaceWanted(const QString &id);
};

} // namespace actiscope
