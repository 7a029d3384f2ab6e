// What host and kernels tell each other lies alike on both sides: a device says how long the structures of kernels/common/shared_layout.h are for it, where
// their members are, and what it finds in one that is a kernel's argument. And kernels that are given the same take it in the same order.
#include "core/engine/training_state.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/kernels/common/shared_layout.h"
#include "gpu/kernels/embedded_kernels.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace actiscope;

class TestSharedLayout : public QObject {
    Q_OBJECT

private slots:
    void devicesSeeTheSameStructures();
    void argumentsArriveWhole();
    void smallSquaresAreKeptAlike();
    void kernelsTakeArgumentsInOneOrder_data();
    void kernelsTakeArgumentsInOneOrder();
};

namespace {

// item(structure, member): the last members, and the first ones that something else goes before.
#define FOR_MEMBERS(item)                                                                                                                  \
    item(Layer, clearsPadding) item(SampleSet, points) item(Plan, train) item(Plan, layers) item(Optimizer, schedule)                      \
        item(ModelEntry, optimizer) item(Launch, update) item(Launch, step) item(PredictionLaunch, unused) item(EvaluationLaunch, p1)      \
            item(Figures, testCorrect) item(TileStep, group) item(Progress, batches) item(Phase, atEnd) item(PhaseBarrier, open)           \
                item(PhaseBarrier, apart) item(Meeting, gaveUp) item(Meeting, apart)

struct Member {
    const char *name;
    std::size_t size;
    std::size_t offset;
};

const std::vector<Member> &members()
{
#define ON_THE_HOST(structure, member) {#structure "::" #member, sizeof(kernels::structure), offsetof(kernels::structure, member)},
    static const std::vector<Member> all = {FOR_MEMBERS(ON_THE_HOST)};
    return all;
}

/** A kernel that writes the same two numbers of each. */
std::string measuringKernel()
{
#define ON_THE_DEVICE(structure, member)                                                                                                   \
    "    *found++ = sizeof(" #structure "); *found++ = (int)(size_t)&((" #structure " *)0)->" #member ";\n"
    return std::string(embeddedKernel("common/shared_layout.h"))
           + "\n__kernel void measure(__global int *found)\n{\n" FOR_MEMBERS(ON_THE_DEVICE) + "}\n";
}

/** What a kernel with these arguments writes. */
std::vector<cl_int> written(const std::string &source, const char *name, std::size_t count, const auto &...arguments)
{
    const cl::Device device = allOpenClDevices().at(0);
    const cl::Context context(device);
    const cl::CommandQueue queue(context, device);
    cl::Program program(context, source);
    program.build(KernelTuning::forVectorWidth(8).buildOptions().c_str());
    std::vector<cl_int> result(count, -1);
    const cl::Buffer found(context, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, count * sizeof(cl_int), result.data());
    cl::Kernel kernel(program, name);
    kernel.setArg(0, found);
    cl_uint index = 1;
    (kernel.setArg(index++, arguments), ...);
    queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(1), cl::NDRange(1));
    queue.enqueueReadBuffer(found, CL_TRUE, 0, count * sizeof(cl_int), result.data());
    return result;
}

/** The names of a kernel's arguments, in their order. */
QStringList argumentsOf(const cl::Program &program, const char *name)
{
    const cl::Kernel kernel(program, name);
    QStringList names;
    for (cl_uint i = 0; i < kernel.getInfo<CL_KERNEL_NUM_ARGS>(); ++i)
        names += QString::fromStdString(kernel.getArgInfo<CL_KERNEL_ARG_NAME>(i)).remove(QChar(0));
    return names;
}

} // namespace

void TestSharedLayout::devicesSeeTheSameStructures()
{
    const std::vector<cl_int> found = written(measuringKernel(), "measure", 2 * members().size());
    for (std::size_t i = 0; i < members().size(); ++i) {
        QVERIFY2(found[2 * i] == static_cast<cl_int>(members()[i].size), members()[i].name);
        QVERIFY2(found[2 * i + 1] == static_cast<cl_int>(members()[i].offset), members()[i].name);
    }
}

