// Checks activations in the background, one after the other, on a thread of its own: against the reference figures and by
// differences at once, in single precision as soon as there is a backend for it. What was found is kept. Members belong to the
// GUI thread; none of them waits.
#pragma once

#include "core/engine/activation_checks.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace actiscope {

/** What is known of an activation at its default parameters. */
struct ActivationChecks {
    std::optional<CheckResult> reference; ///< nothing where the table has no figures of it
    CheckResult differences;
    std::optional<CheckResult> single; ///< nothing as long as it was not computed
    QString singleName;                ///< "OpenCL": what computed in single precision, or should have
    QString failure;                   ///< why `single` could not be computed, in one line; else empty

    bool hold() const;
};

class ActivationChecker : public QObject {
    Q_OBJECT

public:
    explicit ActivationChecker(QObject *parent = nullptr);
    /** Joins the thread; waits for a check that is being done. */
    ~ActivationChecker() override;

    /** Asks for the checks of an activation that are not done yet; a request that was not begun is replaced. The thread is started
     *  by the first. */
    void request(const Activation &activation);
    /** Checks against this backend, too, from now on: what was asked for last at once. The factory is called on the thread. */
    void setSinglePrecision(const QString &name, BackendFactory factory);
    /** What is known so far, or null. */
    const ActivationChecks *find(const Activation &activation) const;

signals:
    /** find() gives something, or more than before. */
    void checked(const actiscope::Activation *activation);
    /** From the thread: there is something to collect. Carries nothing, so that all that the threads share is behind one lock. */
    void reported(QPrivateSignal);

private:
    class Worker;
    void collect();

    std::map<const Activation *, ActivationChecks> m_checks;
    const Activation *m_last = nullptr;
    QString m_singleName;
    BackendFactory m_factory;
    int m_generation = 0; ///< counts the factories
    std::unique_ptr<Worker> m_worker;
};

} // namespace actiscope
