// Images as data of an experiment: where they come from. A new source is its row in image_data.cpp, and nothing else names one.
#pragma once

#include "core/data/dataset.h"
#include "core/data/idx_images.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

/** Which images are trained on. They are read when a data set is made of them, not before. */
struct ImageData {
    std::string kind = "digits"; ///< a name of imageKinds()
    std::string folder = {};     ///< of a kind that has none of its own
    int trainCount = 0;          ///< of those to train on the first so many; 0 for all

    static constexpr int mostTrained = static_cast<int>(mostImages);

    bool operator==(const ImageData &) const = default;
};

struct ImageKind {
    std::string_view name;                          ///< on the command line and in files: "fashion-mnist"
    std::string_view description;                   ///< a few words, lower case, no full stop
    std::span<const std::string_view> options = {}; ///< of the command line, that not all data have: "images"
    std::string_view folder = {};                   ///< where its files are; empty where they are the experiment's to name, or in memory
    std::string_view package = {};                  ///< of Debian, that puts them there
    std::span<const std::string_view> classNames = {}; ///< Dataset::classNames
    ImageFiles (*inMemory)() = nullptr;             ///< of what comes with the program
};

/** All of them. */
std::span<const ImageKind> imageKinds();

/** The row of this name, or null. */
const ImageKind *findImageKind(std::string_view name);

/** Throws ConfigurationError for "images" where the kind needs a folder, or "train-count". Does not look at files. */
void validate(const ImageData &data);

/** The files of a kind. Throws ConfigurationError where they are not there, and says how to get them. */
ImageFiles imageFilesOf(const ImageKind &kind, const ImageData &data);

/** The Debian package that has the files of a kind, where they are not there; else empty. */
std::string missingPackage(const ImageKind &kind);

/** Reads them, and divides them as their files do. Who asks while somebody else has the same images gets those, unless a file has changed. Throws
 *  ConfigurationError with one line that names the file and the place. */
std::shared_ptr<const Dataset> makeImageDataset(const ImageData &data);

/** The digits that come with the program (resources/images), as IDX files; made by embed_images.cmake. */
ImageFiles embeddedDigits();

} // namespace actiscope
