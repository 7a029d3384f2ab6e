#include "core/engine/network.h"

namespace actiscope {

std::size_t NetworkShape::weightCount() const
{
    std::size_t count = 0;
    for (std::size_t layer = 0; layer < layerCount(); ++layer)
        count += static_cast<std::size_t>(layerInputs(layer)) * static_cast<std::size_t>(layerOutputs(layer));
    return count;
}

} // namespace actiscope
