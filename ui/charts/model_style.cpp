#include "ui/charts/model_style.h"

#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/base/theme.h"

#include <QStringList>

#include <map>

namespace actiscope {

std::vector<std::string> modelKeys(const std::vector<ActivationSpec> &models)
{
    std::map<std::string, int> seen;
    std::vector<std::string> keys;
    for (const ActivationSpec &model : models) {
        const std::string &id = model.activation->id;
        const int number = ++seen[id];
        keys.push_back(number == 1 ? id : id + "#" + std::to_string(number));
    }
    return keys;
}

QString modelName(const ActivationSpec &model)
{
    QStringList values;
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const ActivationParameter &parameter = model.activation->parameters[i];
        if (!parameter.learnable || model.parameters[i] != parameter.defaultValue)
            values << QStringLiteral("%1 %2").arg(QString::fromStdString(parameter.symbol), formatNumber(model.parameters[i], 3));
    }
    const QString name = QString::fromStdString(model.activation->name);
    return values.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, values.join(QStringLiteral(", ")));
}

std::vector<ModelStyle> modelStyles(const std::vector<ActivationSpec> &models, const ActivationColors &colors, const Theme &theme)
{
    const std::vector<std::string> keys = modelKeys(models);
    std::vector<ModelStyle> styles;
    for (std::size_t i = 0; i < models.size(); ++i)
        styles.push_back({modelName(models[i]), colors.pen(keys[i], theme)});
    return styles;
}

} // namespace actiscope
