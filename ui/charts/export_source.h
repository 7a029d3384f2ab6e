// What a workspace has to export: a picture of any size and, where it has one, its values as a table. GUI thread.
#pragma once

#include "ui/base/picture_layout.h"
#include "ui/base/plot_picture.h"

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QStringList>

namespace actiscope {

class ExportSource {
public:
    virtual ~ExportSource() = default;

    /** Of the picture where nothing else is said, and what that size is called: "As in the window". */
    virtual QSize size() const = 0;
    virtual QString sizeName() const = 0;
    /** A title for who gives none. */
    virtual QString title() const = 0;
    /** Of a file, without ending. */
    virtual QString fileName() const = 0;
    /** Of the window. */
    virtual Theme theme() const = 0;
    virtual QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const = 0;

    /** What can be had alone, all of it first; PictureLayout::part and the parts of tables count them. Empty where there is one thing. */
    virtual QStringList parts() const { return {}; }

    virtual bool hasTable() const { return false; }
    /** What a table of a part would hold, or why there is none now. */
    virtual QString tableText(int /*part*/) const { return {}; }
    virtual bool isTablePossible() const { return false; }
    /** Whether a table of a part has as many lines as one likes. */
    virtual bool hasPoints(int /*part*/) const { return true; }
    /** CSV, `points` lines for each thing that it tells of. */
    virtual QByteArray table(int /*part*/, int /*points*/) const { return {}; }
};

} // namespace actiscope
