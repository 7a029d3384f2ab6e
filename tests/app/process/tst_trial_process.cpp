// What becomes of children that try things: this test is its own child.
#include "app/process/trial_process.h"

#include <QTest>

#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

using namespace actiscope;
using namespace std::chrono_literals;
using Verdict = TrialResult::Verdict;

namespace {

/** "P3000": says the mark, ends 3000 ms later. */
int doTask(const std::string &task)
{
    if (write(STDOUT_FILENO, task.data(), 1) != 1)
        return 1;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::stoi(task.substr(1))));
    return 0;
}

} // namespace

class TestTrialProcess : public QObject {
    Q_OBJECT

private slots:
    void whatWasSaidCounts_data();
    void whatWasSaidCounts();
};

void TestTrialProcess::whatWasSaidCounts_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("passed, and ends") << "P0" << Verdict::Passed;
    QTest::newRow("refused, and ends") << "R0" << Verdict::Refused;
    QTest::newRow("passed, and ends late") << "P3000" << Verdict::Passed;
    QTest::newRow("passed, and does not end") << "P120000" << Verdict::Passed;
    QTest::newRow("refused, and does not end") << "R120000" << Verdict::Refused;
    QTest::newRow("nothing of use, and does not end") << "x120000" << Verdict::Died;
}

void TestTrialProcess::whatWasSaidCounts()
{
    QFETCH(QString, task);
    QFETCH(Verdict, verdict);
    const auto start = std::chrono::steady_clock::now();
    const TrialResult result = tryInChild(task.toStdString(), 60s);
    const auto took = std::chrono::steady_clock::now() - start;
    QCOMPARE(result.verdict, verdict);
    QCOMPARE(result.cause.empty(), verdict != Verdict::Died);
    QVERIFY(took < 60s);
    QVERIFY(!task.endsWith("3000") || took >= 3s); // it was not cut short
}

int main(int argc, char *argv[])
{
    if (argc == 3 && argv[1] == trialArgument)
        return doTask(argv[2]);
    QCoreApplication application(argc, argv);
    TestTrialProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_trial_process.moc"
