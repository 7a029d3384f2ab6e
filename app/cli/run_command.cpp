#include "app/cli/run_command.h"

#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"
#include "app/cli/wrapped_text.h"
#include "app/process/told.h"
#include "app/process/interruption.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "ui/base/language.h"

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
                                             dataCommand(), trainCommand(),   renderFunctionsCommand(), renderTrainingCommand(), renderImagesCommand()};
    return all;
}

/** One line whatever the message holds. */
void printError(const std::string &who, std::string message)
{
    std::ranges::replace_if(
        message, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    std::fprintf(stderr, "%s: %s\n", who.c_str(), message.c_str());
}

/** Those of this name: one for each subject. */
std::vector<const Command *> commandsOfName(const std::string &name)
{
    std::vector<const Command *> found;
    std::vector<std::string> names;
    for (const Command &known : commands()) {
        if (known.name == name)
            found.push_back(&known);
        if (names.empty() || names.back() != known.name)
            names.push_back(known.name);
    }
    if (found.empty())
        throw UsageError({ACTISCOPE_TR("core", "unknown subcommand '%1'; %2"), {name, wordHint("subcommand", name, names)}});
    return found;
}

/** The one of this subject. */
const Command &ofSubject(const std::vector<const Command *> &found, const std::string &given)
{
    std::vector<std::string> subjects;
    for (const Command *command : found)
        subjects.push_back(command->subject);
    if (const auto place = findName("subject", given, std::vector<std::string_view>(subjects.begin(), subjects.end())))
        return *found[*place];
    throw UsageError({ACTISCOPE_TR("core", "'%1' is not what 'actiscope %2' can be followed by; %3"),
                      {given, found.front()->name, wordHint("subject", given, subjects)}});
}

/** Every subcommand takes it. */
std::vector<Option> withLanguage(std::vector<Option> options)
{
    options.push_back(languageOption());
    return options;
}

/** Of all subjects, or of the one that is given. */
std::string helpOf(const std::vector<const Command *> &found, std::span<const std::string> rest)
{
    std::string text;
    for (const Command *command : found) {
        const bool isOther = !command->subject.empty() && rest.front() != command->subject && !rest.front().starts_with("-");
        if (!isOther)
            text += (text.empty() ? "" : "\n") + wrapped("actiscope " + command->name + ": " + told(command->summary)) + "\n\n"
                    + optionHelp(withLanguage(command->options));
    }
    return text;
}

bool asksForHelp(std::span<const std::string> arguments)
{
    return std::ranges::any_of(arguments, [](const std::string &argument) { return argument == "--help" || argument == "-h"; });
}

} // namespace

void reportFailure(const std::string &who, const BackendError &error, const Message &consequence)
{
    printError(who, told(error.message()) + "; " + told(consequence));
    if (!error.log().empty())
        std::fprintf(stderr, "%s%s", error.log().c_str(), error.log().ends_with('\n') ? "" : "\n");
}

int reportingErrors(const std::string &who, const std::function<int()> &work)
{
    try {
        return work();
    } catch (const ConfigurationError &error) {
        printError(who, "--" + told(error.message()));
        return wrongUse;
    } catch (const UsageError &error) {
        printError(who, told(error.message()));
        return wrongUse;
    } catch (const BackendError &error) {
        reportFailure(who, error, ACTISCOPE_TR("core", "--backend eigen computes without OpenCL"));
        return runFailed;
    } catch (const std::bad_alloc &) {
        printError(who, told(ACTISCOPE_TR("core", "not enough memory for this")));
        return runFailed;
    } catch (const Error &error) {
        printError(who, told(error.message()));
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
        const std::vector<const Command *> found = commandsOfName(name);
        auto rest = arguments.subspan(1);
        if (asksForHelp(rest)) {
            const std::string help = helpOf(found, rest);
            writeStandardOutput(help.empty() ? helpOf(found, std::vector<std::string>{"--help"}) : help);
            return 0;
        }
        const bool hasSubject = !found.front()->subject.empty();
        const Command &command = hasSubject ? ofSubject(found, rest.empty() ? std::string() : rest.front()) : *found.front();
        if (hasSubject)
            rest = rest.subspan(1);
        const Arguments given(withLanguage(command.optionsFor ? command.optionsFor(rest) : command.options), rest);
        if (given.has("language"))
            chosenName(given, "language", languageNames()); // which is used already; wrong ones are refused
        return command.run(given);
    });
}

bool isSubcommand(const std::string &name)
{
    return std::ranges::find(commands(), name, &Command::name) != commands().end();
}

std::string commandHelp()
{
    std::string text;
    constexpr std::size_t column = 14;
    for (const Command &command : commands())
        text += "  " + command.name + std::string(column - 2 - command.name.size(), ' ') + wrapped(told(command.summary), column, column) + "\n";
    return text;
}

} // namespace actiscope
