// Runs of other sizes, seeds, widths and activations against PyTorch's, on the first OpenCL device.
#include "core/errors.h"
#include "gpu/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/pytorch_runs.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestPyTorchFiguresOpenCl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runFollowsPyTorch_data();
    void runFollowsPyTorch();

private:
    std::unique_ptr<Backend> m_backend;
};

void TestPyTorchFiguresOpenCl::initTestCase()
{
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
    m_backend = mappedBackend();
}

void TestPyTorchFiguresOpenCl::runFollowsPyTorch_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::pyTorchRunNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPyTorchFiguresOpenCl::runFollowsPyTorch()
{
    QFETCH(QString, name);
    const reference::PyTorchRun run = reference::readPyTorchRun(name);
    const reference::RunTolerance allowed = {
        .loss = std::max(tolerance::loss, tolerance::floatDifferenceFactor * run.floatLossDifference),
        .samples = std::max(1.0, tolerance::floatDifferenceFactor * run.floatSampleDifference),
    };
    try {
        const QString difference = reference::compareWithPyTorch(*m_backend, run, allowed);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    } catch (const BackendError &error) {
        QFAIL((error.what() + ("\n" + error.log())).c_str());
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestPyTorchFiguresOpenCl)
#include "tst_pytorch_figures_opencl.moc"
