// A work-group at work on one model. All of a group's work-items go the same way: what they decide by is the same for all of them. What is left since
// nobody wants it any more is no result: the host throws all of it away.
//
// Layout: workers[group] is a gradient (Plan::parameters floats), Figures at Plan::shardFigures and, unless they lie in local memory, the tiles.
// Needs: shared_layout, work_group, targets, loss.

typedef struct {
    const __global Plan *plan;
    Memory model;    // parameters, moments, transposed weights
    Memory memory;   // of this worker
    Memory gradient; // in it, or in that of a shard
    Tiles tiles;
    Scratch scratch;
    Constants points; // of the training set
    Targets targets;
    Constants testPoints;
    Targets testTargets;
    __global int *lastAlive;
    int hasWeights; // whether those that keep their place (Plan::keepsWeights) are there, and as the model has them
    int holdsBlock; // whether the gradient of those is to stay beside them for the step (HOLDS_BLOCK)
    __global const Progress *progress;
} Worker;

// A work-group's memory, `own`, beside the model that it trains on these samples.
INLINE void setUpWorker(Worker *worker, const __global Plan *plan, Memory model, Memory own, Scratch groupMemory, Constants trainSet, Constants testSet,
                        __global int *lastAlive, __global const Progress *progress)
{
    worker->plan = plan;
    worker->model = model;
    worker->memory = worker->gradient = own;
    worker->tiles = TILES_OF(plan, own, groupMemory);
    worker->scratch = groupMemory;
    worker->points = pointsOf(&plan->train, trainSet);
    setUpTargets(&worker->targets, &plan->train, trainSet);
    worker->testPoints = pointsOf(&plan->test, testSet);
    setUpTargets(&worker->testTargets, &plan->test, testSet);
    worker->lastAlive = lastAlive;
    worker->hasWeights = worker->holdsBlock = 0;
    worker->progress = progress;
}

INLINE LossSums noLoss(void)
{
    const LossSums none = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    return none;
}

// Sums of the losses and of what is told right, over the lanes of a vector and over the work-items.
INLINE float2 totalOf(const LossSums *sums, Scratch scratch)
{
    const float loss = sumOfGroup(scratch, SUM_OF_REAL(sums->loss));
    const float correct = sumOfGroup(scratch, SUM_OF_REAL(sums->correct));
    return (float2)(loss, correct);
}
