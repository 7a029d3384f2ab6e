// What a device is called where its whole name has no room.
#pragma once

#include <QStringList>

namespace actiscope {

/** Of "PoCL · cpu-haswell-Intel(R) Xeon(R) CPU E5-2680 v3 @ 2.50GHz · 2 cores", each shorter than the one before: without what says nothing, without the
 *  platform, without the number of cores, without the maker: "Xeon E5-2680 v3". Of "Eigen, double" the first word. */
QStringList shorterDeviceNames(const QString &name);

} // namespace actiscope
