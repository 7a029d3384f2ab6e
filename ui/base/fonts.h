// The letters of the window and of every figure: one Latin font, whatever else is installed, then one for Korean. So both look alike on
// every machine, and a figure's texts are not cut where a glyph comes from another font. GUI thread.
#pragma once

#include <QFont>
#include <QStringList>

namespace actiscope {

/** `font` in the families of the program, antialiased and hinted alike everywhere. Size, weight and slant stay. */
QFont inTextFamilies(QFont font);

/** What a drawing that travels asks for: the same families, then what other systems have that is as wide. */
QStringList travellingFamilies();

/** False where no font is installed at all: nothing that is written can be seen. Needs a QGuiApplication. */
bool hasFonts();

} // namespace actiscope
