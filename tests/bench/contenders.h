// What the benchmark measures: OpenBLAS's matrix product, and the OpenCL engine at work on cohorts.
#pragma once

#include "gpu/device/opencl_device.h"
#include "tests/bench/cohorts.h"
#include "tests/bench/stopwatch.h"

#include <string>
#include <string_view>
#include <vector>

namespace actiscope::bench {

/** Begins this process again if the environment has OpenBLAS use other kernels than those that it would choose for this processor (older
 *  ones, say, that give the same bits everywhere): sgemm, and PyTorch, are to be at their best. `argv` is main's. */
void letOpenBlasChoose(char **argv);

/** A square product of the size that gives the most GFLOP/s on this machine, repeated for about 50 ms. */
Contender sgemmContender(bool quick);

/** Training of a cohort for as many epochs as take about a tenth of a second (or `epochs`); a step counts 6 · weights · samples FLOPs,
 *  the test figures of each epoch nothing. */
Contender trainingContender(std::string name, const Cohort &cohort, const KernelTuning &tuning, int epochs = 0);

/** The ready experiment "fashion-mnist": all its models, five epochs; on noise of that size where its images are not installed. With `quick`, one epoch of
 *  few. Each time from the initial weights. A training step counts 6 · weights · samples FLOPs, the test set 2. */
Contender imagesContender(bool quick, const KernelTuning &tuning);

/** One model on so many points that an epoch, which is a step and the prediction of a test set, takes `seconds` with this tuning. */
Cohort cohortOfOneStep(double seconds, const KernelTuning &tuning);

/** The boundary of the default network with this activation over its 602 × 448 grid, after 100 epochs; a point counts 2 · weights FLOPs. */
Contender boundaryContender(std::string_view activation, bool quick, const KernelTuning &tuning);

/** The whole default experiment: both models loaded, trained for 100 epochs, the boundary's grid, and both boundaries. */
Contender lessonContender(const KernelTuning &tuning);

} // namespace actiscope::bench
