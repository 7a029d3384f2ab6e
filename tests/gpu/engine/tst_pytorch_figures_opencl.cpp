// Runs of other sizes, seeds, widths, activations, optimisers, losses and data against PyTorch's, on the first OpenCL device: a work-group
// for the model, and its batches divided among several.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/disturbed.h"
#include "tests/support/patience.h"
#include "tests/support/pytorch_batches.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** A run that rounding can lead to where a sample comes close to a kink: Eigen's, in float, from initial weights that are off by what
 *  rounding comes to. */
reference::PyTorchRun runBeside(reference::PyTorchRun run, unsigned seed)
{
    const Cohort cohort = disturbed(reference::cohortOf(run), seed, roundingOfARun);
    const auto eigen = makeEigenBackend(Precision::Float);
    eigen->load(cohort);
    run.rows = reference::trainAsPyTorch(*eigen, run);
    const ModelParameters parameters = eigen->parameters(0);
    run.learnedAlpha.clear();
    for (std::size_t layer = 0; layer < parameters.activation.size(); ++layer) {
        if (cohort.models.front().activation(layer).activation->isLearnable())
            run.learnedAlpha.push_back(parameters.activation[layer].front());
    }
    return run;
}

} // namespace

class TestPyTorchFiguresOpenCl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runFollowsPyTorch_data();
    void runFollowsPyTorch();
    void partsOfEpochsAreMeansOfPyTorchsBatches_data();
    void partsOfEpochsAreMeansOfPyTorchsBatches();

private:
    std::unique_ptr<Backend> m_whole;
    std::unique_ptr<Backend> m_split;
};

void TestPyTorchFiguresOpenCl::initTestCase()
{
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
    m_whole = mappedBackend(Divided::Nothing);
    m_split = mappedBackend(Divided::Batches);
}

void TestPyTorchFiguresOpenCl::runFollowsPyTorch_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("split");
    // PoCL takes seconds to build each program of the lanes mapping: the activations that only one or two runs have are compared there with
    // Eigen's (tst_opencl_training), which is compared with PyTorch's.
    const bool isSlow = mappingUnderTest == KernelMapping::Lanes, isSlowest = emulatesTensorCores();
    static const QRegularExpression ofAnActivation("^(default|odd|narrow|shallow|deep)_"), ofBlocks("^(batch_remainder|depth_8|shape_16_outputs|wide_relu)\\.");
    for (const QString &name : reference::pyTorchRunNames()) {
        if ((isSlow && name.contains(ofAnActivation)) || (isSlowest && !name.contains(ofBlocks)))
            continue;
        QTest::newRow(qPrintable(name)) << name << false;
        if (!isSlow || name.startsWith("batch"))
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
        const QString difference = reference::compareWithPyTorch(backend, run, allowed);
        if (difference.isEmpty())
            return;
        bool isBeside = false;
        for (unsigned seed = 1; seed <= 16 && !isBeside; ++seed)
            isBeside = reference::compareWithPyTorch(backend, runBeside(run, seed), allowed).isEmpty();
        QVERIFY2(isBeside, qPrintable(difference + " and it is no run that a rounding error leads to"));
        qInfo("not PyTorch's run (%s), but one that Eigen makes in float after a rounding error", qPrintable(difference));
    } catch (const BackendError &error) {
        QFAIL((error.what() + ("\n" + error.log())).c_str());
    }
}

void TestPyTorchFiguresOpenCl::partsOfEpochsAreMeansOfPyTorchsBatches_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::runsToldInBatches()) {
        if ((!test::isSanitized && !emulatesTensorCores()) || !name.startsWith(QLatin1String("image_fashion")))
            QTest::newRow(qPrintable(name)) << name;
    }
}

/** Whoever divides the work. A sample of a part may fall to the other side of a rounding; its loss is that of few samples. */
void TestPyTorchFiguresOpenCl::partsOfEpochsAreMeansOfPyTorchsBatches()
{
    QFETCH(QString, name);
    const double loss = std::max(tolerance::loss, tolerance::floatDifferenceFactor * reference::readPyTorchRun(name).floatLossDifference);
    for (const auto &backend : {m_whole.get(), m_split.get()}) {
        for (const std::size_t parts : {std::size_t{1}, std::size_t{7}, mostParts}) {
            const QString difference = reference::comparePartsWithPyTorch(*backend, name, parts, 4 * loss, 1);
            QVERIFY2(difference.isEmpty(), qPrintable(QString::number(parts) + ": " + difference));
        }
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestPyTorchFiguresOpenCl)
#include "tst_pytorch_figures_opencl.moc"
