#include "app/look_options.h"

#include "core/errors.h"

#include <QString>
#include <QStringList>

namespace actiscope {
namespace {

std::string sizeText(QSize size)
{
    return std::to_string(size.width()) + "x" + std::to_string(size.height());
}

} // namespace

ColorScheme readScheme(const std::string &name, bool canFollow)
{
    if (name == "light")
        return ColorScheme::Light;
    if (name == "dark")
        return ColorScheme::Dark;
    if (name == "system" && canFollow)
        return ColorScheme::System;
    throw ConfigurationError("theme", name, canFollow ? "light, dark or system" : "light or dark");
}

QSize readSize(const std::string &text, QSize smallest, QSize largest)
{
    const QStringList sides = QString::fromStdString(text).split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    const bool fits = size.boundedTo(largest) == size && size.expandedTo(smallest) == size;
    if (!isWidth || !isHeight || sides.size() != 2 || !fits)
        throw ConfigurationError("size", text, "width and height from " + sizeText(smallest) + " to " + sizeText(largest) + ", as in 1280x800");
    return size;
}

} // namespace actiscope
