#include "core/engine/evaluation_csv.h"

#include "core/base/csv.h"
#include "core/base/number_text.h"

#include <cmath>

namespace actiscope {

std::string evaluationCsv(Backend &backend, std::span<const ActivationSpec> activations, std::span<const double> points)
{
    std::string csv = "activation,x,value,derivative\n";
    for (const ActivationSpec &activation : activations) {
        const Backend::ActivationValues values = backend.evaluateActivation(activation, points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            csv += csvField(activation.text) + ',' + numberText(points[i]) + ',' + numberText(values.value[i]) + ','
                   + numberText(values.derivative[i]) + '\n';
        }
    }
    return csv;
}

std::vector<double> equallySpaced(double from, double to, std::size_t count)
{
    std::vector<double> points(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count - 1);
        points[i] = std::lerp(from, to, share);
    }
    return points;
}

} // namespace actiscope
