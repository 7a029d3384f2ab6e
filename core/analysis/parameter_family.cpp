#include "core/analysis/parameter_family.h"

#include "core/base/counter_random.h"

namespace actiscope {

std::vector<double> startingFamily(const ActivationParameter &parameter)
{
    if (parameter.minimum <= 0.1 && parameter.maximum >= 1)
        return {0.1, 0.5, 1.0};
    const double range = parameter.maximum - parameter.minimum;
    return {parameter.minimum + 0.1 * range, parameter.minimum + 0.5 * range, parameter.minimum + 0.9 * range};
}

std::vector<double> drawnParameters(const Activation &activation, std::span<const double> parameters, double r)
{
    const double second = parameters.size() > 1 ? parameters[1] : 0;
    return std::vector<double>(parameters.size(), activation.doubleKernels.draw(r, parameters[0], second));
}

std::vector<std::vector<double>> randomParameters(const Activation &activation, std::span<const double> parameters, std::size_t count,
                                                  std::uint32_t seed)
{
    std::vector<std::vector<double>> drawn;
    for (std::size_t i = 0; i < count; ++i) {
        const double r = elementUniform(seed, 0, static_cast<std::uint32_t>(i), 1, 0);
        drawn.push_back(drawnParameters(activation, parameters, r));
    }
    return drawn;
}

} // namespace actiscope
