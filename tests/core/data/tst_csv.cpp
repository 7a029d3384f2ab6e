// Points from tables as other programs write them: any separator, quotes, decimal commas, words for classes; and what is wrong with one.
#include "core/base/errors.h"
#include "core/data/csv_points.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace actiscope;

namespace {

CsvPoints readAll(const std::string &text)
{
    const CsvFormat format = detectCsvFormat(text);
    return readCsvPoints(text, format, previewCsv(text, format).columns);
}

/** What is said of the text; empty where it is read. */
QString faultOf(const std::string &text, std::optional<CsvColumns> columns = {}, std::optional<CsvFormat> format = {})
{
    try {
        const CsvFormat used = format.value_or(detectCsvFormat(text));
        readCsvPoints(text, used, columns ? *columns : previewCsv(text, used).columns);
    } catch (const CsvError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

const LabelledPoints &threePoints()
{
    static const LabelledPoints points{.coordinates = {0.5, -1.25, 2, 3e-5, -0.125, 4}, .labels = {1, 0, 1}};
    return points;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyWritingIsFoundOut_data();
    void everyWritingIsFoundOut();
    void classesCanBeWords_data();
    void classesCanBeWords();
    void columnsAreFoundByNameAndByWhatIsInThem();
    void columnsAreNamedOrCounted();
    void whatIsWrittenReadsBackBitForBit();
    void faultsNameLineAndColumn_data();
    void faultsNameLineAndColumn();
    void quotesAreClosedAndStandAroundFields();
    void hugeFilesAreReadOrRefusedSoon();
    void manyClassesAreRefusedAtTheFirstTooMany();
    void filesThatCannotBeReadAreRefused();
    void anyTextIsReadOrRefused();
    void anyTableReadsBack();

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    std::mt19937 m_random;
};

void TestCsv::initTestCase()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED") : std::random_device()();
    qInfo("ACTISCOPE_FUZZ_SEED=%u", seed);
    m_random.seed(seed);
}

void TestCsv::everyWritingIsFoundOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("commas") << QByteArray("x,y,label\n0.5,-1.25,1\n2,3e-5,0\n-0.125,4,1\n");
    QTest::newRow("no header") << QByteArray("0.5,-1.25,1\n2,3e-5,0\n-0.125,4,1\n");
    QTest::newRow("no last newline") << QByteArray("0.5,-1.25,1\n2,3e-5,0\n-0.125,4,1");
    QTest::newRow("semicolons") << QByteArray("x;y;label\n0.5;-1.25;1\n2;3e-5;0\n-0.125;4;1\n");
    QTest::newRow("decimal commas") << QByteArray("x;y;label\n0,5;-1,25;1\n2;3e-5;0\n-0,125;4;1\n");
    QTest::newRow("decimal commas, no header") << QByteArray("0,5;-1,25;1\n2;3e-5;0\n-0,125;4;1\n");
    QTest::newRow("decimal commas, tabs") << QByteArray("0,5\t-1,25\t1\n2\t3e-5\t0\n-0,125\t4\t1\n");
    QTest::newRow("tabs") << QByteArray("x\ty\tlabel\n0.5\t-1.25\t1\n2\t3e-5\t0\n-0.125\t4\t1\n");
    QTest::newRow("bars") << QByteArray("x|y|label\n0.5|-1.25|1\n2|3e-5|0\n-0.125|4|1\n");
    QTest::newRow("blanks") << QByteArray("0.5 -1.25 1\n2 3e-5 0\n-0.125 4 1\n");
    QTest::newRow("aligned with blanks") << QByteArray("   x      y   label\n 0.5  -1.25   1\n   2   3e-5   0\n-0.125    4   1\n");
    QTest::newRow("commas and blanks") << QByteArray("x, y, label\n0.5, -1.25, 1\n2, 3e-5, 0\n-0.125, 4, 1\n");
    QTest::newRow("quotes") << QByteArray("\"x\",\"y\",\"label\"\n\"0.5\",\"-1.25\",\"1\"\n\"2\",\"3e-5\",\"0\"\n\"-0.125\",\"4\",\"1\"\n");
    QTest::newRow("quotes around decimal commas") << QByteArray("\"0,5\";\"-1,25\";\"1\"\n\"2\";\"3e-5\";\"0\"\n\"-0,125\";\"4\";\"1\"\n");
    QTest::newRow("single quotes") << QByteArray("'x','y','label'\n'0.5','-1.25','1'\n'2','3e-5','0'\n'-0.125','4','1'\n");
    QTest::newRow("CR LF") << QByteArray("x,y,label\r\n0.5,-1.25,1\r\n2,3e-5,0\r\n-0.125,4,1\r\n");
    QTest::newRow("CR") << QByteArray("x,y,label\r0.5,-1.25,1\r2,3e-5,0\r-0.125,4,1\r");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx,y,label\n0.5,-1.25,1\n2,3e-5,0\n-0.125,4,1\n");
    QTest::newRow("byte order mark, no header") << QByteArray("\xEF\xBB\xBF" "0.5,-1.25,1\n2,3e-5,0\n-0.125,4,1\n");
    QTest::newRow("empty lines") << QByteArray("\n\nx,y,label\n\n0.5,-1.25,1\n   \n2,3e-5,0\n-0.125,4,1\n\n");
    QTest::newRow("sep=;") << QByteArray("sep=;\nx;y;label\n0,5;-1,25;1\n2;3e-5;0\n-0,125;4;1\n");
    QTest::newRow("other columns") << QByteArray("name,y,note,label,x\na,-1.25,\"b,\nc\",1,0.5\nd,3e-5,,0,2\ne,4,\"\"\"f\"\"\",1,-0.125\n");
    QTest::newRow("index first") << QByteArray("index,a,b,c\n0,0.5,-1.25,1\n1,2,3e-5,0\n2,-0.125,4,1\n");
}

void TestCsv::everyWritingIsFoundOut()
{
    QFETCH(QByteArray, text);
    QVERIFY(readAll(text.toStdString()).points == threePoints());
}

void TestCsv::classesCanBeWords_data()
{
    QTest::addColumn<QString>("classes");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QList<int>>("labels");
    QTest::newRow("words in their order, as scikit-learn's LabelEncoder") << "virginica,setosa,virginica" << "setosa,virginica" << QList{1, 0, 1};
    QTest::newRow("signs") << "1,-1,1" << "-1,1" << QList{1, 0, 1};
    QTest::newRow("from 1") << "2,1,3" << "1,2,3" << QList{1, 0, 2};
    QTest::newRow("numbers in the order of numbers") << "10,9,100" << "9,10,100" << QList{1, 0, 2};
    QTest::newRow("from 0 with a gap: as they are") << "3,0,3" << "0,1,2,3" << QList{3, 0, 3};
    QTest::newRow("numbers before words") << "b,5,a" << "5,a,b" << QList{2, 0, 1};
    QTest::newRow("with points") << "0.5,1.5,0.5" << "0.5,1.5" << QList{0, 1, 0};
    QTest::newRow("two ways to write one number are two words") << "0,0.0,1" << "0,0.0,1" << QList{0, 1, 2};
    QTest::newRow("beyond bytes") << QString::fromUtf8("ja,nein,ß") << QString::fromUtf8("ja,nein,ß") << QList{0, 1, 2};
}

void TestCsv::classesCanBeWords()
{
    QFETCH(QString, classes);
    QFETCH(QString, names);
    QFETCH(QList<int>, labels);
    std::string text = "x,y,label\n";
    for (const QString &name : classes.split(','))
        text += "1,2," + name.toStdString() + "\n";
    const CsvPoints read = readCsvPoints(text, {.hasHeader = true}, {0, 1, 2});
    QStringList found;
    for (const std::string &name : read.classNames)
        found << QString::fromStdString(name);
    QCOMPARE(found.join(','), names);
    QCOMPARE(QList<int>(read.points.labels.begin(), read.points.labels.end()), labels);
}

void TestCsv::columnsAreFoundByNameAndByWhatIsInThem()
{
    const auto likely = [](const std::string &text) {
        const CsvFormat format = detectCsvFormat(text);
        return previewCsv(text, format).columns;
    };
    QVERIFY((likely("x,y,label\n1,2,0\n3,4,1\n") == CsvColumns{0, 1, 2, false}));
    QVERIFY((likely("label,x2,x1\n0,1,2\n1,3,4\n") == CsvColumns{2, 1, 0, false}));
    QVERIFY((likely("a,b,target\n1,2,0\n3,4,1\n") == CsvColumns{0, 1, 2, true}));
    QVERIFY((likely("a,b,c\n1,2,0.5\n3,4,1.25\n") == CsvColumns{0, 1, 2, true}));
    QVERIFY((likely("a,b,c\n1,2,red\n3,4,blue\n") == CsvColumns{0, 1, 2, false}));
    QVERIFY((likely("id,name,a,b,c\n1,p,2,3,1\n2,q,4,5,0\n") == CsvColumns{2, 3, 4, false}));
    QVERIFY((likely("1,2\n3,4\n") == CsvColumns{0, 1, std::nullopt, false}));
    QCOMPARE(readAll("1,2\n3,4\n").points.labels, (std::vector{0, 0}));
}

void TestCsv::columnsAreNamedOrCounted()
{
    const std::string text = "a,b,price,2\n1,2,3,4\n5,6,7,8\n";
    const CsvPreview preview = previewCsv(text, {.hasHeader = true});
    QVERIFY((parseCsvColumns("a,b,price", preview) == CsvColumns{0, 1, 2, false}));
    QVERIFY((parseCsvColumns(" b , a ", preview) == CsvColumns{1, 0, std::nullopt, false}));
    QVERIFY((parseCsvColumns("1,3,target price", preview) == CsvColumns{0, 2, 2, true}));
    QVERIFY((parseCsvColumns("4,2,1", preview) == CsvColumns{3, 3, 0, false})); // a name goes before a number
    for (const char *wrong : {"", "a", "a,b,price,2", "a,c", "0,1", "a,5", "1.5,2", "a,b,target"}) {
        try {
            parseCsvColumns(wrong, preview);
            QFAIL(wrong);
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), std::string("columns"));
        }
    }
}

