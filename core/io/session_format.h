// What writing and reading a session have in common: its format, and the columns of figures. Private to session_file.cpp and session_reading.cpp.
#pragma once

#include "core/training/history.h"

namespace actiscope {

inline constexpr const char *sessionFormat = "actiscope-session";
inline constexpr int sessionVersion = 2; ///< 2: has parts; a session without them is written as 1, which earlier programs read

/** A column of figures: its name and where it is in a row. */
struct SessionFigures {
    const char *name;
    double EpochFigures::*figure;
};
inline constexpr SessionFigures sessionFigures[] = {{"train-loss", &EpochFigures::trainLoss},
                                                 {"test-loss", &EpochFigures::testLoss},
                                                 {"train-accuracy", &EpochFigures::trainAccuracy},
                                                 {"test-accuracy", &EpochFigures::testAccuracy}};

} // namespace actiscope
