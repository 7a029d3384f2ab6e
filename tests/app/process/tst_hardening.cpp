// What is in the program's file that makes it hard to turn a fault into more than a fault (readelf says).
#include "tests/app/program.h"

#include <QFile>
#include <QTest>

using namespace actiscope;

namespace {

QByteArray readelf(const QString &program, const QStringList &options)
{
    QProcess process;
    QProcessEnvironment plain = QProcessEnvironment::systemEnvironment();
    plain.insert("LC_ALL", "C");
    process.setProcessEnvironment(plain);
    process.start("readelf", options + QStringList{"--wide", program});
    return process.waitForFinished(60000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

void requireLinking(const QString &program)
{
    const QByteArray linking = readelf(program, {"--file-header", "--program-headers", "--dynamic"});
    QVERIFY2(linking.contains("DYN (Position-Independent Executable file)") || linking.contains("DYN (Shared object file)"),
             linking.left(2000).constData());
    QVERIFY(linking.contains("GNU_RELRO"));
    QVERIFY(linking.contains("BIND_NOW") || linking.contains("Flags: NOW"));
}

void requireChecks(const QString &program)
{
    const QByteArray symbols = readelf(program, {"--dyn-syms"});
    QVERIFY(symbols.contains("__stack_chk_fail"));
    QVERIFY(symbols.contains("_chk@"));
    QVERIFY(symbols.count("_chk@") > symbols.count("__stack_chk_fail@"));
}

} // namespace

class TestHardening : public QObject {
    Q_OBJECT

private slots:
    void theProgramIsLinkedSo() { requireLinking(QStringLiteral(ACTISCOPE_PROGRAM)); }
    void theReleasedProgramIsBuiltSo();
};

void TestHardening::theReleasedProgramIsBuiltSo()
{
    const QString released = ACTISCOPE_IS_RELEASE ? QStringLiteral(ACTISCOPE_PROGRAM) : QStringLiteral(ACTISCOPE_RELEASED_PROGRAM);
    if (!QFile::exists(released))
        QSKIP("the preset checked has not been built");
    requireLinking(released);
    requireChecks(released);
}

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
