// The user's own activations between sessions: what was kept is there again, whichever version kept it, and damage does no harm.
#include "core/activations/custom_activations.h"
#include "core/io/session_file.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/custom_activation_list.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/main_window.h"
#include "ui/window/session_files.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace actiscope;
using namespace actiscope::test;

namespace {

void removeAll()
{
    for (const Activation *activation : customActivations())
        removeCustomActivation(*activation);
}

QStringList listedNames()
{
    QStringList names;
    for (const Activation *activation : customActivations())
        names << QString::fromStdString(activation->name);
    return names;
}

} // namespace

class TestCustomActivationList : public QObject {
    Q_OBJECT

private slots:
    void init() { removeAll(); }
    void damagedCustomActivationsDoNoHarm();
    void whatEarlierVersionsKeptIsRead_data();
    void whatEarlierVersionsKeptIsRead();
    void sessionsOfEarlierVersionsAreRead();
};

void TestCustomActivationList::damagedCustomActivationsDoNoHarm()
{
    const QTemporaryDir folder;
    auto settings = std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat);
    settings->setValue("inventions", QVariantList{QStringLiteral("text"), 17, QVariantMap{{"formula", "x*("}},
                                                  QVariantMap{{"formula", "x*7"}, {"defaults", "many"}}});
    settings->setValue("functions/shown", QStringList{"formula:x*(", "formula:x*x*x"});
    settings->setValue("functions/focus", "formula:");
    settings->setValue("functions/parameters", QStringList{"formula:a*x,a=99"});
    MainWindow window(eigenCatalog(), std::move(settings));
    auto *functions = window.findChild<FunctionsWorkspace *>();
    QCOMPARE(listedNames(), QStringList{"x*7"});
    QVERIFY(functions->state().shown().empty()); // what is not listed is not shown
}

void TestCustomActivationList::whatEarlierVersionsKeptIsRead_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"inventions", "functions/inventions", "functions/customActivations"})
        QTest::newRow(key) << key;
}

void TestCustomActivationList::whatEarlierVersionsKeptIsRead()
{
    QFETCH(const QString, key);
    const QTemporaryDir folder;
    const auto settings = [&] { return std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat); };
    settings()->setValue(key, QVariantList{QVariantMap{{"formula", "x*a*7"}, {"name", "Seven"}, {"defaults", QVariantList{0.25}}}});
    {
        MainWindow window(eigenCatalog(), settings());
        QCOMPARE(listedNames(), QStringList{"Seven"});
        QCOMPARE(customActivations().front()->defaultParameters(), std::vector<double>{0.25});
        auto *list = window.findChild<CustomActivationList *>();
        list->remove(*customActivations().front());
        window.close();
    }
    removeAll();
    const MainWindow window(eigenCatalog(), settings());
    QVERIFY(customActivations().empty()); // what was removed does not come back from where it once was
}

void TestCustomActivationList::sessionsOfEarlierVersionsAreRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("old.actiscope"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sessionText({.experiment = smallExperiment(),
                            .workspace = "functions",
                            .views = {{"functions", R"({"inventions": [{"formula": "x*a*9", "name": "Nine", "defaults": [0.5]}]})"}}})
                   .c_str());
    file.close();
    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat));
    QVERIFY(window.sessionFiles().openFile(file.fileName()));
    QCOMPARE(listedNames(), QStringList{"Nine"});
}

QTEST_MAIN(TestCustomActivationList)
#include "tst_custom_activation_list.moc"
