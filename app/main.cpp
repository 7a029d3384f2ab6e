#include "app/commands/run_command.h"
#include "app/window.h"

#include <string>
#include <vector>

int main(int argc, char *argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && !arguments.front().starts_with("-"))
        return actiscope::runCommand(arguments);
    return actiscope::runWindow(argc, argv);
}
