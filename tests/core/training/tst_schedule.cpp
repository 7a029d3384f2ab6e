// Learning rates from epoch to epoch against torch.optim.lr_scheduler (PyTorch 1.13, in double).
#include "core/base/errors.h"
#include "core/training/schedule.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace actiscope;

namespace {

struct Case {
    const char *name;
    ScheduleSettings schedule;
    std::vector<double> rates; ///< of epochs 0, 1, …, from 0.1
};

const std::vector<Case> &cases()
{
    static const std::vector<Case> all = {
        {"constant", {}, {0.1, 0.1, 0.1}},
        {"StepLR(step_size=3, gamma=0.5)",
         {.kind = ScheduleKind::Step, .stepEpochs = 3, .factor = 0.5},
         {0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.0125, 0.0125, 0.0125, 0.00625}},
        {"CosineAnnealingLR(T_max=5, eta_min=0.01)",
         {.kind = ScheduleKind::Cosine, .period = 5, .leastRate = 0.01},
         {0.1, 0.09140576474687263, 0.06890576474687263, 0.04109423525312736, 0.018594235253127367, 0.01, 0.018594235253127367,
          0.04109423525312739, 0.06890576474687267, 0.09140576474687269, 0.10000000000000006, 0.09140576474687272, 0.06890576474687268}},
    };
    return all;
}

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void ratesArePyTorchs();
    void nothingChangesBeforeTheNextChange();
    void theRateAtTheEndOfACosineIsTheLeastWithoutARest();
    void wrongSettingsAreRefused();
};

void TestSchedule::ratesArePyTorchs()
{
    for (const Case &each : cases()) {
        for (std::size_t epoch = 0; epoch < each.rates.size(); ++epoch) {
            const double rate = scheduledRate(each.schedule, 0.1, static_cast<std::int64_t>(epoch));
            QVERIFY2(std::abs(rate - each.rates[epoch]) < 1e-15, each.name);
        }
    }
}

void TestSchedule::nothingChangesBeforeTheNextChange()
{
    for (const Case &each : cases()) {
        for (std::int64_t epoch = 0; epoch < 20; ++epoch) {
            const std::int64_t next = nextRateChange(each.schedule, epoch);
            QVERIFY(next > epoch);
            for (std::int64_t e = epoch; e < next && e < 40; ++e)
                QCOMPARE(scheduledRate(each.schedule, 0.1, e), scheduledRate(each.schedule, 0.1, epoch));
        }
    }
}

void TestSchedule::theRateAtTheEndOfACosineIsTheLeastWithoutARest()
{
    for (const int period : {1, 3, 7, 100, 99'999}) {
        const ScheduleSettings cosine{.kind = ScheduleKind::Cosine, .period = period};
        for (const std::int64_t turn : {0, 1, 1000}) {
            QCOMPARE(scheduledRate(cosine, 0.3, 2 * turn * period), 0.3);
            QCOMPARE(scheduledRate(cosine, 0.3, (2 * turn + 1) * period), 0.0);
        }
    }
}

void TestSchedule::wrongSettingsAreRefused()
{
    const auto option = [](const ScheduleSettings &schedule) -> std::string {
        try {
            validate(schedule);
        } catch (const ConfigurationError &error) {
            return error.option();
        }
        return {};
    };
    QCOMPARE(option({}), std::string());
    QCOMPARE(option({.stepEpochs = 0}), std::string("schedule-step"));
    QCOMPARE(option({.factor = 0}), std::string("schedule-factor"));
    QCOMPARE(option({.factor = INFINITY}), std::string("schedule-factor"));
    QCOMPARE(option({.period = -1}), std::string("schedule-period"));
    QCOMPARE(option({.leastRate = -1e-9}), std::string("schedule-least"));
    QCOMPARE(option({.leastRate = NAN}), std::string("schedule-least"));
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
