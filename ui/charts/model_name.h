// What is written of a model's name where not all of it has room: never without what tells it from others.
#pragma once

#include "ui/charts/model_style.h"

#include <QFontMetricsF>
#include <QStringList>

#include <utility>
#include <vector>

namespace actiscope {

/** "Leaky ReLU (α 0.01)" as "Leaky ReLU" and "α 0.01"; "SELU, he-normal" as "SELU" and "he-normal"; "GELU (tanh), η 0.1" as "GELU (tanh)" and "η 0.1":
 *  the second may be what tells models apart. */
std::pair<QString, QString> dividedName(const ModelStyle &model);

/** Of those of other models with the same name: the end of a text that does not fit goes, or its beginning, or its middle, so that it still is another one
 *  than theirs, as far as there is room for that. */
QString tellingPart(const QString &text, const QStringList &others, const QFontMetricsF &metrics, double room);

/** Parameters and settings of the other models that have the same name. */
QStringList namesakesOf(const std::vector<ModelStyle> &styles, std::size_t model);

} // namespace actiscope
