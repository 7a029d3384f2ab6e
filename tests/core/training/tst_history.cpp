// Figures of a run in bounded memory: the newest rows are all there, of older ones those at even distances, each in its place.
#include "core/training/history.h"

#include <QTest>

using namespace actiscope;

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void allRowsAreKeptUnlessSomebodyWantsFewer();
    void aLongOneIsThinnedEvenly();
    void aCutOneGoesOnExactly();
    void copiesStayAsTheyWere();
    void partsStayWithTheirEpochs();
};

namespace {

constexpr std::size_t most = 2 * History::leastWhole;

/** Its loss is its epoch. */
EpochFigures rowOf(std::size_t epoch)
{
    return {static_cast<double>(epoch), -static_cast<double>(epoch), 0.5, 0.25};
}

void extend(History &history, std::size_t rows)
{
    while (history.size() < rows)
        history.append(rowOf(history.size()));
}

/** Whether each row is the one of the epoch that it is said to be of. */
bool isTrue(const History &history)
{
    for (std::size_t epoch = 0; epoch < history.size(); ++epoch) {
        const std::size_t kept = history.kept(epoch);
        if (kept > epoch || history.kept(kept) != kept || history[epoch].trainLoss != static_cast<double>(kept))
            return false;
    }
    return true;
}

} // namespace

void TestHistory::allRowsAreKeptUnlessSomebodyWantsFewer()
{
    History history;
    extend(history, 100'000);
    QVERIFY(history.keptRows() == 100'000 && history.keptAfter(12'345) == 12'346 && isTrue(history));
}

void TestHistory::aLongOneIsThinnedEvenly()
{
    History history;
    history.keepAtMost(most);
    for (const std::size_t rows : {10'000, 20'000, 70'001, 400'000, 1'000'000}) {
        extend(history, rows);
        QCOMPARE(history.size(), rows);
        QVERIFY2(history.keptRows() <= most + History::chunkSize, qPrintable(QString::number(history.keptRows())));
        QVERIFY(history.keptRows() >= std::min(rows, most / 3));
        QVERIFY(isTrue(history));
        QCOMPARE(history.back().trainLoss, static_cast<double>(rows - 1));
        for (std::size_t epoch = rows - History::leastWhole; epoch < rows; ++epoch)
            QCOMPARE(history.kept(epoch), epoch);
        const std::size_t distance = history.keptAfter(0); // of old rows: the same everywhere
        for (std::size_t epoch = 0; epoch + History::leastWhole + History::chunkSize < rows; epoch += distance)
            QCOMPARE(history.keptAfter(epoch), epoch + distance);
    }
}

/** Where a run was rewound and goes on another way. */
void TestHistory::aCutOneGoesOnExactly()
{
    History whole;
    whole.keepAtMost(most);
    extend(whole, 300'000);
    QVERIFY(whole.keptAfter(0) > 1);
    for (const std::size_t rows : {0, 1, 777, 1'024, 100'333, 299'000, 300'000}) {
        History cut = whole.first(rows);
        QCOMPARE(cut.size(), rows);
        QVERIFY(isTrue(cut));
        const History again = cut.first(rows - rows / 500);
        QVERIFY(isTrue(again));
        extend(cut, rows + 5'000);
        QVERIFY(isTrue(cut));
        for (std::size_t epoch = rows + History::chunkSize; epoch < cut.size(); ++epoch)
            QCOMPARE(cut.kept(epoch), epoch);
        extend(cut, 400'000);
        QVERIFY(isTrue(cut) && cut.keptRows() <= most + History::chunkSize);
    }
}

void TestHistory::copiesStayAsTheyWere()
{
    History history;
    history.keepAtMost(most);
    extend(history, 15'000);
    const History before = history;
    extend(history, 500'000);
    QVERIFY(before.keptRows() == 15'000 && isTrue(before));
    History other = before;
    other.keepAtMost(0);
    extend(other, 100'000);
    QCOMPARE(other.keptRows(), std::size_t{100'000});
}

/** Cut, thinned, and where some epochs have none. */
void TestHistory::partsStayWithTheirEpochs()
{
    History history;
    history.keepAtMost(most);
    for (std::size_t epoch = 0; epoch < 20; ++epoch) {
        history.append(rowOf(epoch));
        if (epoch % 3 != 1)
            history.setParts({{0.5, static_cast<double>(epoch), 0.1}, {1, 2.0 * static_cast<double>(epoch), 0.2}});
    }
    extend(history, 40'000);
    QCOMPARE(history.epochsWithParts(), std::size_t{19});
    const auto isTrueUpTo = [](const History &each, std::size_t end) {
        for (std::size_t epoch = 0; epoch < 25; ++epoch) {
            const auto parts = each.parts(epoch);
            const bool isThere = epoch < end && epoch % 3 != 1;
            if (parts.empty() == isThere || (isThere && parts[1].loss != 2.0 * static_cast<double>(epoch)))
                return false;
        }
        return true;
    };
    QVERIFY(isTrueUpTo(history, 20));
    QVERIFY(isTrueUpTo(history.first(7), 7) && isTrueUpTo(history.first(30'000), 20));
    History cut = history.first(8);
    cut.dropPartsFrom(6);
    QVERIFY(isTrueUpTo(cut, 6) && cut.size() == 8);
    QVERIFY(isTrueUpTo(history, 20)); // a copy is none of its business
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
