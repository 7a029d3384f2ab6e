#include "ui/window/settings_keeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

// All in ms. A change is seen at the next look and written at the one after, when it has come to rest.
constexpr int lookPeriod = 220;
constexpr int restPeriod = 3520; ///< where no hand has moved for a while: a window at rest does not wake up for nothing
constexpr int longestMotion = 2000; ///< after which what still moves, a sweep say, is written all the same
constexpr int retryPeriod = 5000;
constexpr int lastPatience = 2000; ///< with another window that is writing, at the end

/** What the system says when a file is written there; empty where it has no objection. */
QString writeError(const QString &path)
{
    QSaveFile probe(path);
    const bool opens = probe.open(QIODevice::WriteOnly);
    if (opens && probe.write(QByteArray(4096, ' ')) == 4096 && probe.flush())
        return {};
    return probe.errorString();
}

QString notSavedText(const QString &path, const QString &why)
{
    return SettingsKeeper::tr("Settings and custom activations cannot be saved in %1: %2").arg(path, why);
}

} // namespace

SettingsKeeper::SettingsKeeper(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_timer.setInterval(lookPeriod);
    connect(&m_timer, &QTimer::timeout, this, &SettingsKeeper::look);
}

SavedState SettingsKeeper::read() const
{
    QVariantMap values;
    for (const QString &key : m_settings.allKeys())
        values.insert(key, m_settings.value(key));
    return SavedState(std::move(values));
}

void SettingsKeeper::keep(std::function<SavedState()> collect)
{
    m_collect = std::move(collect);
    m_written = m_seen = m_collect().values();
    m_sinceWritten.start();
    m_timer.start();
    qApp->installEventFilter(this);
}

/** A hand moves: something may come of it. */
bool SettingsKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::Drop:
    case QEvent::Resize:
        if (m_timer.interval() != lookPeriod)
            m_timer.setInterval(lookPeriod);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/** Looking at everything costs less than a millisecond and misses nothing, whether a hand, a sweep or a screen reader changed it. */
void SettingsKeeper::look()
{
    QVariantMap now = m_collect().values();
    const bool rests = now == std::exchange(m_seen, now);
    m_timer.setInterval(rests && !m_problem ? std::min(2 * m_timer.interval(), restPeriod) : lookPeriod);
    if (now == m_written || (!rests && m_sinceWritten.elapsed() < longestMotion))
        return;
    if (m_problem && m_sinceFailed.elapsed() < retryPeriod)
        return;
    take(now, 0);
}

bool SettingsKeeper::save()
{
    if (!m_collect)
        return true;
    QVariantMap now = m_collect().values();
    return (now == m_written && !m_problem) || take(now, lastPatience);
}

bool SettingsKeeper::take(const QVariantMap &state, int patience)
{
    const QString path = m_settings.fileName();
    switch (write(state, patience)) {
    case Written::Yes:
        m_written = state;
        m_sinceWritten.start();
        setProblem({});
        return true;
    case Written::No:
        m_sinceFailed.start();
        setProblem([path, why = writeError(path)] { return notSavedText(path, why.isEmpty() ? tr("it is not known why") : why); });
        return false;
    case Written::OtherWrites:
        break;
    }
    if (patience > 0)
        setProblem([path] { return notSavedText(path, tr("another window does not finish writing it")); });
    return false; // at the next look
}

/** One window at a time reads what the others wrote and adds its own. */
SettingsKeeper::Written SettingsKeeper::write(const QVariantMap &state, int patience)
{
    const QString path = m_settings.fileName();
    QDir().mkpath(QFileInfo(path).path());
    QLockFile lock(path + QStringLiteral(".window.lock")); // QSettings has a lock of its own for the file as such
    if (!lock.tryLock(patience))
        return lock.error() == QLockFile::LockFailedError ? Written::OtherWrites : Written::No;
    QSettings file(path, m_settings.format()); // whose status is of this time, and not of an earlier one
    file.sync();
    put(file, state);
    file.sync();
    return file.status() == QSettings::AccessError ? Written::No : Written::Yes;
}

void SettingsKeeper::put(QSettings &file, const QVariantMap &state) const
{
    // Of a file that is gone, nothing is written yet.
    const QVariantMap before = QFile::exists(file.fileName()) ? m_written : QVariantMap();
    for (const auto &[key, value] : state.asKeyValueRange()) {
        if (before.contains(key) && before.value(key) == value)
            continue;
        const auto merge = m_merges.find(key);
        file.setValue(key,
                      merge != m_merges.end() && file.contains(key) ? merge->second(before.value(key), value, file.value(key)) : value);
    }
    for (const auto &[key, value] : before.asKeyValueRange()) {
        if (!state.contains(key))
            file.remove(key);
    }
}

void SettingsKeeper::setProblem(LiveText problem)
{
    const QString before = this->problem();
    m_problem = std::move(problem);
    if (before != this->problem())
        emit problemChanged(this->problem());
}

QVariant mergedMap(const QVariant &before, const QVariant &ours, const QVariant &theirs)
{
    if (theirs.typeId() != QMetaType::QVariantMap) // of another version
        return ours;
    const QVariantMap base = before.toMap();
    const QVariantMap own = ours.toMap();
    QVariantMap joined = theirs.toMap();
    for (const auto &[key, value] : own.asKeyValueRange()) {
        if (!base.contains(key) || base.value(key) != value)
            joined.insert(key, value);
    }
    for (const auto &[key, value] : base.asKeyValueRange()) {
        if (!own.contains(key))
            joined.remove(key);
    }
    return joined;
}

} // namespace actiscope
