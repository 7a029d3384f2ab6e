// A run on OpenCL can be gone back to at any of its epochs, to the last bit.
#include "tests/gpu/mapped_backend.h"
#include "tests/support/rewound_run.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClTimeline : public QObject {
    Q_OBJECT

private slots:
    void everyEpochIsAsIfTheRunHadStoppedThere_data();
    void everyEpochIsAsIfTheRunHadStoppedThere();
};

void TestOpenClTimeline::everyEpochIsAsIfTheRunHadStoppedThere_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("full batch") << 0;
    QTest::newRow("batches of 7 and a rest") << 7;
}

void TestOpenClTimeline::everyEpochIsAsIfTheRunHadStoppedThere()
{
    QFETCH(int, batchSize);
    std::vector<std::int64_t> epochs = epochsToSeek;
    if (mappingUnderTest == KernelMapping::Lanes) // which takes its time on a CPU
        epochs = {1000, 7, 137};
    QCOMPARE(firstEpochThatDiffers(*mappedBackend(), *mappedBackend(), batchSize, epochs), -1);
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClTimeline)
#include "tst_opencl_timeline.moc"
