// Who may include whom, and that only its row names an activation. Reads the sources.
#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace actiscope;

namespace {

const QStringList sourceEndings = {"*.h", "*.cpp", "*.cl", "*.def"};
const QStringList layers = {"core", "gpu", "ui", "app"};

/** Paths below the root of the tree, "core/engine/backend.h". */
QStringList filesUnder(const QString &folder, const QStringList &endings)
{
    const QDir root(QStringLiteral(ACTISCOPE_SOURCE_DIR));
    QStringList files;
    QDirIterator iterator(root.filePath(folder), endings, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(root.relativeFilePath(iterator.next()));
    files.sort();
    return files;
}

QStringList linesOf(const QString &path)
{
    QFile file(QStringLiteral(ACTISCOPE_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split('\n') : QStringList();
}

/** The line without its comment. */
QString codeOf(const QString &line)
{
    const QString trimmed = line.trimmed();
    return trimmed.startsWith('*') || trimmed.startsWith("/*") ? QString() : line.section("//", 0, 0);
}

/** "path:line: text" of every line of these files whose code matches. */
QStringList matches(const QStringList &files, const QRegularExpression &expression)
{
    QStringList found;
    for (const QString &path : files) {
        const QStringList lines = linesOf(path);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (expression.match(codeOf(lines[i])).hasMatch())
                found.append(QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(lines[i].trimmed()));
        }
    }
    return found;
}

/** Rooms of the tree, the lowest floor first. A file includes what is in its own room or on a floor below it; the longest name that a path begins
 *  with is its room. */
const QList<QStringList> floors = {
    {"core/base/"},
    {"core/activations/"},
    {"core/data/"},
    {"core/analysis/", "core/engine/"},
    {"core/diagnostics/"},
    {"core/training/"},
    {"core/drawing/", "core/io/"},
    {"gpu/kernels/"},
    {"gpu/device/"},
    {"gpu/engine/"},
    {"ui/base/"},
    {"ui/charts/"},
    {"ui/window/actions/"},
    {"ui/window/presentation."},
    {"ui/window/workspace."},
    {"ui/functions/state/", "ui/training/document/", "ui/training/data/"},
    {"ui/functions/plot/", "ui/functions/notes/", "ui/training/settings/", "ui/training/panels/", "ui/training/controls/", "ui/training/seeds/", "ui/training/step/"},
    {"ui/functions/formula/", "ui/functions/bars/"},
    {"ui/functions/list/"},
    {"ui/functions/", "ui/training/"},
    {"ui/window/"},
    {"app/process/"},
    {"app/driver/"},
    {"app/backend_catalog."},
    {"app/cli/"},
    {"app/"},
};

struct Room {
    QString name;
    qsizetype floor = -1; ///< -1: in no room
};

Room roomOf(const QString &path)
{
    Room room;
    for (qsizetype floor = 0; floor < floors.size(); ++floor) {
        for (const QString &name : floors[floor]) {
            if (path.startsWith(name) && name.size() > room.name.size())
                room = {name, floor};
        }
    }
    return room;
}

/** The files of the tree that a file includes by their path from its root. */
QStringList includesOf(const QString &path)
{
    static const QRegularExpression expression("^\\s*#\\s*include\\s*\"((core|gpu|ui|app)/[^\"]+)\"");
    QStringList includes;
    for (const QString &line : linesOf(path)) {
        const QRegularExpressionMatch match = expression.match(line);
        if (match.hasMatch())
            includes.append(match.captured(1));
    }
    return includes;
}

/** A header and its source are one thing: "core/engine/cohort". */
QString unitOf(const QString &path)
{
    return path.section('.', 0, 0);
}

/** What each unit of the tree includes. */
QMap<QString, QSet<QString>> includeGraph()
{
    QMap<QString, QSet<QString>> graph;
    for (const QString &layer : layers) {
        for (const QString &path : filesUnder(layer, {"*.h", "*.cpp", "*.def"})) {
            QSet<QString> &included = graph[unitOf(path)];
            for (const QString &include : includesOf(path)) {
                if (unitOf(include) != unitOf(path))
                    included.insert(unitOf(include));
            }
        }
    }
    return graph;
}

/** A way from `unit` back to something on `way`, or nothing. Units that are known to lead to none are in `done`. */
QStringList circleFrom(const QString &unit, const QMap<QString, QSet<QString>> &graph, QStringList way, QSet<QString> &done)
{
    if (way.contains(unit))
        return way.mid(way.indexOf(unit)) + QStringList{unit};
    if (done.contains(unit))
        return {};
    way.append(unit);
    for (const QString &next : graph.value(unit)) {
        const QStringList circle = circleFrom(next, graph, way, done);
        if (!circle.isEmpty())
            return circle;
    }
    done.insert(unit);
    return {};
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void layerIncludesOnlyWhatIsBelowIt_data();
    void layerIncludesOnlyWhatIsBelowIt();
    void everyRoomIncludesOnlyWhatIsBelowIt();
    void nothingIncludesItselfByARoundabout();
    void onlyOneHeaderIncludesQCustomPlot();
    void onlyItsRowNamesAnActivation();
    void nothingIsBuiltOfTests();
    void nothingIsSetForAllTargets();
};

void TestLayers::layerIncludesOnlyWhatIsBelowIt_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("core") << "core"
                          << R"(Q[A-Z]|qt|qcustomplot|CL/|gpu/|ui/|app/|tests/)";
    QTest::newRow("gpu") << "gpu"
                         << R"(Q[A-Z]|qt|qcustomplot|ui/|app/|tests/)";
    QTest::newRow("ui") << "ui"
                        << R"(CL/|gpu/|app/|tests/)";
    QTest::newRow("app") << "app"
                         << R"(CL/|tests/)";
}

void TestLayers::layerIncludesOnlyWhatIsBelowIt()
{
    QFETCH(QString, layer);
    QFETCH(QString, forbidden);
    const QStringList files = filesUnder(layer, sourceEndings);
    QVERIFY(!files.isEmpty());
    const QStringList found = matches(files, QRegularExpression(QStringLiteral(R"(^\s*#\s*include\s*[<"](%1))").arg(forbidden)));
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestLayers::everyRoomIncludesOnlyWhatIsBelowIt()
{
    QStringList found;
    for (const QString &layer : layers) {
        for (const QString &path : filesUnder(layer, {"*.h", "*.cpp"})) {
            const Room room = roomOf(path);
            if (room.floor < 0)
                found.append(path + " is in no room that this test knows");
            for (const QString &include : includesOf(path)) {
                const Room other = roomOf(include);
                if (other.name != room.name && other.floor >= room.floor)
                    found.append(path + " includes " + include + ", which is not below it");
            }
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestLayers::nothingIncludesItselfByARoundabout()
{
    const QMap<QString, QSet<QString>> graph = includeGraph();
    QVERIFY(graph.size() > 100);
    QSet<QString> done;
    for (auto unit = graph.keyBegin(); unit != graph.keyEnd(); ++unit) {
        const QStringList circle = circleFrom(*unit, graph, {}, done);
        QVERIFY2(circle.isEmpty(), qPrintable(circle.join(" -> ")));
    }
}

void TestLayers::onlyOneHeaderIncludesQCustomPlot()
{
    QStringList files;
    for (const QString &layer : layers)
        files += filesUnder(layer, sourceEndings);
    files.removeAll("ui/base/plot.h");
    const QStringList found =
        matches(files, QRegularExpression(R"(#\s*include\s*[<"].*qcustomplot)", QRegularExpression::CaseInsensitiveOption));
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestLayers::onlyItsRowNamesAnActivation()
{
    // The defaults that the design gives to the experiment and to `evaluate`, the functions of which formulas are made, some of which
    // are called as an activation is, and the table of other names.
    const QStringList exempt = {"core/training/experiment.cpp", "app/cli/evaluate.cpp", "core/activations/formula_operations.def",
                                "core/base/aliases.def"};
    QStringList files;
    for (const QString &layer : layers)
        files += filesUnder(layer, sourceEndings);
    for (const QString &path : exempt)
        files.removeAll(path);
    QStringList ids;
    QStringList families;
    for (const Activation &activation : activations()) {
        ids.append(QString::fromStdString(activation.id));
        families.append(QString::fromStdString(activation.family));
    }
    ids.removeIf([&](const QString &id) { return families.contains(id); }); // the family may be named
    const QStringList found = matches(files, QRegularExpression(QStringLiteral(R"("(%1)[":])").arg(ids.join('|'))));
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

/** Nor do resources come from there: what the program ships is under resources. */
void TestLayers::nothingIsBuiltOfTests()
{
    QStringList files;
    for (const QString &layer : layers)
        files += filesUnder(layer, {"CMakeLists.txt"});
    files += filesUnder("resources", {".qrc", "CMakeLists.txt"});
    QVERIFY(files.size() > 4);
    const QStringList found = matches(files, QRegularExpression(R"(\btests/)"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestLayers::nothingIsSetForAllTargets()
{
    QStringList files = {"CMakeLists.txt"};
    for (const QString &folder : layers + QStringList{"tests"})
        files += filesUnder(folder, {"CMakeLists.txt"});
    const QRegularExpression global(
        R"(^\s*(include_directories|link_libraries|link_directories|add_compile_options|add_definitions|add_compile_definitions)\s*\(|CMAKE_CXX_FLAGS)");
    const QStringList found = matches(files, global);
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
