#include "app/cli/run_command.h"

#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "app/process/interruption.h"
#include "core/base/errors.h"
#include "core/base/names.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>

namespace actiscope {
namespace {

constexpr int runFailed = 1;
constexpr int wrongUse = 2;

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = {listCommand(), devicesCommand(), evaluateCommand(),
                                             dataCommand(), trainCommand(),   renderCommand()};
    return all;
}

/** One line whatever the message holds. */
void printError(const std::string &who, std::string message)
{
    std::ranges::replace_if(
        message, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    std::fprintf(stderr, "%s: %s\n", who.c_str(), message.c_str());
}

const Command &findCommand(const std::string &name)
{
    const auto command = std::ranges::find(commands(), name, &Command::name);
    if (command != commands().end())
        return *command;
    std::vector<std::string> names;
    for (const Command &known : commands())
        names.push_back(known.name);
    throw UsageError("unknown subcommand '" + name + "'; " + wordHint("subcommand", name, names));
}

/** The arguments after the command's subject, where it has one. */
std::span<const std::string> withoutSubject(const Command &command, std::span<const std::string> rest)
{
    if (command.subjects.empty())
        return rest;
    const std::string given = rest.empty() ? std::string() : rest.front();
    if (findName("subject", given, std::vector<std::string_view>(command.subjects.begin(), command.subjects.end())))
        return rest.subspan(1);
    throw UsageError("'" + given + "' is not what 'actiscope " + command.name + "' can be followed by; "
                     + wordHint("subject", given, command.subjects));
}

bool asksForHelp(std::span<const std::string> arguments)
{
    return std::ranges::any_of(arguments, [](const std::string &argument) { return argument == "--help" || argument == "-h"; });
}

} // namespace

void reportFailure(const std::string &who, const BackendError &error, const std::string &consequence)
{
    printError(who, std::string(error.what()) + "; " + consequence);
    if (!error.log().empty())
        std::fprintf(stderr, "%s%s", error.log().c_str(), error.log().ends_with('\n') ? "" : "\n");
}

int reportingErrors(const std::string &who, const std::function<int()> &work)
{
    try {
        return work();
    } catch (const ConfigurationError &error) {
        printError(who, std::string("--") + error.what());
        return wrongUse;
    } catch (const UsageError &error) {
        printError(who, error.what());
        return wrongUse;
    } catch (const BackendError &error) {
        reportFailure(who, error, "--backend eigen computes without OpenCL");
        return runFailed;
    } catch (const std::bad_alloc &) {
        printError(who, "not enough memory for this");
        return runFailed;
    } catch (const std::exception &error) {
        printError(who, error.what());
        return runFailed;
    }
}

int runCommand(std::span<const std::string> arguments)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an output that fails, and takes nothing else with it
    const Interruption interruption;
    const std::string &name = arguments.front();
    return reportingErrors(isSubcommand(name) ? "actiscope " + name : "actiscope", [&] {
        const Command &command = findCommand(name);
        const auto rest = arguments.subspan(1);
        if (!asksForHelp(rest))
            return command.run(Arguments(command.optionsFor ? command.optionsFor(rest) : command.options, withoutSubject(command, rest)));
        writeStandardOutput("actiscope " + command.name + ": " + command.summary + "\n\n" + optionHelp(command.options));
        return 0;
    });
}

bool isSubcommand(const std::string &name)
{
    return std::ranges::find(commands(), name, &Command::name) != commands().end();
}

std::string commandHelp()
{
    std::string text;
    for (const Command &command : commands())
        text += "  " + command.name + std::string(12 - command.name.size(), ' ') + command.summary + "\n";
    return text;
}

} // namespace actiscope
