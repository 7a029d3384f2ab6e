#include "ui/training/settings/activation_menu.h"

#include "core/activations/builtin_activations.h"
#include "core/activations/custom_activations.h"
#include "ui/base/activation_family.h"

#include <QMenu>

#include <map>

namespace actiscope {

namespace {

void addAction(QMenu &menu, QObject *context, const Activation &activation, const std::function<void(const Activation &)> &chosen)
{
    menu.addAction(QString::fromStdString(activation.name).replace(QLatin1Char('&'), QLatin1String("&&")), context,
                   [&activation, chosen] { chosen(activation); });
}

} // namespace

QMenu *makeActivationMenu(QWidget *parent, std::function<void(const Activation &)> chosen)
{
    auto *menu = new QMenu(parent);
    std::map<std::string, QMenu *> families;
    for (const Activation &activation : activations()) {
        QMenu *&family = families[activation.family];
        if (!family)
            family = menu->addMenu(activationFamilyTitle(activation.family));
        addAction(*family, parent, activation, chosen);
    }
    auto *custom = menu->addMenu(activationFamilyTitle(std::string(customFamily)));
    QObject::connect(menu, &QMenu::aboutToShow, custom, [custom, parent, chosen] {
        custom->clear();
        for (const Activation *activation : customActivations())
            addAction(*custom, parent, *activation, chosen);
        custom->menuAction()->setVisible(!custom->isEmpty());
    });
    return menu;
}

} // namespace actiscope
