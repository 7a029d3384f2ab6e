// Runs of other sizes, seeds, widths, activations, optimisers, losses and data against PyTorch's, on the first OpenCL device: a work-group
// for the model, and its batches divided among several.
#include "core/errors.h"
#include "gpu/opencl_backend.h"
#include "gpu/opencl_device.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/pytorch_runs.h"

#include <QTest>

#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Sums are added in another order by the lanes mapping, so that in other runs than on PyTorch a sample may cross a kink near the end
 *  of training: in default_prelu_0.1 it does and moves losses by up to 1.4e-3 and α by 8e-4. Eigen's run strays about as far in one
 *  of ten tries, from initial weights that are 1e-7 away. */
constexpr reference::RunTolerance afterAKink = {.loss = 5e-3, .samples = 3, .learnedAlpha = 1e-2};
constexpr int mostStrayed = 3; ///< of more than 300 runs

} // namespace

class TestPyTorchFiguresOpenCl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runFollowsPyTorch_data();
    void runFollowsPyTorch();

private:
    std::unique_ptr<Backend> m_whole;
    std::unique_ptr<Backend> m_split;
    int m_strayed = 0;
};

void TestPyTorchFiguresOpenCl::initTestCase()
{
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
    KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().front(), mappingUnderTest);
    tuning.splitFlops = std::numeric_limits<double>::infinity();
    m_whole = makeOpenClBackend(0, tuning);
    tuning.splitFlops = 0;
    m_split = makeOpenClBackend(0, tuning);
}

void TestPyTorchFiguresOpenCl::runFollowsPyTorch_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("split");
    for (const QString &name : reference::pyTorchRunNames()) {
        QTest::newRow(qPrintable(name)) << name << false;
        QTest::newRow(qPrintable(name + ", split")) << name << true;
    }
}

void TestPyTorchFiguresOpenCl::runFollowsPyTorch()
{
    QFETCH(QString, name);
    QFETCH(bool, split);
    const reference::PyTorchRun run = reference::readPyTorchRun(name);
    const reference::RunTolerance allowed = {
        .loss = std::max(tolerance::loss, tolerance::floatDifferenceFactor * run.floatLossDifference),
        .samples = std::max(1.0, tolerance::floatDifferenceFactor * run.floatSampleDifference),
    };
    try {
        Backend &backend = split ? *m_split : *m_whole;
        QString difference = reference::compareWithPyTorch(backend, run, allowed);
        if (!difference.isEmpty() && mappingUnderTest == KernelMapping::Lanes && ++m_strayed <= mostStrayed)
            difference = reference::compareWithPyTorch(backend, run, afterAKink);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    } catch (const BackendError &error) {
        QFAIL((error.what() + ("\n" + error.log())).c_str());
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestPyTorchFiguresOpenCl)
#include "tst_pytorch_figures_opencl.moc"
