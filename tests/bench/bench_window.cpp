// How smoothly the real window shows four networks while they train as fast as they can: gaps between the frames of what moves, gaps of the event loop, and
// the trainer's rate beside that without a window. Offscreen, and so with Qt's software rendering. The machine may be shared: numbers are printed, and
// only what no load explains is a failure.
//
//   actiscope_bench_window [--quick]
#include "core/engine/eigen_backend.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/training_workspace.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <vector>

using namespace actiscope;

namespace {

// What is wanted (the issue's), and what is a failure even on a machine with other work.
constexpr double wantedFrame = 16.7, wantedGap = 50, wantedRate = 0.6;
constexpr double worstFrame = 250, worstGap = 2000, worstRate = 0.1;
constexpr int patience = 120'000;

void waitFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < patience)
        waitFor(5);
    return done();
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::size_t(std::ceil(share * double(values.size()))) - 1];
}

BackendCatalog catalog()
{
    BackendCatalog catalog;
    catalog.choices.push_back({"eigen", "Eigen", "Eigen, float", [] { return makeEigenBackend(Precision::Float); }});
    return catalog;
}

Experiment fourModels()
{
    Experiment experiment = defaultExperiment();
    ModelConfiguration model = experiment.models.front();
    experiment.models.clear();
    for (const char *text : {"relu", "leaky_relu:alpha=0.01", "tanh", "gelu"}) {
        model.activations = {parseActivationSpec(text)};
        experiment.models.push_back(model);
    }
    experiment.stop.epochs = 1'000'000;
    return experiment;
}

/** Milliseconds between the frames in which the window painted anything of the workspace, and between the events of a clock of 2 ms. */
class FrameWatch : public QObject {
public:
    explicit FrameWatch(QWidget &watched) : m_watched(watched)
    {
        qApp->installEventFilter(this);
        m_ticks.setTimerType(Qt::PreciseTimer);
        connect(&m_ticks, &QTimer::timeout, this, [this] {
            m_gaps.push_back(double(m_sinceTick.nsecsElapsed()) * 1e-6);
            m_sinceTick.restart();
        });
        m_sinceTick.start();
        m_ticks.start(2);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = event->type() == QEvent::Paint ? qobject_cast<const QWidget *>(object) : nullptr;
        if (widget && (widget == &m_watched || m_watched.isAncestorOf(widget))) {
            // Paints of one frame follow one another at once.
            constexpr double sameFrame = 2;
            const double since = m_sinceFrame.isValid() ? double(m_sinceFrame.nsecsElapsed()) * 1e-6 : -1;
            if (since < 0 || since > sameFrame) {
                if (since >= 0)
                    m_frames.push_back(since);
                m_sinceFrame.restart();
            }
        }
        return false;
    }

    const std::vector<double> &frames() const { return m_frames; }
    const std::vector<double> &gaps() const { return m_gaps; }

private:
    QWidget &m_watched;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceTick;
    QTimer m_ticks;
    std::vector<double> m_frames;
    std::vector<double> m_gaps;
};

/** Epochs a second while `seconds` pass. */
double rateOf(TrainingController &controller, double seconds)
{
    const auto epoch = [&controller] { return controller.snapshot() ? controller.snapshot()->epoch : 0; };
    const std::int64_t before = epoch();
    QElapsedTimer clock;
    clock.start();
    waitFor(int(1000 * seconds));
    return double(epoch() - before) * 1e3 / double(clock.elapsed());
}

/** The same experiment with nobody who looks. */
double rateWithoutWindow(double seconds)
{
    DeviceChoice devices(catalog());
    ExperimentDocument document;
    TrainingController controller(devices, document);
    document.load(fourModels());
    controller.setPace(0);
    controller.begin();
    controller.playOrPause();
    if (!waitUntil([&controller] { return controller.snapshot() && controller.snapshot()->epoch > 10; }))
        return 0;
    return rateOf(controller, seconds);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const bool isQuick = application.arguments().contains(QStringLiteral("--quick"));
    const double seconds = isQuick ? 1 : 5;
    const QTemporaryDir folder;
    const double alone = rateWithoutWindow(seconds);

    MainWindow window(catalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat));
    TrainingWorkspace &training = *window.page<TrainingWorkspace>();
    training.restoreState({{QStringLiteral("pace"), 0}});
    training.setExperiment(fourModels());
    window.resize(1280, 800);
    window.setWorkspace(QStringLiteral("training"));
    window.show();
    TrainingController &controller = training.controller();
    const auto isReady = [&controller] { // with the four, not with what the window began with
        const auto run = controller.snapshot();
        return run && run->state == RunState::Ready && run->models.size() == fourModels().models.size();
    };
    if (!waitUntil(isReady))
        return 1;
    controller.playOrPause();
    if (!waitUntil([&controller] { return controller.snapshot()->epoch > 10; })) // the planes at rest may still be computed
        return 1;
    FrameWatch watch(training);
    const double shown = rateOf(controller, seconds);

    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    const double frame = percentile(watch.frames(), 0.95);
    const double gap = percentile(watch.gaps(), 1);
    const double share = alone > 0 ? shown / alone : 1;
    out << "four networks of 2-64-64-2 on 800 points, as fast as they go, window of 1280 x 800\n";
    out << "  frames            " << watch.frames().size() << ", median " << percentile(watch.frames(), 0.5) << " ms, 95 % within " << frame << " ms (wanted "
        << wantedFrame << ")\n";
    out << "  event loop        95 % within " << percentile(watch.gaps(), 0.95) << " ms, longest gap " << gap << " ms (wanted " << wantedGap << ")\n";
    out << "  epochs a second   " << shown << " of " << alone << " without a window, " << 100 * share << " % (wanted " << 100 * wantedRate << " %)\n";
    const bool isBad = watch.frames().size() < 2 || frame > worstFrame || gap > worstGap || share < worstRate;
    return isBad ? 1 : 0;
}
