// How long a movement of the slider takes until it is painted: the real window's Functions workspace, its real slider, 500
// movements to and fro, offscreen and so with Qt's software rendering. Prints percentiles with a few functions shown and with all; and how
// long the workspace takes from nothing to its first paint.
//
//   actiscope_bench_functions [--quick]
#include "ui/base/activation_colors.h"
#include "ui/base/parameter_control.h"
#include "ui/base/theme.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSlider>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <iterator>
#include <utility>
#include <vector>

using namespace actiscope;

namespace {

/** Milliseconds. */
double elapsed(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) * 1e-6;
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::size_t(std::ceil(share * double(values.size()))) - 1];
}

/** Milliseconds that this process has computed, on all its threads. */
double computed()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

/** Of one movement of the slider, in milliseconds: until everything that it asked for is on the window's surface, and what of that was
 *  computing: on a machine that others use, too, it says what the rest would be without them. */
struct Movement {
    double wall = 0;
    double computing = 0;
};

Movement paintOne(QSlider &slider, int position)
{
    const double before = computed();
    QElapsedTimer clock;
    clock.start();
    slider.setSliderPosition(position);
    // The timer that gathers changes, then the paint events that it caused.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return {elapsed(clock), computed() - before};
}

std::vector<Movement> paintMany(FunctionsWorkspace &workspace, int movements)
{
    QSlider &slider = *workspace.notes()->parameterControls().front()->slider();
    std::vector<Movement> times;
    for (int i = 0; i < movements; ++i) {
        const double way = double(i) / movements;
        times.push_back(paintOne(slider, int(slider.maximum() * (1 - std::abs(2 * way - 1)))));
    }
    return times;
}

/** The functions that can be bent are where the slider is. */
void showFunctions(FunctionsState &state, std::size_t count)
{
    std::vector<const Activation *> shown;
    for (const Activation *activation : state.available()) {
        if (!activation->parameters.empty() && shown.empty())
            shown.push_back(activation);
    }
    for (const Activation *activation : state.available()) {
        if (shown.size() < count && activation != shown.front())
            shown.push_back(activation);
    }
    state.showOnly(shown);
    state.setFocus(*shown.front());
}

void report(QTextStream &out, const QString &what, const std::vector<Movement> &movements)
{
    out << what << '\n';
    for (const auto &[name, of] : {std::pair{"until painted", &Movement::wall}, {"computing    ", &Movement::computing}}) {
        std::vector<double> times;
        std::ranges::transform(movements, std::back_inserter(times), of);
        out << "  " << name;
        for (const int percent : {50, 90, 99, 100})
            out << "  " << percent << " %: " << QString::number(percentile(times, percent / 100.0), 'f', 2) << " ms";
        out << '\n';
    }
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer start;
    start.start();
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    applyTheme(application, Theme::light());
    ActivationColors colors;
    FunctionsWorkspace workspace(colors);
    workspace.resize(1280, 760);
    workspace.setTheme(Theme::light());
    workspace.show();
    QCoreApplication::processEvents();
    QTextStream out(stdout);
    out << "workspace painted after " << QString::number(elapsed(start), 'f', 0) << " ms\n";

    const int movements = arguments.contains(QStringLiteral("--quick")) ? 10 : 500;
    const std::size_t all = workspace.state().available().size();
    for (const bool second : {false, true}) {
        workspace.state().view().set(&ViewOptions::secondDerivative, second);
        for (const std::size_t count : {std::size_t{8}, all}) {
            showFunctions(workspace.state(), count);
            paintMany(workspace, 5);
            report(out,
                   QStringLiteral("%1 functions of %2 points%3")
                       .arg(count)
                       .arg(FunctionCurves::samples)
                       .arg(second ? QStringLiteral(", with f″") : QString()),
                   paintMany(workspace, movements));
        }
    }
    return 0;
}
