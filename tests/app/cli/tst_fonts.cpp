// A figure is the same whatever fonts are installed beside ours, whichever of them the desktop prefers, and however it asks for letters to be
// hinted. Simulated by font configurations of our own.
#include "tests/app/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

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

/** An object of a PDF that Qt wrote, "20 0 R". */
QByteArray objectOf(const QByteArray &pdf, const QByteArray &reference)
{
    const qsizetype begin = pdf.indexOf('\n' + reference.split(' ').front() + " 0 obj");
    return begin < 0 ? QByteArray() : pdf.mid(begin, pdf.indexOf("endobj", begin) - begin);
}

/** What stands after a key. */
QByteArray valueOf(const QByteArray &object, const char *key)
{
    static const QRegularExpression value(QStringLiteral("^\\s*\\[?(/?[^\\s\\]>]+(?: 0 R)?)"));
    const qsizetype place = object.indexOf(key);
    return place < 0 ? QByteArray() : value.match(QString::fromLatin1(object.mid(place + qsizetype(qstrlen(key))))).captured(1).toLatin1();
}

/** By the name of each font of a PDF: the letters that it writes. Those whose outlines are not in the file write none. */
std::map<QByteArray, QString> embeddedLetters(const QByteArray &pdf)
{
    static const QRegularExpression code(QStringLiteral("<([0-9A-F]{4})>"));
    std::map<QByteArray, QString> letters;
    for (qsizetype place = pdf.indexOf("/Subtype /Type0"); place >= 0; place = pdf.indexOf("/Subtype /Type0", place + 1)) {
        const QByteArray font = pdf.mid(place, pdf.indexOf("endobj", place) - place);
        const QByteArray descriptor = objectOf(pdf, valueOf(objectOf(pdf, valueOf(font, "/DescendantFonts")), "/FontDescriptor"));
        const QByteArray name = valueOf(font, "/BaseFont"), outlines = objectOf(pdf, valueOf(descriptor, "/FontFile2"));
        letters[name];
        if (outlines.size() < 1000)
            continue;
        const QString map = QString::fromLatin1(objectOf(pdf, valueOf(font, "/ToUnicode")));
        for (const QString &list : map.split(QLatin1Char('[')).mid(1)) {
            for (auto match = code.globalMatch(list.section(QLatin1Char(']'), 0, 0)); match.hasNext();)
                letters[name] += QChar(match.next().captured(1).toUShort(nullptr, 16));
        }
    }
    return letters;
}

bool isKorean(QChar letter)
{
    return letter.script() == QChar::Script_Hangul;
}

} // namespace

class TestFonts : public QObject {
    Q_OBJECT

private slots:
    void figureIsTheSame_data();
    void figureIsTheSame();
    void aPdfHoldsTheLettersOfBothLanguages_data();
    void aPdfHoldsTheLettersOfBothLanguages();
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

void TestFonts::aPdfHoldsTheLettersOfBothLanguages_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("written");
    QTest::newRow("functions") << QStringList{"render", "functions", "--activation", "relu", "--title", QString::fromUtf8("활성화 함수 1: ReLU…"), "--out"}
                               << QString::fromUtf8("활성화 함수 1: ReLU…");
    QTest::newRow("training") << QStringList{"train", "--backend", "eigen", "--samples", "60", "--hidden", "4", "--epochs", "2", "--figure"}
                              << QString::fromUtf8("훈련 테스트 교차 엔트로피 손실 에포크 학습률 ReLU 0.01");
    QTest::newRow("what happens inside") << QStringList{"render", "training", "--epoch", "1", "--show", "units,gradients", "--out"}
                                         << QString::fromUtf8("죽음 층 ReLU");
}

/** In Korean, from one font: its letters alone; whatever is Latin, signs and digits are written by ours. So it looks the same on every machine, and can be
 *  searched. */
void TestFonts::aPdfHoldsTheLettersOfBothLanguages()
{
    QFETCH(QStringList, command);
    QFETCH(QString, written);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.pdf"));
    const ProgramResult result = runProgram(command + QStringList{path, "--language", "ko"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString ofLatin, ofKorean;
    for (const auto &[name, letters] : embeddedLetters(file.readAll())) {
        QVERIFY2(!letters.isEmpty(), name + " is not in the file");
        (name.startsWith("/DejaVuSans") ? ofLatin : ofKorean) += letters;
    }
    for (const QChar letter : ofKorean)
        QVERIFY2(isKorean(letter) || letter.isSpace() || letter.isNull(), qPrintable(ofKorean));
    QVERIFY2(std::ranges::none_of(ofLatin, isKorean), qPrintable(ofLatin));
    for (const QChar letter : written)
        QVERIFY2(letter.isSpace() || (isKorean(letter) ? ofKorean : ofLatin).contains(letter), qPrintable(QString(letter)));
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
