// What tests of small windows share: sizes, large text, and windows with much to show.
#pragma once

#include "core/activations/custom_activations.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/language.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/main_window.h"

#include <QPointer>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

namespace actiscope::test {

inline constexpr QSize smallest(960, 600);

inline constexpr QSize laptop(1280, 800);

/** The text of the application in another size, as long as it lives. */
class TextSize {
public:
    explicit TextSize(double share) : m_before(QApplication::font())
    {
        applyTheme(*qApp, Theme::light()); // which sees to a size that can be read
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * share);
        QApplication::setFont(font);
    }
    ~TextSize() { QApplication::setFont(m_before); }

private:
    QFont m_before;
};

inline BackendCatalog catalogWithALongName()
{
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.front().name =
        "pthread-a-processor-whose-name-goes-on-and-on (Portable Computing Language, of a driver that has much to say)";
    return catalog;
}

/** What asks for the width, for whoever has to mend it. */
inline QString widest(const QWidget &window)
{
    QStringList list;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const int width = std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
        if (widget->isVisible() && width > 200)
            list << QStringLiteral("%1 %2 %3").arg(width).arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
    }
    return list.join(QLatin1Char('\n'));
}

class WindowSizeTest : public QObject {
protected:
    std::unique_ptr<MainWindow> makeWindow(const Experiment &experiment)
    {
        auto window = std::make_unique<MainWindow>(
            catalogWithALongName(), std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->page<TrainingWorkspace>()->setExperiment(experiment);
        window->show();
        return window;
    }

    /** And its pages are other ones afterwards. */
    static void changeLanguage(MainWindow &window, const QString &language)
    {
        const QPointer<FunctionsWorkspace> former = window.page<FunctionsWorkspace>();
        const bool isOther = usedLanguage() != language;
        window.setLanguage(language);
        if (isOther)
            QTRY_VERIFY_WITH_TIMEOUT(!former, patience);
    }

    /** In both workspaces, with everything shown that can be. */
    void verifyFits(MainWindow &window, const QSize &most)
    {
        FunctionsState &state = window.page<FunctionsWorkspace>()->state();
        for (const Activation *activation : customActivations())
            state.setShown(*activation, true);
        if (!customActivations().empty())
            state.setFocus(*customActivations().front());
        for (const char *workspace : {"functions", "training"}) {
            window.setWorkspace(QLatin1String(workspace));
            if (workspace == std::string("training"))
                QTRY_VERIFY_WITH_TIMEOUT(window.page<TrainingWorkspace>()->snapshot(), patience);
            for (const QSize &size : {laptop, most}) {
                window.resize(size);
                QTest::qWait(50);
            }
            const QSize hint = window.minimumSizeHint();
            QVERIFY2(hint.width() <= most.width() && hint.height() <= most.height(),
                     qPrintable(QStringLiteral("%1: %2 x %3\n").arg(QLatin1String(workspace)).arg(hint.width()).arg(hint.height())
                                + widest(window)));
            QCOMPARE(window.size(), most);
        }
    }

    QTemporaryDir m_folder;
};

} // namespace actiscope::test
