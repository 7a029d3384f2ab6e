// What the window keeps between sessions: written soon after it changed, joined with what another window wrote, and said where that is
// not possible.
#include "tests/support/patience.h"
#include "ui/functions/state/custom_activation_list.h"
#include "ui/window/settings_keeper.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

/** A window's state and its keeper. */
struct Side {
    explicit Side(const QString &path, QVariantMap begin = {})
        : settings(path, QSettings::IniFormat), keeper(settings), state(std::move(begin))
    {
        keeper.setMerge(CustomActivationList::savedKey(), &CustomActivationList::merged);
        keeper.setMerge(QStringLiteral("training"), &mergedMap);
        keeper.keep([this] { return SavedState(state); });
    }

    QSettings settings;
    SettingsKeeper keeper;
    QVariantMap state;
};

QVariantMap customActivationEntry(const QString &formula, const QString &name = {})
{
    return {{QStringLiteral("formula"), formula}, {QStringLiteral("name"), name}, {QStringLiteral("defaults"), QVariantList{1.0}}};
}

QVariant inFile(const QString &path, const QString &key)
{
    return QSettings(path, QSettings::IniFormat).value(key);
}

QStringList formulasIn(const QString &path)
{
    QStringList formulas;
    for (const QVariant &entry : inFile(path, CustomActivationList::savedKey()).toList())
        formulas << entry.toMap().value(QStringLiteral("formula")).toString();
    return formulas;
}

} // namespace

class TestSettingsKeeper : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("deep/down/settings.ini"));
    }
    void aChangeIsWrittenWithoutBeingAsked();
    void whatMovesIsWrittenWhenItRestsOrAfterAWhile();
    void eachWindowsCustomActivationsSurvive();
    void aRemovedCustomActivationStaysRemoved();
    void theLastWriterWinsOnlyInWhatItChanged();
    void whatIsTakenOutOfAMapStaysOut();
    void aFileThatIsGoneIsWrittenWhole();
    void aDamagedFileIsWrittenAgain();
    void whatCannotBeSavedIsSaidOnceWithTheFile();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSettingsKeeper::aChangeIsWrittenWithoutBeingAsked()
{
    Side side(m_path, {{QStringLiteral("a"), 1}, {QStringLiteral("gone"), 1}});
    QTest::qWait(600);
    QVERIFY(!QFile::exists(m_path)); // nothing changed
    side.state[QStringLiteral("a")] = 2;
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(inFile(m_path, QStringLiteral("a")).toInt(), 2, test::patience);
    QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed()))); // half a second on a machine that is not busy
    QCOMPARE(inFile(m_path, QStringLiteral("gone")).toInt(), 1);
    side.state.remove(QStringLiteral("gone"));
    QVERIFY(side.keeper.save());
    QVERIFY(!inFile(m_path, QStringLiteral("gone")).isValid());
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files), QStringList{QStringLiteral("settings.ini")}); // no lock stays behind
}

void TestSettingsKeeper::whatMovesIsWrittenWhenItRestsOrAfterAWhile()
{
    Side side(m_path, {{QStringLiteral("a"), 0}});
    int changes = 0;
    QTimer motion;
    connect(&motion, &QTimer::timeout, this, [&] { side.state[QStringLiteral("a")] = ++changes; });
    motion.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(inFile(m_path, QStringLiteral("a")).toInt() > 0, test::patience); // though it never rests
    motion.stop();
    QTRY_COMPARE_WITH_TIMEOUT(inFile(m_path, QStringLiteral("a")).toInt(), changes, test::patience);
}

void TestSettingsKeeper::eachWindowsCustomActivationsSurvive()
{
    const QVariantMap common{{CustomActivationList::savedKey(), QVariantList{customActivationEntry(QStringLiteral("x*2"))}}};
    Side one(m_path, common);
    Side other(m_path, common);
    one.state[CustomActivationList::savedKey()] =
        QVariantList{customActivationEntry(QStringLiteral("x*2")), customActivationEntry(QStringLiteral("x*3"))};
    QVERIFY(one.keeper.save());
    other.state[CustomActivationList::savedKey()] =
        QVariantList{customActivationEntry(QStringLiteral("x*2"), QStringLiteral("named")), customActivationEntry(QStringLiteral("x*4"))};
    QVERIFY(other.keeper.save());
    one.state[CustomActivationList::savedKey()] =
        QVariantList{customActivationEntry(QStringLiteral("x*2")), customActivationEntry(QStringLiteral("x*3")),
                     customActivationEntry(QStringLiteral("x*5"))};
    QVERIFY(one.keeper.save());
    QCOMPARE(formulasIn(m_path), (QStringList{QStringLiteral("x*2"), QStringLiteral("x*3"), QStringLiteral("x*4"), QStringLiteral("x*5")}));
    QCOMPARE(inFile(m_path, CustomActivationList::savedKey()).toList().front().toMap().value(QStringLiteral("name")).toString(),
             QStringLiteral("named"));
}

