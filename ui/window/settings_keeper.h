// Keeps the window's state in its settings file: what changed is written within half a second, whoever changed it, and what another
// window wrote meanwhile is kept. Says when the file cannot be written. GUI thread.
#pragma once

#include "ui/base/live_text.h"
#include "ui/base/saved_state.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

class QSettings;

namespace actiscope {

class SettingsKeeper : public QObject {
    Q_OBJECT

public:
    /** Joins two versions of a value: `before` is the one that both windows began with (invalid where there was none), `theirs` what is
     *  in the file now. */
    using Merge = std::function<QVariant(const QVariant &before, const QVariant &ours, const QVariant &theirs)>;

    /** `settings`, which says where the file is, lives longer. */
    explicit SettingsKeeper(QSettings &settings, QObject *parent = nullptr);

    SavedState read() const;
    /** How this key is joined; of any other, the last window that changed it has its way. */
    void setMerge(const QString &key, Merge merge) { m_merges[key] = std::move(merge); }
    /** From now on, what differs from what `collect` gives now is written soon after. */
    void keep(std::function<SavedState()> collect);
    /** Writes what is not written yet, at once. False where that did not succeed; problem() says why. */
    bool save();
    /** Why the state cannot be saved, with the file's name, in one line; or nothing. */
    QString problem() const { return m_problem ? m_problem() : QString(); }

signals:
    /** It cannot be saved, or (empty) it can again. */
    void problemChanged(const QString &problem);

private:
    enum class Written { Yes, No, OtherWrites };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void look();
    bool take(const QVariantMap &state, int patience);
    Written write(const QVariantMap &state, int patience);
    void put(QSettings &file, const QVariantMap &state) const;
    void setProblem(LiveText problem);

    QSettings &m_settings;
    std::map<QString, Merge> m_merges;
    std::function<SavedState()> m_collect;
    QVariantMap m_written; ///< what is in the file of ours
    QVariantMap m_seen;    ///< at the last look
    LiveText m_problem;
    QTimer m_timer;
    QElapsedTimer m_sinceWritten;
    QElapsedTimer m_sinceFailed;
};

/** Joins maps entry by entry: what we changed or took away since `before` is as we have it, the rest theirs. */
QVariant mergedMap(const QVariant &before, const QVariant &ours, const QVariant &theirs);

} // namespace actiscope
