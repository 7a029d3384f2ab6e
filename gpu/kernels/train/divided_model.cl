// One model on several work-groups: what they have in common, and what one of them does when all are done with a batch.
//
// Layout: progress[model] is written between two phases only, by the work-group that is the last of the first one; the figures of shard s lie in the
// memory of worker s, at Plan::shardFigures.
// Needs: worker, step.

typedef struct {
    const __global Plan *plan;
    Memory model;
    Gradients gradients;
    int parts; // of a phase
    int update;
    float lossLimit;
    __global const Optimizer *optimizer;
    __global const float2 *corrections; // of the launch's first step and on
    __global Figures *figures;          // [epoch][rows]
    int rows;
    __global Progress *progress;
} DividedModel;

// What only those need that go through samples.
typedef struct {
    __global const uint *orders; // [epoch][orderStride]
    int orderStride;
    Draws draws; // of the first epoch, of no tile
} SampleOrder;

// The batch of a step: samples first … first + count - 1 of the epoch.
typedef struct {
    int step; // of the launch
    int epoch;
    int first;
    int count;
} Batch;

// Batch `batch` of an epoch.
INLINE Batch batchOf(const __global Plan *plan, int update, int epoch, int batch)
{
    const int size = update ? plan->batchSize : plan->train.count;
    const int first = batch * size;
    const Batch result = {epoch * batchesOf(plan, update) + batch, epoch, first, min(size, plan->train.count - first)};
    return result;
}

// The model of entries[place], whose shards have the memory of workers place * shards and on. (Not the value of the function: Oclgrind 21.10 cannot load
// what the compiler makes of that.)
INLINE void setUpDividedModel(DividedModel *model, const Launch *launch, int place, const __global Plan *plans, const __global ModelEntry *entries,
                              __global float *models, __global float *workers, __global const float2 *corrections, __global Figures *figures,
                              __global Progress *progress)
{
    const __global ModelEntry *entry = entries + place;
    const __global Plan *plan = plans + entry->plan;
    const size_t steps = (size_t)launch->epochs * batchesOf(plan, 1);
    model->plan = plan;
    model->model = models + entry->slot * launch->modelStride;
    model->gradients.first = workers + place * launch->shards * launch->workerStride;
    model->gradients.stride = launch->workerStride;
    model->gradients.shards = launch->shards;
    model->parts = launch->parts;
    model->update = launch->update;
    model->lossLimit = launch->lossLimit;
    model->optimizer = &entry->optimizer;
    model->corrections = corrections + entry->optimizer.schedule * steps;
    model->figures = figures + (size_t)entry->slot * launch->epochs * launch->rows;
    model->rows = launch->rows;
    model->progress = progress + entry->slot;
}

INLINE void setUpOrder(SampleOrder *order, const Launch *launch, const __global Plan *plan, const __global ModelEntry *entry,
                       __global const uint *orders)
{
    const Draws draws = {entry->drawSeed, launch->firstEpoch, plan->hiddenUnits, 0, 0, 0};
    order->orders = orders + (size_t)entry->order * launch->epochs * launch->orderStride;
    order->orderStride = launch->orderStride;
    order->draws = draws;
}

INLINE __global Figures *figuresOfShard(const DividedModel *model, int shard)
{
    return (__global Figures *)(model->gradients.first + shard * model->gradients.stride + model->plan->shardFigures);
}

INLINE Figures sumOfShards(const DividedModel *model)
{
    Figures sums = {0.0f, 0.0f, 0.0f, 0.0f};
    for (int shard = 0; shard < model->gradients.shards; ++shard) {
        const __global Figures *of = figuresOfShard(model, shard);
        sums.trainLoss += of->trainLoss;
        sums.trainCorrect += of->trainCorrect;
        sums.testLoss += of->testLoss;
        sums.testCorrect += of->testCorrect;
    }
    return sums;
}

// The figures of an epoch that is at its end, or that ends with a batch which diverged.
INLINE Figures figuresOfEpoch(const __global Plan *plan, Progress now, int diverged, Figures batch, int count)
{
    const float2 whole = (float2)(now.trainLoss / (float)plan->train.count, now.trainCorrect);
    const float2 train = diverged ? figuresOfDiverged(plan, (float2)(batch.trainLoss, batch.trainCorrect), count) : whole;
    const Figures found = {train.x, train.y, now.testLoss / (float)plan->test.count, now.testCorrect};
    return found;
}

// What is known when all shards of a batch are done, of a model that had come to `now` before: its figures, whether it goes on, and by what its gradient is
// multiplied. The one work-group for which `writes` gathers the gradient where its norm is asked for, and leaves all of this in memory.
INLINE Progress endBatchAfter(int lane, const DividedModel *model, Batch batch, Progress now, int writes, Scratch groupMemory)
{
    const __global Plan *plan = model->plan;
    const int stopped = now.stopped;
    if (batch.first == 0)
        now.trainLoss = now.lost = now.trainCorrect = now.testLoss = now.testCorrect = 0.0f;
    const Figures sums = sumOfShards(model);
    const int diverged = !(sums.trainLoss / (float)batch.count <= model->lossLimit);
    addCompensated(&now.trainLoss, &now.lost, sums.trainLoss);
    now.trainCorrect += sums.trainCorrect;
    now.testLoss += sums.testLoss;
    now.testCorrect += sums.testCorrect;
    now.stopped = stopped || diverged;
    ++now.batches;
    const int takesStep = !now.stopped && model->update;
    now.scale = gradientScale(lane, takesStep && writes, plan, model->model, model->gradients, model->optimizer, groupMemory);
    const int endsEpoch = diverged || batch.first + batch.count >= plan->train.count;
    if (LANE == 0 && writes && !stopped) {
        __global Figures *rows = model->figures + (size_t)batch.epoch * model->rows;
        const int batches = batchesOf(plan, model->update);
        endPart(rows, model->rows - 1, batch.step - batch.epoch * batches, batches, now.trainLoss, now.trainCorrect);
        if (endsEpoch) {
            rows[model->rows - 1] = figuresOfEpoch(plan, now, diverged, sums, batch.count);
            now.epochs = batch.epoch + 1;
        }
        *model->progress = now;
    }
    return now;
}

INLINE Progress endBatch(int lane, const DividedModel *model, Batch batch, Scratch groupMemory)
{
    const Progress before = *model->progress;
    SYNC() // every work-item has read it
    return endBatchAfter(lane, model, batch, before, 1, groupMemory);
}

// A slice of a step, `now` being what endBatch() has found.
INLINE void stepOfSlice(int lane, const DividedModel *model, Range slice, Batch batch, Progress now)
{
    takeStep(lane, !now.stopped && model->update, model->plan, slice, wholeOf(0), model->model, model->gradients, model->optimizer,
             model->corrections + batch.step, now.scale);
}
