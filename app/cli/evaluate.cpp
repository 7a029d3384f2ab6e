#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "app/cli/shared_options.h"
#include "core/base/csv.h"
#include "core/engine/evaluation_csv.h"

namespace actiscope {
namespace {

int evaluate(const Arguments &arguments)
{
    const std::vector<ActivationSpec> activations = readActivations(arguments);
    const std::vector<double> points = readNumbers(arguments, "x", ACTISCOPE_TR("core", "numbers separated by commas, as in --x=-2,-1,0,1"));
    const OutputFile csv("csv", arguments.value("csv"));
    const auto backend = readBackend(arguments, false).create();
    csv.write(evaluationCsv(*backend, activations, points));
    return 0;
}

} // namespace

Command evaluateCommand()
{
    const std::vector<Option> options = {
        {"activation",
         "ID[:NAME=VALUE,...]",
         ACTISCOPE_TR("core", "an activation and its parameters, or formula:F[,a=A,b=B]: a function of x as x*sigmoid(b*x)"),
         {"elu:alpha=0.5"},
         true},
        {"x", "X,X,...", ACTISCOPE_TR("core", "where to evaluate it"), {"-2,-1,0,1"}},
        {"backend", "NAME", ACTISCOPE_TR("core", "eigen (double), opencl (float) or auto"), {"eigen"}},
        kernelOption(),
        {"csv", "FILE", ACTISCOPE_TR("core", "where to write, - is standard output"), {"-"}},
    };
    return {"evaluate", ACTISCOPE_TR("core", "values and derivatives of activations at given points"), options, evaluate};
}

} // namespace actiscope
