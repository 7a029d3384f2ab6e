// What is said in English is said in Korean, too: every text of the program has a finished translation with the same places, every note, name, handbook page
// and entry for the desktop has its twin, and no message is glued together from English. What is missing is named.
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

const QString root = QStringLiteral(ACTISCOPE_SOURCE_DIR);

QByteArray read(const QString &path)
{
    QFile file(root + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Entry {
    QString context;
    QString source;
    QStringList forms; ///< of the translation
    QString type;      ///< "unfinished", "vanished", "obsolete", or nothing

    QString name() const { return context + QStringLiteral(": ") + QString(source).replace(QLatin1Char('\n'), QStringLiteral("\\n")); }
};

/** Of a .ts file. */
QList<Entry> entriesOf(const QByteArray &text)
{
    QXmlStreamReader xml(text);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            entries.append({context, xml.readElementText(), {}, {}});
        } else if (xml.name() == QLatin1String("translation")) {
            entries.back().type = xml.attributes().value(QLatin1String("type")).toString();
            entries.back().forms.append(xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    return entries;
}

QList<Entry> entriesOf(const QString &path)
{
    return entriesOf(read(path));
}

/** "%1", "%n": those of a text, in order of their names. */
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?[1-9n]|\\{\\d\\}"));
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    return places;
}

bool hasKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

QJsonObject json(const QString &path)
{
    return QJsonDocument::fromJson(read(path)).object();
}

/** Literals with words in what the statement says that are no text for translators. */
QStringList gluedIn(const QString &statement)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [A-Za-z]"));
    QStringList found;
    bool isText = false;
    for (auto match = literal.globalMatch(statement); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const QString before = statement.left(each.capturedStart()).trimmed();
        const bool goesOn = before.endsWith(QLatin1Char('"'));
        isText = before.endsWith(QLatin1String("ACTISCOPE_TR(\"core\",")) || (goesOn && isText);
        const QString said = QString(each.captured(1)).remove(QRegularExpression(QStringLiteral("^actiscope( train)?: ")));
        if (!isText && said.contains(words))
            found << each.captured(1);
    }
    return found;
}

/** Literals with words to which something is added, or that are added to something: sentences that no translator sees. */
QStringList addedIn(const QString &text)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [A-Za-z]"));
    QStringList found;
    for (auto match = literal.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const QString before = text.left(each.capturedStart()).trimmed(), after = text.mid(each.capturedEnd()).trimmed();
        const bool isAdded = before.endsWith(QLatin1Char('+')) || after.startsWith(QLatin1Char('+'));
        const QString statement = before.mid(before.lastIndexOf(QLatin1Char(';')) + 1);
        const bool isForAuthors = statement.contains(QLatin1String("std::logic_error")) || statement.contains(QLatin1String("std::invalid_argument"));
        if (isAdded && !isForAuthors && each.captured(1).contains(words))
            found << each.captured(1);
    }
    return found;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT

private slots:
    void everyTextOfTheProgramIsInTheFile();
    void everyTextIsTranslated();
    void placesAreTheSame();
    void englishPluralsAreWhole();
    void noMessageIsGluedFromEnglish();
    void everyNoteHasItsTwin();
    void everyPresetHasItsTwin();
    void everyPageOfTheHandbookHasItsTwin();
    void theDesktopIsToldInKorean();
    void theDesktopsOwnToolsAcceptIt_data();
    void theDesktopsOwnToolsAcceptIt();
};

/** lupdate finds in the program what the file has, and nothing else. */
void TestLanguages::everyTextOfTheProgramIsInTheFile()
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh_ko.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(root);
    lupdate.start(QStringLiteral(ACTISCOPE_LUPDATE),
                  {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-tr-function-alias"),
                   QStringLiteral("QT_TRANSLATE_NOOP+=ACTISCOPE_TR"), QStringLiteral("core"), QStringLiteral("gpu"), QStringLiteral("ui"),
                   QStringLiteral("app"), QStringLiteral(ACTISCOPE_EMBEDDED_EXPERIMENTS), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForStarted() && lupdate.waitForFinished(120'000));
    QFile file(fresh);
    QVERIFY2(file.open(QIODevice::ReadOnly), lupdate.readAllStandardError().constData());
    QSet<QString> said, known;
    for (const Entry &entry : entriesOf(file.readAll()))
        said.insert(entry.name());
    for (const Entry &entry : entriesOf(QStringLiteral("resources/translations/actiscope_ko.ts")))
        known.insert(entry.name());
    QVERIFY(said.size() > 1000);
    const QStringList missing = (said - known).values(), gone = (known - said).values();
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("not in actiscope_ko.ts (run lupdate as ui/CMakeLists.txt says):\n") + missing.join(QLatin1Char('\n'))));
    QVERIFY2(gone.isEmpty(), qPrintable(QStringLiteral("nobody says any more:\n") + gone.join(QLatin1Char('\n'))));
}

