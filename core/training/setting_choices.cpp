#include "core/training/setting_choices.h"

#include "core/data/data_generators.h"
#include "core/data/image_data.h"
#include "core/data/input_features.h"
#include "core/engine/initialization.h"
#include "core/engine/loss.h"
#include "core/engine/optimizer.h"
#include "core/training/schedule.h"

namespace actiscope {
namespace {

template <class Table, class Row>
std::vector<SettingChoice> choicesOf(const Table &table, std::span<const std::string_view> Row::*options)
{
    std::vector<SettingChoice> choices;
    for (const Row &row : table)
        choices.push_back({row.name, row.description, row.*options});
    return choices;
}

} // namespace

std::vector<SettingChoice> dataChoices()
{
    std::vector<SettingChoice> choices = choicesOf(dataKinds(), &DataKind::options);
    const std::vector<SettingChoice> ofImages = choicesOf(imageKinds(), &ImageKind::options);
    choices.insert(choices.end(), ofImages.begin(), ofImages.end());
    return choices;
}
std::vector<SettingChoice> featureChoices()
{
    std::vector<SettingChoice> choices;
    for (const InputFeature &feature : inputFeatures())
        choices.push_back({feature.name, feature.description});
    return choices;
}
std::vector<SettingChoice> initializationChoices()
{
    return choicesOf(initializationSchemes(), &InitializationScheme::options);
}
std::vector<SettingChoice> optimizerNames()
{
    return choicesOf(optimizerChoices(), &OptimizerChoice::options);
}
std::vector<SettingChoice> scheduleChoices()
{
    return choicesOf(schedules(), &ScheduleRow::options);
}
std::vector<SettingChoice> lossChoices()
{
    std::vector<SettingChoice> choices;
    for (const LossRow &row : losses())
        choices.push_back({row.name, row.description});
    return choices;
}

} // namespace actiscope
