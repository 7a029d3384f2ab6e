#include "gpu/engine/tile_steps.h"

namespace actiscope {
namespace {

using namespace kernels;

constexpr int planeInputs = 2;    // of points of which a first layer is computed without a product
constexpr int outputsInGroup = 4; // of which a step adds up parts
constexpr int fewOutputs = 2;     // OUTPUTS_IN_REGISTERS of kernels/lanes/sums.cl

/** Makes the steps, one after the other. */
class StepMaker {
public:
    explicit StepMaker(const BlockedNetwork &network) : m_network(network) {}

    TileSteps make()
    {
        addForward();
        m_steps.forward = count();
        addBackward();
        m_steps.ofTile = count();
        addEnd();
        return std::move(m_steps);
    }

private:
    int count() const { return static_cast<int>(m_steps.all.size()); }

    void add(int work, int layer = 0, int column = 0, int term = 0, int group = 0)
    {
        if (work != 0)
            m_steps.all.push_back({work, layer, column, term, group});
    }

    void addForward()
    {
        add(TAKE_SAMPLES);
        if (m_network.hiddenLayers() == 0)
            add(LOGITS_OF_POINTS);
        for (int layer = 0; layer < m_network.hiddenLayers(); ++layer) {
            for (int column = 0; column < m_network.columns(layer); ++column) {
                if (m_network.isFromPoints(layer))
                    addApplication(0, layer, column, 0);
                else
                    addProduct(layer, column);
                if (layer == m_network.last())
                    addLogits(layer, column);
            }
        }
        m_steps.all.back().work |= MEASURE;
    }

    void addProduct(int layer, int column)
    {
        const int terms = m_network.terms(layer);
        for (int term = 0; term < terms; ++term) {
            const bool isThere = m_network.staysInPlace(layer - 1) || (terms == 1 && column > 0);
            add((isThere ? 0 : LOAD_INPUTS) | (m_network.hasOneBlock() ? 0 : LOAD_WEIGHTS), layer, column, term);
            const int product = MULTIPLY_WEIGHTS | (term == 0 ? START : 0);
            if (term + 1 < terms)
                add(product, layer, column, term);
            else
                addApplication(product | KEEP_BLOCK, layer, column, term);
        }
    }

    /** Values of a block, where they are needed next. */
    void addApplication(int before, int layer, int column, int term)
    {
        int work = before | APPLY | (m_network.isFromPoints(layer) ? FROM_POINTS : 0) | (m_network.keepsSums(layer) ? KEEPS_SUMS : 0);
        if (layer == m_network.last())
            work |= PARTS_OF_LOGITS;
        else
            work |= m_network.staysInPlace(layer) ? TO_INPUTS : TO_MEMORY;
        add(work, layer, column, term);
    }

    void addLogits(int layer, int column)
    {
        add(ADD_LOGITS, layer, column);
        const int again = APPLY | (m_network.isFromPoints(layer) ? FROM_POINTS : KEEP_BLOCK);
        for (int group = 1; group * outputsInGroup < m_network.outputs(); ++group) {
            add(again | PARTS_OF_LOGITS, layer, column, 0, group);
            add(ADD_LOGITS, layer, column, 0, group);
        }
    }

    void addBackward()
    {
        if (m_network.hiddenLayers() == 0) {
            add(GRADIENT_OF_POINTS);
            return;
        }
        const int last = m_network.last();
        for (int column = 0; column < m_network.columns(last); ++column) {
            const int source = m_network.isFromPoints(last) ? FROM_POINTS : m_network.keepsSums(last) ? FROM_MEMORY : KEEP_BLOCK;
            if (m_network.outputs() > fewOutputs) {
                add(source | APPLY, last, column);
                add(GRADIENT_OF_OUTPUTS, last, column);
            }
            addDeltas(source, last, column);
        }
        for (int layer = last; layer > 0; --layer)
            addPropagation(layer);
        if (!m_network.isFromPoints())
            addFirstGradient();
    }

    void addDeltas(int source, int layer, int column)
    {
        const int sums = m_network.holdsSums(layer) ? 0 : STORE_SUMS;
        add(source | APPLY_BACK | (m_network.keepsDeltas(layer) ? TO_MEMORY : 0) | sums, layer, column);
        if (sums != 0)
            add(ADD_SUMS, layer, column);
    }

