#include "core/data/idx_images.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace actiscope {

namespace {

constexpr std::uint32_t imagesMagic = 0x803; // unsigned bytes in three dimensions
constexpr std::uint32_t labelsMagic = 0x801; // unsigned bytes in one
constexpr std::int64_t labelsBegin = 8;                       // behind magic number and count
constexpr std::size_t bytesAtOnce = std::size_t{1} << 20;     // a file that announces more than it has costs no more than this
constexpr std::size_t bytesReserved = std::size_t{256} << 20; // which take no memory until they are written; beyond it, they grow

std::string hexadecimal(std::uint32_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 28; shift >= 0; shift -= 4)
        text += digits[(value >> shift) & 15U];
    return text;
}

/** A file read from its beginning, unpacked where it is packed. */
class IdxReader {
public:
    explicit IdxReader(const ImageFile &file) : m_name(file.name), m_bytes(file.bytes)
    {
        if (!m_bytes.empty())
            return;
        m_file.reset(gzopen(file.name.c_str(), "rb"));
        if (!m_file)
            fail(ACTISCOPE_TR("core", "cannot be opened"));
        gzbuffer(m_file.get(), unsigned{1} << 17U);
    }

    const std::filesystem::path &name() const { return m_name; }

    [[noreturn]] void fail(const Message &fault) const { failAt(m_read, fault); }
    [[noreturn]] void failAt(std::int64_t byte, const Message &fault) const { throw ImageFileError(m_name, byte, fault); }

    std::uint32_t number()
    {
        std::array<std::uint8_t, 4> bytes{};
        read(bytes.data(), bytes.size());
        return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U | bytes[3];
    }

    void expectMagic(std::uint32_t expected)
    {
        const std::uint32_t magic = number();
        if (magic == expected)
            return;
        m_read = 0;
        fail(Message(ACTISCOPE_TR("core", "begins with %1, not with %2 as an IDX file of %3 does"),
                     {hexadecimal(magic), hexadecimal(expected),
                      expected == imagesMagic ? Message(ACTISCOPE_TR("core", "images")) : Message(ACTISCOPE_TR("core", "labels"))}));
    }

    /** The next `count` bytes, behind what is there. */
    void append(std::vector<std::uint8_t> &to, std::size_t count)
    {
        for (std::size_t left = count; left > 0;) {
            const std::size_t portion = std::min(left, bytesAtOnce);
            const std::size_t before = to.size();
            to.resize(before + portion);
            read(to.data() + before, portion);
            left -= portion;
        }
    }

    /** Nothing is left, and what was packed is whole. */
    void expectEnd()
    {
        std::uint8_t more = 0;
        const int got = readSome(&more, 1);
        if (got > 0)
            fail(ACTISCOPE_TR("core", "has more than it announces"));
        if (got < 0)
            failReading();
    }

private:
    struct Close {
        void operator()(gzFile_s *file) const { gzclose_r(file); }
    };

    [[noreturn]] void failReading() const
    {
        int code = Z_OK;
        gzerror(m_file.get(), &code);
        fail(code == Z_ERRNO ? Message(ACTISCOPE_TR("core", "cannot be read")) : Message(ACTISCOPE_TR("core", "is damaged: it cannot be unpacked")));
    }

    int readSome(std::uint8_t *to, std::size_t count)
    {
        if (m_file)
            return gzread(m_file.get(), to, static_cast<unsigned>(count));
        const std::size_t got = std::min(count, m_bytes.size() - static_cast<std::size_t>(m_read));
        std::copy_n(m_bytes.begin() + m_read, got, to);
        return static_cast<int>(got);
    }

    void read(std::uint8_t *to, std::size_t count)
    {
        while (count > 0) {
            const int got = readSome(to, std::min(count, bytesAtOnce));
            int code = Z_OK;
            if (m_file)
                gzerror(m_file.get(), &code);
            if (got < 0 || (got == 0 && code != Z_OK && code != Z_STREAM_END))
                failReading();
            if (got == 0)
                fail(ACTISCOPE_TR("core", "ends before all that it announces has come"));
            to += got;
            count -= static_cast<std::size_t>(got);
            m_read += got;
        }
    }

    std::filesystem::path m_name;
    std::span<const std::uint8_t> m_bytes;
    std::unique_ptr<gzFile_s, Close> m_file;
    std::int64_t m_read = 0;
};

/** The file of this name, packed or not. */
std::filesystem::path fileIn(const std::filesystem::path &folder, const char *name)
{
    for (const char *ending : {"", ".gz"}) {
        std::filesystem::path file = folder / (std::string(name) + ending);
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored))
            return file;
    }
    throw ImageFileError(folder / name, -1, ACTISCOPE_TR("core", "there is no such file, nor one that ends in .gz"));
}

