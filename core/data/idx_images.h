// Images with labels as MNIST and its relatives are given out: IDX files, plain or gzip (Y. LeCun, "The MNIST database": magic number, sizes and bytes,
// big-endian).
#pragma once

#include "core/base/errors.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** Grey images of one size, 0 to 255 a pixel, row by row, each with a label of one of ten classes. Kept as the bytes that they are: 60,000 of 28 × 28
 *  take 47 MB. */
struct LabelledImages {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels = {}; ///< count × height × width
    std::vector<std::uint8_t> labels = {}; ///< count, each below imageClasses

    std::size_t count() const { return labels.size(); }
    std::size_t pixelsPerImage() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    const std::uint8_t *image(std::size_t i) const { return pixels.data() + i * pixelsPerImage(); }

    bool operator==(const LabelledImages &) const = default;
};

/** What MNIST and its relatives have. */
inline constexpr int imageClasses = 10;

/** Training and test images as they are given out: nobody divides them anew. */
struct ImageSet {
    LabelledImages images; ///< those to train on, then those to test with
    std::size_t trainCount = 0;

    bool operator==(const ImageSet &) const = default;
};

/** A file that holds no images, or other ones than its fellow. The message is one line: "FILE, byte 4: …". */
class ImageFileError : public Error {
public:
    ImageFileError(const std::filesystem::path &file, std::int64_t byte, const Message &fault);
};

/** A file that is read, or its bytes where they are in memory already. */
struct ImageFile {
    std::filesystem::path name;
    std::span<const std::uint8_t> bytes = {}; ///< not packed; empty: what the file of this name has
};

constexpr std::size_t allImages = std::numeric_limits<std::size_t>::max();
constexpr std::size_t mostImages = 1'000'000;
constexpr std::size_t mostPixels = 1024; ///< of an image

/** The first `most` images and labels of two files. What the header announces is only believed as far as the file goes. Throws ImageFileError. */
LabelledImages readIdxImages(const ImageFile &images, const ImageFile &labels, std::size_t most = allImages);

/** Training images and labels, test images and labels. */
using ImageFiles = std::array<ImageFile, 4>;

/** Their MNIST names. */
inline constexpr std::array<const char *, 4> imageFileNames = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                                                               "t10k-labels-idx1-ubyte"};

/** The four files of a folder, each with or without .gz. Throws ImageFileError where one is missing. */
ImageFiles imageFilesIn(const std::filesystem::path &folder);

/** All images to test with and the first `trainCount` of those to train on, or all. Throws ImageFileError. */
ImageSet readImageSet(const ImageFiles &files, std::size_t trainCount = allImages);

} // namespace actiscope
