#include "gpu/device/tensor_cores.h"

#include "gpu/kernels/embedded_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <string_view>

namespace actiscope {
namespace {

/** The largest tile that there is for tensor cores. */
KernelTuning tuningToTry(const cl::Device &device)
{
    constexpr int mostRows = 6;
    KernelTuning tuning = KernelTuning::forLanes(device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>(), device.getInfo<CL_DEVICE_LOCAL_MEM_SIZE>() / sizeof(float))
                              .withTensorCores(TensorCores::Used)
                              .withRows(mostRows);
    tuning.localTiles = true;
    return tuning;
}

bool areRightOn(const cl::Device &device)
{
    try {
        const KernelTuning tuning = tuningToTry(device);
        const int size = tuning.units / 2 - 4;
        for (const TriedBlock &block : {TriedBlock(tuning, tuning.units, tuning.units, tuning.tile), TriedBlock(tuning, size, size, tuning.tile - 11),
                                        TriedBlock(tuning, size, size, tuning.shortTile - 5)}) {
            if (!(errorOf(blockProducts(device, tuning, block), tuning, block) < tensorProductError))
                return false;
        }
        return true;
    } catch (const cl::Error &) {
        return false; // it does not build there, or not run: there is another way
    }
}

} // namespace

std::string productsOfBlocks()
{
    std::string source;
    const auto append = [&](std::string_view file) { source.append("#line 1 \"").append(file).append("\"\n").append(embeddedKernel(file)).append("\n"); };
    append("lanes/product.cl");
    append("lanes/tensor_product.cl");
    for (const std::string_view rows : {"ROWS", "FEW_ROWS"}) {
        source.append(rows == "FEW_ROWS" ? "#if FEW_ROWS < ROWS\n" : "#if 1\n").append("#define PRODUCT_ROWS ").append(rows).append("\n");
        append("lanes/product_of_rows.cl");
        source.append("#undef PRODUCT_ROWS\n#endif\n");
    }
    append("lanes/block_products.cl");
    return source;
}

std::string blockProductsSource()
{
    std::string source = "#define HAS_TARGET_VALUES 0\n";
    for (const char *file : {"common/shared_layout.h", "common/real.cl", "common/vocabulary.cl", "lanes/work_group.cl", "common/ranges.cl", "common/targets.cl",
                             "common/random.cl", "lanes/block.cl"})
        source.append(embeddedKernel(file)).append("\n");
    return source.append(productsOfBlocks()).append(embeddedKernel("lanes/products_trial.cl"));
}

bool haveTensorCores(const cl::Device &device)
{
    static std::mutex mutex;
    static std::map<cl_device_id, bool> tried;
    if (!describe(device).saysTensorCores)
        return false;
    const std::lock_guard lock(mutex);
    const auto known = tried.find(device());
    return known != tried.end() ? known->second : tried.emplace(device(), areRightOn(device)).first->second;
}

TriedBlock::TriedBlock(const KernelTuning &tuning, int inputs, int outputs, int rows) : terms(inputs), units(outputs), samples(rows)
{
    std::mt19937 bits(1); // whose numbers are the same everywhere
    const auto fill = [&](std::vector<float> &block, int height, int insideRows, int insideColumns, float beyond) {
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < tuning.units; ++column) {
                const double number = static_cast<double>(bits()) / 0x1p31 - 1;
                block.push_back(row < insideRows && column < insideColumns ? static_cast<float>(number) : beyond);
            }
        }
    };
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    fill(values, tuning.tile, samples, terms, nan);
    fill(weights, tuning.units, terms, units, 0);
    fill(deltas, tuning.tile, samples, units, nan);
}

BlockProducts blockProducts(const cl::Device &device, const KernelTuning &tuning, const TriedBlock &block)
{
    const cl::Context context(device);
    const cl::CommandQueue queue(context, device);
    cl::Program program(context, blockProductsSource());
    program.build(tuning.buildOptions().c_str());
    cl::Kernel kernel(program, "tryProducts");
    const auto bufferOf = [&](std::vector<float> floats) {
        return cl::Buffer(context, CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, floats.size() * sizeof(float), floats.data());
    };
    const std::size_t ofTile = block.values.size(), ofWeights = block.weights.size();
    const cl::Buffer results(context, CL_MEM_READ_WRITE, (2 * ofTile + ofWeights) * sizeof(float));
    const std::array buffers = {bufferOf(block.values), bufferOf(block.weights), bufferOf(block.deltas), results};
    cl_uint argument = 0;
    for (const cl::Buffer &buffer : buffers)
        kernel.setArg(argument++, buffer);
    for (const cl_int count : {block.terms, block.units, block.samples})
        kernel.setArg(argument++, count);
    const auto rows = static_cast<std::size_t>(tuning.units + 2 * tuning.tile), items = static_cast<std::size_t>(tuning.lanes);
    kernel.setArg(argument, cl::Local((tuning.scratchFloats() + rows * static_cast<std::size_t>(tuning.rowLength())) * sizeof(float)));
    queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(items), cl::NDRange(items));
    std::vector<float> all(2 * ofTile + ofWeights);
    queue.enqueueReadBuffer(results, CL_TRUE, 0, all.size() * sizeof(float), all.data());
    const auto part = [&](std::size_t first, std::size_t count) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
        return std::vector<float>(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    return {part(0, ofTile), part(ofTile, ofTile), part(2 * ofTile, ofWeights)};
}

double errorOf(const BlockProducts &products, const KernelTuning &tuning, const TriedBlock &block)
{
    double worst = 0;
    const auto at = [&](const std::vector<float> &of, int row, int column) -> double { return of[static_cast<std::size_t>(row * tuning.units + column)]; };
    const auto compare = [&](const std::vector<float> &found, int rows, int columns, int terms, const auto &left, const auto &right) {
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                double sum = 0, amount = 0;
                for (int term = 0; term < terms; ++term) {
                    const double product = left(row, term) * right(term, column);
                    sum += product;
                    amount += std::abs(product);
                }
                const double error = std::abs(at(found, row, column) - sum) / amount;
                worst = std::max(worst, std::isnan(error) ? std::numeric_limits<double>::infinity() : error);
            }
        }
    };
    compare(products.forward, block.samples, block.units, block.terms, [&](int row, int term) { return at(block.values, row, term); },
            [&](int term, int column) { return at(block.weights, term, column); });
    compare(products.back, block.samples, block.terms, block.units, [&](int row, int term) { return at(block.deltas, row, term); },
            [&](int term, int column) { return at(block.weights, column, term); });
    compare(products.gradient, block.terms, block.units, block.samples, [&](int row, int term) { return at(block.values, term, row); },
            [&](int term, int column) { return at(block.deltas, term, column); });
    return worst;
}

} // namespace actiscope
