// A session as text: what is written is read again, and what is damaged is refused with its place.
#include "core/io/session_file.h"

#include "tests/support/small_experiment.h"

#include <QTest>

#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

Session wholeSession()
{
    Session session{smallExperiment()};
    session.workspace = "training";
    session.views = {{"functions", R"({"shown":["relu","elu"],"xRange":[-1.5,2.25]})"}, {"training", "{}"}};
    RunRecord record{.id = 7, .start = std::make_shared<const Experiment>(smallExperiment(7)), .histories = std::vector<History>(2)};
    record.changes = {{.epoch = 3, .model = 1, .setting = "learning-rate", .value = 0.5},
                      {.epoch = 4, .model = 1, .setting = "activation", .value = "leaky_relu:alpha=0.3"},
                      {.epoch = 5, .model = 0, .setting = "weight", .value = -1.5, .place = ParameterPlace{0, 7, 1}},
                      {.epoch = 6, .model = 1, .setting = "unit", .value = "off", .place = ParameterPlace{0, 3, 0}}};
    for (int epoch = 0; epoch < 8; ++epoch) {
        record.histories[0].append({1.0 / (epoch + 1), 0.5, 0.375, 1e-300});
        if (epoch % 2 == 0 && epoch < 5)
            record.histories[0].setParts({{0.4375, 1.0 / (epoch + 2), 0.5}, {1, std::numeric_limits<double>::quiet_NaN(), 0.625}});
    }
    record.histories[1].append({std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 0, 1});
    record.series = {{"dead-units", 0, {0, 3, 7}, {0, 2, 5}},
                     {"dead-units", 1, {0, 3, 7}, {0, 0, 0}},
                     {"gradient-ratio", 1, {0, 7}, {0.125, std::numeric_limits<double>::quiet_NaN()}}};
    session.runs = {{"Run 1 \xe2\x80\x9c"
                     "first\xe2\x80\x9d",
                     std::make_shared<const RunRecord>(std::move(record)), "α was too large"}};
    session.file = "/tmp/a file.actiscope";
    return session;
}

/** The text with one part of it exchanged. */
std::string exchanged(std::string text, const std::string &part, const std::string &other)
{
    const std::size_t place = text.find(part);
    return place == std::string::npos ? std::string() : text.replace(place, part.size(), other);
}

} // namespace

class TestSessionFile : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead();
    void aRunThatNobodyNamedGoesByItsNumber();
    void theLeastThatIsASession();
    void ofLongLinesAsMuchIsKeptAsCanBeSeen();
    void whatIsDamagedIsRefusedWithItsPlace_data();
    void whatIsDamagedIsRefusedWithItsPlace();
    void everyCutIsRefused();
    void everyDamagedByteIsReadOrRefused();
};

void TestSessionFile::whatIsWrittenIsRead()
{
    const Session session = wholeSession();
    const std::string text = sessionText(session);
    const Session read = parseSession(text);
    QCOMPARE(read.experiment, session.experiment);
    QCOMPARE(read.workspace, session.workspace);
    QCOMPARE(read.views, session.views);
    QCOMPARE(read.file, session.file);
    QCOMPARE(read.runs.size(), std::size_t{1});
    QCOMPARE(read.runs[0].name, session.runs[0].name);
    QCOMPARE(read.runs[0].note, session.runs[0].note);
    const RunRecord &run = *read.runs[0].record;
    QCOMPARE(*run.start, *session.runs[0].record->start);
    QCOMPARE(run.changes, session.runs[0].record->changes);
    QCOMPARE(run.furthest, std::int64_t{7});
    QCOMPARE(run.histories.size(), std::size_t{2});
    QCOMPARE(run.histories[0].size(), std::size_t{8});
    for (std::size_t epoch = 0; epoch < 8; ++epoch)
        QCOMPARE(run.histories[0][epoch], session.runs[0].record->histories[0][epoch]); // to the last bit
    QCOMPARE(run.histories[0].epochsWithParts(), std::size_t{5});
    for (std::size_t epoch = 0; epoch < 8; ++epoch)
        QCOMPARE(run.histories[0].parts(epoch).size(), std::size_t{epoch % 2 == 0 && epoch < 5 ? 2U : 0U});
    QCOMPARE(run.histories[0].parts(4)[0], (PartFigures{0.4375, 1.0 / 6, 0.5}));
    QVERIFY(std::isnan(run.histories[0].parts(4)[1].loss) && run.histories[0].parts(4)[1].end == 1);
    QVERIFY(std::isnan(run.histories[1][0].trainLoss));
    QCOMPARE(run.series.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const NamedSeries &written = session.runs[0].record->series[i];
        QCOMPARE(run.series[i].name, written.name);
        QCOMPARE(run.series[i].model, written.model);
        QCOMPARE(run.series[i].epochs, written.epochs);
    }
    QCOMPARE(run.series[0].values, session.runs[0].record->series[0].values);
    QVERIFY(run.series[2].values[0] == 0.125 && std::isnan(run.series[2].values[1]));
    QCOMPARE(sessionText(read), text);
}

