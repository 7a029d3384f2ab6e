// How a model of a comparison looks in every plot: its name and the pen of its curves.
#pragma once

#include "core/training/experiment.h"

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
    QString activation = {}; ///< "Leaky ReLU", where it is one for all layers: the name begins with it
};

/** The keys under which models have their colours: the id of the first layer's activation, and "id#2" for its second model. */
std::vector<std::string> modelKeys(const std::vector<ModelConfiguration> &models);

/** One for each model. The keys must have colours already (ActivationColors::setShown). */
std::vector<ModelStyle> modelStyles(const Experiment &experiment, const ActivationColors &colors, const Theme &theme);

/** Those of a figure: in the colours of the window that it is made in, or without one (null) in those that a window gives out that is opened for the first
 *  time and shows the experiment. */
std::vector<ModelStyle> figureStyles(const Experiment &experiment, const ActivationColors *window, const Theme &theme);

} // namespace actiscope
