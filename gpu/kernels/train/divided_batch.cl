// DIVISION_BATCH: a step has two phases. First each work-group takes shards of the batch, then slices of the parameters, for which it adds the shards'
// gradients up and takes the step. On a CPU one launch goes on for all steps (phase_barrier.cl), and on a GPU where work-groups are known to run at the
// same time (batches_that_meet.cl); elsewhere a step is two launches.
//
// Layout: worker p * shards + s has the gradient, the figures and the tiles of shard s of model entries[p].
// Needs: divided_model, slices.

// A shard of a batch: its gradient and its figures. The test set is gone through with an epoch's first batch.
INLINE void trainOnShard(int lane, Worker *worker, const DividedModel *model, const SampleOrder *order, int shard, Batch batch)
{
    const __global Plan *plan = model->plan;
    const int stopped = model->progress->stopped;
    const int shards = model->gradients.shards;
    worker->gradient = model->gradients.first + shard * model->gradients.stride;
    clearGradient(lane, wholeOf(batch.step == 0 ? plan->parameters : 0), worker->gradient);
    SYNC()
    Draws draws = order->draws;
    draws.epoch += batch.epoch;
    const int testStart = shardStart(plan, plan->test.count, shard, shards);
    const int testCount = stopped || batch.first > 0 ? 0 : shardStart(plan, plan->test.count, shard + 1, shards) - testStart;
    const float2 test = testSamples(worker, testStart, testCount);
    worker->hasWeights = 1; // it has loaded them, if only for what comes now
    const int start = shardStart(plan, batch.count, shard, shards);
    const int count = stopped ? 0 : shardStart(plan, batch.count, shard + 1, shards) - start;
    const float2 train = trainSamples(worker, order->orders + (size_t)batch.epoch * order->orderStride, model->update ? plan->shuffles : 0,
                                      batch.first + start, count, batch.count, draws, model->update);
    if (LANE == 0 && !stopped) {
        const Figures found = {train.x, train.y, test.x, test.y};
        *figuresOfShard(model, shard) = found;
    }
}

#if !defined(PHASE_BARRIER) && !defined(MEETING_POLLS)
// The first launch of step `launch.step`: work-group g of the `groups` of each model takes shard g.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainShards(const Launch launch, const __global Plan *plans, const __global ModelEntry *entries, __global float *models, __global float *workers,
            __global const float2 *corrections, __global Figures *figures, __global Progress *progress, __global const float *trainSet,
            __global const float *testSet, __global const uint *orders, __global int *lastAlive, Scratch groupMemory)
{
    const int place = get_group_id(0) / launch.groups;
    const int shard = get_group_id(0) % launch.groups;
    DividedModel model;
    setUpDividedModel(&model, &launch, place, plans, entries, models, workers, corrections, figures, progress);
    const __global Plan *plan = model.plan;
    SampleOrder order;
    setUpOrder(&order, &launch, plan, entries + place, orders);
    Worker worker;
    setUpWorker(&worker, plan, model.model, model.gradients.first + shard * launch.workerStride, groupMemory, trainSet, testSet,
                lastAlive + (size_t)entries[place].slot * plan->hiddenUnits, model.progress);
    FILL_TABLE(plan, worker.tiles)
    const int batches = batchesOf(plan, launch.update);
    trainOnShard(LANE, &worker, &model, &order, shard, batchOf(plan, launch.update, launch.step / batches, launch.step % batches));
}

// The second one: work-group m takes the step of the model of entries[m].
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
finishStep(const Launch launch, const __global Plan *plans, const __global ModelEntry *entries, __global float *models, __global float *workers,
           __global const float2 *corrections, __global Figures *figures, __global Progress *progress, Scratch groupMemory)
{
    const int lane = LANE;
    DividedModel model;
    setUpDividedModel(&model, &launch, get_group_id(0), plans, entries, models, workers, corrections, figures, progress);
    const int batches = batchesOf(model.plan, launch.update);
    const Batch batch = batchOf(model.plan, launch.update, launch.step / batches, launch.step % batches);
    stepOfSlice(lane, &model, wholeOf(model.plan->parameters), batch, endBatch(lane, &model, batch, groupMemory));
}
#endif
