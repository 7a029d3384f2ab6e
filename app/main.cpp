#include "app/cli/command_line.h"
#include "app/cli/run_command.h"
#include "app/process/told.h"
#include "app/driver/opencl_tasks.h"
#include "app/process/prepared_folder.h"
#include "app/process/trial_process.h"
#include "app/window.h"

#include <csignal>
#include <string>
#include <vector>

int main(int argc, char *argv[])
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow further (ulimit -f) is an error where it is written
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments.front() == actiscope::trialArgument)
        return actiscope::runTrial([&] { actiscope::carryOutTask(arguments.back(), actiscope::preparedFolder()); });
    actiscope::setToldLanguage(actiscope::valueGiven(arguments, "language").value_or(""));
    if (!arguments.empty() && !arguments.front().starts_with("-") && !actiscope::isSessionName(arguments.front()))
        return actiscope::runCommand(arguments);
    return actiscope::runWindow(argc, argv);
}
