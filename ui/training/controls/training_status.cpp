#include "ui/training/controls/training_status.h"

#include "core/training/snapshot.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace actiscope {

namespace {

/** Two significant digits, so that the line can be read while it changes: "9,100", "0.42". */
QString rounded(double value)
{
    if (!(value > 0))
        return QStringLiteral("0");
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    const double shown = std::round(value / unit) * unit;
    const int decimals = shown >= 10 ? 0 : shown >= 1 ? 1 : 2;
    return QLocale(QLocale::English).toString(shown, 'f', decimals);
}

} // namespace

QString trainingStatus(const Snapshot &snapshot)
{
    if (snapshot.state != RunState::Running || snapshot.stepsPerSecond <= 0)
        return {};
    return QCoreApplication::translate("actiscope::trainingStatus", "%1 steps/s · %2 GFLOP/s")
        .arg(rounded(snapshot.stepsPerSecond), rounded(snapshot.flopsPerSecond / 1e9));
}

QString trainingHint(RunState state, bool hasPicture, bool needsKernels)
{
    if (state == RunState::Ready)
        return QCoreApplication::translate("actiscope::trainingStatus", "Press Space to train");
    if (state == RunState::Preparing && !hasPicture)
        return needsKernels ? QCoreApplication::translate("actiscope::trainingStatus", "Making data and weights, building kernels…")
                            : QCoreApplication::translate("actiscope::trainingStatus", "Making data and weights…");
    return {};
}

QString standInHint()
{
    return QCoreApplication::translate("actiscope::trainingStatus", "Kernels are being built for the device. Until then Eigen trains.");
}

} // namespace actiscope
