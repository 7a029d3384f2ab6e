// A figure is the same whatever fonts are installed beside ours, whichever of them the desktop prefers, and however it asks for letters to be
// hinted. Simulated by font configurations of our own.
#include "tests/app/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

/** The folder of DejaVu Sans on this machine. */
QString folderOfOurFonts()
{
    QDirIterator files(QStringLiteral("/usr/share/fonts"), {QStringLiteral("DejaVuSans.ttf")}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? QFileInfo(files.next()).path() : QString();
}

struct Configuration {
    QStringList folders; ///< of fonts
    QString preferred;   ///< what "sans-serif" stands for
    QString rules;       ///< more of fontconfig's XML
};

/** Writes it; gives the variable that points to it. */
ProgramEnvironment written(const Configuration &configuration, const QTemporaryDir &folder, const QString &name)
{
    QString xml = QStringLiteral("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
    for (const QString &fonts : configuration.folders)
        xml += QStringLiteral("<dir>%1</dir>").arg(fonts);
    xml += QStringLiteral("<cachedir>%1</cachedir>").arg(folder.filePath(name + QStringLiteral("-cache")));
    if (!configuration.preferred.isEmpty()) {
        for (const char *generic : {"sans-serif", "Sans Serif", "serif", "system-ui"})
            xml += QStringLiteral("<match target=\"pattern\"><test qual=\"any\" name=\"family\"><string>%1</string></test><edit "
                                  "name=\"family\" mode=\"prepend\" binding=\"strong\">"
                                  "<string>%2</string></edit></match>")
                       .arg(QLatin1String(generic), configuration.preferred);
    }
    xml += configuration.rules + QStringLiteral("</fontconfig>");
    QFile file(folder.filePath(name + QStringLiteral(".conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(xml.toUtf8()) < 0)
        throw std::runtime_error("a font configuration cannot be written");
    return {{QStringLiteral("FONTCONFIG_FILE"), file.fileName()}};
}

} // namespace

class TestFonts : public QObject {
    Q_OBJECT

private slots:
    void figureIsTheSame_data();
    void figureIsTheSame();
    void withoutAnyALineSaysSo();
    void withoutTheSvgPluginALineSaysSo();
};

void TestFonts::figureIsTheSame_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("ending");
    const QStringList functions{"render",       "functions",
                                "--size",       "640x480",
                                "--activation", "leaky_relu:alpha=0.2",
                                "--activation", "elu",
                                "--title",      QString::fromUtf8("α − β"),
                                "--out"};
    const QStringList training{"train", "--backend", "eigen", "--samples", "60",      "--hidden",
                               "4",     "--epochs",  "2",     "--page",    "640x480", "--figure"};
    for (const char *ending : {"png", "svg"}) {
        QTest::addRow("functions, %s", ending) << functions << ending;
        QTest::addRow("training, %s", ending) << training << ending;
    }
}

void TestFonts::figureIsTheSame()
{
    QFETCH(QStringList, command);
    QFETCH(QString, ending);
    const QString ours = folderOfOurFonts();
    QVERIFY2(!ours.isEmpty(), "fonts-dejavu-core is not installed");
    const QString hinted = QStringLiteral("<match target=\"font\"><edit name=\"hintstyle\" mode=\"assign\"><const>hintfull</const></edit>"
                                          "<edit name=\"autohint\" mode=\"assign\"><bool>false</bool></edit><edit name=\"rgba\" "
                                          "mode=\"assign\"><const>rgb</const></edit></match>");
    const QTemporaryDir folder;
    const std::vector<std::pair<QString, Configuration>> configurations{
        {"ours alone", {{ours}, {}, {}}},
        {"all", {{"/usr/share/fonts"}, {}, {}}},
        {"another preferred", {{"/usr/share/fonts"}, "DejaVu Serif", {}}},
        {"hinted otherwise", {{ours}, {}, hinted}},
    };
    QByteArray first;
    for (std::size_t i = 0; i < configurations.size(); ++i) {
        const auto &[name, configuration] = configurations[i];
        const QString path = folder.filePath(QStringLiteral("%1.%2").arg(i).arg(ending));
        const ProgramResult result = runProgram(command + QStringList{path}, written(configuration, folder, QString::number(i)));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 1000);
        if (i == 0)
            first = bytes;
        QVERIFY2(bytes == first, qPrintable(name));
    }
    if (ending == QLatin1String("svg"))
        QVERIFY(first.contains("font-family=\"DejaVu Sans, Verdana"));
}

/** A figure without a letter is no figure; nothing else tells why. */
void TestFonts::withoutAnyALineSaysSo()
{
    const QTemporaryDir folder;
    const ProgramEnvironment none = written({{}, {}, {}}, folder, QStringLiteral("none"));
    const QStringList picture{"--screenshot", folder.filePath("window.png")};
    const QStringList figure{"render", "functions", "--activation", "relu", "--out", folder.filePath("figure.png")};
    for (const QStringList &command : {picture, figure}) {
        const ProgramResult result = runProgram(command, none);
        QVERIFY2(result.exitCode == 0 && !result.crashed, result.errors.constData());
        const QStringList lines = result.errorLines().filter(QStringLiteral("font"));
        QVERIFY2(lines.size() == 1 && lines.front().startsWith(QLatin1String("note: no font is installed")), result.errors.constData());
        QVERIFY2(lines.front().contains(QLatin1String("fonts-dejavu-core")), result.errors.constData());
    }
    const ProgramResult usual = runProgram(figure, written({{folderOfOurFonts()}, {}, {}}, folder, QStringLiteral("usual")));
    QCOMPARE(usual.errors, QByteArray());
}

/** Of Qt's plugins this machine's, all but one folder. */
void TestFonts::withoutTheSvgPluginALineSaysSo()
{
    const QTemporaryDir folder;
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath));
    for (const QString &kind : plugins.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("plugins/") + kind));
        for (const QFileInfo &plugin : QDir(plugins.filePath(kind)).entryInfoList(QDir::Files)) {
            if (!plugin.fileName().contains(QLatin1String("svg")))
                QVERIFY(QFile::link(plugin.filePath(), folder.filePath(QStringLiteral("plugins/%1/%2").arg(kind, plugin.fileName()))));
        }
    }
    QFile settings(folder.filePath("qt.conf"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[Paths]\nPlugins=" + folder.filePath("plugins").toUtf8() + '\n');
    settings.close();
    const QString copy = folder.filePath("actiscope"); // beside which Qt looks for its settings
    QVERIFY(QFile::copy(QStringLiteral(ACTISCOPE_PROGRAM), copy));
    QVERIFY(QFile::setPermissions(copy, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QProcess process;
    process.start(copy, {"--screenshot", folder.filePath("window.png")});
    QVERIFY(process.waitForFinished(300'000));
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said.constData());
    QVERIFY2(said.startsWith("note: Qt has no plugin that reads SVG") && said.contains("qt6-svg-plugins") && said.count('\n') == 1,
             said.constData());
    QVERIFY(QFile::exists(folder.filePath("window.png")));
}

QTEST_GUILESS_MAIN(TestFonts)
#include "tst_fonts.moc"