void TestCsv::whatIsWrittenReadsBackBitForBit()
{
    for (const DataKind &kind : dataKinds()) {
        for (const int classes : {2, kind.maxClasses}) {
            const auto data =
                makeDataset(GeneratedData{.kind = std::string(kind.name), .samples = 211, .noise = 0.3, .classes = classes, .seed = static_cast<std::uint32_t>(m_random())});
            QVERIFY2(readAll(dataCsv(*data)).points == data->all, std::string(kind.name).c_str());
        }
    }
}

void TestCsv::faultsNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    const QString number = "'%1' is not accepted; a number from -1e30 to 1e30 is, such as 0.5";
    QTest::newRow("a word") << QByteArray("x,y,label\n1,2,0\n3,four,1\n") << "line 3, column 2: " + number.arg("four");
    QTest::newRow("nothing") << QByteArray("x,y,label\n1,2,0\n,4,1\n") << "line 3, column 1: " + number.arg("");
    QTest::newRow("nan") << QByteArray("x,y,label\n1,2,0\n3,nan,1\n") << "line 3, column 2: " + number.arg("nan");
    QTest::newRow("inf") << QByteArray("x,y,label\n1,2,0\n-inf,4,1\n") << "line 3, column 1: " + number.arg("-inf");
    QTest::newRow("beyond a float") << QByteArray("x,y,label\n1,2,0\n3,1e39,1\n") << "line 3, column 2: " + number.arg("1e39");
    QTest::newRow("short row") << QByteArray("x,y,label\n1,2,0\n\n3,4\n") << "line 4, column 3: 2 columns; 3 are expected, as in line 1";
    QTest::newRow("long row") << QByteArray("x,y,label\n1,2,0\n3,4,1,5\n") << "line 3, column 4: 4 columns; 3 are expected, as in line 1";
    QTest::newRow("no class") << QByteArray("x,y,label\n1,2,0\n3,4,\n") << "line 3, column 3: a class is missing; a word or a number is expected";
    QTest::newRow("after a field of two lines") << QByteArray("x,y,note,label\n1,2,\"a\nb\",0\n3,four,c,1\n")
                                                << "line 4, column 2: " + number.arg("four");
    QTest::newRow("open quote") << QByteArray("x,y,label\n1,2,0\n3,\"4,1\n5,6,0\n")
                                << "line 3, column 2: " + number.arg("\"4");
    QTest::newRow("quote within") << QByteArray("x,y,label\n1,2,0\n3,4\"5,1\n")
                                  << "line 3, column 2: " + number.arg("4\"5");
    QTest::newRow("zero byte") << QByteArray("x,y,label\r\n1,2,0\r\n3,\0,1\n", 24) << "line 3: a byte that is 0; text in UTF-8 is accepted";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEx\0,\0", 6) << "line 1: this is UTF-16; text in UTF-8 is accepted";
    QTest::newRow("empty") << QByteArray() << "there are fewer than 2 points; a row each is expected";
    QTest::newRow("header only") << QByteArray("x,y,label\n") << "line 1, column 1: " + number.arg("x");
    QTest::newRow("one point") << QByteArray("x,y,label\n1,2,0\n") << "there are fewer than 2 points; a row each is expected";
    QTest::newRow("one column") << QByteArray("1\n2\n3\n")
                                << "line 1: there is one column only; at least two are expected, with a separator between them";
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n") << "line 1: there is one column only; at least two are expected, with a separator between them";
}

