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

/** Column "target" for regression, else "label". */
std::string dataCsv(const Dataset &data)
{
    const std::vector<Place> place = places(data);
    std::string csv = data.isRegression() ? "index,x,y,target,part,position_in_part\n" : "index,x,y,label,part,position_in_part\n";
    for (std::size_t i = 0; i < data.all.count(); ++i) {
        const double *point = data.all.point(i);
        const std::string wanted = data.isRegression() ? numberText(data.all.targets[i]) : std::to_string(data.all.labels[i]);
        csv += std::to_string(i) + ',' + numberText(point[0]) + ',' + numberText(point[1]) + ',' + wanted + ',' + place[i].part + ','
               + std::to_string(place[i].position) + '\n';
    }
    return csv;
}

} // namespace actiscope
