// Options of a picture in a file, whatever it shows: size, scale, colours, title, format.
#pragma once

#include "app/cli/command_line.h"
#include "ui/base/plot_picture.h"
#include "ui/base/theme.h"

#include <QSize>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace actiscope {

struct PictureRequest {
    PictureFormat format = PictureFormat::Png;
    QSize size;
    double scale = 1;
    ColorScheme scheme = ColorScheme::Light;
    std::optional<QString> title = {}; ///< nothing: what the picture is called by itself; empty: none

    Theme theme() const { return themeFor(scheme); }
};

/** --size, --scale, --theme, --title, --no-title and --out. */
std::vector<Option> pictureOptions(const std::string &titleHelp);

/** Throws ConfigurationError. */
PictureRequest readPicture(const Arguments &arguments);

} // namespace actiscope
