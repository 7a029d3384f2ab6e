// What decides, besides its cache, about whether an OpenCL driver survives what it is asked for.
#pragma once

#include <string>

namespace actiscope {

/** One line that is another one when this program, the drivers, the libraries, the processor, its environment or the limits of this process
 *  have changed. */
std::string driverSurroundings();

} // namespace actiscope