void TestLanguages::everyTextIsTranslated()
{
    QStringList missing;
    for (const Entry &entry : entriesOf(QStringLiteral("resources/translations/actiscope_ko.ts"))) {
        if (!entry.type.isEmpty() || entry.forms.isEmpty() || entry.forms.contains(QString()))
            missing << (entry.type.isEmpty() ? QStringLiteral("empty") : entry.type) + QStringLiteral("  ") + entry.name();
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("without Korean:\n") + missing.join(QLatin1Char('\n'))));
}

void TestLanguages::placesAreTheSame()
{
    QStringList wrong;
    for (const Entry &entry : entriesOf(QStringLiteral("resources/translations/actiscope_ko.ts"))) {
        for (const QString &form : entry.forms) {
            const bool isWhole = placesOf(form) == placesOf(entry.source) && form.count(QLatin1Char('\n')) == entry.source.trimmed().count(QLatin1Char('\n'));
            if (!isWhole && !form.isEmpty())
                wrong << entry.name() + QStringLiteral("  →  ") + form;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("other places or lines than in English:\n") + wrong.join(QLatin1Char('\n'))));
}

/** "1 points" is no English. */
void TestLanguages::englishPluralsAreWhole()
{
    QSet<QString> plurals;
    for (const Entry &entry : entriesOf(QStringLiteral("resources/translations/actiscope_ko.ts"))) {
        if (entry.source.contains(QLatin1String("%n")))
            plurals.insert(entry.name());
    }
    QVERIFY(plurals.size() > 10);
    QStringList wrong;
    for (const Entry &entry : entriesOf(QStringLiteral("resources/translations/actiscope_en.ts"))) {
        plurals.remove(entry.name());
        if (!entry.type.isEmpty() || entry.forms.join(QString()).trimmed().isEmpty())
            wrong << entry.name();
    }
    QVERIFY2(wrong.isEmpty() && plurals.isEmpty(),
             qPrintable(QStringLiteral("not in actiscope_en.ts, or unfinished there:\n") + (wrong + plurals.values()).join(QLatin1Char('\n'))));
}

/** What is thrown or printed is a text for translators with its values apart. Faults of the program itself (logic_error and its kin) are for its authors. */
void TestLanguages::noMessageIsGluedFromEnglish()
{
    static const QRegularExpression comment(QStringLiteral("//[^\\n]*"));
    static const QRegularExpression saying(
        QStringLiteral("\\b(?:note\\(|throw (?!std::(?:logic_error|invalid_argument)|GiNaC)|std::fprintf\\(stderr|std::fputs\\(|printError\\()"));
    // Names of errors, and what is read by a build, or by the process that tries a driver.
    const QStringList ofBuildAndTrials = {QStringLiteral("gpu/device/opencl_errors.cpp"), QStringLiteral("gpu/device/opencl_device.cpp"),
                                          QStringLiteral("gpu/engine/prepare_programs.cpp"), QStringLiteral("gpu/device/prepared_programs.cpp"),
                                          QStringLiteral("app/driver/opencl_tasks.cpp")};
    QStringList glued;
    int files = 0;
    for (const char *folder : {"core", "gpu", "app"}) {
        QDirIterator all(root + QLatin1Char('/') + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next().mid(root.size() + 1);
            if (ofBuildAndTrials.contains(path))
                continue;
            const QString text = QString::fromUtf8(read(path)).remove(comment);
            ++files;
            for (const QString &literal : addedIn(text))
                glued << path + QStringLiteral(": ") + literal;
            for (auto match = saying.globalMatch(text); match.hasNext();) {
                const qsizetype begin = match.next().capturedStart();
                for (const QString &literal : gluedIn(text.mid(begin, text.indexOf(QLatin1String(";\n"), begin) - begin)))
                    glued << path + QStringLiteral(": ") + literal;
            }
        }
    }
    QVERIFY(files > 200);
    QVERIFY2(glued.isEmpty(), qPrintable(QStringLiteral("not through ACTISCOPE_TR:\n") + glued.join(QLatin1Char('\n'))));
}

