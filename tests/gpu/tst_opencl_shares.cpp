// Work-groups that share a model: the same bits, whichever of them is late and whichever does the work of others.
#include "core/experiment.h"
#include "tests/gpu/mapped_backend.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClShares : public QObject {
    Q_OBJECT

private slots:
    void sameBitsOnBusyCores_data();
    void sameBitsOnBusyCores();
};

namespace {

/** Threads that take the cores from others, now and then. */
class BusyCores {
public:
    BusyCores()
    {
        const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < 2 * cores; ++i)
            m_threads.emplace_back([this, i] { work(i); });
    }
    ~BusyCores() { m_ends = true; }
    BusyCores(const BusyCores &) = delete;
    BusyCores &operator=(const BusyCores &) = delete;

private:
    void work(unsigned seed) const
    {
        constexpr unsigned longest = 3000;
        std::mt19937 random(seed);
        const auto some = [&] { return std::chrono::microseconds(random() % longest); };
        while (!m_ends) {
            const auto end = std::chrono::steady_clock::now() + some();
            while (std::chrono::steady_clock::now() < end && !m_ends) { }
            std::this_thread::sleep_for(some());
        }
    }

    std::atomic<bool> m_ends = false;
    std::vector<std::jthread> m_threads; ///< the last member: ended first
};

/** What a backend has made of the cohort, in launches of different lengths. */
TrainingState trained(const Cohort &cohort, std::vector<ModelReport> &reports)
{
    const auto backend = mappedBackend(true);
    backend->load(cohort);
    for (const int epochs : {1, 30, 9}) {
        for (ModelReport &report : backend->advance(epochs))
            reports.push_back(std::move(report));
    }
    return backend->state();
}

} // namespace

void TestOpenClShares::sameBitsOnBusyCores_data()
{
    QTest::addColumn<int>("models");
    QTest::addColumn<int>("batchSize");
    QTest::newRow("one model") << 1 << 0;
    QTest::newRow("more models than cores") << 16 << 0;
    QTest::newRow("batches of 100 and a rest") << 2 << 100;
}

void TestOpenClShares::sameBitsOnBusyCores()
{
    QFETCH(int, models);
    QFETCH(int, batchSize);
    Experiment experiment;
    experiment.data.samples = 437;
    experiment.hidden = {33, 17};
    experiment.batchSize = batchSize;
    experiment.tracksUnits = true;
    experiment.activations.assign(static_cast<std::size_t>(models), parseActivationSpec("rrelu"));
    const Cohort cohort = makeCohort(experiment);
    std::vector<ModelReport> expectedReports;
    const TrainingState expected = trained(cohort, expectedReports);
    constexpr int runs = 3;
    for (int run = 0; run < runs; ++run) {
        const BusyCores busy;
        std::vector<ModelReport> reports;
        const TrainingState found = trained(cohort, reports);
        QCOMPARE(reports.size(), expectedReports.size());
        for (std::size_t i = 0; i < reports.size(); ++i)
            QVERIFY(reports[i].rows == expectedReports[i].rows);
        for (std::size_t m = 0; m < cohort.models.size(); ++m) {
            QVERIFY(found.models[m].parameters == expected.models[m].parameters);
            QVERIFY(found.models[m].secondMoment == expected.models[m].secondMoment);
            QVERIFY(found.models[m].lastAlive == expected.models[m].lastAlive);
        }
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClShares)
#include "tst_opencl_shares.moc"