void TestCsv::faultsNameLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    QCOMPARE(faultOf(text.toStdString()), fault);
}

void TestCsv::quotesAreClosedAndStandAroundFields()
{
    const auto fault = [](const std::string &text) { return faultOf(text, CsvColumns{0, 1, 2}, CsvFormat{}); };
    const QString open = "line 2, column 2: a quote that opens here is not closed";
    const QString within = "line 2, column 2: a quote within a field; quotes stand around a whole field, and twice within it";
    QCOMPARE(fault("1,2,0\n3,\"4,1\n5,6,0\n"), open);
    QCOMPARE(fault("1,2,0\n3,\"4,1"), open);
    QCOMPARE(fault("1,2,0\n3,\""), open);
    QCOMPARE(fault("1,2,0\n3,4\"5,1\n"), within);
    QCOMPARE(fault("1,2,0\n3,\"4\"5,1\n"), within);
    QCOMPARE(fault("1,2,0\n3,\"4\",\"a\"\"b\"\n"), QString());
}

void TestCsv::hugeFilesAreReadOrRefusedSoon()
{
    QElapsedTimer timer;
    timer.start();
    std::string text = "x,y,label,note\n";
    const std::string row = "0.123456789012345,-0.98765432109876,1," + std::string(60, 'z') + "\n"; // a million of them: 100 MB
    for (int i = 0; i < 1'000'000; ++i)
        text += row;
    QCOMPARE(readCsvPoints(text, {.hasHeader = true}, {0, 1, 2}).points.count(), std::size_t{1'000'000});
    QCOMPARE(faultOf(text + row, CsvColumns{0, 1, 2}, CsvFormat{.hasHeader = true}), "line 1000002: at most 1000000 points are accepted");
    QCOMPARE(faultOf("1,2,\"" + text, CsvColumns{0, 1, 2}, CsvFormat{}), "line 1, column 3: a quote that opens here is not closed");
    QCOMPARE(faultOf(std::string(100'000'000, 'a')), "line 1, column 1: a field is longer than 4096 bytes");
    QCOMPARE(faultOf(std::string(100'000'000, ',')), "line 1, column 1025: at most 1024 columns are accepted");
    QCOMPARE(faultOf(std::string(100'000'000, '\n')), "there are fewer than 2 points; a row each is expected");
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed()))); // about 6 s on an idle machine
}

