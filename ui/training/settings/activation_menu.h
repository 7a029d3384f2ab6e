// A menu of all activations, grouped by family.
#pragma once

#include <functional>

class QMenu;
class QWidget;

namespace actiscope {

struct Activation;

/** Calls `chosen` with the activation that the user picks. Belongs to `parent`. */
QMenu *makeActivationMenu(QWidget *parent, std::function<void(const Activation &)> chosen);

} // namespace actiscope
