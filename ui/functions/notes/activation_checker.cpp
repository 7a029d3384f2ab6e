#include "ui/functions/notes/activation_checker.h"

#include "core/base/errors.h"
#include "ui/base/translation.h"
#include "ui/functions/notes/reference_table.h"

#include <QThread>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace actiscope {

bool ActivationChecks::hold() const
{
    return (!reference || reference->holds()) && differences.holds() && (!single || single->holds()) && failure.isEmpty();
}

/** The thread, what it is told and what it found. `reported` is called on it when takeReports() has something to give. */
class ActivationChecker::Worker {
public:
    struct Job {
        const Activation *activation = nullptr;
        QString singleName;
        BackendFactory factory; ///< empty: not yet
        int generation = 0;     ///< counts the factories
    };
    struct Report {
        Job job;
        ActivationChecks checks;
    };

    explicit Worker(std::function<void()> reported) : m_reported(std::move(reported)), m_thread([this](std::stop_token stop) { run(stop); })
    {
    }

    void put(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_job = std::move(job);
        }
        m_wake.notify_one();
    }

    /** What was found since the last call. */
    std::vector<Report> takeReports()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_reports, {});
    }

private:
    void run(const std::stop_token &stop)
    {
        const std::vector<ReferencePoint> reference = referencePoints();
        while (const std::optional<Job> job = next(stop)) {
            if (std::exchange(m_generation, job->generation) != job->generation)
                m_backend.reset();
            const ActivationSpec spec = defaultSpec(*job->activation);
            ActivationChecks checks;
            checks.reference = checkReference(*job->activation, reference);
            checks.differences = checkDifferences(spec);
            checks.singleName = job->singleName;
            report(*job, checks);
            if (!job->factory || stop.stop_requested())
                continue;
            checkSingle(*job, spec, checks);
            report(*job, checks);
        }
        m_backend.reset(); // on the thread that made it
    }

    void report(const Job &job, const ActivationChecks &checks)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_reports.push_back({job, checks});
        }
        m_reported();
    }

    void checkSingle(const Job &job, const ActivationSpec &spec, ActivationChecks &checks)
    {
        try {
            if (!m_backend)
                m_backend = job.factory();
            checks.single = checkSinglePrecision(*m_backend, spec);
        } catch (const Error &error) {
            checks.failure = translated(error.message());
        } catch (const std::exception &error) {
            checks.failure = QString::fromUtf8(error.what());
        }
    }

    /** Waits for a job; nothing when the thread shall end. */
    std::optional<Job> next(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, stop, [this] { return m_job.has_value(); });
        if (stop.stop_requested())
            return std::nullopt;
        return std::exchange(m_job, std::nullopt);
    }

    std::function<void()> m_reported;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_job;
    std::vector<Report> m_reports;
    std::unique_ptr<Backend> m_backend; ///< of the thread, made by the factory of m_generation
    int m_generation = 0;
    std::jthread m_thread; ///< last, so that it ends before what it uses
};

ActivationChecker::ActivationChecker(QObject *parent) : QObject(parent)
{
    connect(this, &ActivationChecker::reported, this, &ActivationChecker::collect, Qt::QueuedConnection);
}

ActivationChecker::~ActivationChecker() = default;

void ActivationChecker::request(const Activation &activation)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_last = &activation;
    const ActivationChecks *known = find(activation);
    if (known && (!m_factory || known->single || !known->failure.isEmpty()))
        return;
    if (!m_worker)
        m_worker = std::make_unique<Worker>([this] { emit reported(QPrivateSignal()); });
    m_worker->put({&activation, m_singleName, m_factory, m_generation});
}

void ActivationChecker::setSinglePrecision(const QString &name, BackendFactory factory)
{
    m_singleName = name;
    m_factory = std::move(factory);
    ++m_generation;
    for (auto &[activation, checks] : m_checks) {
        checks.single.reset();
        checks.failure.clear();
        checks.singleName = name;
    }
    if (m_worker && m_last)
        m_worker->put({m_last, m_singleName, m_factory, m_generation});
    if (m_last && find(*m_last))
        emit checked(m_last);
}

const ActivationChecks *ActivationChecker::find(const Activation &activation) const
{
    const auto found = m_checks.find(&activation);
    return found == m_checks.end() ? nullptr : &found->second;
}

void ActivationChecker::collect()
{
    for (const auto &[job, checks] : m_worker->takeReports()) {
        if (job.generation != m_generation) // of a backend that is no longer asked
            continue;
        ActivationChecks &known = m_checks[job.activation];
        const bool isLess = !checks.single && checks.failure.isEmpty() && (known.single || !known.failure.isEmpty());
        if (isLess) // the beginning of a check that was asked for twice
            continue;
        known = checks;
        emit checked(job.activation);
    }
}

} // namespace actiscope