/** A line of ten thousand places is written with a few hundred, evenly, the end among them. */
void TestSessionFile::ofLongLinesAsMuchIsKeptAsCanBeSeen()
{
    Session session = wholeSession();
    RunRecord record = *session.runs[0].record;
    NamedSeries line{"dead-units", 0};
    for (std::int64_t epoch = 0; epoch <= 10'000; ++epoch) {
        line.epochs.push_back(epoch);
        line.values.push_back(double(epoch) / 2);
    }
    record.series = {line};
    session.runs[0].record = std::make_shared<const RunRecord>(std::move(record));
    const NamedSeries read = parseSession(sessionText(session)).runs[0].record->series.at(0);
    QVERIFY(read.epochs.size() > 200 && read.epochs.size() <= 256);
    QCOMPARE(read.epochs.back(), std::int64_t{10'000});
    QVERIFY(read.epochs.front() < read.epochs[1] - read.epochs[0]);
    for (std::size_t i = 0; i < read.epochs.size(); ++i)
        QCOMPARE(read.values[i], double(read.epochs[i]) / 2);
    for (std::size_t i = 2; i < read.epochs.size(); ++i)
        QCOMPARE(read.epochs[i] - read.epochs[i - 1], read.epochs[1] - read.epochs[0]);
}

/** In the file as earlier programs read it, and the same in every language. */
void TestSessionFile::aRunThatNobodyNamedGoesByItsNumber()
{
    Session session = wholeSession();
    session.runs.front().name.clear();
    session.runs.front().number = 7;
    const std::string text = sessionText(session);
    QVERIFY(text.find("\"name\": \"Run 7\"") != std::string::npos || text.find("\"name\":\"Run 7\"") != std::string::npos);
    const KeptRun read = parseSession(text).runs.front();
    QCOMPARE(read.name, std::string());
    QCOMPARE(read.number, std::uint64_t{7});
    QCOMPARE(sessionText(parseSession(text)), text);
    std::string named = text;
    named.erase(named.find("\"number\""), named.find("\"note\"") - named.find("\"number\""));
    QCOMPARE(parseSession(named).runs.front().name, std::string("Run 7")); // as earlier programs wrote it
}

void TestSessionFile::theLeastThatIsASession()
{
    const std::string text = sessionText(Session{defaultExperiment()});
    const Session read = parseSession(text);
    QCOMPARE(read.experiment, defaultExperiment());
    QVERIFY(read.runs.empty() && read.views.empty() && read.file.empty());
}

void TestSessionFile::whatIsDamagedIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const std::string text = sessionText(wholeSession());
    const auto row = [](const char *name, const std::string &damaged, const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(damaged) << QString::fromUtf8(says);
    };
    row("nothing", "", "line 1, column 1");
    row("no JSON", "not JSON", "line 1, column ");
    row("another thing", "[1, 2]", "no session");
    row("another format", exchanged(text, "actiscope-session", "actiscope-lesson"), "no session");
    row("no version", exchanged(text, "\"version\"", "\"revision\""), "version");
    row("newer", exchanged(text, "\"version\": 1", "\"version\": 3"), "newer program");
    row("version of text", exchanged(text, "\"version\": 1", "\"version\": \"1\""), "version");
    row("no experiment", exchanged(text, "\"experiment\"", "\"experience\""), "experiment");
    row("experiment of text", R"({"format":"actiscope-session","version":1,"experiment":"article"})", "experiment");
    row("views of text", exchanged(text, "\"views\": {", "\"views\": 3, \"old\": {"), "views");
    row("a view of text", exchanged(text, "\"training\": {}", "\"training\": \"\""), "views/training");
    row("runs of text",
        R"({"format":"actiscope-session","version":1,"experiment":)"
            + text.substr(text.find("{", text.find("\"experiment\"")),
                          text.find("\"workspace\"") - text.find("{", text.find("\"experiment\"")) - 3)
            + R"(,"runs":"none"})",
        "runs");
    row("a run without figures", exchanged(text, "\"figures\"", "\"numbers\""), "runs/0/figures");
    row("a change of nothing", exchanged(text, "learning-rate\",\n     \"value\"", "samples\",\n     \"value\""), "runs/0/changes/0");
    row("a change out of range", exchanged(text, "\"value\": 0.5", "\"value\": -1"), "runs/0/changes/0");
    row("a change of no model", exchanged(text, "\"model\": 1", "\"model\": 2"), "runs/0/changes/0/model");
    row("a change at no epoch", exchanged(text, "\"epoch\": 3", "\"epoch\": -3"), "runs/0/changes/0/epoch");
    row("a weight of no unit", exchanged(text, "      7,\n      1\n", "      8,\n      1\n"), "runs/0/changes/2");
    row("a weight without a place", exchanged(text, "\"place\"", "\"plaza\""), "runs/0/changes/2");
    row("half a place", exchanged(text, "      7,\n      1\n", "      7\n"), "runs/0/changes/2/place");
    row("a place before the first", exchanged(text, "      7,\n      1\n", "      7,\n      -1\n"), "runs/0/changes/2/place");
    row("figures of text", exchanged(text, "0.375", "\"0.375\""), "runs/0/figures/0/train-accuracy");
    row("a column that is shorter", exchanged(text, "0.375,", ""), "runs/0/figures/0/train-accuracy");
    const auto withMore = [&](const std::string &epochs) { return exchanged(text, "\"within-epochs\": [", "\"within-epochs\": [" + epochs); };
    std::string manyParts = "[0.001, 1, 1]";
    for (int part = 2; part <= 33; ++part)
        manyParts += ", [" + std::to_string(0.001 * part) + ", 1, 1]";
    row("parts of text", exchanged(text, "\"within-epochs\": [", "\"within-epochs\": \"none\", \"old\": ["), "runs/0/figures/0/within-epochs");
    row("parts of more epochs than there are", withMore("[], [], [], [],"), "runs/0/figures/0/within-epochs");
    row("an epoch of text", withMore("\"none\","), "runs/0/figures/0/within-epochs/0");
    row("too many parts", withMore("[" + manyParts + "],"), "runs/0/figures/0/within-epochs/0");
    row("a part that ends after its epoch", exchanged(text, "0.4375", "1.5"), "runs/0/figures/0/within-epochs/0");
    row("a part that ends before the one before", exchanged(text, "0.4375", "1"), "runs/0/figures/0/within-epochs/0");
    row("half a part", exchanged(text, "0.4375,", ""), "runs/0/figures/0/within-epochs/0");
    row("a part of words", withMore("[[0.5, \"a\", 1]],"), "runs/0/figures/0/within-epochs/0");
    row("nothing that is measured", exchanged(text, "\"gradient-ratio\"", "\"loss\""), "runs/0/measured/2/name");
    row("a measured line of no model", exchanged(text, "gradient-ratio\",\n     \"model\": 1", "gradient-ratio\",\n     \"model\": 2"),
        "runs/0/measured/2/model");
    row("one line twice", exchanged(text, "dead-units\",\n     \"model\": 1", "dead-units\",\n     \"model\": 0"), "runs/0/measured/1");
    row("a measured line that goes back", exchanged(text, "      3,\n      7\n", "      7,\n      3\n"), "runs/0/measured/0/epochs");
    row("fewer values than epochs", exchanged(text, "      2.0,\n", ""), "runs/0/measured/0/values");
    row("a measured word", exchanged(text, "      5.0\n", "      \"5\"\n"), "runs/0/measured/0/values");
    row("too long", std::string(maxSessionBytes + 1, ' '), "at most");
    row("deep", std::string(200'000, '['), "nested");
}

void TestSessionFile::whatIsDamagedIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    try {
        parseSession(std::string_view(text.constData(), std::size_t(text.size())));
        QFAIL("was read");
    } catch (const SessionError &error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(says) && !message.contains(QLatin1Char('\n')), qPrintable(message));
    }
}

void TestSessionFile::everyCutIsRefused()
{
    const std::string text = sessionText(wholeSession());
    for (std::size_t size = 0; size + 2 < text.size(); size += 7)
        QVERIFY_THROWS_EXCEPTION(SessionError, parseSession(std::string_view(text).substr(0, size)));
}

/** Each byte in turn becomes something else. */
void TestSessionFile::everyDamagedByteIsReadOrRefused()
{
    const std::string text = sessionText(wholeSession());
    int refused = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        for (const char byte : {'0', '"', '-', '}', '\0', '\xff'}) {
            std::string damaged = text;
            damaged[place] = byte;
            try {
                parseSession(damaged);
            } catch (const SessionError &) {
                ++refused;
            }
        }
    }
    QVERIFY(refused > int(text.size()));
}

QTEST_MAIN(TestSessionFile)
#include "tst_session_file.moc"
