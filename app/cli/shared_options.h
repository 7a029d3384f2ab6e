// Options that several subcommands have, and what they mean to core.
#pragma once

#include "app/cli/command_line.h"
#include "core/activations/activation_spec.h"
#include "core/engine/backend.h"

#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** Every --activation, in order. Throws ConfigurationError. */
std::vector<ActivationSpec> readActivations(const Arguments &arguments);

/** What `option` gives as "-2,-1,0,1". Throws ConfigurationError, saying what is `accepted`. */
std::vector<double> readNumbers(const Arguments &arguments, const std::string &option, const Message &accepted);

/** The same of one text that the option was given. */
std::vector<double> parseNumbers(const std::string &option, const std::string &text, const Message &accepted);

/** What --kernel and --device are for. */
Applicability ofOpenCl();

/** --kernel, for subcommands with --backend. */
Option kernelOption();

/** What --backend, --kernel (and --device, where the subcommand has it) ask for; with "auto" and no OpenCL, says on standard error
 *  that Eigen computes. Throws ConfigurationError. */
BackendChoice readBackend(const Arguments &arguments, bool hasDeviceOption);

/** Whether somebody asked for what computes, so that nothing else may take its place. */
bool isBackendChosen(const Arguments &arguments);

} // namespace actiscope
