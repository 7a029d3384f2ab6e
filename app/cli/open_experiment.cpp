#include "app/cli/open_experiment.h"

#include "app/cli/command_line.h"
#include "core/base/names.h"
#include "core/io/experiment_file.h"
#include "core/io/ready_experiments.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace actiscope {
namespace {

/** All of it, or a little more than an experiment can have. */
std::string contentOf(const std::string &path)
{
    const auto close = [](std::FILE *file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> opened(path == "-" ? nullptr : std::fopen(path.c_str(), "rb"), close);
    std::FILE *file = path == "-" ? stdin : opened.get();
    std::string content;
    char buffer[65536];
    while (file && content.size() <= maxExperimentBytes) {
        const std::size_t count = std::fread(buffer, 1, sizeof buffer, file);
        content.append(buffer, count);
        if (count < sizeof buffer)
            break;
    }
    if (!file || std::ferror(file))
        throw UsageError({ACTISCOPE_TR("core", "--experiment: '%1' is no file that can be read (%2) and no ready experiment; %3"),
                          {path, std::strerror(errno), acceptedWords("experiment", path, namesOfRows(readyExperiments()))}});
    return content;
}

} // namespace

Experiment openExperiment(const std::string &source)
{
    if (const ReadyExperiment *ready = findReadyExperiment(source))
        return ready->experiment;
    try {
        static const std::string ofStandardInput = source == "-" ? contentOf(source) : std::string(); // can be read once only
        return parseExperiment(source == "-" ? ofStandardInput : contentOf(source));
    } catch (const ExperimentFileError &error) {
        throw UsageError({ACTISCOPE_TR("core", "--experiment: '%1' is not accepted; %2"), {source, error.message()}});
    }
}

} // namespace actiscope
