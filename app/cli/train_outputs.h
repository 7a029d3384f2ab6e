// What train writes: as many files as it is asked for, and the summary.
#pragma once

#include "app/cli/command_line.h"
#include "core/training/run_to_end.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"

#include <cstddef>
#include <functional>

namespace actiscope {

class TrainOutputs {
public:
    /** Reads --csv, --json, --figure and --diagnostics of a run of so many models. Throws UsageError and ConfigurationError. */
    TrainOutputs(const Arguments &arguments, std::size_t models);

    bool hasFigure() const { return static_cast<bool>(m_figure); }
    bool hasDiagnostics() const { return static_cast<bool>(m_diagnostics); }

    /** Writes all that it can, a line on standard error for each that it cannot; `done` is called before anything is printed. Returns whether all is
     *  written. */
    bool write(const FinishedRun &run, const DiagnosticsSettings &settings, const std::function<void()> &done) const;

private:
    bool useStandardOutput() const;

    OutputFile m_csv;
    OutputFile m_json;
    OutputFile m_figure;
    PageSize m_page; ///< of the figure
    OutputFile m_diagnostics;
};

} // namespace actiscope
