// Reads images beside the window, since some data sets take a second: a few for thumbnails, or all, to know that they can be trained on. GUI thread: its thread
// never calls back, answers are fetched.
#pragma once

#include "core/base/message.h"
#include "core/data/image_data.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace actiscope {

class ImageReader : public QObject {
    Q_OBJECT

public:
    struct Answer {
        ImageData asked;
        LabelledImages few = {};                      ///< some of those to test with; none where all were asked for
        std::shared_ptr<const Dataset> all = {};      ///< null where a few were asked for, or they cannot be read
        std::string option = {};                      ///< what is at fault: "images"; empty where nothing is
        std::optional<Message> fault = {};            ///< in one line, with file and place
        bool isOfFew = false;
    };

    explicit ImageReader(QObject *parent = nullptr);
    /** Waits for what is being read. */
    ~ImageReader() override;

    void askForFew(const ImageData &data) { ask({data, true}); }
    /** Instead of others that were wished for and that nobody began to read. */
    void askForAll(const ImageData &data);
    bool isReading() const { return m_pending > 0; }

    static constexpr std::size_t few = 4;

signals:
    void answered(const actiscope::ImageReader::Answer &answer);

private:
    struct Wish {
        ImageData data;
        bool few = false;
    };

    void ask(Wish wish);
    void fetch();
    void loop(const std::stop_token &stop);
    static Answer answerTo(const Wish &wish);

    QTimer m_clock; ///< while something is being read
    int m_pending = 0;

    std::mutex m_mutex; // guards the next two
    std::deque<Wish> m_wishes;
    std::vector<Answer> m_answers;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
