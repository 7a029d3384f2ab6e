// The ready experiment of Fashion-MNIST falls where Keras does: its losses after five epochs, their order, and the test accuracy. And how far it is is told.
#include "core/engine/tells_progress.h"
#include "core/io/ready_experiments.h"
#include "core/training/comparison.h"
#include "gpu/device/opencl_device.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/patience.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>

using namespace actiscope;
using namespace actiscope::test;

class TestFashionMnist : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fiveEpochsFallWhereKerasDoes();
    void progressGoesFromNoneToAll();
    void partsAreToldWhileTheyCome();
};

void TestFashionMnist::initTestCase()
{
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
}

/** Mean training losses of epoch 5, of Keras 3.15 with seed 42: 784-128-10, Adam with 0.001, batches of 32. */
void TestFashionMnist::fiveEpochsFallWhereKerasDoes()
{
    if (!std::filesystem::exists("/usr/share/datasets/fashion-mnist"))
        QSKIP("dataset-fashion-mnist is not installed");
    if (isSanitized)
        QSKIP("takes minutes");
    constexpr std::array ofKeras = {0.2939, 0.2843, 0.3101, 0.3329}; // ReLU, GELU, sigmoid, Leaky ReLU (0.3)
    constexpr double near = 0.012;
    const auto backend = mappedBackend(Divided::Nothing);
    Comparison run(1, findReadyExperiment("fashion-mnist")->experiment, *backend);
    run.advance(5);
    const Snapshot last = run.snapshot(std::nullopt);
    const auto loss = [&](std::size_t model) { return last.models.at(model).current.trainLoss; };
    for (std::size_t model = 0; model < ofKeras.size(); ++model) {
        QVERIFY2(std::abs(loss(model) - ofKeras[model]) < near, qPrintable(QString::number(loss(model))));
        const double accuracy = last.models[model].current.testAccuracy;
        QVERIFY2(accuracy > 0.855 && accuracy < 0.89, qPrintable(QString::number(accuracy)));
    }
    QVERIFY(loss(1) < loss(0) && loss(0) < loss(2) && loss(2) < loss(3));
}

/** Of the digits, for so many epochs that somebody who watches hears of it. */
void TestFashionMnist::progressGoesFromNoneToAll()
{
    for (const Divided division : {Divided::Nothing, Divided::Batches}) {
        const auto backend = mappedBackend(division);
        Experiment experiment = findReadyExperiment("digits")->experiment;
        experiment.models.resize(1);
        Comparison run(1, experiment, *backend);
        std::vector<double> shares;
        dynamic_cast<TellsProgress &>(*backend).tellProgress([&shares](const AdvanceProgress &progress) { shares.push_back(progress.share); });
        for (int epochs = 100; shares.size() < 3 && epochs < 100'000; epochs *= 4)
            run.advance(epochs);
        QVERIFY(std::ranges::all_of(shares, [](double share) { return share >= 0 && share <= 1; }));
        if (openClDevices().front().mapping == KernelMapping::Vectors) // the processor: it can be read meanwhile
            QVERIFY(std::ranges::any_of(shares, [](double share) { return share > 0 && share < 1; }));
    }
}

/** Of an epoch that takes long: each time the beginning of what the epoch's parts are in the end. */
void TestFashionMnist::partsAreToldWhileTheyCome()
{
    if (openClDevices().front().mapping != KernelMapping::Vectors)
        QSKIP("an accelerator cannot be asked meanwhile");
    for (const Divided division : {Divided::Nothing, Divided::Batches}) {
        const auto backend = mappedBackend(division);
        Experiment experiment = findReadyExperiment("digits")->experiment;
        experiment.models.resize(2);
        experiment.hidden = {512, 512, 512};
        experiment.batchSize = 4;
        Comparison run(1, experiment, *backend);
        std::vector<std::vector<std::vector<PartFigures>>> told;
        dynamic_cast<TellsProgress &>(*backend).tellProgress(
            [&told](const AdvanceProgress &progress) { told.emplace_back(progress.parts.begin(), progress.parts.end()); });
        run.advance(1);
        const std::vector<History> histories = run.histories();
        QVERIFY(!told.empty());
        for (const auto &parts : told) {
            QCOMPARE(parts.size(), histories.size());
            for (std::size_t model = 0; model < parts.size(); ++model) {
                const auto all = histories[model].parts(0);
                QVERIFY(parts[model].size() <= all.size() && std::ranges::equal(parts[model], all.first(parts[model].size())));
            }
        }
        QVERIFY(std::ranges::any_of(told, [](const auto &parts) { return !parts[0].empty() || !parts[1].empty(); }));
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestFashionMnist)
#include "tst_fashion_mnist.moc"
