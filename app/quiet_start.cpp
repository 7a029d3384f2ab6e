#include "app/quiet_start.h"

#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace actiscope {
namespace {

void sayOnlyWhatIsFatal(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    std::fputs("actiscope: the display cannot be opened; the subcommands need none, see --help\n", stderr);
    std::_Exit(1);
}

} // namespace

QuietStart::QuietStart()
{
    qInstallMessageHandler(sayOnlyWhatIsFatal);
}

QuietStart::~QuietStart()
{
    qInstallMessageHandler(nullptr);
}

} // namespace actiscope
