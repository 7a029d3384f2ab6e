// What train writes: as many files as it is asked for, and the summary.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"
#include "core/io/run_report.h"
#include "core/training/run_to_end.h"
#include "core/training/seeds/seed_study.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace actiscope {

class TrainOutputs {
public:
    /** Reads --csv, --json, --figure and --diagnostics of a run of so many models. Throws UsageError and ConfigurationError. */
    TrainOutputs(const Arguments &arguments, std::size_t models);

    bool hasBoundaries() const { return m_hasBoundaries; }
    bool hasFigure() const { return static_cast<bool>(m_figure); }
    bool hasDiagnostics() const { return static_cast<bool>(m_diagnostics); }

    // Each writes all that it can, with a line on standard error for each that it cannot.

    /** CSV and JSON of a run whose boundaries and diagnostics are not computed yet. With seconds of boundaries to come, a JSON that can be written only
     *  once waits for them, unless the run was stopped. */
    void writeFigures(const FinishedRun &run, bool isStopped);
    /** What is left; `done` is called before anything is printed. */
    void writeRest(const FinishedRun &run, const DiagnosticsSettings &settings, const std::function<void()> &done);
    /** Where boundaries of many seeds are wanted: for the figure alone. */
    std::optional<GridSpec> seedsGrid(const Experiment &experiment) const;
    /** CSV, JSON, figure and summary of many seeds. */
    void writeSeeds(const SeedStudy &study);
    /** Whether nothing has failed. */
    bool areWritten() const { return m_areWritten; }

private:
    bool useStandardOutput() const;
    template <class Work>
    void attempt(const Work &work);

    OutputFile m_csv;
    OutputFile m_json;
    OutputFile m_figure;
    PageSize m_page; ///< of the figure
    OutputFile m_diagnostics;
    CsvRows m_csvRows;
    bool m_hasBoundaries = false; ///< computed after the figures
    bool m_isJsonWritten = false; ///< with all that it will say
    bool m_areWritten = true;
};

} // namespace actiscope
