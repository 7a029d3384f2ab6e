#include "core/data/image_data.h"

#include "core/base/errors.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

constexpr std::string_view optionsOfImages[] = {"train-count", "stop-accuracy"};
constexpr std::string_view optionsOfFolder[] = {"images", "train-count", "stop-accuracy"};

/** H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST" (2017), table 2. */
constexpr std::string_view namesOfClothes[] = {ACTISCOPE_TR("core", "T-shirt/top"), ACTISCOPE_TR("core", "Trouser"), ACTISCOPE_TR("core", "Pullover"),
                                               ACTISCOPE_TR("core", "Dress"), ACTISCOPE_TR("core", "Coat"), ACTISCOPE_TR("core", "Sandal"),
                                               ACTISCOPE_TR("core", "Shirt"), ACTISCOPE_TR("core", "Sneaker"), ACTISCOPE_TR("core", "Bag"),
                                               ACTISCOPE_TR("core", "Ankle boot")};

constexpr std::array allImageKinds = {
    ImageKind{.name = "digits",
              .description = ACTISCOPE_TR("core", "1797 images of handwritten digits, 8 x 8 pixels, ten classes; come with the program"),
              .options = optionsOfImages,
              .inMemory = embeddedDigits},
    ImageKind{.name = "fashion-mnist",
              .description = ACTISCOPE_TR("core", "70000 images of clothes, 28 x 28 pixels, ten classes; of Debian's package dataset-fashion-mnist"),
              .options = optionsOfImages,
              .folder = "/usr/share/datasets/fashion-mnist",
              .package = "dataset-fashion-mnist",
              .classNames = namesOfClothes},
    ImageKind{.name = "images",
              .description = ACTISCOPE_TR("core", "images of ten classes in the four files of MNIST and its relatives, of the folder --images"),
              .options = optionsOfFolder},
};

/** What says whether files have changed, and which of their images are wanted. */
std::string fingerprint(const ImageFiles &files, const ImageData &data)
{
    std::string text = data.kind + '\t' + std::to_string(data.trainCount);
    for (const ImageFile &file : files) {
        std::error_code unknown;
        const auto changed = std::filesystem::last_write_time(file.name, unknown).time_since_epoch().count();
        const auto size = std::filesystem::file_size(file.name, unknown);
        text += '\n' + file.name.string() + '\t' + std::to_string(changed) + '\t' + std::to_string(size);
    }
    return text;
}

LabelledPoints partOf(const std::shared_ptr<const ImageSet> &set, std::size_t first, std::size_t count)
{
    const LabelledImages &images = set->images;
    const std::size_t features = images.pixelsPerImage();
    const auto labels = images.labels.begin() + static_cast<std::ptrdiff_t>(first);
    return {.features = features,
            .labels = {labels, labels + static_cast<std::ptrdiff_t>(count)},
            .pixels = {std::shared_ptr<const std::vector<std::uint8_t>>(set, &images.pixels), first * features, count * features}};
}

std::shared_ptr<const Dataset> datasetOf(std::shared_ptr<const ImageSet> set, std::span<const std::string_view> classNames)
{
    const std::size_t count = set->images.count();
    auto data = std::make_shared<Dataset>();
    data->all = partOf(set, 0, count);
    data->train = partOf(set, 0, set->trainCount);
    data->test = partOf(set, set->trainCount, count - set->trainCount);
    data->trainIndices.resize(set->trainCount);
    data->testIndices.resize(count - set->trainCount);
    std::iota(data->trainIndices.begin(), data->trainIndices.end(), std::size_t{0});
    std::iota(data->testIndices.begin(), data->testIndices.end(), set->trainCount);
    data->classes = imageClasses;
    data->imageWidth = set->images.width;
    data->imageHeight = set->images.height;
    data->classNames = classNames;
    return data;
}

