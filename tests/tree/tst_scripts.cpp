// The scripts that install, build and test: bash understands each, and the list of packages is read as it is written.
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

const QString root = QStringLiteral(ACTISCOPE_SOURCE_DIR);

struct BashResult {
    int exitCode = -1;
    QByteArray output, errors;
};

BashResult bash(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(root);
    process.start(QStringLiteral("bash"), arguments);
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestScripts : public QObject {
    Q_OBJECT

private slots:
    void bashUnderstandsEach();
    void eachPackageIsReadWithItsReason();
};

void TestScripts::bashUnderstandsEach()
{
    int count = 0;
    for (const char *folder : {"app", "tests", "resources"}) {
        for (QDirIterator script(root + QLatin1Char('/') + QLatin1String(folder), {"*.sh"}, QDir::Files, QDirIterator::Subdirectories); script.hasNext();) {
            const BashResult result = bash({"-n", script.next()});
            QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
            ++count;
        }
    }
    QVERIFY(count >= 4);
}

/** A reason has an apostrophe now and then: nothing of it may be taken for the shell's. */
void TestScripts::eachPackageIsReadWithItsReason()
{
    const BashResult result = bash({"-euo", "pipefail", "-c", ". app/packages.sh; printf '%s\\n' \"$build_packages\" \"$test_packages\""});
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    static const QRegularExpression line(QStringLiteral("^[a-z0-9][a-z0-9.+-]*(\\|[a-z0-9][a-z0-9.+-]*)*\\??  +\\S.*$"));
    QStringList names;
    for (const QString &each : QString::fromUtf8(result.output).trimmed().split(QLatin1Char('\n'))) {
        QVERIFY2(line.match(each).hasMatch(), qPrintable(each));
        names << each.section(QLatin1Char(' '), 0, 0);
    }
    for (const char *known : {"build-essential", "qt6-base-dev", "pocl-opencl-icd", "libopenblas-dev", "xvfb"})
        QVERIFY2(names.contains(QLatin1String(known)), known);
    QCOMPARE(names.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
