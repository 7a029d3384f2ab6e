#include "app/end_of_window.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace actiscope {
namespace {

constexpr std::array endingSignals{SIGTERM, SIGINT, SIGHUP};
constexpr auto grace = std::chrono::milliseconds(700);

std::array<int, 2> endPipe{-1, -1}; ///< to read from, to write to; a handler may not do more than write

void writeToPipe(int number)
{
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const auto written = write(endPipe[1], &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(number, &action, nullptr);
}

/** nohup and the like asked for a signal to be ignored; that stays so. */
bool isIgnored(int number)
{
    struct sigaction now = {};
    sigaction(number, nullptr, &now);
    return now.sa_handler == SIG_IGN;
}

volatile std::sig_atomic_t statusInTime = 0;

void endInTime(int)
{
    std::_Exit(statusInTime);
}

} // namespace

EndSignals::EndSignals(std::function<void(int)> ended)
{
    if (pipe2(endPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(endPipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [ended = std::move(ended)] {
        unsigned char number = 0;
        if (read(endPipe[0], &number, 1) == 1)
            ended(number);
    });
    for (const int number : endingSignals) {
        if (!isIgnored(number))
            handle(number, writeToPipe);
    }
}

EndSignals::~EndSignals()
{
    if (!m_notifier)
        return;
    for (const int number : endingSignals) {
        if (!isIgnored(number))
            handle(number, SIG_DFL);
    }
    m_notifier.reset();
    for (int &end : endPipe)
        close(std::exchange(end, -1));
}

void endSoon(int status)
{
    try {
        std::thread([status] {
            std::this_thread::sleep_for(grace);
            std::_Exit(status);
        }).detach();
    } catch (const std::system_error &) { // no thread can be had
        statusInTime = status;
        std::signal(SIGALRM, endInTime);
        ualarm(static_cast<useconds_t>(std::chrono::microseconds(grace).count()), 0);
    }
}

} // namespace actiscope
