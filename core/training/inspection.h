// What evidence rows ask of a model at a moment: everything that takes computing, found out in one go and on any thread.
#pragma once

#include "core/diagnostics/confusion.h"
#include "core/diagnostics/diagnostics.h"
#include "core/diagnostics/hidden_space.h"
#include "core/diagnostics/image_answers.h"
#include "core/diagnostics/unit_map.h"
#include "core/diagnostics/unit_sum.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** What is asked. Each row of the window adds what it needs. */
struct InspectionQuestion {
    bool wantsDiagnostics = false;
    DiagnosticsSettings diagnostics = {};
    bool wantsMistakes = false;
    std::optional<HiddenUnit> unit = {};    ///< whose map and sum are wanted, where the model has it
    std::optional<GridSpec> unitGrid = {};  ///< of its map, in the plane
    std::optional<std::size_t> point = {};  ///< of its sum: a place in Dataset::all
    bool wantsAnswers = false;
    bool wantsHiddenSpace = false;
    std::optional<GridSpec> unitMapsGrid = {}; ///< of maps of all units, in the plane
    bool wantsImages = false;                  ///< what is said of test images, and where models differ
    std::size_t mostImages = 0;                ///< of those; 0 for all
    bool wantsUnitPictures = false;
    std::shared_ptr<const std::vector<float>> image = {}; ///< of which the activity of all units is wanted

    bool operator==(const InspectionQuestion &) const = default;
};

/** A model at a moment: as much of it as was asked. */
struct Inspection {
    std::uint64_t run = 0;
    std::int64_t epoch = 0;
    std::size_t model = 0;
    InspectionQuestion question = {};
    std::optional<Diagnostics> diagnostics = {};
    /** Of each point of Dataset::all, whether the model says another class; empty for a regression. */
    std::vector<bool> mistakes = {};
    std::optional<Answers> answers = {};
    std::optional<HiddenSpace> hiddenSpace = {};        ///< also nothing where the model has none
    std::vector<std::vector<UnitMap>> unitMaps = {};    ///< [layer][unit], on question.unitMapsGrid
    std::optional<UnitMap> unitMap = {}; ///< on question.unitGrid
    std::optional<UnitSum> unitSum = {};
    std::optional<ImageAnswers> images = {};
    std::shared_ptr<const std::vector<Disagreement>> disagreements = {}; ///< of all models: only inspectAll() knows them
    std::optional<UnitPictures> unitPictures = {};
    std::optional<ImageActivity> imageActivity = {}; ///< of question.image
    Message error = {}; ///< one line, where it could not be found out
};

/** Whether a model whose outputs these are (point i's output k at k · points + i, as Evaluator::predict() gives them; of a single
 *  output what is said of class 1, in [0, 1]) errs at each of the points. */
std::vector<bool> mistakesOf(const LabelledPoints &points, const std::vector<float> &outputs, int outputCount);

/** Never throws: what goes wrong is the answer. Mistakes are told by the snapshot's evaluator, as its accuracies are. */
Inspection inspect(const Snapshot &snapshot, std::size_t model, const InspectionQuestion &question);

using Inspections = std::vector<std::shared_ptr<const Inspection>>;

/** Of every model. Fewer than there are where `stops`, which is asked before each, wants it. What is known of this moment is not found out again. */
Inspections inspectAll(const Snapshot &snapshot, const InspectionQuestion &question, const std::function<bool()> &stops, const Inspections &known = {});

/** Inspects one snapshot after another for somebody who keeps asking: at rest most questions about a moment are nearly the one before. */
class Inspector {
public:
    Inspections inspectAll(const Snapshot &snapshot, const InspectionQuestion &question, const std::function<bool()> &stops);

private:
    Moment m_moment;
    std::shared_ptr<const Cohort> m_cohort;
    std::shared_ptr<Evaluator> m_evaluator;
    Inspections m_found; ///< of these
};

/** Of images, makes a question one that is answered within a few frames: by a sample of training images and, while the run goes on, of test images. */
void limitToSample(InspectionQuestion &question, const Snapshot &snapshot);

} // namespace actiscope
