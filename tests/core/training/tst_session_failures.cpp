// Sessions whose backend fails: they say so, and go on with another one from where they were.
#include "core/base/errors.h"
#include "tests/core/training/session_fixture.h"
#include "tests/core/training/watched_backend.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Throws when asked to train beyond this many epochs. */
BackendFactory failingAfter(int epochs)
{
    return [epochs] {
        return std::make_unique<WatchedBackend>([left = epochs](int more) mutable {
            left -= more;
            if (left < 0)
                throw BackendError("clEnqueueNDRangeKernel", "out of resources");
        });
    };
}

std::vector<EpochFigures> rowsOf(const History &history)
{
    std::vector<EpochFigures> rows;
    for (std::size_t e = 0; e < history.size(); ++e)
        rows.push_back(history[e]);
    return rows;
}

} // namespace

class TestSessionFailures : public QObject {
    Q_OBJECT

private slots:
    void init() { m_session = smallSession(); }
    void aFailingBackendEndsTheRunWithAMessage();
    void anotherBackendCarriesOn();
    void afterAFailureTheRunGoesOnFromItsLastSnapshot();
    void withoutASnapshotContinuingBeginsTheRun();

private:
    std::unique_ptr<TrainingSession> m_session;
};

void TestSessionFailures::aFailingBackendEndsTheRunWithAMessage()
{
    m_session->setBackend(failingAfter(0));
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Failed));
    QVERIFY(snapshot);
    QVERIFY(snapshot->message.text().find("out of resources") != std::string::npos);
}

void TestSessionFailures::anotherBackendCarriesOn()
{
    aFailingBackendEndsTheRunWithAMessage();
    m_session->setBackend([] { return makeEigenBackend(); });
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
}

void TestSessionFailures::afterAFailureTheRunGoesOnFromItsLastSnapshot()
{
    m_session->play();
    const auto whole = awaitSnapshot(*m_session, inState(RunState::Finished));
    m_session->setBackend(failingAfter(60));
    m_session->setPace(100);
    m_session->play();
    std::int64_t newest = 0;
    const auto failed = awaitSnapshot(*m_session, [&newest](const Snapshot &s) {
        newest = std::max(newest, s.state == RunState::Running ? s.epoch : 0);
        return s.state == RunState::Failed;
    });
    QVERIFY(failed && newest > 0);
    m_session->setPace(0);
    m_session->continueOn([] { return makeEigenBackend(); });
    const auto next = awaitSnapshot(*m_session, [](const Snapshot &s) { return !s.models.empty(); });
    QVERIFY(next && next->run == failed->run && next->epoch >= newest && next->message.empty());
    const auto finished = next->state == RunState::Finished ? next : awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(finished);
    QCOMPARE(finished->epoch, 200);
    for (std::size_t m = 0; m < whole->models.size(); ++m)
        QVERIFY(rowsOf(finished->models[m].history) == rowsOf(whole->models[m].history));
}

void TestSessionFailures::withoutASnapshotContinuingBeginsTheRun()
{
    m_session->setBackend([]() -> std::unique_ptr<Backend> { throw BackendError("clCreateContext", "no device"); });
    const auto failed = awaitSnapshot(*m_session, inState(RunState::Failed));
    QVERIFY(failed);
    m_session->continueOn([] { return makeEigenBackend(); });
    const auto ready = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(ready && ready->run > failed->run && ready->epoch == 0);
}

QTEST_GUILESS_MAIN(TestSessionFailures)
#include "tst_session_failures.moc"