void TestLanguages::everyNoteHasItsTwin()
{
    const QJsonObject english = json(QStringLiteral("resources/notes/en.json")), korean = json(QStringLiteral("resources/notes/ko.json"));
    QVERIFY(english.size() > 20);
    QCOMPARE(korean.keys(), english.keys());
    QStringList missing;
    for (auto note = english.begin(); note != english.end(); ++note) {
        const QJsonObject ours = note->toObject(), theirs = korean[note.key()].toObject();
        for (const char *field : {"about", "strengths", "weaknesses"}) {
            const QJsonArray sentences = ours[QLatin1String(field)].toArray(), twins = theirs[QLatin1String(field)].toArray();
            const bool areAll = sentences.size() == twins.size() && std::ranges::all_of(twins, [](const QJsonValue &twin) { return hasKorean(twin.toString()); });
            if (!areAll)
                missing << note.key() + QLatin1Char(' ') + QLatin1String(field);
        }
        for (const char *field : {"value", "derivative"}) {
            if (ours.contains(QLatin1String(field)) != theirs.contains(QLatin1String(field)))
                missing << note.key() + QLatin1Char(' ') + QLatin1String(field);
        }
        for (auto field = theirs.begin(); field != theirs.end(); ++field) {
            if (!ours.contains(field.key()))
                missing << note.key() + QStringLiteral(" has no English ") + field.key();
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestLanguages::everyPresetHasItsTwin()
{
    const auto membersOf = [](const QString &path) {
        QStringList all;
        for (const QJsonValue &preset : json(path)[QLatin1String("presets")].toArray()) {
            QStringList members{preset[QLatin1String("family")].toString()};
            for (const QJsonValue &member : preset[QLatin1String("members")].toArray())
                members << member.toString();
            all << members.join(QLatin1Char(' '));
        }
        return all;
    };
    QVERIFY(membersOf(QStringLiteral("resources/choices/en.json")).size() > 5);
    QCOMPARE(membersOf(QStringLiteral("resources/choices/ko.json")), membersOf(QStringLiteral("resources/choices/en.json")));
}

void TestLanguages::everyPageOfTheHandbookHasItsTwin()
{
    const QDir handbook(root + QStringLiteral("/resources/handbook"));
    QStringList wrong;
    int pages = 0;
    static const QRegularExpression heading(QStringLiteral("^#+ "), QRegularExpression::MultilineOption);
    for (const QString &name : handbook.entryList({QStringLiteral("*.md")})) {
        if (name.endsWith(QLatin1String(".ko.md")))
            continue;
        ++pages;
        const QString english = QString::fromUtf8(read(QStringLiteral("resources/handbook/") + name));
        const QString korean = QString::fromUtf8(read(QStringLiteral("resources/handbook/") + name.chopped(3) + QStringLiteral(".ko.md")));
        if (!hasKorean(korean))
            wrong << name + QStringLiteral(": there is no Korean page");
        else if (korean.count(heading) != english.count(heading) || korean.count(QLatin1String("```")) != english.count(QLatin1String("```")))
            wrong << name + QStringLiteral(": the Korean page has other parts");
    }
    QVERIFY(pages > 5);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLanguages::theDesktopIsToldInKorean()
{
    const QString desktop = QString::fromUtf8(read(QStringLiteral("resources/actiscope.desktop")));
    for (const char *key : {"Name", "GenericName", "Comment", "Keywords"}) {
        QVERIFY2(desktop.contains(QStringLiteral("\n%1=").arg(QLatin1String(key))), key);
        QVERIFY2(desktop.contains(QStringLiteral("\n%1[ko]=").arg(QLatin1String(key))), key);
    }
    QXmlStreamReader xml(read(QStringLiteral("resources/actiscope.metainfo.xml")));
    QMap<QString, int> english, korean;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name != QLatin1String("name") && name != QLatin1String("summary") && name != QLatin1String("p") && name != QLatin1String("li"))
            continue;
        const bool isKorean = xml.attributes().value(QLatin1String("xml:lang")) == QLatin1String("ko");
        ++(isKorean ? korean : english)[name];
    }
    QVERIFY2(!xml.hasError() && english.size() == 4, qPrintable(xml.errorString()));
    QCOMPARE(korean, english);
}

void TestLanguages::theDesktopsOwnToolsAcceptIt_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("AppStream") << QStringList{"appstreamcli", "validate", "--no-net", "resources/actiscope.metainfo.xml"};
    QTest::newRow("desktop entry") << QStringList{"desktop-file-validate", "--no-hints", "resources/actiscope.desktop"};
}

void TestLanguages::theDesktopsOwnToolsAcceptIt()
{
    QFETCH(QStringList, command);
    const QString tool = QStandardPaths::findExecutable(command.takeFirst());
    if (tool.isEmpty())
        QSKIP("the tool is in Debian's package appstream or desktop-file-utils");
    QProcess process;
    process.setWorkingDirectory(root);
    process.start(tool, command);
    QVERIFY(process.waitForStarted() && process.waitForFinished(120'000));
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said.constData());
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
