// Where the parameters of a network lie: rows that vectors write whole have room, and slices that work-groups take side by side share no
// row of weights. For the vectors of every CPU, whichever this one has.
#include "core/training/experiment.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/kernels/embedded_kernels.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace actiscope;

class TestMemoryLayout : public QObject {
    Q_OBJECT

private slots:
    void rowsHaveRoom_data() { networks(); }
    void rowsHaveRoom();
    void slicesShareNoRow_data() { networks(); }
    void slicesShareNoRow();

private:
    static void networks();
};

namespace {

MemoryLayout layoutOf(const QList<int> &hidden, int outputs, int vectorWidth)
{
    Experiment experiment = defaultExperiment();
    experiment.hidden = {hidden.begin(), hidden.end()};
    setActivations(experiment, std::vector{parseActivationSpec("prelu")});
    Cohort cohort = makeCohort(experiment);
    cohort.shape.outputs = outputs;
    return {cohort, KernelTuning::forVectorWidth(vectorWidth)};
}

/** What a layer's rows of vectors reach, as (first, last + 1) in the parameters. */
std::vector<std::pair<int, int>> reaches(const kernels::Plan &plan, int vectorWidth)
{
    std::vector<std::pair<int, int>> all;
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const kernels::Layer &layer = plan.layers[static_cast<std::size_t>(l)];
        const bool isOutput = l == plan.hiddenLayers;
        all.emplace_back(layer.weight, layer.weight + (isOutput ? layer.outputs : layer.inputs) * layer.stride);
        all.emplace_back(layer.bias, layer.bias + (isOutput ? layer.outputs : layer.stride));
        if (!isOutput)
            all.emplace_back(layer.parameter, layer.parameter + 2 * vectorWidth);
    }
    std::ranges::sort(all);
    return all;
}

/** The kernels' own slices, and what each of them transposes of a copy of the model. */
const char *const slicesKernel = R"(
__kernel void slices(const __global Plan *plan, ulong modelStride, int count, __global int2 *found, __global float *models)
{
    for (int i = 0; i < count; ++i) {
        const Range slice = sliceOf(plan, i, count);
        found[i] = (int2)(slice.first, slice.last);
        transposeWeights(0, plan, slice, models + i * modelStride);
    }
}
)";

struct Slices {
    std::vector<cl_int2> found;
    std::vector<std::vector<float>> models;
};

/** Models whose weights are where they lie, plus 1, and whose transposed weights are 0 where no slice writes them. */
Slices slicesOf(const MemoryLayout &layout, int vectorWidth, int count)
{
    std::string source;
    for (const char *kernel : {"common/shared_layout.h", "common/real.cl", "common/vocabulary.cl", "vector/work_group.cl",
                               "vector/product.cl", "common/ranges.cl", "vector/transposition.cl", "train/slices.cl"})
        source.append(embeddedKernel(kernel)).append("\n");
    const cl::Device device = allOpenClDevices().at(0);
    const cl::Context context(device);
    const cl::CommandQueue queue(context, device);
    cl::Program program(context, source + slicesKernel);
    program.build(KernelTuning::forVectorWidth(vectorWidth).buildOptions().c_str());
    const auto models = static_cast<std::size_t>(count);
    std::vector<float> memory(layout.modelFloats * models);
    for (std::size_t i = 0; i < memory.size(); ++i) {
        const std::size_t place = i % layout.modelFloats;
        memory[i] = place < static_cast<std::size_t>(layout.plan.parameters) ? static_cast<float>(place + 1) : 0.0f;
    }
    Slices result{std::vector<cl_int2>(models), {}};
    kernels::Plan plan = layout.plan;
    const cl::Buffer planBuffer(context, CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, sizeof(plan), &plan);
    const cl::Buffer found(context, CL_MEM_READ_WRITE, models * sizeof(cl_int2));
    const cl::Buffer all(context, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, memory.size() * sizeof(float), memory.data());
    cl::Kernel kernel(program, "slices");
    kernel.setArg(0, planBuffer);
    kernel.setArg(1, static_cast<cl_ulong>(layout.modelFloats));
    kernel.setArg(2, static_cast<cl_int>(count));
    kernel.setArg(3, found);
    kernel.setArg(4, all);
    queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(1), cl::NDRange(1));
    queue.enqueueReadBuffer(found, CL_TRUE, 0, models * sizeof(cl_int2), result.found.data());
    queue.enqueueReadBuffer(all, CL_TRUE, 0, memory.size() * sizeof(float), memory.data());
    for (std::size_t m = 0; m < models; ++m)
        result.models.emplace_back(memory.begin() + static_cast<std::ptrdiff_t>(m * layout.modelFloats),
                                   memory.begin() + static_cast<std::ptrdiff_t>((m + 1) * layout.modelFloats));
    return result;
}

} // namespace

