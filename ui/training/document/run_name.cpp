#include "ui/training/document/run_name.h"

#include "core/training/run_store.h"

#include <QCoreApplication>

namespace actiscope {

QString runName(const KeptRun &run)
{
    return run.name.empty() ? QCoreApplication::translate("actiscope::runName", "Run %1").arg(run.number) : QString::fromStdString(run.name);
}

} // namespace actiscope
