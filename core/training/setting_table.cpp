// The table of core/training/setting.h.
#include "core/training/setting.h"
#include "core/training/setting_access.h"
#include "core/training/setting_choices.h"

#include <limits>
#include <vector>

namespace actiscope {
namespace {

using namespace setting_access;
using enum SettingGroup;

constexpr double largestSeed = std::numeric_limits<std::uint32_t>::max();
constexpr double anyNumber = std::numeric_limits<double>::max();
constexpr SettingRange seeds{.maximum = largestSeed};
constexpr SettingRange shares{.maximum = 1, .isOpenAbove = true, .decimals = 4};
constexpr SettingRange penalties{.maximum = anyNumber, .decimals = 7};

template <class Access>
Setting with(Setting row, Access)
{
    row.get = Access::get;
    row.set = Access::set;
    return row;
}

template <auto member>
Setting ofOptimizer(Setting row)
{
    row.group = Training;
    row.isPerModel = row.isLive = true;
    row.placeholder = row.kind == SettingKind::Switch ? "on|off" : "X";
    return with(row, OfModel<&ModelConfiguration::optimizer, member>());
}

std::vector<Setting> dataRows()
{
    return {
        {.name = "points",
         .kind = SettingKind::Points,
         .isOptional = true,
         .get = givenPoints,
         .set = setGivenPoints,
         .label = ACTISCOPE_TR("core", "Points"),
         .help = ACTISCOPE_TR("core", "given points with labels or targets, instead of a data set that is made")},
        {.name = "data",
         .kind = SettingKind::Name,
         .choices = dataChoices,
         .instead = "points",
         .get = OfData<&GeneratedData::kind>::get,
         .set = setDataKind,
         .placeholder = "KIND",
         .label = ACTISCOPE_TR("core", "Data set"),
         .help = ACTISCOPE_TR("core", "data set (see 'actiscope list --data')")},
        {.name = "class-sizes",
         .kind = SettingKind::Wholes,
         .isOptional = true,
         .range = {.maximum = GeneratedData::maxSamples},
         .selector = "data",
         .instead = "points",
         .get = classSizes,
         .set = setClassSizes,
         .placeholder = "N,N,...",
         .label = ACTISCOPE_TR("core", "Points of each class"),
         .help = ACTISCOPE_TR("core", "number of points of each class instead, as scikit-learn's n_samples"),
         .accepted = ACTISCOPE_TR("core", "as many whole numbers from 0 as there are classes, 2 to 1000000 in all, as in 300,100")},
        with({.name = "samples",
              .kind = SettingKind::Whole,
              .range = {.minimum = GeneratedData::minSamples, .maximum = GeneratedData::maxSamples, .step = 100},
              .instead = "class-sizes",
              .placeholder = "N",
              .label = ACTISCOPE_TR("core", "Samples"),
              .help = ACTISCOPE_TR("core", "number of points, training and test together")},
             OfData<&GeneratedData::samples>()),
        with({.name = "noise",
              .range = {.maximum = GeneratedData::maxNoise, .decimals = 3},
              .instead = "points",
              .placeholder = "SIGMA",
              .label = ACTISCOPE_TR("core", "Noise"),
              .help = ACTISCOPE_TR("core", "standard deviation of the normal noise added to each coordinate, or to each target")},
             OfData<&GeneratedData::noise>()),
        with({.name = "classes",
              .kind = SettingKind::Whole,
              .range = {.minimum = 2, .maximum = 8},
              .selector = "data",
              .instead = "class-sizes",
              .placeholder = "N",
              .label = ACTISCOPE_TR("core", "Classes"),
              .help = ACTISCOPE_TR("core", "number of classes")},
             OfData<&GeneratedData::classes>()),
        with({.name = "factor",
              .range = shares,
              .selector = "data",
              .instead = "points",
              .placeholder = "F",
              .label = ACTISCOPE_TR("core", "Inner radius"),
              .help = ACTISCOPE_TR("core", "inner radius / outer radius")},
             OfData<&GeneratedData::factor>()),
        {.name = "center-box",
         .kind = SettingKind::Numbers,
         .range = {.minimum = -GeneratedData::farthestCenter, .maximum = GeneratedData::farthestCenter},
         .selector = "data",
         .instead = "points",
         .get = centerBox,
         .set = setCenterBox,
         .placeholder = "LOW,HIGH",
         .label = ACTISCOPE_TR("core", "Box of the centres"),
         .help = ACTISCOPE_TR("core", "where the centres lie, on both axes (scikit-learn's default is -10,10)"),
         .accepted = ACTISCOPE_TR("core", "two numbers from -100 to 100, the lower one first, as in -10,10")},
        with({.name = "data-seed",
              .kind = SettingKind::Whole,
              .range = seeds,
              .instead = "points",
              .placeholder = "SEED",
              .label = ACTISCOPE_TR("core", "Data seed"),
              .help = ACTISCOPE_TR("core", "seed of the data: another one draws other points of the same kind")},
             OfData<&GeneratedData::seed>()),
        with({.name = "test-fraction",
              .range = {.maximum = 1, .isOpenBelow = true, .isOpenAbove = true, .decimals = 3},
              .placeholder = "SHARE",
              .label = ACTISCOPE_TR("core", "Test share"),
              .help = ACTISCOPE_TR("core", "share of the points kept for testing, which the networks never train on")},
             OfExperiment<&Experiment::split, &Split::testFraction>()),
        with({.name = "split-seed",
              .kind = SettingKind::Whole,
              .range = seeds,
              .placeholder = "SEED",
              .label = ACTISCOPE_TR("core", "Split seed"),
              .help = ACTISCOPE_TR("core", "seed of the division into training and test points")},
             OfExperiment<&Experiment::split, &Split::seed>()),
        with({.name = "stratify",
              .kind = SettingKind::Switch,
              .selector = "data",
              .label = ACTISCOPE_TR("core", "Stratified split"),
              .help = ACTISCOPE_TR("core", "training and test points have the classes in the same proportions")},
             OfExperiment<&Experiment::split, &Split::stratify>()),
    };
}

std::vector<Setting> networkRows()
{
    return {
        with({.name = "hidden",
              .group = Network,
              .kind = SettingKind::Wholes,
              .range = {.minimum = 1, .maximum = maxHiddenWidth},
              .placeholder = "N,N,...",
              .label = ACTISCOPE_TR("core", "Hidden layers"),
              .help = ACTISCOPE_TR("core", "widths of the hidden layers, first layer first"),
              .accepted = ACTISCOPE_TR("core", "1 to 8 widths from 1 to 512, as in 64,64, or none")},
             OfExperiment<&Experiment::hidden>()),
        {.name = "activation",
         .group = Network,
         .kind = SettingKind::Activations,
         .isPerModel = true,
         .isLive = true,
         .get = activationTexts,
         .set = setActivationTexts,
         .placeholder = "ID[:NAME=VALUE,...]",
         .label = ACTISCOPE_TR("core", "Activation"),
         .help = ACTISCOPE_TR("core", "one model of the comparison each; also formula:F[,a=A,b=B], as formula:max(a*x,x),a=0.01")},
        {.name = "init",
         .group = Network,
         .kind = SettingKind::Name,
         .isPerModel = true,
         .choices = initializationChoices,
         .get = initialization,
         .set = setInitialization,
         .placeholder = "KIND",
         .label = ACTISCOPE_TR("core", "Initial weights"),
         .help = ACTISCOPE_TR("core", "initial weights")},
        with({.name = "init-range",
              .group = Network,
              .isPerModel = true,
              .range = {.maximum = InitializationSettings::maxMagnitude, .decimals = 4},
              .selector = "init",
              .placeholder = "A",
              .label = ACTISCOPE_TR("core", "Range of weights"),
              .symbol = "±",
              .help = ACTISCOPE_TR("core", "half the width of the range of initial weights")},
             OfModel<&ModelConfiguration::initialization, &InitializationSettings::range>()),
        with({.name = "init-bias",
              .group = Network,
              .isPerModel = true,
              .range = {.minimum = -InitializationSettings::maxMagnitude, .maximum = InitializationSettings::maxMagnitude, .decimals = 4},
              .placeholder = "B",
              .label = ACTISCOPE_TR("core", "Initial bias"),
              .symbol = "b",
              .help = ACTISCOPE_TR("core", "added to every initial bias")},
             OfModel<&ModelConfiguration::initialization, &InitializationSettings::biasConstant>()),
        {.name = "init-seed",
         .group = Network,
         .kind = SettingKind::Whole,
         .isPerModel = true,
         .range = seeds,
         .get = OfModel<&ModelConfiguration::seeds, &Seeds::weights>::get,
         .set = setWeightsSeed,
         .placeholder = "SEED",
         .label = ACTISCOPE_TR("core", "Weights seed"),
         .symbol = ACTISCOPE_TR("core", "seed"),
         .help = ACTISCOPE_TR("core", "seed of the initial weights, and of batches and draws unless they have their own")},
        {.name = "batch-seed",
         .group = Network,
         .kind = SettingKind::Whole,
         .isPerModel = true,
         .isOptional = true,
         .range = seeds,
         .get = otherSeed<&Seeds::batches>,
         .set = setOtherSeed<&Seeds::batches>,
         .placeholder = "SEED",
         .label = ACTISCOPE_TR("core", "Batches seed"),
         .symbol = ACTISCOPE_TR("core", "batches"),
         .help = ACTISCOPE_TR("core", "seed of the order in which training points come; without, that of the weights")},
        {.name = "draw-seed",
         .group = Network,
         .kind = SettingKind::Whole,
         .isPerModel = true,
         .isOptional = true,
         .range = seeds,
         .get = otherSeed<&Seeds::draws>,
         .set = setOtherSeed<&Seeds::draws>,
         .placeholder = "SEED",
         .label = ACTISCOPE_TR("core", "Draws seed"),
         .symbol = ACTISCOPE_TR("core", "draws"),
         .help = ACTISCOPE_TR("core", "seed of what activations draw while training; without, that of the weights")},
    };
}

std::vector<Setting> trainingRows()
{
    return {
        {.name = "loss",
         .group = Training,
         .kind = SettingKind::Name,
         .choices = lossChoices,
         .get = lossOf,
         .set = setLoss,
         .placeholder = "NAME",
         .label = ACTISCOPE_TR("core", "Loss"),
         .help = ACTISCOPE_TR("core", "what is minimised; mse for data with real-valued targets")},
        {.name = "optimizer",
         .group = Training,
         .kind = SettingKind::Name,
         .isPerModel = true,
         .isLive = true,
         .choices = optimizerNames,
         .get = optimizer,
         .set = setOptimizer,
         .placeholder = "NAME",
         .label = ACTISCOPE_TR("core", "Optimizer"),
         .help = ACTISCOPE_TR("core", "how weights follow their gradients")},
        ofOptimizer<&OptimizerSettings::learningRate>({.name = "learning-rate",
                                                       .range = {.maximum = anyNumber, .isOpenBelow = true, .decimals = 7},
                                                       .label = ACTISCOPE_TR("core", "Learning rate η"),
                                                       .symbol = "η",
                                                       .help = ACTISCOPE_TR("core", "size η of a step")}),
        ofOptimizer<&OptimizerSettings::momentum>(
            {.name = "momentum",
             .range = shares,
             .selector = "optimizer",
             .label = ACTISCOPE_TR("core", "Momentum"),
             .symbol = ACTISCOPE_TR("core", "momentum"),
             .help = ACTISCOPE_TR("core", "momentum, from 0 to below 1; 0.9 of momentum and nesterov, else 0")}),
        ofOptimizer<&OptimizerSettings::smoothing>({.name = "smoothing",
                                                    .range = shares,
                                                    .selector = "optimizer",
                                                    .label = ACTISCOPE_TR("core", "Smoothing"),
                                                    .symbol = ACTISCOPE_TR("core", "smoothing"),
                                                    .help = ACTISCOPE_TR("core", "PyTorch's alpha, 0.99")}),
        ofOptimizer<&OptimizerSettings::beta1>({.name = "beta1",
                                                .range = shares,
                                                .selector = "optimizer",
                                                .label = "β₁",
                                                .symbol = "β₁",
                                                .help = ACTISCOPE_TR("core", "decay of the first moment, 0.9")}),
        ofOptimizer<&OptimizerSettings::beta2>({.name = "beta2",
                                                .range = shares,
                                                .selector = "optimizer",
                                                .label = "β₂",
                                                .symbol = "β₂",
                                                .help = ACTISCOPE_TR("core", "decay of the second moment, 0.999")}),
        ofOptimizer<&OptimizerSettings::epsilon>({.name = "epsilon",
                                                  .range = {.maximum = anyNumber, .isOpenBelow = true, .decimals = 12},
                                                  .selector = "optimizer",
                                                  .label = "ε",
                                                  .symbol = "ε",
                                                  .help = ACTISCOPE_TR("core", "added to the root of the second moment, 1e-08")}),
        ofOptimizer<&OptimizerSettings::l1>({.name = "l1",
                                             .range = penalties,
                                             .label = ACTISCOPE_TR("core", "L1 penalty"),
                                             .symbol = "L1",
                                             .help = ACTISCOPE_TR("core", "penalty on the absolute values of weights and biases, 0")}),
        ofOptimizer<&OptimizerSettings::l2>({.name = "l2",
                                             .range = penalties,
                                             .label = ACTISCOPE_TR("core", "L2 penalty"),
                                             .symbol = "L2",
                                             .help = ACTISCOPE_TR("core", "weight decay as in PyTorch; 0.01 of adamw, else 0")}),
        ofOptimizer<&OptimizerSettings::clipNorm>(
            {.name = "clip-norm",
             .range = penalties,
             .label = ACTISCOPE_TR("core", "Longest gradient"),
             .symbol = ACTISCOPE_TR("core", "clip"),
             .help = ACTISCOPE_TR("core", "longest gradient; longer ones are scaled down; 0 for none")}),
        with({.name = "batch-size",
              .group = Training,
              .kind = SettingKind::Whole,
              .range = {.maximum = Experiment::maxBatchSize},
              .placeholder = "N",
              .label = ACTISCOPE_TR("core", "Batch size"),
              .help = ACTISCOPE_TR("core", "training points in a step, 0 for all")},
             OfExperiment<&Experiment::batchSize>()),
    };
}

std::vector<Setting> stoppingRows()
{
    return {
        with({.name = "epochs",
              .group = Stopping,
              .kind = SettingKind::Whole,
              .isLive = true,
              .range = {.minimum = 1, .maximum = StopRule::maxEpochs, .step = 50},
              .placeholder = "N",
              .label = ACTISCOPE_TR("core", "Stop after epochs"),
              .help = ACTISCOPE_TR("core", "passes over the training points")},
             OfExperiment<&Experiment::stop, &StopRule::epochs>()),
        with({.name = "stop-loss",
              .group = Stopping,
              .isOptional = true,
              .range = penalties,
              .placeholder = "X",
              .label = ACTISCOPE_TR("core", "Stop at training loss"),
              .help = ACTISCOPE_TR("core", "stops when the training loss of each model has been this or below")},
             OfExperiment<&Experiment::stop, &StopRule::trainingLoss>()),
        with({.name = "stop-accuracy",
              .group = Stopping,
              .isOptional = true,
              .range = {.maximum = 1, .decimals = 4},
              .selector = "data",
              .placeholder = "SHARE",
              .label = ACTISCOPE_TR("core", "Stop at test accuracy"),
              .help = ACTISCOPE_TR("core", "stops when the test accuracy of each model has been this share or above")},
             OfExperiment<&Experiment::stop, &StopRule::testAccuracy>()),
        with({.name = "patience",
              .group = Stopping,
              .kind = SettingKind::Whole,
              .isOptional = true,
              .range = {.minimum = 1, .maximum = StopRule::maxEpochs},
              .placeholder = "N",
              .label = ACTISCOPE_TR("core", "Patience"),
              .help = ACTISCOPE_TR("core", "stops when the test loss of each model has not improved for so many epochs")},
             OfExperiment<&Experiment::stop, &StopRule::patience>()),
        with({.name = "track-units",
              .group = Stopping,
              .kind = SettingKind::Switch,
              .label = ACTISCOPE_TR("core", "Track dying units"),
              .help = ACTISCOPE_TR("core", "notes while training when units die, for diagnostics, which ask for it themselves")},
             OfExperiment<&Experiment::tracksUnits>()),
    };
}

} // namespace

std::span<const Setting> settings()
{
    static const std::vector<Setting> table = [] {
        std::vector<Setting> rows;
        for (std::vector<Setting> part : {dataRows(), networkRows(), trainingRows(), stoppingRows()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return table;
}

} // namespace actiscope
