// DIVISION_UNITS in one launch.
//
// Layout: as in divided_layers.
// Needs: phase_barrier.
#ifdef PHASE_BARRIER

__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainDividedLayers(const Launch launch, const __global Plan *plans, const __global ModelEntry *entries, __global float *models, __global float *workers,
                   __global const float2 *corrections, __global Figures *figures, __global Progress *progress, __global const float *trainSet,
                   __global const float *testSet, __global const uint *orders, __global int *lastAlive, const __global Phase *phases,
                   volatile __global PhaseBarrier *barriers, Scratch groupMemory)
{
    const int own = ownPart(&launch);
    Member member;
    setUpMember(&member, DIVISION_UNITS, &launch, plans, entries, models, workers, corrections, figures, progress, trainSet, testSet, orders, lastAlive,
                phases, barriers, own, groupMemory);
    workInPhases(DIVISION_UNITS, LANE, &member, own);
}
#endif