void TestSettingsKeeper::aRemovedCustomActivationStaysRemoved()
{
    const QVariantList both{customActivationEntry(QStringLiteral("x*2")), customActivationEntry(QStringLiteral("x*3"))};
    Side one(m_path, {{CustomActivationList::savedKey(), QVariantList{}}});
    Side other(m_path, {{CustomActivationList::savedKey(), both}});
    one.state[CustomActivationList::savedKey()] = both;
    QVERIFY(one.keeper.save());
    one.state[CustomActivationList::savedKey()] = QVariantList{both[0]};
    QVERIFY(one.keeper.save());
    other.state[CustomActivationList::savedKey()] = QVariantList{both[0], both[1], customActivationEntry(QStringLiteral("x*4"))};
    QVERIFY(other.keeper.save());
    QCOMPARE(formulasIn(m_path), (QStringList{QStringLiteral("x*2"), QStringLiteral("x*4")}));
}

void TestSettingsKeeper::theLastWriterWinsOnlyInWhatItChanged()
{
    const QVariantMap begin{{QStringLiteral("theme"), 0},
                            {QStringLiteral("size"), 10},
                            {QStringLiteral("training"), QVariantMap{{QStringLiteral("pace"), 20}, {QStringLiteral("epochs"), 100}}}};
    Side one(m_path, begin);
    Side other(m_path, begin);
    one.state[QStringLiteral("theme")] = 2;
    one.state[QStringLiteral("size")] = 11;
    one.state[QStringLiteral("training")] = QVariantMap{{QStringLiteral("pace"), 50}, {QStringLiteral("epochs"), 100}};
    QVERIFY(one.keeper.save());
    other.state[QStringLiteral("size")] = 12;
    other.state[QStringLiteral("training")] = QVariantMap{{QStringLiteral("pace"), 20}, {QStringLiteral("epochs"), 300}};
    QVERIFY(other.keeper.save());
    QCOMPARE(inFile(m_path, QStringLiteral("theme")).toInt(), 2);
    QCOMPARE(inFile(m_path, QStringLiteral("size")).toInt(), 12);
    const QVariantMap training = inFile(m_path, QStringLiteral("training")).toMap();
    QCOMPARE(training.value(QStringLiteral("pace")).toInt(), 50);
    QCOMPARE(training.value(QStringLiteral("epochs")).toInt(), 300);
}

void TestSettingsKeeper::whatIsTakenOutOfAMapStaysOut()
{
    const QVariantMap both{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}};
    const auto training = [](const QVariantMap &map) { return QVariantMap{{QStringLiteral("training"), map}}; };
    Side one(m_path, training(both));
    Side other(m_path, training(both));
    one.state = training({{QStringLiteral("b"), 2}});
    QVERIFY(one.keeper.save());
    other.state = training({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 3}, {QStringLiteral("c"), 4}});
    QVERIFY(other.keeper.save());
    QCOMPARE(inFile(m_path, QStringLiteral("training")).toMap(), (QVariantMap{{QStringLiteral("b"), 3}, {QStringLiteral("c"), 4}}));
    one.state = training({});
    QVERIFY(one.keeper.save());
    QCOMPARE(inFile(m_path, QStringLiteral("training")).toMap(), (QVariantMap{{QStringLiteral("c"), 4}}));
    QCOMPARE(mergedMap(both, both, QStringList{QStringLiteral("of an earlier version")}).toMap(), both);
}

void TestSettingsKeeper::aFileThatIsGoneIsWrittenWhole()
{
    Side side(m_path, {{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}});
    side.state[QStringLiteral("a")] = 2;
    QVERIFY(side.keeper.save());
    QVERIFY(QFile::remove(m_path));
    side.state[QStringLiteral("a")] = 3;
    QVERIFY(side.keeper.save());
    QCOMPARE(inFile(m_path, QStringLiteral("a")).toInt(), 3);
    QCOMPARE(inFile(m_path, QStringLiteral("b")).toInt(), 1);
}

void TestSettingsKeeper::aDamagedFileIsWrittenAgain()
{
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\x01[[[=\n\xff\xfe nonsense \0 without an end @Variant(\\x1", 48));
    file.close();
    Side side(m_path, {{QStringLiteral("a"), 1}});
    side.state[QStringLiteral("a")] = 2;
    QVERIFY(side.keeper.save());
    QCOMPARE(side.keeper.problem(), QString());
    QCOMPARE(inFile(m_path, QStringLiteral("a")).toInt(), 2);
}

void TestSettingsKeeper::whatCannotBeSavedIsSaidOnceWithTheFile()
{
    QFile inTheWay(m_folder->filePath(QStringLiteral("deep")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // where a folder should be; so that nobody can write, not even root
    inTheWay.close();
    Side side(m_path, {{QStringLiteral("a"), 1}});
    QSignalSpy said(&side.keeper, &SettingsKeeper::problemChanged);
    for (int i = 2; i < 5; ++i) {
        side.state[QStringLiteral("a")] = i;
        QVERIFY(!side.keeper.save());
    }
    QCOMPARE(said.size(), 1);
    const QString problem = side.keeper.problem();
    QVERIFY2(problem.contains(m_path) && problem.contains(QStringLiteral("Not a directory")) && !problem.contains(QLatin1Char('\n')),
             qPrintable(problem));
    QVERIFY(inTheWay.remove());
    QVERIFY(side.keeper.save());
    QCOMPARE(said.size(), 2);
    QCOMPARE(side.keeper.problem(), QString());
    QCOMPARE(inFile(m_path, QStringLiteral("a")).toInt(), 4);
}

QTEST_MAIN(TestSettingsKeeper)
#include "tst_settings_keeper.moc"
