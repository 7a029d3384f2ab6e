// Keeps a window's unsaved work against a loss of the program: a file of its own in a folder, which is gone when there is nothing unsaved; and finds
// those of windows that are no more. GUI thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace actiscope {

class Autosave {
public:
    explicit Autosave(QString folder);

    /** Replaces what this window kept, whole or not at all. Empty: there is nothing to keep. False where it cannot be written; why is in problem(). */
    bool keep(const QByteArray &text);
    QString problem() const { return m_problem; }

    struct Lost {
        QString path;
        QDateTime changed;
        QByteArray text;
        std::shared_ptr<QLockFile> lock; ///< nobody else is offered it
    };
    /** The newest one that a window left that is no more. */
    std::optional<Lost> findLost() const;
    /** It was taken over, or is not wanted. */
    static void remove(const Lost &lost);

private:
    QString fileOf(const QString &name) const;
    bool own();

    QString m_folder;
    QString m_name;
    std::unique_ptr<QLockFile> m_lock; ///< while there is a file
    QByteArray m_kept;
    QString m_problem;
};

} // namespace actiscope
