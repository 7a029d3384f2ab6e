// The ways in which kernels use a device.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace actiscope {

/** How kernels use a device. */
enum class KernelMapping {
    Vectors, ///< a work-group is one work-item that computes with vectors: for a CPU
    Lanes,   ///< a work-group is many work-items side by side, with local memory in common: for a GPU and whatever else there is
};

/** Which kernels are asked for. */
struct KernelChoice {
    KernelMapping mapping = KernelMapping::Vectors;
    bool tensorCores = true; ///< in the lanes mapping: whether products are made on them, where the device has some

    constexpr KernelChoice(KernelMapping chosen, bool usesTensorCores = true) : mapping(chosen), tensorCores(usesTensorCores) {}
};

/** What a choice is called on the command line. */
struct KernelName {
    std::string_view name;
    KernelChoice choice;
};
inline constexpr std::array kernelChoices = {KernelName{"cpu", {KernelMapping::Vectors}}, KernelName{"gpu", {KernelMapping::Lanes}},
                                             KernelName{"gpu-fp32", {KernelMapping::Lanes, false}}};

/** "cpu", "gpu", "gpu-fp32". */
constexpr std::string_view kernelName(KernelChoice choice)
{
    return kernelChoices[choice.mapping == KernelMapping::Vectors ? 0 : choice.tensorCores ? 1 : 2].name;
}

/** Nothing where there is none of that name. */
constexpr std::optional<KernelChoice> kernelNamed(std::string_view name)
{
    for (const KernelName &each : kernelChoices) {
        if (each.name == name)
            return each.choice;
    }
    return std::nullopt;
}

} // namespace actiscope
