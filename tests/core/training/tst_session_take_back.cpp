// What was changed of a network by hand is taken back: the run is as if it had never been made, to the last bit.
#include "core/training/parameter_change.h"
#include "tests/core/training/session_fixture.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

namespace {

std::vector<EpochFigures> rowsOf(const History &history)
{
    std::vector<EpochFigures> rows;
    for (std::size_t epoch = 0; epoch < history.size(); ++epoch)
        rows.push_back(history[epoch]);
    return rows;
}

} // namespace

class TestSessionTakeBack : public QObject {
    Q_OBJECT

private slots:
    void init();
    void changesAreTakenBackOneByOne();
    void severalOfOneMoveAreOne();
    void whatWasTrainedSinceIsKept();
    void aRewoundRunHasItsFutureAgain();
    void theRunGoesOnAsIfNothingHadBeen();
    void whatIsNotThereChangesNothing();

private:
    std::shared_ptr<const Snapshot> withChanges(std::size_t count, std::int64_t epoch);
    std::shared_ptr<const Snapshot> train(int epochs);

    std::unique_ptr<TrainingSession> m_session;
    const Change m_weight = weightChange(0, {0, 2, 1}, 1.5);
    const Change m_bias = biasChange(1, 1, 0, -0.25);
    const Change m_off = unitOffChange(1, 0, 3);
};

void TestSessionTakeBack::init()
{
    m_session = smallSession();
}

/** At rest at this epoch, with so many changes. */
std::shared_ptr<const Snapshot> TestSessionTakeBack::withChanges(std::size_t count, std::int64_t epoch)
{
    return awaitSnapshot(*m_session, [=](const Snapshot &s) {
        return !s.models.empty() && s.record && s.record->changes.size() == count && s.epoch == epoch && s.state != RunState::Running;
    });
}

std::shared_ptr<const Snapshot> TestSessionTakeBack::train(int epochs)
{
    for (int i = 0; i < epochs; ++i)
        m_session->step();
    return withChanges(0, epochs);
}

void TestSessionTakeBack::changesAreTakenBackOneByOne()
{
    const auto before = train(7); // at no keyframe's epoch, later on
    QVERIFY(before);
    m_session->apply(m_weight);
    const auto one = withChanges(1, 7);
    m_session->apply(m_off);
    const auto two = withChanges(2, 7);
    QVERIFY(one && two && !(*one->moment == *before->moment) && !(*two->moment == *one->moment));
    m_session->takeBack({m_off});
    const auto again = withChanges(1, 7);
    QVERIFY(again && *again->moment == *one->moment);
    m_session->takeBack({m_weight});
    const auto nothing = withChanges(0, 7);
    QVERIFY(nothing && *nothing->moment == *before->moment);
    QCOMPARE(nothing->run, before->run); // nothing was trained since: it is the same run
    QVERIFY(m_session->runs().runs().empty());
    for (std::size_t model = 0; model < 2; ++model)
        QVERIFY(rowsOf(nothing->models[model].history) == rowsOf(before->models[model].history));
    m_session->apply(m_weight); // and done again
    const auto redone = withChanges(1, 7);
    QVERIFY(redone && *redone->moment == *one->moment);
}

void TestSessionTakeBack::severalOfOneMoveAreOne()
{
    const auto before = train(2);
    QVERIFY(before);
    const Change further = weightChange(0, {0, 2, 1}, 2.5);
    m_session->apply(m_weight);
    QVERIFY(withChanges(1, 2));
    m_session->apply(further);
    QVERIFY(withChanges(2, 2));
    m_session->takeBack({m_weight, further});
    const auto nothing = withChanges(0, 2);
    QVERIFY(nothing && *nothing->moment == *before->moment);
}

/** It stands where the change was made; what came of it is a run that can be gone back to. */
void TestSessionTakeBack::whatWasTrainedSinceIsKept()
{
    const auto before = train(3);
    QVERIFY(before);
    m_session->apply(m_weight);
    QVERIFY(withChanges(1, 3));
    m_session->step();
    m_session->step();
    const auto later = withChanges(1, 5);
    QVERIFY(later);
    m_session->takeBack({m_weight});
    const auto back = withChanges(0, 3);
    QVERIFY(back && *back->moment == *before->moment && back->run > later->run);
    const std::vector<KeptRun> kept = m_session->runs().runs();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept[0].record->id == later->run && kept[0].record->furthest == 5 && kept[0].record->changes.size() == 1);
}

/** A change of a rewound run makes a branch of it; without the change there is no reason for one. */
void TestSessionTakeBack::aRewoundRunHasItsFutureAgain()
{
    const auto before = train(7);
    QVERIFY(before);
    m_session->seek(3);
    const auto rewound = withChanges(0, 3);
    QVERIFY(rewound && rewound->furthest == 7);
    m_session->apply(m_weight);
    const auto branch = withChanges(1, 3);
    QVERIFY(branch && branch->furthest == 3 && branch->run > before->run && m_session->runs().runs().size() == 1);
    m_session->apply(m_bias);
    QVERIFY(withChanges(2, 3));
    m_session->takeBack({m_bias}); // it is still another one
    const auto still = withChanges(1, 3);
    QVERIFY(still && still->run == branch->run && still->furthest == 3);
    m_session->takeBack({m_weight});
    const auto back = withChanges(0, 3);
    QVERIFY(back && back->furthest == 7 && *back->moment == *rewound->moment);
    QVERIFY(m_session->runs().runs().empty() && !back->record->parent);
    for (std::size_t model = 0; model < 2; ++model)
        QVERIFY(rowsOf(back->models[model].history) == rowsOf(before->models[model].history));
    m_session->apply(m_weight); // and done again
    const auto again = withChanges(1, 3);
    QVERIFY(again && again->furthest == 3 && *again->moment == *branch->moment);
}

void TestSessionTakeBack::theRunGoesOnAsIfNothingHadBeen()
{
    QVERIFY(train(4));
    for (const Change &change : {m_weight, m_bias, m_off}) {
        m_session->apply(change);
        QVERIFY(withChanges(1, 4));
        m_session->takeBack({change});
        QVERIFY(withChanges(0, 4));
    }
    m_session->play();
    const auto end = awaitSnapshot(*m_session, inState(RunState::Finished));
    const auto other = smallSession();
    other->play();
    const auto untouched = awaitSnapshot(*other, inState(RunState::Finished));
    QVERIFY(end && untouched && *end->moment == *untouched->moment);
    for (std::size_t model = 0; model < 2; ++model)
        QVERIFY(rowsOf(end->models[model].history) == rowsOf(untouched->models[model].history));
}

void TestSessionTakeBack::whatIsNotThereChangesNothing()
{
    QVERIFY(train(2));
    m_session->apply(m_weight);
    const auto changed = withChanges(1, 2);
    QVERIFY(changed);
    m_session->takeBack({m_bias});
    m_session->takeBack({});
    const auto answered = awaitSnapshot(*m_session, [&](const Snapshot &s) { return s.command >= m_session->lastCommand(); });
    QVERIFY(answered && answered->run == changed->run && *answered->moment == *changed->moment);
    QCOMPARE(answered->record->changes.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestSessionTakeBack)
#include "tst_session_take_back.moc"
