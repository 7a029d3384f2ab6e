// Images in IDX files: what is read is what was written, plain or packed; what is damaged is refused with its place and costs nothing.
#include "core/data/idx_images.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include <array>
#include <numeric>

using namespace actiscope;

namespace {

constexpr int width = 3, height = 2;

QByteArray bigEndian(quint32 value)
{
    return QByteArray() + char(value >> 24) + char(value >> 16) + char(value >> 8) + char(value);
}

QByteArray imagesFile(quint32 count, quint32 rows = height, quint32 columns = width)
{
    QByteArray bytes = bigEndian(0x803) + bigEndian(count) + bigEndian(rows) + bigEndian(columns);
    for (quint32 i = 0; i < count * rows * columns; ++i)
        bytes += char(i * 37);
    return bytes;
}

QByteArray labelsFile(quint32 count)
{
    QByteArray bytes = bigEndian(0x801) + bigEndian(count);
    for (quint32 i = 0; i < count; ++i)
        bytes += char(i % 10);
    return bytes;
}

QByteArray packed(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray result(int(deflateBound(&stream, uLong(bytes.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(int(stream.total_out));
    deflateEnd(&stream);
    return result;
}

} // namespace

class TestIdxImages : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsWhatWasWritten_data();
    void readsWhatWasWritten();
    void takesTheFirstOnes();
    void readsAFolder();
    void refusesWithThePlace_data();
    void refusesWithThePlace();
    void damagedBytesAreNeverMoreThanRefused();
    void agreesWithFashionMnist();

private:
    std::filesystem::path write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestIdxImages::readsWhatWasWritten_data()
{
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("plain") << false;
    QTest::newRow("gzip") << true;
}

void TestIdxImages::readsWhatWasWritten()
{
    QFETCH(bool, isPacked);
    const auto kept = [isPacked](const QByteArray &bytes) { return isPacked ? packed(bytes) : bytes; };
    const LabelledImages images = readIdxImages({write("images", kept(imagesFile(7)))}, {write("labels", kept(labelsFile(7)))});
    QCOMPARE(images.width, width);
    QCOMPARE(images.height, height);
    QCOMPARE(images.count(), std::size_t{7});
    QCOMPARE(images.pixels.size(), std::size_t{7 * width * height});
    for (std::size_t i = 0; i < images.pixels.size(); ++i)
        QCOMPARE(int(images.pixels[i]), int(quint8(i * 37)));
    QCOMPARE(int(images.labels[6]), 6);
    QCOMPARE(int(*images.image(1)), int(quint8(6 * 37)));
}

void TestIdxImages::takesTheFirstOnes()
{
    const LabelledImages all = readIdxImages({write("images", imagesFile(7))}, {write("labels", labelsFile(7))});
    const LabelledImages some = readIdxImages({write("images", imagesFile(7))}, {write("labels", labelsFile(7))}, 3);
    QCOMPARE(some.count(), std::size_t{3});
    QVERIFY(std::equal(some.pixels.begin(), some.pixels.end(), all.pixels.begin()));
    QCOMPARE(some.pixels.size(), std::size_t{3 * width * height});
}

void TestIdxImages::readsAFolder()
{
    write("train-images-idx3-ubyte.gz", packed(imagesFile(20)));
    write("train-labels-idx1-ubyte", labelsFile(20));
    write("t10k-images-idx3-ubyte", imagesFile(4));
    write("t10k-labels-idx1-ubyte.gz", packed(labelsFile(4)));
    const std::filesystem::path folder = m_folder->path().toStdString();
    const ImageSet read = readImageSet(imageFilesIn(folder));
    QCOMPARE(read.trainCount, std::size_t{20});
    QCOMPARE(read.images.count(), std::size_t{24});
    const LabelledImages test = readIdxImages({write("images", imagesFile(4))}, {write("labels", labelsFile(4))});
    QVERIFY(std::equal(test.pixels.begin(), test.pixels.end(), read.images.image(20)));
    QVERIFY(std::equal(test.labels.begin(), test.labels.end(), read.images.labels.begin() + 20));
    const ImageSet some = readImageSet(imageFilesIn(folder), 5);
    QCOMPARE(some.trainCount, std::size_t{5});
    QCOMPARE(some.images.count(), std::size_t{9});
    QVERIFY(std::equal(test.pixels.begin(), test.pixels.end(), some.images.image(5)));

    write("t10k-images-idx3-ubyte", imagesFile(4, 5, 5));
    QVERIFY_THROWS_EXCEPTION(ImageFileError, readImageSet(imageFilesIn(folder)));
    QFile::remove(m_folder->filePath(QStringLiteral("t10k-images-idx3-ubyte")));
    QVERIFY_THROWS_EXCEPTION(ImageFileError, imageFilesIn(folder));
}

void TestIdxImages::refusesWithThePlace_data()
{
    QTest::addColumn<QByteArray>("images");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("said");
    const QByteArray images = imagesFile(7), labels = labelsFile(7);
    QTest::newRow("empty") << QByteArray() << labels << QStringLiteral("images, byte 0: ends before");
    QTest::newRow("short") << images.chopped(1) << labels << QStringLiteral("images, byte 57: ends before");
    QTest::newRow("long") << images + 'x' << labels << QStringLiteral("images, byte 58: has more");
    QTest::newRow("swapped") << labels << images << QStringLiteral("images, byte 0: begins with 0x00000801, not with 0x00000803 as an IDX file of images");
    QTest::newRow("text") << QByteArray("label,pixel1\n1,2\n") << labels << QStringLiteral("images, byte 0: begins with 0x6c616265");
    QTest::newRow("of another set") << images << labelsFile(8) << QStringLiteral("labels, byte 8: has 8 labels, but");
    QTest::newRow("short labels") << images << labels.chopped(2) << QStringLiteral("labels, byte 13: ends before");
    QTest::newRow("none") << imagesFile(0) << labelsFile(0) << QStringLiteral("has no images");
    QTest::newRow("no width") << imagesFile(7, 2, 0) << labels << QStringLiteral("images, byte 16: announces a width of 0; accepted: 1 to 1024");
    QTest::newRow("too wide") << imagesFile(7, 1, 1025) << labels << QStringLiteral("images, byte 16: announces a width of 1025");
    QTest::newRow("too large") << imagesFile(7, 33, 32) << labels
                               << QStringLiteral("images, byte 16: announces images of 32 x 33; accepted: 1024 pixels at most");
    QTest::newRow("enormous") << bigEndian(0x803) + bigEndian(0xffffffff) + bigEndian(32) + bigEndian(32)
                              << bigEndian(0x801) + bigEndian(0xffffffff) + "abc"
                              << QStringLiteral("images, byte 8: announces 4294967295 images; accepted: 1 to 1000000");
    QTest::newRow("many") << bigEndian(0x803) + bigEndian(1'000'000) + bigEndian(32) + bigEndian(32)
                          << bigEndian(0x801) + bigEndian(1'000'000) + "\1\2\3" << QStringLiteral("labels, byte 11: ends before");
    QTest::newRow("many, with labels") << bigEndian(0x803) + bigEndian(7) + bigEndian(32) + bigEndian(32) << labels
                                       << QStringLiteral("images, byte 16: ends before");
    QTest::newRow("no such class") << images << labelsFile(4) .replace(4, 4, bigEndian(7)) + QByteArray("\1\13\2")
                                   << QStringLiteral("labels, byte 13: a label of 11; accepted: 0 to 9");
    QTest::newRow("half a gzip file") << packed(images).chopped(12) << labels << QStringLiteral("images, byte");
    QByteArray flipped = packed(images);
    flipped[flipped.size() - 6] = char(flipped[flipped.size() - 6] ^ 1); // of the checksum
    QTest::newRow("wrong checksum") << flipped << labels << QStringLiteral("is damaged: it cannot be unpacked");
}

void TestIdxImages::refusesWithThePlace()
{
    QFETCH(QByteArray, images);
    QFETCH(QByteArray, labels);
    QFETCH(QString, said);
    const auto imagesPath = write("images", images);
    const auto labelsPath = write("labels", labels);
    try {
        readIdxImages({imagesPath}, {labelsPath});
        QFAIL("was read");
    } catch (const ImageFileError &error) {
        const QString text = QString::fromUtf8(error.what());
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY(text.startsWith(m_folder->path()) && !text.contains(QLatin1Char('\n')));
    }
}

/** Fuzz: bytes changed, lost and added. What is still read has as many pixels as it says. */
void TestIdxImages::damagedBytesAreNeverMoreThanRefused()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const std::array<QByteArray, 2> whole = {imagesFile(50), labelsFile(50)};
    int read = 0;
    for (int i = 0; i < 2000; ++i) {
        std::array<QByteArray, 2> bytes = whole;
        QByteArray &damaged = bytes[std::size_t(random.bounded(2))];
        if (random.bounded(2))
            damaged = packed(damaged);
        for (int changes = random.bounded(4); changes >= 0; --changes) {
            const int at = random.bounded(random.bounded(2) ? 16 : int(damaged.size()));
            if (random.bounded(4) == 0)
                damaged.truncate(at);
            else if (at < damaged.size())
                damaged[at] = char(random.bounded(256));
            if (damaged.isEmpty())
                break;
        }
        try {
            const LabelledImages images = readIdxImages({write("images", bytes[0])}, {write("labels", bytes[1])});
            QCOMPARE(images.pixels.size(), images.count() * images.pixelsPerImage());
            ++read;
        } catch (const ImageFileError &error) {
            QVERIFY(!QByteArray(error.what()).contains('\n'));
        }
    }
    QVERIFY(read > 0);
}

/** Of Debian's dataset-fashion-mnist; the figures are Python's. */
void TestIdxImages::agreesWithFashionMnist()
{
    const std::filesystem::path folder = "/usr/share/datasets/fashion-mnist";
    if (!std::filesystem::exists(folder))
        QSKIP("dataset-fashion-mnist is not installed");
    const ImageSet read = readImageSet(imageFilesIn(folder));
    QCOMPARE(read.trainCount, std::size_t{60'000});
    QCOMPARE(read.images.count(), std::size_t{70'000});
    const auto test = read.images.pixels.begin() + 60'000 * 784;
    QCOMPARE(std::accumulate(read.images.pixels.begin(), test, qint64{0}), qint64{3'431'114'169});
    QCOMPARE(std::accumulate(test, read.images.pixels.end(), qint64{0}), qint64{573'469'082});
    QCOMPARE(int(read.images.labels.front()), 9);
    QCOMPARE(int(read.images.labels.back()), 5);
    QCOMPARE(std::accumulate(read.images.labels.begin(), read.images.labels.begin() + 60'000, qint64{0}), qint64{270'000});
}

QTEST_GUILESS_MAIN(TestIdxImages)
#include "tst_idx_images.moc"
