// While an application object is made: Qt's remarks about the desktop are dropped, and what it would say in a paragraph
// before it aborts (no display, no platform plugin) becomes one line and status 1.
#pragma once

namespace actiscope {

class QuietStart {
public:
    QuietStart();
    ~QuietStart();
    QuietStart(const QuietStart &) = delete;
    QuietStart &operator=(const QuietStart &) = delete;
};

} // namespace actiscope
