// What tests of session files share: windows over one folder, and answers to their questions.
#pragma once

#include "tests/ui/training/training_fixture.h"
#include "ui/base/message_banner.h"
#include "ui/window/main_window.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"

#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>

namespace actiscope::test {

inline Experiment changedExperiment(int samples = 80)
{
    Experiment experiment = smallExperiment();
    generated(experiment.data).samples = samples;
    return experiment;
}

class SessionTest : public QObject {
protected:
    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(eigenCatalog(),
                                                   std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat));
        window->show();
        return window;
    }
    QString file(const char *name = "a.actiscope") const { return m_folder->filePath(QLatin1String(name)); }
    static ExperimentDocument &document(MainWindow &window) { return window.services().document; }
    /** Answers the next question. */
    void answer(QMessageBox::StandardButton button)
    {
        m_asked = 0;
        QTimer::singleShot(0, this, [this, button] { press(button); });
    }
    void press(QMessageBox::StandardButton button)
    {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        ++m_asked;
        box->button(button)->click();
    }
    static MessageBanner *banner(MainWindow &window)
    {
        for (MessageBanner *each : window.findChildren<MessageBanner *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QStringList unsaved() const { return QDir(m_folder->filePath("unsaved")).entryList({"*.actiscope"}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_asked = 0;
};

} // namespace actiscope::test