void TestSharedLayout::argumentsArriveWhole()
{
    const char *const kernel = R"(
__kernel void answer(__global int *found, const Launch launch, int between, const EvaluationLaunch other, const PredictionLaunch last)
{
    const int all[] = {(int)(launch.modelStride >> 32), (int)launch.modelStride, launch.update, launch.epochs, (int)launch.lossLimit, launch.step, between,
                       other.kind, (int)other.p1, (int)last.workerStride, last.chunk};
    for (int i = 0; i < 11; ++i)
        found[i] = all[i];
}
)";
    kernels::Launch launch{};
    launch.modelStride = (kernels::ulong{3} << 32) + 4;
    launch.update = 5;
    launch.epochs = 6;
    launch.lossLimit = 7;
    launch.step = 8;
    kernels::PredictionLaunch last{};
    last.workerStride = 12;
    last.chunk = 13;
    const std::vector<cl_int> found = written(std::string(embeddedKernel("common/shared_layout.h")) + kernel, "answer", 11, launch,
                                              cl_int{9}, kernels::EvaluationLaunch{10, 0, 0, 11}, last);
    QCOMPARE(found, (std::vector<cl_int>{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}));
}

/** In states of training (core/engine/training_state.h) as in a device's memory. */
void TestSharedLayout::smallSquaresAreKeptAlike()
{
    constexpr double limit = SMALL_SQUARE, scale = SQUARE_SCALE, root = ROOT_OF_SQUARE_SCALE;
    QCOMPARE(keptSquare(limit), limit);
    QCOMPARE(keptSquare(limit / 2), -limit / 2 * scale);
    QCOMPARE(squareOfKept(-limit / 2 * scale), limit / 2);
    QCOMPARE(root * root, scale);
}

void TestSharedLayout::kernelsTakeArgumentsInOneOrder_data()
{
    QTest::addColumn<bool>("isLanes");
    QTest::addColumn<bool>("hasPhaseBarrier");
    QTest::addColumn<int>("meetingPolls");
    QTest::newRow("vectors") << false << false << 0;
    QTest::newRow("vectors with a phase barrier") << false << true << 0;
    QTest::newRow("lanes") << true << false << 0;
    QTest::newRow("lanes that meet") << true << false << 1;
}

/** As OpenClCohort::enqueueStep() and enqueueTraining() give them. */
void TestSharedLayout::kernelsTakeArgumentsInOneOrder()
{
    QFETCH(bool, isLanes);
    QFETCH(bool, hasPhaseBarrier);
    QFETCH(int, meetingPolls);
    KernelTuning tuning = isLanes ? KernelTuning::forLanes(32, 0) : KernelTuning::forVectorWidth(8);
    tuning.hasPhaseBarrier = hasPhaseBarrier;
    tuning.meetingPolls = meetingPolls;
    const std::array activations = {builtInActivations().front()};
    const cl::Context context(allOpenClDevices().at(0));
    const auto program = [&](EntryPoint entry) {
        cl::Program built(context, networkSource(activations, ProgramLoss(), tuning.mapping, entry));
        built.build((tuning.buildOptions() + " -cl-kernel-arg-info").c_str());
        return built;
    };
    const QStringList step = {"launch", "plans", "entries", "models", "workers", "corrections", "figures", "progress"};
    const QStringList training = step + QStringList{"trainSet", "testSet", "orders", "lastAlive"}, end = {"groupMemory"};
    QCOMPARE(argumentsOf(program(EntryPoint::TrainWhole), "trainWholeModels"), training + QStringList{"taken"} + end);
    QCOMPARE(argumentsOf(program(EntryPoint::Predict), "predictNetwork"), (QStringList{"launch", "plans", "models", "workers", "points", "answers"} + end));
    if (hasPhaseBarrier) {
        const QStringList inPhases = training + QStringList({"phases", "barriers"}) + end;
        QCOMPARE(argumentsOf(program(EntryPoint::TrainBatches), "trainDividedBatches"), inPhases);
        QCOMPARE(argumentsOf(program(EntryPoint::TrainUnits), "trainDividedLayers"), inPhases);
    } else if (tuning.groupsMeet()) {
        QCOMPARE(argumentsOf(program(EntryPoint::TrainBatches), "trainMeetingBatches"), training + QStringList{"meetings"} + end);
    } else {
        const cl::Program ofStep = program(EntryPoint::TrainBatches);
        QCOMPARE(argumentsOf(ofStep, "trainShards"), training + end);
        QCOMPARE(argumentsOf(ofStep, "finishStep"), step + end);
    }
}

QTEST_GUILESS_MAIN(TestSharedLayout)
#include "tst_shared_layout.moc"
