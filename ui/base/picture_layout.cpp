#include "ui/base/picture_layout.h"

#include <QtGlobal>

#include <algorithm>

namespace actiscope {

namespace {

constexpr double pixelsPerMillimetre = 96 / 25.4;
constexpr double printed = 300.0 / 96;

QSize millimetres(double width, double height)
{
    return {qRound(width * pixelsPerMillimetre), qRound(height * pixelsPerMillimetre)};
}

} // namespace

bool fitsMemory(QSize size, double scale)
{
    return size.width() * scale * size.height() * scale <= maxPixels;
}

std::span<const Page> pages()
{
    static const Page all[] = {
        {"slide", QT_TRANSLATE_NOOP("actiscope::Page", "Slide, 16:9"), {1920, 1080}},
        {"column", QT_TRANSLATE_NOOP("actiscope::Page", "Column of a paper, 85 mm"), millimetres(85, 100), printed},
        {"a4", QT_TRANSLATE_NOOP("actiscope::Page", "A4, upright"), millimetres(210, 297), printed},
        {"a4-landscape", QT_TRANSLATE_NOOP("actiscope::Page", "A4, across"), millimetres(297, 210), printed},
    };
    return all;
}

const Page *findPage(std::string_view name)
{
    const auto found = std::ranges::find(pages(), name, &Page::name);
    return found == pages().end() ? nullptr : &*found;
}

} // namespace actiscope
