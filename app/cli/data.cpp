#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "app/cli/setting_options.h"
#include "core/data/csv_points.h"
#include "core/data/data_source.h"

#include <array>

namespace actiscope {
Command dataCommand()
{
    static constexpr std::array groups = {SettingGroup::Data};
    std::vector<Option> options = settingOptions(groups, defaultExperiment());
    options.push_back({"csv", "FILE", ACTISCOPE_TR("core", "where to write, - is standard output"), {"-"}});
    return {"data", ACTISCOPE_TR("core", "the points of a data set, and which are for training and which for testing"), options, [](const Arguments &arguments) {
                const Experiment experiment = readSettings(arguments, groups, defaultExperiment());
                validate(experiment.data, experiment.split, experiment.preparation);
                const OutputFile csv("csv", arguments.value("csv"));
                csv.write(dataCsv(*makeDataset(experiment.data, experiment.split, experiment.preparation)));
                return 0;
            }};
}

} // namespace actiscope