void TestCsv::manyClassesAreRefusedAtTheFirstTooMany()
{
    std::string text;
    for (int i = 0; i < 1'000'000; ++i)
        text += "1,2,w" + std::to_string(i) + "\n";
    QCOMPARE(faultOf(text), "line 1025, column 3: 'w1024' is one class more than the 1024 that are accepted; numbers can be targets instead");
}

void TestCsv::filesThatCannotBeReadAreRefused()
{
    const QTemporaryDir folder;
    for (const QString &path : {folder.path() + "/none.csv", folder.path()}) {
        try {
            csvFileText(path.toStdString());
            QFAIL(qPrintable(path));
        } catch (const CsvError &error) {
            QVERIFY2(QString::fromUtf8(error.what()).startsWith("the file cannot be read ("), error.what());
        }
    }
}

/** Never anything but points that the engine accepts, or one line. */
void TestCsv::anyTextIsReadOrRefused()
{
    constexpr std::string_view pieces[] = {"1", "-2.5", ",", ",", ";", "\t", " ", "|", "\n", "\n", "\r\n", "\"", "'", "\"\"", "nan", "1e999",
                                           "abc", "\xFF", "sep=;", "0,5", "x", "label", std::string_view("\0", 1), "\xEF\xBB\xBF", "--"};
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int length = below(40); length > 0; --length)
            text += pieces[static_cast<std::size_t>(below(static_cast<int>(std::size(pieces))))];
        try {
            const CsvFormat format = detectCsvFormat(text);
            const CsvPoints points = readCsvPoints(text, format, previewCsv(text, format).columns);
            validate(points.points);
            ++read;
        } catch (const CsvError &error) {
            QVERIFY2(std::string_view(error.what()).size() < 400, text.c_str());
        }
    }
    QVERIFY(read > 0);
}

/** Whatever separator, quotes and line ends a table is written with. */
void TestCsv::anyTableReadsBack()
{
    for (int i = 0; i < 500; ++i) {
        const char separator = ",;\t| "[below(5)];
        const bool isQuoted = below(2) == 0;
        const bool hasDecimalComma = separator != ',' && below(2) == 0;
        const std::string end = below(2) == 0 ? "\n" : "\r\n";
        LabelledPoints points;
        std::string text;
        const auto add = [&](std::string field, bool isLast) {
            text += isQuoted ? "\"" + field + "\"" : field;
            text += isLast ? end : std::string(1, separator);
        };
        if (below(2) == 0) {
            for (const char *name : {"x", "y", "label"})
                add(name, *name == 'l');
        }
        for (int row = 0, rows = 2 + below(20); row < rows; ++row) {
            for (int k = 0; k < 2; ++k) {
                points.coordinates.push_back((below(2'000'001) - 1'000'000) / 8192.0);
                std::string number = QByteArray::number(points.coordinates.back(), 'g', 17).toStdString();
                if (hasDecimalComma)
                    std::ranges::replace(number, '.', ',');
                add(number, false);
            }
            points.labels.push_back(row == 0 ? 0 : below(4));
            add(std::to_string(points.labels.back()), true);
        }
        QVERIFY2(readAll(text).points == points, text.c_str());
    }
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
