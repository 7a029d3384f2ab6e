#include "ui/charts/model_style.h"

#include "core/training/model_label.h"
#include "ui/base/activation_colors.h"
#include "ui/base/theme.h"

#include <map>

namespace actiscope {

std::vector<std::string> modelKeys(const std::vector<ModelConfiguration> &models)
{
    std::map<std::string, int> seen;
    std::vector<std::string> keys;
    for (const ModelConfiguration &model : models) {
        const std::string &id = model.activation().activation->id;
        const int number = ++seen[id];
        keys.push_back(number == 1 ? id : id + "#" + std::to_string(number));
    }
    return keys;
}

std::vector<ModelStyle> modelStyles(const Experiment &experiment, const ActivationColors &colors, const Theme &theme)
{
    const std::vector<std::string> keys = modelKeys(experiment.models);
    std::vector<ModelStyle> styles;
    for (std::size_t i = 0; i < experiment.models.size(); ++i) {
        const bool isOne = experiment.models[i].activations.size() == 1;
        const std::string activation = isOne ? experiment.models[i].activation().activation->name : std::string();
        styles.push_back({QString::fromStdString(modelLabel(experiment, i)), colors.pen(keys[i], theme), QString::fromStdString(activation)});
    }
    return styles;
}

std::vector<ModelStyle> figureStyles(const Experiment &experiment, const ActivationColors *window, const Theme &theme)
{
    if (window)
        return modelStyles(experiment, *window, theme);
    ActivationColors first;
    const QObject functions, networks; // both begin with what the default experiment compares
    first.setShown(&functions, modelKeys(defaultExperiment().models));
    first.setShown(&networks, modelKeys(experiment.models));
    return modelStyles(experiment, first, theme);
}

} // namespace actiscope
