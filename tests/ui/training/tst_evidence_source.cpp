// How often the networks are looked into.
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "tests/support/patience.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/training/evidence/evidence_source.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Pictures of a run that goes on, one after each epoch. */
class Pictures {
public:
    explicit Pictures(RunState state) : m_state(state) {}

    std::shared_ptr<const Snapshot> next()
    {
        m_run.advance(1);
        auto picture = std::make_shared<Snapshot>(m_run.snapshot(std::nullopt));
        picture->state = m_state;
        return picture;
    }

private:
    RunState m_state;
    std::unique_ptr<Backend> m_backend = makeEigenBackend();
    Comparison m_run{1, smallExperiment(100'000), *m_backend};
};

} // namespace

class TestEvidenceSource : public QObject {
    Q_OBJECT

private slots:
    void twentyTimesASecondWhileItTrains_data();
    void twentyTimesASecondWhileItTrains();
};

void TestEvidenceSource::twentyTimesASecondWhileItTrains_data()
{
    QTest::addColumn<bool>("trains");
    QTest::newRow("while it trains") << true;
    QTest::newRow("at rest") << false;
}

/** Also of a listener that asks about the next moment as soon as it is answered; at rest that is answered at once. */
void TestEvidenceSource::twentyTimesASecondWhileItTrains()
{
    QFETCH(bool, trains);
    constexpr int answers = 8, leastPeriod = 50; // ms
    Pictures pictures(trains ? RunState::Running : RunState::Paused);
    EvidenceSource source;
    InspectionQuestion question;
    question.wantsDiagnostics = true;
    int found = 0;
    connect(&source, &EvidenceSource::found, this, [&](const EvidenceSource::Found &inspections) {
        QVERIFY(!inspections.empty() && inspections.front()->error.empty() && inspections.front()->diagnostics);
        ++found;
        source.ask(pictures.next(), question);
    });
    QElapsedTimer clock;
    clock.start();
    source.ask(pictures.next(), question);
    QTRY_VERIFY_WITH_TIMEOUT(found >= answers, patience);
    if (trains)
        QVERIFY2(clock.elapsed() >= (answers - 2) * leastPeriod, qPrintable(QString::number(clock.elapsed())));
    else if (!isSanitized)
        QVERIFY2(clock.elapsed() < (answers - 2) * leastPeriod, qPrintable(QString::number(clock.elapsed())));
}

QTEST_MAIN(TestEvidenceSource)
#include "tst_evidence_source.moc"
