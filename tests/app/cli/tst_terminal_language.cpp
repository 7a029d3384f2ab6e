// What is said on the terminal, in the user's language: by LC_ALL, LANG and --language. Files for other programs are the same in all of them, and every help
// fits a terminal.
#include "tests/app/program.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <map>

using namespace actiscope;

namespace {

const ProgramEnvironment korean{{"LC_ALL", "ko_KR.UTF-8"}};
const ProgramEnvironment english{{"LC_ALL", "C.UTF-8"}};

bool hasKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

/** As a terminal counts them. */
int columnsOf(const QString &line)
{
    int columns = 0;
    for (const QChar letter : line)
        columns += letter.script() == QChar::Script_Hangul ? 2 : 1;
    return columns;
}

const QList<QStringList> &commands()
{
    static const QList<QStringList> all{{}, {"list"}, {"devices"}, {"evaluate"}, {"data"}, {"train"}, {"render", "functions"}, {"render", "training"}, {"render", "images"}};
    return all;
}

} // namespace

class TestTerminalLanguage : public QObject {
    Q_OBJECT

private slots:
    void helpFitsATerminal_data();
    void helpFitsATerminal();
    void everyWordOfTheHelpIsInBothLanguages();
    void faultsAreSaidInTheUsersLanguage_data();
    void faultsAreSaidInTheUsersLanguage();
    void theLanguageIsTheUsers_data();
    void theLanguageIsTheUsers();
    void filesForProgramsAreTheSame_data();
    void filesForProgramsAreTheSame();
    void lastWordsAreInTheUsersLanguage();
};

void TestTerminalLanguage::helpFitsATerminal_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<bool>("isKorean");
    for (const QStringList &command : commands()) {
        for (const bool isKorean : {false, true})
            QTest::addRow("%s, %s", qPrintable(command.join(QLatin1Char(' '))), isKorean ? "ko" : "en") << command << isKorean;
    }
}

void TestTerminalLanguage::helpFitsATerminal()
{
    QFETCH(QStringList, command);
    QFETCH(bool, isKorean);
    const ProgramResult result = runProgram(command + QStringList{"--help"}, isKorean ? korean : english);
    QCOMPARE(result.exitCode, 0);
    const QString help = QString::fromUtf8(result.output);
    QCOMPARE(hasKorean(help), isKorean);
    for (const QString &line : help.split(QLatin1Char('\n')))
        QVERIFY2(columnsOf(line) <= 100, qPrintable(line));
}

/** A line that tells of an option has Korean in it, and the same names, placeholders and defaults. */
void TestTerminalLanguage::everyWordOfTheHelpIsInBothLanguages()
{
    static const QRegularExpression option(QStringLiteral("^  --([a-z0-9-]+)"), QRegularExpression::MultilineOption);
    for (const QStringList &command : commands()) {
        const auto parts = [&command](const ProgramEnvironment &environment) {
            std::map<QString, QString> lines;
            QString name;
            for (const QString &line : QString::fromUtf8(runProgram(command + QStringList{"--help"}, environment).output).split(QLatin1Char('\n'))) {
                if (const auto match = option.match(line); match.hasMatch())
                    name = match.captured(1);
                if (!name.isEmpty())
                    lines[name] += line;
            }
            return lines;
        };
        const auto ours = parts(korean), theirs = parts(english);
        QCOMPARE(ours.size(), theirs.size());
        QVERIFY(!ours.empty());
        for (const auto &[name, words] : ours) {
            QVERIFY2(hasKorean(words), qPrintable(words));
            QVERIFY2(theirs.contains(name), qPrintable(name));
        }
    }
}

