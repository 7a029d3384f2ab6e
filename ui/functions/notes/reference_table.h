// The reference figures that the program carries with it: PyTorch's f and f' of every built-in activation. Any thread.
#pragma once

#include "core/engine/activation_checks.h"

#include <QByteArray>

#include <vector>

namespace actiscope {

/** The lines "activation,parameters,x,value,derivative" of a table; parameters are JSON, as in ""{""alpha"": 0.1}"". What names no
 *  activation of this program is left out. */
std::vector<ReferencePoint> parseReferenceTable(const QByteArray &csv);

/** All tables in the resources (those that the tests compare with, too). */
std::vector<ReferencePoint> referencePoints();

} // namespace actiscope
