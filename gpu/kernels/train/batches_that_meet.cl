// DIVISION_BATCH in one launch in the lanes mapping: the `groups` work-groups of a model, each with shards of its own, meet when all have done theirs, and again
// when each has taken the step of a slice. OpenCL promises nobody that others run while it waits, so this is for devices of which it is known how many
// work-groups run at a time (KernelTuning::groupsOfUnit), and whoever has looked for the others MEETING_POLLS times gives up: then all leave, and the host goes
// back to where the launch began and does without meetings.
//
// Layout: as in divided_batch; meetings[place] is that of the model of entries[place].
// Needs: divided_batch.
#ifdef MEETING_POLLS

// What a work-item has written before is seen by whoever goes past this later, in any work-group. NVIDIA's mem_fence() is for one's own alone (membar.cta).
#ifdef __NV_CL_C_VERSION
#define ALL_MEMORY() __asm volatile("membar.gl;" ::: "memory");
#else
#define ALL_MEMORY() mem_fence(CLK_GLOBAL_MEM_FENCE);
#endif

// Waits until the model's work-groups have come `wanted` times in all, this one among them; nobody comes, or waits, without `isNeeded`. 0 where one has given
// up. All items call it.
INLINE int meet(int lane, volatile __global Meeting *meeting, int isNeeded, uint wanted, Scratch scratch)
{
    ALL_MEMORY()
    SYNC()
    if (lane == 0) {
        if (isNeeded)
            atomic_inc(&meeting->arrived);
        int polls = 0;
        // The difference, since the count may go round.
        while (isNeeded && (int)(meeting->arrived - wanted) < 0 && !meeting->gaveUp && polls < MEETING_POLLS)
            ++polls;
        if (polls >= MEETING_POLLS)
            meeting->gaveUp = 1;
        scratch[0] = meeting->gaveUp ? 0.0f : 1.0f;
    }
    SYNC()
    const int haveMet = scratch[0] != 0.0f;
    ALL_MEMORY()
    SYNC()
    return haveMet;
}

// Work-group `own` of the `groups` of a model has shards own * shards / groups and on, and slice `own`.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainMeetingBatches(const Launch launch, const __global Plan *plans, const __global ModelEntry *entries, __global float *models, __global float *workers,
                    __global const float2 *corrections, __global Figures *figures, __global Progress *progress, __global const float *trainSet,
                    __global const float *testSet, __global const uint *orders, __global int *lastAlive, volatile __global Meeting *meetings,
                    Scratch groupMemory)
{
    const int lane = LANE;
    const int place = get_group_id(0) / launch.groups;
    const int own = get_group_id(0) % launch.groups;
    DividedModel model;
    setUpDividedModel(&model, &launch, place, plans, entries, models, workers, corrections, figures, progress);
    const __global Plan *plan = model.plan;
    SampleOrder order;
    setUpOrder(&order, &launch, plan, entries + place, orders);
    const int firstShard = own * launch.shards / launch.groups;
    const int lastShard = (own + 1) * launch.shards / launch.groups;
    Worker worker;
    setUpWorker(&worker, plan, model.model, model.gradients.first + firstShard * launch.workerStride, groupMemory, trainSet, testSet,
                lastAlive + (size_t)entries[place].slot * plan->hiddenUnits, model.progress);
    FILL_TABLE(plan, worker.tiles)
    volatile __global Meeting *meeting = meetings + place;
    const int batches = batchesOf(plan, launch.update);
    const uint all = launch.groups;
    Progress now = {0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 1.0f, 0, 0, 0}; // as the writer leaves it in memory
    uint wanted = 0;
    int haveMet = 1;
    int step = 0;
    do {
        const Batch batch = batchOf(plan, launch.update, step / batches, step % batches);
        worker.hasWeights = 0; // others have changed them
        int shard = firstShard;
        do {
            trainOnShard(lane, &worker, &model, &order, shard, batch);
            ++shard;
        } while (shard < lastShard);
        wanted += all;
        haveMet &= meet(lane, meeting, haveMet, wanted, groupMemory);
        now = endBatchAfter(lane, &model, batch, now, own == 0 && haveMet, groupMemory);
        const int takesStep = launch.update && haveMet && !now.stopped;
        const int clips = clipsGradient(takesStep, model.optimizer);
        wanted += clips ? all : 0;
        haveMet &= meet(lane, meeting, clips, wanted, groupMemory);
        now.scale = clips ? model.progress->scale : 1.0f;
        stepOfSlice(lane, &model, sliceOf(plan, own, launch.groups), batch, now);
        wanted += takesStep ? all : 0;
        haveMet &= meet(lane, meeting, takesStep && haveMet, wanted, groupMemory);
        ++step;
    } while (haveMet & !now.stopped & (step < launch.epochs * batches));
}
#endif
