// Machines on which something that everybody has is missing or closed: a result comes, and one line that names cause and folder.
#include "tests/app/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace actiscope;

namespace {

const QStringList shortRun = {"train", "--samples", "40", "--hidden", "4", "--epochs", "3", "--json", "-"};

/** A home in which the program lies, too, where anybody can start it. */
class OpenHome {
public:
    OpenHome()
    {
        if (chmod(m_folder.path().toUtf8().constData(), 0755) != 0 || !QFile::copy(ACTISCOPE_PROGRAM, program())
            || chmod(program().toUtf8().constData(), 0755) != 0 || !QDir().mkpath(path("home")) || !QDir().mkpath(path("tmp"))
            || chmod(path("tmp").toUtf8().constData(), 01777) != 0)
            throw std::runtime_error("no home can be made here");
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString program() const { return path("actiscope"); }

    /** After `preparation`, commands of a shell for which `home` is the folder, in namespaces of its own; 77 where that is not possible. */
    ProgramResult run(const QString &preparation, const QStringList &arguments, const QString &as = {}) const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CACHE_HOME", "POCL_CACHE_DIR", "XDG_RUNTIME_DIR"})
            all.remove(name);
        all.insert("HOME", path("home"));
        all.insert("TMPDIR", path("tmp"));
        QProcess process;
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(m_folder.path());
        process.start("unshare", QStringList{"-m", "sh", "-c", "home=\"$HOME\"; " + preparation + " || exit 77; exec " + as + " \"$@\"",
                                             "sh", program()}
                                     + arguments);
        if (!process.waitForStarted() || !process.waitForFinished(300000))
            throw std::runtime_error("actiscope did not run to its end");
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(),
                process.exitStatus() == QProcess::CrashExit};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestHostileSystem : public QObject {
    Q_OBJECT

private slots:
    void aResultComesWithOneLine_data();
    void aResultComesWithOneLine();
};

void TestHostileSystem::aResultComesWithOneLine_data()
{
    QTest::addColumn<QString>("preparation");
    QTest::addColumn<QString>("as");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<bool>("isEigen");
    const QString nobody = "setpriv --reuid=65534 --clear-groups";
    QTest::newRow("no /sys") << "mount -t tmpfs none /sys"
                             << ""
                             << "ended with" << true;
    QTest::newRow("noexec home") << "mount -t tmpfs -o noexec none \"$home\""
                                 << ""
                                 << "is it mounted noexec?" << false;
    QTest::newRow("home of few bytes") << "mount -t tmpfs -o size=64k none \"$home\""
                                       << ""
                                       << "KiB left on its disk" << false;
    QTest::newRow("home of few files") << "mount -t tmpfs -o nr_inodes=20 none \"$home\""
                                       << ""
                                       << "more files on its disk" << false;
    QTest::newRow("home that its user may not enter")
        << "chown 65534 \"$home\" && chmod 0 \"$home\"" << nobody << "Permission denied" << false;
    QTest::newRow("somebody else's home") << "chmod 700 \"$home\"" << nobody << "Permission denied" << false;
    QTest::newRow("no home") << "rmdir \"$home\" && chmod 755 ." << nobody << "Permission denied" << false;
}

void TestHostileSystem::aResultComesWithOneLine()
{
    QFETCH(QString, preparation);
    QFETCH(QString, as);
    QFETCH(QString, cause);
    QFETCH(bool, isEigen);
    const OpenHome home;
    const ProgramResult trained = home.run(preparation, shortRun, as);
    if (trained.exitCode == 77 || trained.exitCode == 127 || trained.errors.startsWith("unshare"))
        QSKIP("this needs the rights of root");
    QVERIFY2(trained.exitCode == 0 && !trained.crashed, trained.errors.constData());
    QCOMPARE(QJsonDocument::fromJson(trained.output).object().value("device").toString().contains("Eigen"), isEigen);
    QVERIFY2(trained.errorLines().size() == 1 && trained.errors.contains(cause.toUtf8()), trained.errors.constData());
    QVERIFY2(trained.errors.contains((home.path("home") + "/.cache/actiscope").toUtf8()), trained.errors.constData());

    const OpenHome another;
    const ProgramResult listed = another.run(preparation, {"devices"}, as);
    QVERIFY2(listed.exitCode == 0 && !listed.crashed, listed.errors.constData());
    QVERIFY2((listed.output + listed.errors).contains(cause.toUtf8()), listed.errors.constData());
    QVERIFY(listed.output.contains("Eigen"));
}

QTEST_GUILESS_MAIN(TestHostileSystem)
#include "tst_hostile_system.moc"
