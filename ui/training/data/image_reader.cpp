#include "ui/training/data/image_reader.h"

#include "core/base/errors.h"

#include <chrono>
#include <new>
#include <utility>

namespace actiscope {

namespace {

constexpr std::chrono::milliseconds imagePeriod(16); ///< in which answers are looked for: a frame

} // namespace

ImageReader::ImageReader(QObject *parent) : QObject(parent)
{
    m_clock.setInterval(imagePeriod);
    connect(&m_clock, &QTimer::timeout, this, &ImageReader::fetch);
}

ImageReader::~ImageReader() = default;

void ImageReader::askForAll(const ImageData &data)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending -= static_cast<int>(std::erase_if(m_wishes, [](const Wish &wish) { return !wish.few; }));
    }
    ask({data, false});
}

void ImageReader::ask(Wish wish)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.push_back(std::move(wish));
    }
    ++m_pending;
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
    m_wake.notify_one();
    m_clock.start();
}

void ImageReader::fetch()
{
    std::vector<Answer> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers = std::exchange(m_answers, {});
    }
    m_pending -= static_cast<int>(answers.size());
    if (m_pending == 0)
        m_clock.stop();
    for (const Answer &answer : answers)
        emit answered(answer);
}

ImageReader::Answer ImageReader::answerTo(const Wish &wish)
{
    Answer answer{.asked = wish.data, .isOfFew = wish.few};
    try {
        if (!wish.few) {
            answer.all = makeImageDataset(wish.data);
            return answer;
        }
        validate(wish.data);
        const ImageFiles files = imageFilesOf(*findImageKind(wish.data.kind), wish.data);
        answer.few = readIdxImages(files[2], files[3], few);
    } catch (const ConfigurationError &error) {
        answer.option = error.option();
        answer.fault = error.accepted();
    } catch (const Error &error) {
        answer.option = "images";
        answer.fault = error.message();
    } catch (const std::bad_alloc &) {
        answer.option = "images";
        answer.fault = Message(ACTISCOPE_TR("core", "the images do not fit into memory"));
    }
    return answer;
}

void ImageReader::loop(const std::stop_token &stop)
{
    while (true) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); });
            if (stop.stop_requested())
                return;
            wish = std::move(m_wishes.front());
            m_wishes.pop_front();
        }
        Answer answer = answerTo(wish);
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(std::move(answer));
    }
}

} // namespace actiscope
