// How large a picture is and how it looks, whatever it shows; and the pages that pictures are made for.
#pragma once

#include "ui/base/theme.h"

#include <QSize>
#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace actiscope {

struct PictureLayout {
    QSize size{1280, 800}; ///< in pixels of 1/96 inch, before it is scaled
    QString title = {};    ///< above the plots; empty for none
    Theme theme = Theme::light();
    int part = 0;          ///< what of the view, where it has parts (ExportSource)
    std::optional<double> textScale = std::nullopt; ///< 1: text as large as in the window; nothing: as the size wants it
};

inline constexpr int smallestPicture = 240; ///< of width and height
inline constexpr int largestPicture = 6000;
inline constexpr double smallestScale = 0.25;
inline constexpr double largestScale = 8;
inline constexpr double maxPixels = 1e8; ///< of a PNG

/** True when a PNG of this size would not be too large to be made. */
bool fitsMemory(QSize size, double scale);

/** What a picture is put on. */
struct Page {
    std::string_view name; ///< on the command line
    const char *label;     ///< in the window, to be translated in the context actiscope::Page
    QSize size;            ///< in pixels of 1/96 inch
    double scale = 1;      ///< of a PNG: pages of paper are printed with 300 dots an inch
};

/** A slide, a column of a paper, a sheet of paper. */
std::span<const Page> pages();

/** The page of that name, or null. */
const Page *findPage(std::string_view name);

} // namespace actiscope
