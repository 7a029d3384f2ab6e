// How the work of training a model is divided among work-groups, and the phases that a divided model goes through. The kernels are told; gpu/README.md
// describes the three divisions.
#pragma once

#include "gpu/device/opencl_device.h"
#include "gpu/kernels/common/shared_layout.h"

#include <cstddef>
#include <vector>

namespace actiscope {

struct WorkDivision {
    kernels::Division division = kernels::DIVISION_WHOLE;
    std::size_t workGroups = 1; ///< that train one model together
    std::size_t shards = 1;     ///< that every batch consists of, whoever computes them
    std::size_t parts = 1;      ///< that a phase consists of: as many as shards, or more where units are divided
};

/** For a cohort of this many models. How many shards a batch has follows from it and the network alone, whatever computes and whoever trains beside it,
 *  since they decide the order in which gradients are added up; and units are divided only where the sums stay those of one work-group. Work-groups as
 *  the cohort leaves compute units idle. */
WorkDivision chooseDivision(const kernels::Plan &plan, const KernelTuning &tuning, std::size_t models, std::size_t computeUnits);

/** The phases of an epoch of training or, without `update`, of measuring all samples. None where one work-group does everything. */
std::vector<kernels::Phase> phasesOfEpoch(const kernels::Plan &plan, kernels::Division division, bool update);

} // namespace actiscope
