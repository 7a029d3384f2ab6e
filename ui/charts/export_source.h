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

    /** What can be drawn alone, all of it first; PictureLayout::part counts them. Empty where there is one thing. */
    virtual QStringList parts() const { return {}; }

    virtual bool hasTable() const { return false; }
    /** What a table would hold, or why there is none now. */
    virtual QString tableText() const { return {}; }
    virtual bool isTablePossible() const { return false; }
    /** Whether a table has as many lines as one likes. */
    virtual bool hasPoints() const { return true; }
    /** CSV, `points` lines for each thing that it tells of. */
    virtual QByteArray table(int /*points*/) const { return {}; }
};

} // namespace actiscope
