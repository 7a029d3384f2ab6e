// A finished run as CSV, as JSON and as a few lines for people.
#pragma once

#include "core/training/run_to_end.h"
#include "core/base/saying.h"

#include <string>

namespace actiscope {

/** Which rows a CSV of a run has. */
enum class CsvRows {
    Epochs,
    Parts, ///< beside them those of the parts of epochs that are told in parts: at a fraction of an epoch, with training figures alone
};

/** activation,epoch,train_loss,test_loss,train_accuracy,test_accuracy,model; rows 0 … epochs of each model in turn. */
std::string runCsv(const FinishedRun &run, CsvRows rows = CsvRows::Epochs);
std::string runCsv(const Snapshot &run, CsvRows rows = CsvRows::Epochs);

/** Configuration, device, seconds, and each model's figures in its last row; what is NaN or infinite is null. */
std::string runJson(const FinishedRun &run);

/** One line a model, and one on where and how long. */
std::string runSummary(const FinishedRun &run, const Saying &say = &Message::text);

} // namespace actiscope
