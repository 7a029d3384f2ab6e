// Images with labels as MNIST and its relatives are given out: IDX files, plain or gzip (Y. LeCun, "The MNIST database": magic number, sizes and bytes,
// big-endian).
#pragma once

#include "core/base/errors.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace actiscope {

/** Grey images of one size, 0 to 255 a pixel, row by row, with a label each. Kept as the bytes that they are: 60,000 of 28 × 28 take 47 MB. */
struct LabelledImages {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels = {}; ///< count × height × width
    std::vector<std::uint8_t> labels = {}; ///< count

    std::size_t count() const { return labels.size(); }
    std::size_t pixelsPerImage() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    const std::uint8_t *image(std::size_t i) const { return pixels.data() + i * pixelsPerImage(); }

    bool operator==(const LabelledImages &) const = default;
};

/** Training and test images as they are given out: nobody divides them anew. */
struct ImageFolder {
    LabelledImages train;
    LabelledImages test;
    int classes = 0; ///< the largest label of both and one more

    bool operator==(const ImageFolder &) const = default;
};

/** A file that holds no images, or other ones than its fellow. The message is one line: "FILE, byte 4: …". */
class ImageFileError : public Error {
public:
    ImageFileError(const std::filesystem::path &file, std::int64_t byte, const Message &fault);
};

constexpr std::size_t allImages = std::numeric_limits<std::size_t>::max();

/** The first `most` images and labels of two files. What the header announces is only believed as far as the file goes. Throws ImageFileError. */
LabelledImages readIdxImages(const std::filesystem::path &images, const std::filesystem::path &labels, std::size_t most = allImages);

/** The four files of MNIST's names (train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, each with or without
 *  .gz) of a folder; of the training images the first `trainCount`. Throws ImageFileError, also where one is missing. */
ImageFolder readImageFolder(const std::filesystem::path &folder, std::size_t trainCount = allImages);

} // namespace actiscope
