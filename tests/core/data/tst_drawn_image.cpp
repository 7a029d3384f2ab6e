// A drawing becomes an image as the data have them: of the size, in the place.
#include "core/data/drawn_image.h"
#include "core/data/image_data.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace actiscope;

namespace {

/** A white rectangle. */
Drawing box(int width, int height, int left, int top, int wide, int high)
{
    Drawing drawing{width, height, std::vector<float>(static_cast<std::size_t>(width * height))};
    for (int y = top; y < top + high; ++y) {
        for (int x = left; x < left + wide; ++x)
            drawing.grey[static_cast<std::size_t>(y * width + x)] = 1;
    }
    return drawing;
}

struct Seen {
    double mass = 0, x = 0, y = 0;
};

Seen seenIn(const std::vector<float> &image, int width)
{
    Seen seen;
    for (std::size_t i = 0; i < image.size(); ++i) {
        seen.mass += double{image[i]};
        seen.x += double{image[i]} * (static_cast<double>(i % static_cast<std::size_t>(width)) + 0.5);
        seen.y += double{image[i]} * (static_cast<double>(i / static_cast<std::size_t>(width)) + 0.5);
    }
    return {seen.mass, seen.x / seen.mass, seen.y / seen.mass};
}

} // namespace

class TestDrawnImage : public QObject {
    Q_OBJECT

private slots:
    void aDrawingAsItIsIsTheMeanOfItsBlocks();
    void aDrawingIsMadeAsLargeAsTheData();
    void theDigitsFillTheirImages();
    void anythingIsAnImage();
};

void TestDrawnImage::aDrawingAsItIsIsTheMeanOfItsBlocks()
{
    const std::vector<float> image = imageOf(box(80, 80, 10, 20, 25, 10), 8, 8);
    QCOMPARE(image.size(), std::size_t{64});
    QCOMPARE(image[2 * 8 + 1], 1.0f);
    QCOMPARE(image[2 * 8 + 3], 128 / 255.0f); // half a block
    QCOMPARE(image[2 * 8 + 0], 0.0f);
    QCOMPARE(std::accumulate(image.begin(), image.end(), 0.0f), 2 + 128 / 255.0f);
}

/** As MNIST: 20 of 28 pixels, the centre of mass in the middle. */
void TestDrawnImage::aDrawingIsMadeAsLargeAsTheData()
{
    const UsualExtent mnist{20.0 / 28, 0.5, 0.5};
    for (const Drawing &drawing : {box(280, 280, 3, 5, 30, 60), box(280, 280, 200, 100, 70, 140), box(560, 560, 0, 0, 100, 200)}) {
        const std::vector<float> image = imageOf(drawing, 28, 28, mnist);
        const Seen seen = seenIn(image, 28);
        QVERIFY(std::abs(seen.x - 14) < 0.05 && std::abs(seen.y - 14) < 0.05);
        QVERIFY(std::abs(seen.mass - 20 * 10) < 2); // twice as high as wide
    }
}

void TestDrawnImage::theDigitsFillTheirImages()
{
    const auto data = makeImageDataset({});
    const UsualExtent extent = usualExtentOf(data->train, data->imageWidth, data->imageHeight);
    QVERIFY(extent.size > 0.97 && extent.size <= 1);
    QVERIFY(std::abs(extent.centreX - 0.5) < 0.05 && std::abs(extent.centreY - 0.5) < 0.05);
    // An image of the data, drawn large, is about that image again.
    Drawing drawing{80, 80, std::vector<float>(6400)};
    std::vector<float> digit(64);
    data->test.copyPoint(3, digit.data());
    for (std::size_t i = 0; i < drawing.grey.size(); ++i)
        drawing.grey[i] = digit[i / 800 * 8 + i % 80 / 10];
    const std::vector<float> again = imageOf(drawing, 8, 8);
    for (std::size_t i = 0; i < 64; ++i)
        QVERIFY(std::abs(again[i] - digit[i]) < 0.003f);
}

/** Any size, any greys, also none: as many pixels as wanted, each from 0 to 1. */
void TestDrawnImage::anythingIsAnImage()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const int width = 1 + static_cast<int>(random() % 40), height = 1 + static_cast<int>(random() % 40);
        Drawing drawing{width, height, std::vector<float>(static_cast<std::size_t>(width * height))};
        for (float &grey : drawing.grey)
            grey = random() % 3 == 0 ? static_cast<float>(random() % 256) / 255 : 0;
        if (round % 10 == 0)
            std::ranges::fill(drawing.grey, 0.0f);
        const int columns = 1 + static_cast<int>(random() % 28), rows = 1 + static_cast<int>(random() % 28);
        const LabelledPoints points{.features = drawing.grey.size(), .coordinates = {drawing.grey.begin(), drawing.grey.end()}};
        const UsualExtent extent = usualExtentOf(points, width, height);
        for (const auto &wanted : {std::optional<UsualExtent>(), std::optional(extent)}) {
            const std::vector<float> image = imageOf(drawing, columns, rows, wanted);
            QCOMPARE(image.size(), static_cast<std::size_t>(columns * rows));
            for (const float pixel : image)
                QVERIFY(pixel >= 0 && pixel <= 1);
            if (drawing.isEmpty())
                QVERIFY(std::ranges::all_of(image, [](float pixel) { return pixel == 0; }));
        }
    }
}

QTEST_MAIN(TestDrawnImage)
#include "tst_drawn_image.moc"
