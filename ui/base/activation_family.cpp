#include "ui/base/activation_family.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

namespace actiscope {

QString activationFamilyTitle(const std::string &family)
{
    static const std::pair<const char *, const char *> titles[] = {
        {"linear", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Linear")},
        {"rectifier", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Rectifiers")},
        {"exponential", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Exponential")},
        {"smooth", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Smooth")},
        {"sigmoid", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "S-shaped")},
        {"hard", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Piecewise")},
        {"custom", QT_TRANSLATE_NOOP("actiscope::ActivationFamily", "Custom")},
    };
    const auto *found = std::find_if(std::begin(titles), std::end(titles), [&](const auto &title) { return title.first == family; });
    return found == std::end(titles) ? QString::fromStdString(family)
                                     : QCoreApplication::translate("actiscope::ActivationFamily", found->second);
}

} // namespace actiscope
