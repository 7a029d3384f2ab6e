#include "app/cli/offscreen_application.h"

#include "app/process/told.h"
#include "app/process/quiet_start.h"
#include "ui/base/language.h"

#include <QApplication>

namespace actiscope {

OffscreenApplication::OffscreenApplication()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    {
        const QuietStart quiet;
        m_application = std::make_unique<QApplication>(m_argumentCount, m_arguments);
    }
    useLanguage(QString::fromStdString(toldLanguage()));
    noteWhatIsMissing(false);
}

OffscreenApplication::~OffscreenApplication() = default;

} // namespace actiscope
