// Trains the experiment of the document: owns the session, takes its snapshots at the frame clock, and carries out what hands ask of the
// run. Knows no widget; those who show the run listen. GUI thread.
#pragma once

#include "core/training/examiner.h"
#include "core/training/surveyor.h"
#include "core/training/training_session.h"
#include "ui/training/document/awaited_answer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope {

class DeviceChoice;
class ExperimentDocument;

class TrainingController : public QObject {
    Q_OBJECT

public:
    /** Both live longer. Nothing is made before begin(). */
    TrainingController(DeviceChoice &devices, ExperimentDocument &document, QObject *parent = nullptr);
    /** Joins the thread that trains. */
    ~TrainingController() override;

    ExperimentDocument &document() const { return m_document; }
    DeviceChoice &devices() const { return m_devices; }
    /** The newest one with models, or null. */
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    RunState state() const { return m_state; }
    /** Whether a device computes whose driver may have to build kernels: any but the reference. */
    bool needsKernels() const;
    /** Whether the run has ended, on the device that is to compute it. */
    bool isOver() const;
    /** What was asked for and has not happened yet. */
    const AwaitedAnswer &awaited() const { return m_awaited; }

    /** What was measured of the moments of this run, and what happened in it; null before there is anything. */
    std::shared_ptr<const RunSurvey> survey() const { return m_survey; }
    /** Whether the run parts here from another one with what was changed, and has not gone on yet. */
    bool isAtBranch() const;

    /** Runs that another one has followed, the oldest first. */
    std::vector<KeptRun> runs() { return m_session.runs().runs(); }
    /** What is written of them with a session: the newest ones, as many as are written in a moment. */
    std::vector<KeptRun> keptRuns();
    /** These instead. */
    void setKeptRuns(const std::vector<KeptRun> &runs);
    void renameRun(RunId run, const QString &name);
    void setRunNote(RunId run, const QString &note);
    /** Can be undone. */
    void removeRun(RunId run);
    /** Stands again where it ended, with all its settings; the present run is kept. */
    void restoreRun(RunId run);
    /** What kept runs may take together, in bytes: moments, of which the oldest run's are dropped first, and figures, with which runs are dropped. */
    static constexpr std::size_t maxMomentBytes = std::size_t{128} << 20;
    static constexpr std::size_t maxFigureBytes = std::size_t{64} << 20;

    /** Makes data and weights and builds what the device needs, in the background: whoever does so early spares the user the wait. */
    void begin();
    bool hasBegun() const { return m_begun; }
    /** Somebody looks at the run: what changes of it is taken also while nothing is being trained. */
    void setWatched(bool watched);
    /** A change of the run that the experiment does not know of: of a weight, a bias or a unit (core/training/parameter_change.h). Can be undone as long as it is
     *  the same run, or a branch of it: it is then as if it had never been made. */
    void applyToRun(Change change);
    void setPace(double epochsPerSecond);
    /** The planes of boundaries: while running, and at rest. */
    void setGrid(const GridSpec &whileRunning, const GridSpec &atRest);

    /** Pauses where the run was at an epoch. A hand that moves on (`isPassing`) is shown what is near at hand: the moment before it that is kept. */
    void seek(std::int64_t epoch, bool isPassing = false);
    /** Another experiment from its beginning, trained at once; the present run is kept. Can be undone as any change. */
    void tryOut(const Experiment &experiment);

public slots:
    void playOrPause();
    void step();
    void reset();
    /** After a failure: goes on with the run where it stood, on the reference where that is not what failed. */
    void recover();
    /** Figures of a model of the newest snapshot, if there is one; they come with diagnosed(), whether somebody watches or not. */
    void requestDiagnostics(std::size_t model, const actiscope::DiagnosticsSettings &settings);

signals:
    /** Of the newest run; one that is being prepared or has failed may have no models. */
    void snapshotTaken(const std::shared_ptr<const actiscope::Snapshot> &snapshot);
    /** Of the run of the newest snapshot, what has come of the epoch after it. */
    void epochComes(const std::shared_ptr<const actiscope::ComingEpoch> &epoch);
    /** What requestDiagnostics() asked for last, of the moment at which it did. */
    void diagnosed(const std::shared_ptr<const actiscope::DiagnosticsAnswer> &answer);
    /** There is another survey(). */
    void surveyed();
    /** Of runs(), or what they are called. */
    void runsChanged();
    /** A hand has asked for something that has not happened yet. */
    void asked();
    /** And it takes a while. */
    void overdue();

private:
    class ParameterEdit;

    void takeChange(const Experiment &before, const Experiment &after);
    void startRun();
    BackendFactory standIn() const;
    void changeDevice(bool chosen);
    void takeFrame();
    void takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot);
    void takeSurvey();
    void keepRun(const Snapshot &run);
    bool isAnswerDue() const;
    bool isRewound() const { return m_snapshot && m_snapshot->epoch < m_snapshot->furthest; }
    void await(AwaitedAnswer::Wish wish);
    void updateClock();

    DeviceChoice &m_devices;
    ExperimentDocument &m_document;
    TrainingSession m_session;
    Examiner m_examiner;
    Examiner::Asker m_asker = m_examiner.newAsker();
    Surveyor m_surveyor;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const RunSurvey> m_survey;
    RunState m_state = RunState::Preparing;
    AwaitedAnswer m_awaited;
    bool m_begun = false;
    bool m_watched = false;
    bool m_awaitsDiagnostics = false;
    bool m_followsRun = false; ///< what changes in the document is what the session has already
    bool m_startsAnew = false; ///< whatever changes in the document is for a new run
    std::uint64_t m_newestRun = 0;
    std::uint64_t m_answered = 0; ///< the command that the last snapshot came after
    std::uint64_t m_expected = 0; ///< the one whose answer is taken also when nobody looks
    int m_begunRuns = 0; ///< from weights of their own: what was changed by hand in one is not in the next
    QTimer m_clock;
    std::chrono::milliseconds m_lateFor{0}; ///< since when there have been no figures at a frame
};

} // namespace actiscope
