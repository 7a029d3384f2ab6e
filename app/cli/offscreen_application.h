// A QApplication where nothing is shown: text and plots need one even so. Made only where something is drawn, because it takes a
// moment to start.
#pragma once

#include <memory>

class QApplication;

namespace actiscope {

class OffscreenApplication {
public:
    OffscreenApplication();
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication &) = delete;
    OffscreenApplication &operator=(const OffscreenApplication &) = delete;

    QApplication &application() const { return *m_application; }

private:
    int m_argumentCount = 1;
    char m_name[10] = "actiscope";
    char *m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
};

} // namespace actiscope
