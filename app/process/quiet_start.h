// Qt's and QCustomPlot's remarks are dropped, unless somebody asks for them (QT_LOGGING_RULES, QT_DEBUG_PLUGINS); what is missing on this machine is
// said in a line.
#pragma once

namespace actiscope {

/** While an application object is made: what Qt would say in a paragraph before it aborts (no display, no platform plugin) becomes one
 *  line and status 1. Remarks stay dropped afterwards. */
class QuietStart {
public:
    QuietStart();
    ~QuietStart();
    QuietStart(const QuietStart &) = delete;
    QuietStart &operator=(const QuietStart &) = delete;
};

/** Says on standard error when no font is installed, and where `hasIcons`, when Qt has no plugin that reads SVG. Needs an application. */
void noteWhatIsMissing(bool hasIcons);

} // namespace actiscope
