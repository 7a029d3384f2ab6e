// What PyTorch measured in every step of a run, against what a backend tells of the parts of its epochs.
#pragma once

#include "tests/support/pytorch_runs.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace actiscope::reference {

/** Names of runs whose steps were written down, but for those of images that are not on this machine. */
inline QStringList runsToldInBatches()
{
    const QStringList known = pyTorchRunNames();
    QStringList names = QDir(QStringLiteral(ACTISCOPE_TEST_DATA "/pytorch_batches")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    names.removeIf([&known](const QString &name) { return !known.contains(name); });
    return names;
}

/** One step. */
struct PyTorchBatch {
    double samples = 0;
    double loss = 0;    ///< mean
    double correct = 0; ///< samples; NaN for a regression
};

/** [epoch][batch]; by the name of the run. */
inline std::vector<std::vector<PyTorchBatch>> readPyTorchBatches(const QString &name)
{
    const QJsonObject json = readJson(QStringLiteral("pytorch_batches/") + name);
    const QJsonArray samples = json.value("samples").toArray(), loss = json.value("loss").toArray(), correct = json.value("correct").toArray();
    const qsizetype epochs = json.value("epochs").toInt(), batches = loss.size() / epochs;
    std::vector<std::vector<PyTorchBatch>> all(static_cast<std::size_t>(epochs));
    for (qsizetype i = 0; i < loss.size(); ++i)
        all[static_cast<std::size_t>(i / batches)].push_back({samples[i].toDouble(), loss[i].toDouble(), correct[i].toDouble(std::nan(""))});
    return all;
}

/** The parts of an epoch as its steps say it: batch b belongs to the part in which it ends, of `parts` that are equally long in batches. */
inline std::vector<PartFigures> partsOf(const std::vector<PyTorchBatch> &epoch, std::size_t parts)
{
    double all = 0, done = 0;
    for (const PyTorchBatch &batch : epoch)
        all += batch.samples;
    std::vector<PartFigures> result;
    std::size_t next = 0;
    for (std::size_t part = 1; part <= parts; ++part) {
        double samples = 0, loss = 0, correct = 0;
        while (next < epoch.size() && next * parts < part * epoch.size()) {
            samples += epoch[next].samples;
            loss += epoch[next].samples * epoch[next].loss;
            correct += epoch[next].correct;
            ++next;
        }
        done += samples;
        result.push_back({done / all, loss / samples, correct / samples});
    }
    return result;
}

/** The first part that differs by more than that, or an empty text. An accuracy may be off by `hits` samples. */
inline QString compareParts(const std::vector<PartFigures> &found, const std::vector<PartFigures> &expected, double loss, double hits, double samples)
{
    if (found.size() != expected.size())
        return QStringLiteral("%1 parts instead of %2").arg(found.size()).arg(expected.size());
    double before = 0;
    for (std::size_t part = 0; part < found.size(); ++part) {
        const PartFigures &is = found[part], &should = expected[part];
        const double inPart = (should.end - before) * samples;
        before = should.end;
        const bool isAccurate = std::isnan(should.accuracy) ? std::isnan(is.accuracy) : std::abs(is.accuracy - should.accuracy) * inPart <= hits + 1e-6;
        if (std::abs(is.end - should.end) > 1e-12 || !(std::abs(is.loss - should.loss) <= loss) || !isAccurate)
            return QStringLiteral("part %1: to %2, loss %3 for %4, accuracy %5 for %6")
                .arg(part)
                .arg(is.end)
                .arg(is.loss, 0, 'g', 12)
                .arg(should.loss, 0, 'g', 12)
                .arg(is.accuracy)
                .arg(should.accuracy);
    }
    return {};
}

/** Trains the run with so many parts told, in portions of one epoch and of all others. */
inline QString comparePartsWithPyTorch(Backend &backend, const QString &name, std::size_t parts, double loss, double hits)
{
    const PyTorchRun run = readPyTorchRun(name);
    const std::vector<std::vector<PyTorchBatch>> batches = readPyTorchBatches(name);
    Cohort cohort = cohortOf(run);
    cohort.parts = std::min(parts, cohort.batches());
    backend.load(cohort);
    std::vector<std::vector<PartFigures>> found = backend.advance(1).front().parts;
    if (batches.size() > 1) {
        const auto others = backend.advance(static_cast<int>(batches.size()) - 1).front().parts;
        found.insert(found.end(), others.begin(), others.end());
    }
    if (found.size() != batches.size())
        return QStringLiteral("%1 epochs instead of %2").arg(found.size()).arg(batches.size());
    for (std::size_t epoch = 0; epoch < batches.size(); ++epoch) {
        const QString difference =
            compareParts(found[epoch], partsOf(batches[epoch], cohort.parts), loss, hits, static_cast<double>(cohort.data->train.count()));
        if (!difference.isEmpty())
            return QStringLiteral("epoch %1, %2").arg(epoch).arg(difference);
    }
    return {};
}

} // namespace actiscope::reference
