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
constexpr std::uint32_t maxSide = 1024;
constexpr std::size_t bytesAtOnce = std::size_t{1} << 20; // a file that announces more than it has costs no more than this

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
    explicit IdxReader(const std::filesystem::path &file) : m_name(file), m_file(gzopen(file.c_str(), "rb"))
    {
        if (!m_file)
            fail(ACTISCOPE_TR("core", "cannot be opened"));
        gzbuffer(m_file.get(), unsigned{1} << 17U);
    }

    [[noreturn]] void fail(const Message &fault) const { throw ImageFileError(m_name, m_read, fault); }

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

    std::vector<std::uint8_t> bytes(std::size_t count)
    {
        std::vector<std::uint8_t> result;
        while (result.size() < count) {
            const std::size_t before = result.size();
            result.resize(std::min(count, before + std::max(bytesAtOnce, before)));
            read(result.data() + before, result.size() - before);
        }
        return result;
    }

    /** Nothing is left, and what was packed is whole. */
    void expectEnd()
    {
        std::uint8_t more = 0;
        const int got = gzread(m_file.get(), &more, 1);
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

    void read(std::uint8_t *to, std::size_t count)
    {
        while (count > 0) {
            const int got = gzread(m_file.get(), to, static_cast<unsigned>(std::min(count, bytesAtOnce)));
            int code = Z_OK;
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
    if (side < 1 || side > maxSide)
        reader.fail(Message(ACTISCOPE_TR("core", "announces a %1 of %2; accepted: 1 to %3"), {what, std::to_string(side), std::to_string(maxSide)}));
    return side;
}

} // namespace

ImageFileError::ImageFileError(const std::filesystem::path &file, std::int64_t byte, const Message &fault)
    : Error(byte < 0 ? Message(ACTISCOPE_TR("core", "%1: %2"), {file.string(), fault})
                     : Message(ACTISCOPE_TR("core", "%1, byte %2: %3"), {file.string(), std::to_string(byte), fault}))
{}

LabelledImages readIdxImages(const std::filesystem::path &images, const std::filesystem::path &labels, std::size_t most)
{
    IdxReader imageFile(images), labelFile(labels);
    imageFile.expectMagic(imagesMagic);
    labelFile.expectMagic(labelsMagic);
    const std::uint32_t announced = imageFile.number();
    const std::uint32_t labelled = labelFile.number();
    if (announced != labelled) {
        labelFile.fail(Message(ACTISCOPE_TR("core", "has %1 labels, but %2 has %3 images"),
                               {std::to_string(labelled), images.string(), std::to_string(announced)}));
    }
    if (announced == 0)
        imageFile.fail(ACTISCOPE_TR("core", "has no images"));
    LabelledImages result;
    result.height = static_cast<int>(readSide(imageFile, ACTISCOPE_TR("core", "height")));
    result.width = static_cast<int>(readSide(imageFile, ACTISCOPE_TR("core", "width")));
    const std::size_t count = std::min<std::size_t>(announced, most);
    result.labels = labelFile.bytes(count); // the shorter file first: one that lies is found out before the images are read
    result.pixels = imageFile.bytes(count * result.pixelsPerImage());
    if (count == announced) {
        labelFile.expectEnd();
        imageFile.expectEnd();
    }
    return result;
}

ImageFolder readImageFolder(const std::filesystem::path &folder, std::size_t trainCount)
{
    const auto read = [&folder](const std::string &set, std::size_t most) {
        return readIdxImages(fileIn(folder, (set + "-images-idx3-ubyte").c_str()), fileIn(folder, (set + "-labels-idx1-ubyte").c_str()), most);
    };
    ImageFolder result{.train = read("train", trainCount), .test = read("t10k", allImages)};
    if (result.test.width != result.train.width || result.test.height != result.train.height) {
        throw ImageFileError(fileIn(folder, "t10k-images-idx3-ubyte"), -1,
                             Message(ACTISCOPE_TR("core", "its images are %1 x %2, but those to train on are %3 x %4"),
                                     {std::to_string(result.test.width), std::to_string(result.test.height), std::to_string(result.train.width),
                                      std::to_string(result.train.height)}));
    }
    for (const LabelledImages *set : {&result.train, &result.test}) {
        for (const std::uint8_t label : set->labels)
            result.classes = std::max(result.classes, label + 1);
    }
    return result;
}

} // namespace actiscope