    void addPropagation(int layer)
    {
        for (int term = 0; term < m_network.terms(layer); ++term) {
            for (int column = 0; column < m_network.columns(layer); ++column) {
                addLoads(m_network.hasOneBlock() ? 0 : LOAD_WEIGHTS, layer, column, term);
                add(gradient() | PROPAGATE_BLOCK | (column == 0 ? START : 0), layer, column, term);
            }
            const int source = m_network.isFromPoints(layer - 1) ? FROM_POINTS : FROM_MEMORY;
            if (!m_network.propagatesOwn())
                add(SPREAD_BLOCK, layer - 1, term);
            addDeltas(source | (m_network.propagatesOwn() ? KEEP_BLOCK : 0), layer - 1, term);
        }
    }

    void addFirstGradient()
    {
        for (int term = 0; term < m_network.terms(0); ++term) {
            for (int column = 0; column < m_network.columns(0); ++column) {
                addLoads(0, 0, column, term);
                add(gradient(), 0, column, term);
            }
        }
    }

    void addLoads(int also, int layer, int column, int term)
    {
        const bool isThere = m_network.hasOneBlock() || m_network.staysInPlace(layer - 1) || column > 0;
        add(also | (isThere ? 0 : LOAD_INPUTS) | (m_network.keepsDeltas(layer) ? LOAD_DELTAS : 0), layer, column, term);
    }

    int gradient() const { return GRADIENT_OF_WEIGHTS | (m_network.hasOneBlock() ? 0 : FLUSH_WEIGHTS); }

    void addEnd()
    {
        for (int layer = 0; layer < m_network.hiddenLayers(); ++layer) {
            if (!m_network.holdsSums(layer))
                continue;
            add(STORE_SUMS, layer);
            add(ADD_SUMS, layer);
        }
        if (m_network.hasOneBlock())
            add(FLUSH_WEIGHTS, m_network.isFromPoints() ? 1 : 0);
    }

    const BlockedNetwork &m_network;
    TileSteps m_steps;
};

int blocksFor(int count, int size)
{
    return (count + size - 1) / size;
}

} // namespace

BlockedNetwork::BlockedNetwork(const Plan &plan, int units, bool propagatesOwn) : m_plan(plan), m_units(units), m_propagatesOwn(propagatesOwn) {}

int BlockedNetwork::columns(int layer) const
{
    return blocksFor(m_plan.layers[layer].outputs, m_units);
}

int BlockedNetwork::terms(int layer) const
{
    return blocksFor(m_plan.layers[layer].inputs, m_units);
}

bool BlockedNetwork::isFromPoints() const
{
    return hiddenLayers() > 0 && m_plan.layers[0].inputs <= planeInputs;
}

/** Nothing else comes there: the next layer is the last one. */
bool BlockedNetwork::staysInPlace(int layer) const
{
    return layer == 0 && hiddenLayers() == 2 && isFromPoints() && columns(0) == 1;
}

bool BlockedNetwork::keepsValues(int layer) const
{
    return layer < last() && !staysInPlace(layer);
}

bool BlockedNetwork::keepsSums(int layer) const
{
    return !isFromPoints(layer) && (layer < last() || columns(layer) > 1);
}

bool BlockedNetwork::keepsDeltas(int layer) const
{
    return !isFromPoints(layer) && (columns(layer) > 1 || (layer > 0 && terms(layer) > 1));
}

/** There are registers for the last layer and for one other. */
bool BlockedNetwork::holdsSums(int layer) const
{
    return columns(layer) == 1 && (layer == last() || hiddenLayers() == 2);
}

bool BlockedNetwork::hasOneBlock() const
{
    int blocks = isFromPoints() ? 0 : terms(0) * columns(0);
    for (int layer = 1; layer < hiddenLayers(); ++layer)
        blocks += terms(layer) * columns(layer);
    return hiddenLayers() > 0 && blocks == 1;
}

bool BlockedNetwork::addsOnce() const
{
    if (hiddenLayers() == 0 || outputs() > fewOutputs)
        return false;
    const bool hasBlocks = !isFromPoints() || hiddenLayers() > 1;
    for (int layer = 0; layer < hiddenLayers(); ++layer) {
        if (!holdsSums(layer))
            return false;
    }
    return !hasBlocks || hasOneBlock();
}

TileSteps tileSteps(const BlockedNetwork &network)
{
    return StepMaker(network).make();
}

} // namespace actiscope
