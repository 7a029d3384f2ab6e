// What tests of the main window share: windows over one file of settings.
#pragma once

#include "core/engine/eigen_backend.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace actiscope::test {

inline BackendCatalog catalog()
{
    BackendCatalog result;
    result.choices.push_back({"eigen", "Eigen, double", "Reference", [] { return makeEigenBackend(); }});
    result.choices.push_back({"eigen-float", "Eigen, float", "Single precision", [] { return makeEigenBackend(Precision::Float); }});
    result.reason = "it is always there";
    return result;
}

class MainWindowTest : public QObject {
protected:
    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(
            catalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        return window;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace actiscope::test
