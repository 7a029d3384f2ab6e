// How a model of a comparison looks in every plot: its name and the pen of its curves.
#pragma once

#include "core/activations/activation_spec.h"

#include <QPen>
#include <QString>

#include <string>
#include <vector>

namespace actiscope {

class ActivationColors;
struct Theme;

struct ModelStyle {
    QString name; ///< "Leaky ReLU (α 0.01)"
    QPen pen;     ///< colour and dash pattern of the key, 2 px
};

/** The keys under which models have their colours: the activation's id, and "id#2" for its second model. */
std::vector<std::string> modelKeys(const std::vector<ActivationSpec> &models);

/** Name and parameters, all of them unless they are learned: "Leaky ReLU (α 0.01)", "PReLU". */
QString modelName(const ActivationSpec &model);

/** One for each model. The keys must have colours already (ActivationColors::setShown). */
std::vector<ModelStyle> modelStyles(const std::vector<ActivationSpec> &models, const ActivationColors &colors, const Theme &theme);

} // namespace actiscope
