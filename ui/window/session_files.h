// Sessions as files: opens and saves them, asks about what is not saved, remembers the recent ones, and keeps unsaved work against a loss of the program.
// What a session holds is the window's. GUI thread.
#pragma once

#include "core/io/session_file.h"
#include "ui/base/live_text.h"
#include "ui/window/autosave.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace actiscope {

class ExperimentDocument;

class SessionFiles : public QObject {
    Q_OBJECT

public:
    struct Host {
        std::function<Session()> collect;          ///< as it is now
        std::function<void(const Session &)> show; ///< instead of what is there
    };
    /** `folder`: for what is kept against a loss. Dialogs belong to `window`. */
    SessionFiles(std::vector<ExperimentDocument *> documents, Host host, const QString &folder, QWidget *window);

    /** Of the file, or empty. */
    QString path() const { return m_path; }
    /** For the title, "moons.actiscope"; empty for a session that was never saved. */
    QString name() const;
    QStringList recent() const { return m_recent; }
    void setRecent(const QStringList &paths);

    /** Opens a file without asking; false where it cannot be, which problem() tells, and then nothing has changed. */
    bool openFile(const QString &path);
    /** Asks about what is not saved, then opens it. */
    bool open(const QString &path);
    /** Asks for a file, too. */
    void chooseAndOpen();
    /** What each workspace begins with, in no file. */
    void begin();
    /** There is something that the file does not have. */
    bool isModified() const;
    bool save();
    bool saveAs();
    bool saveTo(const QString &path);
    /** Whether the session may go: it is saved, or the user wants that, or not. */
    bool mayLeave();
    /** Writes what is not saved to where it survives, at once. */
    void keep();
    /** The session is left for good. */
    void leave() { m_autosave.keep({}); }
    /** Offers what a window left that is no more, where there is such a thing. */
    void offerLost();
    /** What could not be done, or was offered, and not answered, in the language of now. */
    void offerAgain();

    static QString ending() { return QStringLiteral("actiscope"); }

public slots:
    void takeLost();
    void discardLost();
    /** A problem has been read; what was offered before comes again. Without one, what is offered is not wanted. */
    void dismiss();

signals:
    /** Another file, or other recent ones, or something to save where there was nothing. */
    void changed();
    /** In one line: what could not be done, with the file and why. */
    void problem(const QString &text);
    void saved(const QString &path);
    /** Work is there that was not saved: one sentence about it. Answered by takeLost() or discardLost(). */
    void lostFound(const QString &text);

private:
    void setPath(const QString &path);
    void report(LiveText what);
    bool ask();
    void forgetLost();

    std::vector<ExperimentDocument *> m_documents; ///< all that a session holds
    Host m_host;
    Autosave m_autosave;
    QWidget *m_window;
    QString m_path;
    QStringList m_recent;
    QTimer m_keepTimer;
    std::optional<Autosave::Lost> m_lost;
    LiveText m_problem; ///< that has not been read yet
};

} // namespace actiscope
