#include "ui/training/document/experiment_document.h"

#include "core/io/ready_experiments.h"
#include "ui/training/document/change_text.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/document/subject.h"

#include <QElapsedTimer>

#include <utility>

namespace actiscope {

namespace {

constexpr int sameMove = 1500; ///< ms in which the next value of a setting is of the same move of a hand
constexpr int editId = 1;

} // namespace

/** Between two experiments, either of which is shown. */
class ExperimentDocument::Edit final : public ToldCommand {
public:
    Edit(ExperimentDocument &document, Experiment after, std::string origin, LiveText text)
        : m_document(document), m_before(document.experiment()), m_after(std::move(after)), m_originBefore(document.origin()),
          m_originAfter(std::move(origin)), m_text(std::move(text))
    {
        tell();
        m_made.start();
    }

    int id() const override { return editId; }
    void undo() override { m_document.show(m_before, m_originBefore); }
    void redo() override { m_document.show(m_after, m_originAfter); }

    /** While a hand moves a setting, that is one change. */
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto &edit = *static_cast<const Edit *>(next);
        const bool isSameMove = !m_text && !edit.m_text && m_made.elapsed() < sameMove
                                && changedSettings(m_before, m_after) == changedSettings(edit.m_before, edit.m_after);
        if (!isSameMove)
            return false;
        m_after = edit.m_after;
        m_made.restart();
        tell();
        setObsolete(m_after == m_before);
        return true;
    }

protected:
    QString words() const override { return m_text ? m_text() : changeText(m_before, m_after); }

private:
    ExperimentDocument &m_document;
    Experiment m_before;
    Experiment m_after;
    std::string m_originBefore;
    std::string m_originAfter;
    LiveText m_text; ///< none where what differs says it
    QElapsedTimer m_made;
};

namespace {

std::string originOf(const Experiment &experiment)
{
    const ReadyExperiment *ready = findReadyExperiment(experiment);
    return ready ? ready->name : std::string();
}

} // namespace

ExperimentDocument::ExperimentDocument(QObject *parent) : ExperimentDocument(pointSubject(), parent) {}

ExperimentDocument::ExperimentDocument(const Subject &subject, QObject *parent)
    : QObject(parent), m_subject(subject), m_experiment(subject.firstExperiment()), m_origin(originOf(m_experiment))
{
}

void ExperimentDocument::setOrigin(const std::string &name)
{
    if (std::exchange(m_origin, name) != name)
        emit experimentChanged();
}

/** What has become a ready experiment, by whichever way, is that one. */
void ExperimentDocument::apply(const Experiment &next, const LiveText &text)
{
    const std::string ready = originOf(next);
    push(next, text, ready.empty() ? m_origin : ready);
}

void ExperimentDocument::take(const ReadyExperiment &ready, const LiveText &text)
{
    if (!missingFiles(ready.experiment).isEmpty()) {
        emit refused([files = ready.experiment] { return missingFiles(files); });
        return;
    }
    push(ready.experiment, text, ready.name);
    emit readyTaken(ready);
}

void ExperimentDocument::push(const Experiment &next, const LiveText &text, const std::string &origin)
{
    if (next != m_experiment)
        m_undo.push(new Edit(*this, next, origin, text));
    else
        setOrigin(origin);
}

void ExperimentDocument::load(const Experiment &experiment)
{
    m_undo.clear();
    m_experiment = experiment;
    m_origin = originOf(experiment);
    emit loaded();
    emit experimentChanged();
}

void ExperimentDocument::show(const Experiment &experiment, const std::string &origin)
{
    m_origin = origin;
    const Experiment before = std::exchange(m_experiment, experiment);
    emit changed(before, m_experiment);
    emit experimentChanged();
}

} // namespace actiscope
