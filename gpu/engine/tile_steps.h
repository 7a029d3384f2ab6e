// The table by which a work-group of the lanes mapping goes through a tile (kernels/lanes/passes.cl): a network of any width and depth is gone through in blocks
// of units, and what is done between two meetings of its work-items is a step.
#pragma once

#include "gpu/kernels/common/shared_layout.h"

#include <vector>

namespace actiscope {

/** How a network lies in blocks of `units`; layers are hidden ones. */
class BlockedNetwork {
public:
    /** Of a plan whose layers have their lengths. `propagatesOwn`: an item has the same columns of every product, as tensor cores have it. */
    BlockedNetwork(const kernels::Plan &plan, int units, bool propagatesOwn = false);

    int units() const { return m_units; }
    bool propagatesOwn() const { return m_propagatesOwn; }
    int hiddenLayers() const { return m_plan.hiddenLayers; }
    int outputs() const { return m_plan.layers[m_plan.hiddenLayers].outputs; }
    int last() const { return m_plan.hiddenLayers - 1; }
    int columns(int layer) const; ///< blocks of its units
    int terms(int layer) const;   ///< and of its inputs
    /** Whether the first layer is computed from points of a plane, wherever it is needed. */
    bool isFromPoints() const;
    bool isFromPoints(int layer) const { return layer == 0 && isFromPoints(); }
    /** Whether its values stay in the place of inputs. */
    bool staysInPlace(int layer) const;
    /** Whether products are made with one block of weights: it stays in its place, and its gradient in registers until the last tile. */
    bool hasOneBlock() const;
    bool keepsValues(int layer) const; ///< in memory
    bool keepsSums(int layer) const;   ///< in memory: z
    bool keepsDeltas(int layer) const; ///< in memory: dLoss/dz
    /** Whether its small gradients stay in registers until the last tile. */
    bool holdsSums(int layer) const;
    /** Whether all gradients stay in registers until the last tile. */
    bool addsOnce() const;

private:
    const kernels::Plan &m_plan;
    int m_units;
    bool m_propagatesOwn;
};

struct TileSteps {
    std::vector<kernels::TileStep> all;
    int forward = 0; ///< the first ones: a tile on the way forward,
    int ofTile = 0;  ///< and back; the others come after the last tile
};

TileSteps tileSteps(const BlockedNetwork &network);

} // namespace actiscope
