#include "app/backend_catalog.h"
#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "app/process/told.h"

#include <nlohmann/json.hpp>

namespace actiscope {
namespace {

std::string devicesText(const BackendCatalog &catalog)
{
    std::string text;
    for (std::size_t i = 0; i < catalog.choices.size(); ++i) {
        const BackendChoice &choice = catalog.choices[i];
        const std::string indent(12 > choice.id.size() ? 12 - choice.id.size() : 1, ' ');
        text += (i == catalog.defaultIndex ? "* " : "  ") + choice.id + indent + told(choice.name) + "\n";
        text += std::string(14, ' ') + told(choice.description) + "\n";
    }
    return text + "\n" + told({ACTISCOPE_TR("core", "* is the default. %1"), {catalog.reason}}) + "\n";
}

nlohmann::ordered_json devicesJson(const BackendCatalog &catalog)
{
    auto choices = nlohmann::ordered_json::array();
    for (const BackendChoice &choice : catalog.choices)
        choices.push_back({{"id", choice.id}, {"name", choice.name.text()}, {"description", choice.description.text()}});
    return {{"default", catalog.choices[catalog.defaultIndex].id}, {"reason", catalog.reason.text()}, {"choices", choices}};
}

} // namespace

Command devicesCommand()
{
    return {"devices",
            ACTISCOPE_TR("core", "what can compute on this machine, which is the default and why"),
            {{"json", "", ACTISCOPE_TR("core", "as JSON")}},
            [](const Arguments &arguments) {
                const BackendCatalog catalog = makeBackendCatalog();
                writeStandardOutput(arguments.has("json") ? devicesJson(catalog).dump(1) + "\n" : devicesText(catalog));
                return 0;
            }};
}

} // namespace actiscope