std::uint32_t readSide(IdxReader &reader, const Message &what)
{
    const std::uint32_t side = reader.number();
    if (side < 1 || side > mostPixels)
        reader.fail(Message(ACTISCOPE_TR("core", "announces a %1 of %2; accepted: 1 to %3"), {what, std::to_string(side), std::to_string(mostPixels)}));
    return side;
}

/** Two files whose headers have been read and fit one another. */
struct ImagePair {
    IdxReader images;
    IdxReader labels;
    std::size_t announced = 0;
    std::uint32_t height = 0;
    std::uint32_t width = 0;

    ImagePair(const ImageFile &imageFile, const ImageFile &labelFile);

    std::size_t bytes(std::size_t most) const { return std::min(announced, most) * height * width; }
    void append(LabelledImages &to, std::size_t most);
};

ImagePair::ImagePair(const ImageFile &imageFile, const ImageFile &labelFile) : images(imageFile), labels(labelFile)
{
    images.expectMagic(imagesMagic);
    labels.expectMagic(labelsMagic);
    announced = images.number();
    const std::uint32_t labelled = labels.number();
    if (announced != labelled) {
        labels.fail(Message(ACTISCOPE_TR("core", "has %1 labels, but %2 has %3 images"),
                            {std::to_string(labelled), images.name().string(), std::to_string(announced)}));
    }
    if (announced == 0)
        images.fail(ACTISCOPE_TR("core", "has no images"));
    if (announced > mostImages) {
        images.fail(Message(ACTISCOPE_TR("core", "announces %1 images; accepted: 1 to %2"),
                            {std::to_string(announced), std::to_string(mostImages)}));
    }
    height = readSide(images, ACTISCOPE_TR("core", "height"));
    width = readSide(images, ACTISCOPE_TR("core", "width"));
    if (height * width > mostPixels) {
        images.fail(Message(ACTISCOPE_TR("core", "announces images of %1 x %2; accepted: %3 pixels at most"),
                            {std::to_string(width), std::to_string(height), std::to_string(mostPixels)}));
    }
}

void ImagePair::append(LabelledImages &to, std::size_t most)
{
    const std::size_t count = std::min(announced, most);
    const std::size_t before = to.labels.size();
    labels.append(to.labels, count); // the shorter file first: one that lies is found out before the images are read
    const auto wrong = std::find_if(to.labels.begin() + static_cast<std::ptrdiff_t>(before), to.labels.end(),
                                    [](std::uint8_t label) { return label >= imageClasses; });
    if (wrong != to.labels.end())
        labels.failAt(labelsBegin + (wrong - to.labels.begin()) - static_cast<std::ptrdiff_t>(before),
                      Message(ACTISCOPE_TR("core", "a label of %1; accepted: 0 to %2"),
                              {std::to_string(int{*wrong}), std::to_string(imageClasses - 1)}));
    images.append(to.pixels, bytes(most));
    if (count == announced) {
        labels.expectEnd();
        images.expectEnd();
    }
}

} // namespace

ImageFileError::ImageFileError(const std::filesystem::path &file, std::int64_t byte, const Message &fault)
    : Error(byte < 0 ? Message(ACTISCOPE_TR("core", "%1: %2"), {file.string(), fault})
                     : Message(ACTISCOPE_TR("core", "%1, byte %2: %3"), {file.string(), std::to_string(byte), fault}))
{}

LabelledImages readIdxImages(const ImageFile &images, const ImageFile &labels, std::size_t most)
{
    ImagePair pair(images, labels);
    LabelledImages result{.width = static_cast<int>(pair.width), .height = static_cast<int>(pair.height)};
    result.pixels.reserve(std::min(pair.bytes(most), bytesReserved));
    pair.append(result, most);
    return result;
}

ImageFiles imageFilesIn(const std::filesystem::path &folder)
{
    ImageFiles files;
    for (std::size_t i = 0; i < files.size(); ++i)
        files[i].name = fileIn(folder, imageFileNames[i]);
    return files;
}

ImageSet readImageSet(const ImageFiles &files, std::size_t trainCount)
{
    ImagePair train(files[0], files[1]);
    ImagePair test(files[2], files[3]);
    if (test.width != train.width || test.height != train.height) {
        throw ImageFileError(files[2].name, -1,
                             Message(ACTISCOPE_TR("core", "its images are %1 x %2, but those to train on are %3 x %4"),
                                     {std::to_string(test.width), std::to_string(test.height), std::to_string(train.width),
                                      std::to_string(train.height)}));
    }
    ImageSet result{.images = {.width = static_cast<int>(train.width), .height = static_cast<int>(train.height)}};
    result.images.pixels.reserve(std::min(train.bytes(trainCount) + test.bytes(allImages), bytesReserved));
    train.append(result.images, trainCount);
    result.trainCount = result.images.count();
    test.append(result.images, allImages);
    return result;
}

} // namespace actiscope
