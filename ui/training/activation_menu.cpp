#include "ui/training/activation_menu.h"

#include "core/activation.h"
#include "ui/base/activation_family.h"

#include <QMenu>

#include <map>

namespace actiscope {

QMenu *makeActivationMenu(QWidget *parent, std::function<void(const Activation &)> chosen)
{
    auto *menu = new QMenu(parent);
    std::map<std::string, QMenu *> families;
    for (const Activation &activation : activations()) {
        QMenu *&family = families[activation.family];
        if (!family)
            family = menu->addMenu(activationFamilyTitle(activation.family));
        family->addAction(QString::fromStdString(activation.name), parent, [&activation, chosen] { chosen(activation); });
    }
    return menu;
}

} // namespace actiscope
