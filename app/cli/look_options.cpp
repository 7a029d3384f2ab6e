#include "app/cli/look_options.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "ui/base/picture_layout.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace actiscope {
namespace {

std::string sizeText(QSize size)
{
    return std::to_string(size.width()) + "x" + std::to_string(size.height());
}

} // namespace

ColorScheme readScheme(const std::string &name, bool canFollow)
{
    constexpr std::array<std::string_view, 3> names = {"light", "dark", "system"};
    constexpr std::array schemes = {ColorScheme::Light, ColorScheme::Dark, ColorScheme::System};
    return schemes[chooseName("theme", name, std::span(names).first(canFollow ? 3 : 2))];
}

namespace {

std::optional<QSize> parseSize(const std::string &text, QSize smallest, QSize largest)
{
    const QStringList sides = QString::fromStdString(text).split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    const bool fits = size.boundedTo(largest) == size && size.expandedTo(smallest) == size;
    return isWidth && isHeight && sides.size() == 2 && fits ? std::optional(size) : std::nullopt;
}

Message acceptedSizes(QSize smallest, QSize largest)
{
    return {ACTISCOPE_TR("core", "width and height from %1 to %2, as in 1280x800"), {sizeText(smallest), sizeText(largest)}};
}

} // namespace

QSize readSize(const std::string &text, QSize smallest, QSize largest)
{
    if (const auto size = parseSize(text, smallest, largest))
        return *size;
    throw ConfigurationError("size", text, acceptedSizes(smallest, largest));
}

Option languageOption()
{
    return {"language", "NAME", ACTISCOPE_TR("core", "en, ko, or system for that of the desktop or of LC_ALL and LANG")};
}

std::string pageNames()
{
    std::string names;
    for (const Page &page : pages())
        names.append(names.empty() ? "" : ", ").append(page.name);
    return names;
}

PageSize readPage(const std::string &option, const std::string &text, QSize smallest, QSize largest)
{
    if (const Page *page = findPage(text))
        return {page->size, page->scale};
    if (const auto size = parseSize(text, smallest, largest))
        return {*size};
    throw ConfigurationError(option, text, {ACTISCOPE_TR("core", "%1, or %2"), {acceptedSizes(smallest, largest), pageNames()}});
}

} // namespace actiscope
