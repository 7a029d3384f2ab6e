// Units that are trained on the first OpenCL device die at the same epochs as PyTorch's.
#include "core/errors.h"
#include "gpu/opencl_backend.h"
#include "tests/diagnostics_cases.h"
#include "tests/gpu/mapped_backend.h"

#include <QTest>

using namespace actiscope;

class TestOpenClDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void unitsDieWhenPyTorchsDo_data();
    void unitsDieWhenPyTorchsDo();
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

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClDiagnostics)
#include "tst_opencl_diagnostics.moc"
