#include "core/training/examiner.h"

#include "core/base/errors.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace actiscope {
namespace {

/** Whatever goes wrong is the answer: the thread goes on. */
void diagnoseInto(DiagnosticsAnswer &answer, const Cohort *cohort, const TrainingState *moment)
{
    try {
        if (!cohort || !moment)
            throw ConfigurationError("model", std::to_string(answer.model), ACTISCOPE_TR("core", "one of a run"));
        answer.diagnostics = diagnose(*cohort, *moment, answer.model, answer.settings);
    } catch (const ConfigurationError &error) {
        answer.error = error.message();
    } catch (const std::bad_alloc &) {
        answer.error = ACTISCOPE_TR("core", "there is too little memory; train fewer or smaller networks");
    } catch (const std::exception &error) {
        answer.error = std::string(error.what());
    }
}

} // namespace

Examiner::Examiner() : m_thread([this](std::stop_token stop) { loop(stop); }) {}

Examiner::~Examiner()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

Examiner::Asker Examiner::newAsker()
{
    const std::lock_guard lock(m_mutex);
    return m_askers++;
}

void Examiner::ask(Asker asker, const Snapshot &snapshot, std::size_t model, const DiagnosticsSettings &settings)
{
    validate(settings);
    Question question{asker, snapshot.cohort, snapshot.moment, {}};
    question.answer.run = snapshot.run;
    question.answer.epoch = snapshot.epoch;
    question.answer.model = model;
    question.answer.settings = settings;
    {
        const std::lock_guard lock(m_mutex);
        const auto before = std::ranges::find(m_questions, asker, &Question::asker);
        if (before != m_questions.end())
            *before = std::move(question); // in its place, so that those who ask often hold up nobody
        else
            m_questions.push_back(std::move(question));
    }
    m_wake.notify_one();
}

std::shared_ptr<const DiagnosticsAnswer> Examiner::take(Asker asker)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_answers.find(asker);
    return found == m_answers.end() ? nullptr : std::exchange(found->second, nullptr);
}

void Examiner::loop(const std::stop_token &stop)
{
    while (true) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !m_questions.empty(); });
            if (stop.stop_requested())
                return;
            question = std::move(m_questions.front());
            m_questions.pop_front();
        }
        diagnoseInto(question.answer, question.cohort.get(), question.moment.get());
        auto answer = std::make_shared<const DiagnosticsAnswer>(std::move(question.answer));
        const std::lock_guard lock(m_mutex);
        m_answers[question.asker] = std::move(answer);
    }
}

} // namespace actiscope
