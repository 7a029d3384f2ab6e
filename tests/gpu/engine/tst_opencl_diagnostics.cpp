// Units that are trained on the first OpenCL device die at the same epochs as PyTorch's.
#include "core/base/errors.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/diagnostics_cases.h"

#include <QTest>

using namespace actiscope;

class TestOpenClDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void unitsDieWhenPyTorchsDo_data();
    void unitsDieWhenPyTorchsDo();
    void aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation();
};

void TestOpenClDiagnostics::unitsDieWhenPyTorchsDo_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::diagnosticsNames(true))
        QTest::newRow(qPrintable(name)) << name;
}

void TestOpenClDiagnostics::unitsDieWhenPyTorchsDo()
{
    QFETCH(QString, name);
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
    try {
        const auto backend = actiscope::test::mappedBackend();
        const QString difference = reference::compareDeaths(*backend, reference::readJson("diagnostics/" + name));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    } catch (const BackendError &error) {
        QFAIL((error.what() + ("\n" + error.log())).c_str());
    }
}

void TestOpenClDiagnostics::aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation()
{
    // All in one cohort, since programs take seconds to build.
    for (const bool dead : {true, false}) {
        for (const double sign : {-1.0, 1.0}) {
            std::vector<reference::FarUnits> all = reference::farUnits();
            std::erase_if(all, [&](const auto &far) { return far.isDead != dead || far.bias * sign < 0; });
            Cohort cohort = reference::cohortOfFarUnits(all.front().activation, all.front().bias);
            cohort.models.clear();
            for (const reference::FarUnits &far : all)
                cohort.models.push_back(reference::cohortOfFarUnits(far.activation, far.bias).models.front());
            const auto backend = actiscope::test::mappedBackend();
            backend->load(cohort);
            backend->advance(2);
            for (std::size_t m = 0; m < all.size(); ++m)
                QVERIFY2(backend->lastAlive(m) == std::vector<std::int64_t>(6, dead ? -1 : 1), all[m].activation);
        }
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClDiagnostics)
#include "tst_opencl_diagnostics.moc"