/** Data sets of images that somebody has at the moment: many seeds, the runs of a session and an experiment that is gone back to have the same. */
class ImagesInUse {
public:
    std::shared_ptr<const Dataset> get(const ImageFiles &files, const ImageData &data, const ImageKind &kind)
    {
        const std::scoped_lock lock(m_mutex); // also while one is read: who comes second waits for it
        const std::string key = fingerprint(files, data);
        std::erase_if(m_known, [](const Known &known) { return known.data.expired(); });
        const auto found = std::ranges::find(m_known, key, &Known::key);
        if (found != m_known.end()) {
            if (auto known = found->data.lock())
                return known;
        }
        const std::size_t most = data.trainCount > 0 ? static_cast<std::size_t>(data.trainCount) : allImages;
        auto read = datasetOf(std::make_shared<const ImageSet>(readImageSet(files, most)), kind.classNames);
        m_known.push_back({key, read});
        return read;
    }

private:
    struct Known {
        std::string key;
        std::weak_ptr<const Dataset> data;
    };

    std::mutex m_mutex;
    std::vector<Known> m_known;
};

[[noreturn]] void refuse(const ImageKind &kind, const ImageData &data, const Message &fault)
{
    const bool isOfExperiment = !kind.inMemory && kind.folder.empty();
    throw isOfExperiment ? ConfigurationError("images", data.folder, fault) : ConfigurationError("data", kind.name, fault);
}

const ImageKind &kindOf(const ImageData &data)
{
    const ImageKind *kind = findImageKind(data.kind);
    if (!kind)
        throw ConfigurationError("data", data.kind, ACTISCOPE_TR("core", "there are no such images"));
    return *kind;
}

} // namespace

std::span<const ImageKind> imageKinds()
{
    return allImageKinds;
}

const ImageKind *findImageKind(std::string_view name)
{
    const auto row = std::ranges::find(allImageKinds, name, &ImageKind::name);
    return row == allImageKinds.end() ? nullptr : &*row;
}

void validate(const ImageData &data)
{
    const ImageKind &kind = kindOf(data);
    if (!kind.inMemory && kind.folder.empty() && data.folder.empty())
        throw ConfigurationError("images", "", {ACTISCOPE_TR("core", "a folder with the files %1, %2, %3 and %4, each with or without .gz"),
                                                {imageFileNames[0], imageFileNames[1], imageFileNames[2], imageFileNames[3]}});
    if (data.trainCount < 0 || data.trainCount > ImageData::mostTrained)
        throw ConfigurationError("train-count", std::to_string(data.trainCount),
                                 {ACTISCOPE_TR("core", "a whole number from %1 to %2"), {"1", std::to_string(ImageData::mostTrained)}});
}

ImageFiles imageFilesOf(const ImageKind &kind, const ImageData &data)
{
    if (kind.inMemory)
        return kind.inMemory();
    const std::filesystem::path folder = kind.folder.empty() ? std::filesystem::path(data.folder) : std::filesystem::path(kind.folder);
    try {
        return imageFilesIn(folder);
    } catch (const ImageFileError &error) {
        if (kind.package.empty())
            refuse(kind, data, error.message());
        refuse(kind, data, {ACTISCOPE_TR("core", "its files are not in %1; 'apt-get install %2' as root puts them there, and --data images "
                                                 "--images FOLDER reads them from elsewhere"),
                            {folder.string(), kind.package}});
    }
}

std::string missingPackage(const ImageKind &kind)
{
    if (kind.package.empty())
        return {};
    try {
        imageFilesIn(std::filesystem::path(kind.folder));
        return {};
    } catch (const ImageFileError &) {
        return std::string(kind.package);
    }
}

std::shared_ptr<const Dataset> makeImageDataset(const ImageData &data)
{
    static ImagesInUse inUse;
    validate(data);
    const ImageKind &kind = kindOf(data);
    std::shared_ptr<const Dataset> made;
    try {
        made = inUse.get(imageFilesOf(kind, data), data, kind);
    } catch (const ImageFileError &error) {
        refuse(kind, data, error.message());
    }
    if (made->train.count() < static_cast<std::size_t>(data.trainCount)) {
        throw ConfigurationError("train-count", std::to_string(data.trainCount),
                                 {ACTISCOPE_TR("core", "%1 at most, as many images as there are to train on"),
                                  {std::to_string(made->train.count())}});
    }
    return made;
}

} // namespace actiscope