void TestTerminalLanguage::faultsAreSaidInTheUsersLanguage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("unknown option", {"train", "--epoch", "3"});
    row("unknown option of the window", {"--them", "dark"});
    row("unknown subcommand", {"trian"});
    row("a word that is no option", {"train", "relu"});
    row("no value", {"train", "--epochs"});
    row("given twice", {"train", "--epochs", "3", "--epochs", "4"});
    row("a switch with a value", {"train", "--boundaries=3"});
    row("no number", {"train", "--learning-rate", "fast"});
    row("decimal comma", {"train", "--noise", "0,2"});
    row("out of range", {"train", "--epochs", "0"});
    row("unknown activation", {"evaluate", "--activation", "reluu", "--x", "1"});
    row("unknown parameter", {"train", "--activation", "relu:beta=1"});
    row("parameter out of range", {"train", "--activation", "leaky_relu:alpha=17"});
    row("formula", {"evaluate", "--activation", "formula:x*tahn(x)", "--x", "1"});
    row("formula of nothing", {"evaluate", "--activation", "formula:", "--x", "1"});
    row("does not apply", {"train", "--momentum", "0.5"});
    row("unknown experiment", {"train", "--experiment", "dying"});
    row("no such file", {"train", "--points", "/nonexistent/points.csv"});
    row("no such experiment's file", {"train", "--experiment", "/nonexistent/e.json"});
    row("no such session", {"/nonexistent/s.actiscope"});
    row("cannot be written", {"train", "--epochs", "1", "--samples", "40", "--csv", "/nonexistent/a.csv"});
    row("ending of a figure", {"train", "--figure", "a.bmp"});
    row("two outputs in one file", {"train", "--csv", "a.csv", "--json", "a.csv"});
    row("no such device", {"train", "--backend", "eigen", "--device", "9"});
    row("unknown theme", {"render", "functions", "--activation", "relu", "--theme", "blue", "--out", "a.png"});
    row("unknown page", {"render", "functions", "--activation", "relu", "--size", "huge", "--out", "a.png"});
    row("unknown subject", {"render", "image"});
    row("unknown row", {"render", "training", "--show", "planes", "--out", "a.png"});
    row("row of other data", {"render", "training", "--show", "class-accuracy", "--out", "a.png"});
    row("unknown language", {"train", "--language", "kr"});
    row("unknown loss", {"train", "--loss", "hinge"});
    row("unknown optimizer", {"train", "--optimizer", "adan"});
    row("no folder of images", {"train", "--data", "image-folder", "--images", "/nonexistent"});
}

/** One line in Korean that names what the English one names. */
void TestTerminalLanguage::faultsAreSaidInTheUsersLanguage()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    const ProgramResult ours = runProgram(arguments, korean, folder.path()), theirs = runProgram(arguments, english, folder.path());
    QVERIFY(theirs.exitCode == 1 || theirs.exitCode == 2);
    QCOMPARE(ours.exitCode, theirs.exitCode);
    QVERIFY(ours.output.isEmpty() && QDir(folder.path()).isEmpty());
    const QStringList lines = ours.errorLines();
    QVERIFY2(lines.size() == 1 && hasKorean(lines.front()), ours.errors.constData());
    QVERIFY2(!hasKorean(QString::fromUtf8(theirs.errors)), theirs.errors.constData());
    static const QRegularExpression option(QStringLiteral("--[a-z0-9-]+"));
    for (auto match = option.globalMatch(theirs.errorLines().front()); match.hasNext();)
        QVERIFY2(lines.front().contains(match.next().captured()), ours.errors + theirs.errors);
    static const QRegularExpression sentence(QStringLiteral("[a-z]{2,} [a-z]{2,} [a-z]{2,}"));
    const QString words = QString(lines.front()).remove(QString::fromLocal8Bit(std::strerror(ENOENT))); // the system's own
    QVERIFY2(!words.contains(sentence), ours.errors.constData());
}

void TestTerminalLanguage::theLanguageIsTheUsers_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<bool>("isKorean");
    QTest::newRow("LC_ALL") << QStringList() << "ko_KR.UTF-8" << "en_US.UTF-8" << true;
    QTest::newRow("LANG") << QStringList() << "" << "ko_KR.UTF-8" << true;
    QTest::newRow("LC_ALL before LANG") << QStringList() << "en_GB.UTF-8" << "ko_KR.UTF-8" << false;
    QTest::newRow("one that there is not") << QStringList() << "de_DE.UTF-8" << "" << false;
    QTest::newRow("none") << QStringList() << "C" << "" << false;
    QTest::newRow("asked for") << QStringList{"--language", "ko"} << "C.UTF-8" << "" << true;
    QTest::newRow("asked for another") << QStringList{"--language", "en"} << "ko_KR.UTF-8" << "" << false;
}

