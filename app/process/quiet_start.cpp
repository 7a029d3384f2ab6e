#include "app/process/quiet_start.h"

#include "app/process/told.h"
#include "ui/base/fonts.h"

#include <QImageReader>
#include <QString>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace actiscope {
namespace {

void sayOnlyWhatIsFatal(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr, "actiscope: %s\n",
                 told(ACTISCOPE_TR("core", "the display cannot be opened; the subcommands need none, see --help")).c_str());
    std::_Exit(1);
}

void printMissing(const Message &message)
{
    std::fprintf(stderr, "%s\n", told({ACTISCOPE_TR("core", "note: %1"), {message}}).c_str());
}

void sayWhatWasAskedFor(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const bool isAskedFor = qEnvironmentVariableIsSet("QT_LOGGING_RULES") || qEnvironmentVariableIsSet("QT_DEBUG_PLUGINS");
    if (isAskedFor || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, message)));
}

} // namespace

QuietStart::QuietStart()
{
    qInstallMessageHandler(sayOnlyWhatIsFatal);
}

QuietStart::~QuietStart()
{
    qInstallMessageHandler(sayWhatWasAskedFor);
}

void noteWhatIsMissing(bool hasIcons)
{
    if (!hasFonts())
        printMissing(ACTISCOPE_TR("core", "no font is installed, so that texts are not drawn; one is in the package fonts-dejavu-core"));
    if (hasIcons && !QImageReader::supportedImageFormats().contains("svg"))
        printMissing(ACTISCOPE_TR("core", "Qt has no plugin that reads SVG, so that icons and check marks are not drawn; it is in the package "
                                          "qt6-svg-plugins (Debian 12: libqt6svg6)"));
}

} // namespace actiscope