void TestMemoryLayout::networks()
{
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("vectorWidth");
    const std::vector<std::pair<QList<int>, int>> shapes = {
        {{}, 2}, {{1}, 1}, {{5}, 3}, {{64, 64}, 2}, {{33, 17}, 2}, {{33, 17}, 4}, {{17, 17}, 3}, {{512, 3, 512}, 2}, {{511, 497, 9}, 16}};
    for (const int width : {4, 8, 16}) {
        for (const auto &[hidden, outputs] : shapes) {
            QString name = QString::number(width) + ": ";
            for (const int units : hidden)
                name += QString::number(units) + "-";
            QTest::addRow("%s", qPrintable(name + QString::number(outputs))) << hidden << outputs << width;
        }
    }
}

void TestMemoryLayout::rowsHaveRoom()
{
    QFETCH(QList<int>, hidden);
    QFETCH(int, outputs);
    QFETCH(int, vectorWidth);
    const kernels::Plan plan = layoutOf(hidden, outputs, vectorWidth).plan;
    const auto all = reaches(plan, vectorWidth);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        QVERIFY(all[i].second <= all[i + 1].first);
    QVERIFY(all.back().second <= plan.parameters);
}

void TestMemoryLayout::slicesShareNoRow()
{
    QFETCH(QList<int>, hidden);
    QFETCH(int, outputs);
    QFETCH(int, vectorWidth);
    const MemoryLayout layout = layoutOf(hidden, outputs, vectorWidth);
    const kernels::Plan &plan = layout.plan;
    constexpr int large = 100000;
    for (const int count : {1, 6, 8, 64}) {
        if (count > 8 && plan.parameters > large)
            continue;
        const Slices slices = slicesOf(layout, vectorWidth, count);
        QCOMPARE(slices.found.front().s[0], 0);
        QCOMPARE(slices.found.back().s[1], plan.parameters);
        for (std::size_t i = 0; i < slices.found.size(); ++i) {
            const auto [first, last] = std::pair{slices.found[i].s[0], slices.found[i].s[1]};
            QVERIFY(first <= last && first % 16 == 0);
            QVERIFY(i == 0 || slices.found[i - 1].s[1] == first);
            for (int l = 1; l < plan.hiddenLayers; ++l) {
                const kernels::Layer &layer = plan.layers[static_cast<std::size_t>(l)];
                const int columns = plan.layers[static_cast<std::size_t>(l) - 1].stride;
                for (int unit = 0; unit < layer.outputs; ++unit) {
                    for (int input = 0; input < layer.inputs; ++input) {
                        const int place = layer.weight + input * layer.stride + unit;
                        const bool isOwn = place >= first && place < last;
                        const auto transposed = static_cast<std::size_t>(plan.transposed + layer.transposed + unit * columns + input);
                        if (slices.models[i][transposed] != (isOwn ? static_cast<float>(place + 1) : 0.0f))
                            QFAIL("a slice does not transpose the rows that it has, and no other");
                    }
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestMemoryLayout)
#include "tst_memory_layout.moc"
