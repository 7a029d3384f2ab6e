// Data sets as tables.
#include "core/base/number_text.h"
#include "core/data/csv_points.h"

namespace actiscope {
namespace {

struct Place {
    const char *part = "train";
    std::size_t position = 0;
};

std::vector<Place> places(const Dataset &data)
{
    std::vector<Place> all(data.all.count());
    for (std::size_t i = 0; i < data.trainIndices.size(); ++i)
        all[data.trainIndices[i]] = {"train", i};
    for (std::size_t i = 0; i < data.testIndices.size(); ++i)
        all[data.testIndices[i]] = {"test", i};
    return all;
}

} // namespace

/** Columns "x" and "y", of images one for each pixel, as its file has it, 0 to 255; "target" for regression, else "label". */
std::string dataCsv(const Dataset &data)
{
    const std::vector<Place> place = places(data);
    const std::span<const std::uint8_t> pixels = data.all.pixels.bytes();
    std::string csv = "index";
    for (std::size_t k = 0; k < data.all.features; ++k)
        csv += pixels.empty() ? (k == 0 ? ",x" : ",y") : ",pixel" + std::to_string(k);
    csv += data.isRegression() ? ",target,part,position_in_part\n" : ",label,part,position_in_part\n";
    for (std::size_t i = 0; i < data.all.count(); ++i) {
        csv += std::to_string(i);
        for (std::size_t k = 0; k < data.all.features; ++k) {
            csv += ',';
            csv += pixels.empty() ? numberText(data.all.point(i)[k]) : std::to_string(int{pixels[i * data.all.features + k]});
        }
        const std::string wanted = data.isRegression() ? numberText(data.all.targets[i]) : std::to_string(data.all.labels[i]);
        csv += ',' + wanted + ',' + place[i].part + ',' + std::to_string(place[i].position) + '\n';
    }
    return csv;
}

} // namespace actiscope
