#include "core/io/ready_experiments.h"

#include "core/base/names.h"

#include <algorithm>
#include <utility>

namespace actiscope {

std::span<const ReadyExperiment> readyExperiments()
{
    static const std::vector<ReadyExperiment> all = [] {
        std::vector<ReadyExperiment> read;
        for (const EmbeddedExperiment &file : embeddedExperiments())
            read.push_back({std::string(file.name), experimentNotes(file.text), parseExperiment(file.text)});
        std::ranges::stable_sort(read, {}, [](const ReadyExperiment &ready) { return std::pair(ready.notes.order == 0, ready.notes.order); });
        return read;
    }();
    return all;
}

const ReadyExperiment *findReadyExperiment(std::string_view name)
{
    const auto place = findName("experiment", name, namesOfRows(readyExperiments()));
    return place ? &readyExperiments()[*place] : nullptr;
}

const ReadyExperiment *findReadyExperiment(const Experiment &experiment)
{
    const auto found = std::ranges::find(readyExperiments(), experiment, &ReadyExperiment::experiment);
    return found == readyExperiments().end() ? nullptr : &*found;
}

} // namespace actiscope