void TestTerminalLanguage::theLanguageIsTheUsers()
{
    QFETCH(QStringList, more);
    QFETCH(QString, all);
    QFETCH(QString, lang);
    QFETCH(bool, isKorean);
    const ProgramResult result = runProgram(QStringList{"train", "--epochs", "0"} + more, {{"LC_ALL", all}, {"LANG", lang}, {"LC_MESSAGES", ""}, {"LANGUAGE", ""}});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(hasKorean(QString::fromUtf8(result.errors)) == isKorean, result.errors.constData());
}

void TestTerminalLanguage::filesForProgramsAreTheSame_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList run{"train", "--backend", "eigen", "--epochs", "3", "--samples", "40", "--hidden", "4"};
    QTest::newRow("CSV of a run") << run + QStringList{"--csv", "-"};
    QTest::newRow("diagnostics") << run + QStringList{"--diagnostics", "-"};
    QTest::newRow("CSV of seeds") << run + QStringList{"--seeds", "3", "--csv", "-"};
    QTest::newRow("data") << QStringList{"data", "--samples", "9"};
    QTest::newRow("evaluate") << QStringList{"evaluate", "--activation", "gelu", "--x=-1,0.5"};
    QTest::newRow("list") << QStringList{"list", "--json"};
    QTest::newRow("list of data") << QStringList{"list", "--data", "--json"};
    QTest::newRow("list of experiments") << QStringList{"list", "--experiments", "--json"};
    QTest::newRow("devices") << QStringList{"devices", "--json"};
    QTest::newRow("JSON of a run") << run + QStringList{"--json", "-"};
    QTest::newRow("JSON of seeds") << run + QStringList{"--seeds", "3", "--json", "-"};
}

void TestTerminalLanguage::filesForProgramsAreTheSame()
{
    QFETCH(QStringList, arguments);
    static const QRegularExpression seconds(QStringLiteral("\"(seconds|setup|training|boundaries)\": [0-9.e+-]+"));
    const auto written = [&arguments](const ProgramEnvironment &environment) {
        const ProgramResult result = runProgram(arguments, environment);
        return result.exitCode == 0 ? QString::fromUtf8(result.output).remove(seconds) : QString::fromUtf8(result.errors);
    };
    const QString theirs = written(english);
    QVERIFY(!theirs.isEmpty());
    QCOMPARE(written(korean), theirs);
}

/** Of a program that a fault ends while a driver may be at work; the words are made before, since the handler may not. */
void TestTerminalLanguage::lastWordsAreInTheUsersLanguage()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer has more to say of a fault");
#endif
    const auto saidWhenEnded = [](const QString &language, int after) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LC_ALL", language);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(ACTISCOPE_PROGRAM), {"train", "--backend", "opencl", "--epochs", "1000000", "--hidden", "64,64"});
        QTest::qWait(after);
        kill(static_cast<pid_t>(process.processId()), SIGSEGV);
        QTest::qWait(500);
        process.kill(); // what is sent, unlike a fault of its own, does not come again
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardError());
    };
    // The words are there once a driver has been asked for something, which a slow machine takes its time for.
    const auto lastWords = [&saidWhenEnded](const QString &language) {
        QString said;
        for (int after = 1500; said.isEmpty() && after < 60'000; after *= 2)
            said = saidWhenEnded(language, after);
        return said;
    };
    if (runProgram({"train", "--backend", "opencl", "--epochs", "1"}).exitCode != 0)
        QSKIP("there is no OpenCL device");
    const QString theirs = lastWords("C.UTF-8"), ours = lastWords("ko_KR.UTF-8");
    QVERIFY2(theirs.contains("ended by a fault") && theirs.count('\n') == 1, qPrintable(theirs));
    QVERIFY2(ours.startsWith("actiscope: ") && hasKorean(ours) && ours.contains("--backend eigen") && ours.count('\n') == 1, qPrintable(ours));
}

QTEST_GUILESS_MAIN(TestTerminalLanguage)
#include "tst_terminal_language.moc"
