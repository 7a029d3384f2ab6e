// A run of an experiment: what its snapshots show.
#include "core/eigen_backend.h"
#include "core/run.h"
#include "tests/small_experiment.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestRun : public QObject {
    Q_OBJECT

private slots:
    void boundariesDecideAsAccuracyDoes();
    void aCheckpointKeepsWhatWasLearnedButNotWhatWasSetAnew();
};

void TestRun::boundariesDecideAsAccuracyDoes()
{
    const GridSpec grid{.width = 23, .height = 17};
    for (const int classes : {2, 5}) {
        for (const Loss loss : {Loss::CrossEntropy, Loss::MeanSquaredError}) {
            Experiment experiment = smallExperiment();
            experiment.data.kind = "blobs";
            experiment.data.classes = classes;
            experiment.loss = loss;
            const auto backend = makeEigenBackend();
            Run run(1, experiment, *backend);
            run.advance(20);
            const auto boundary = run.snapshot(grid).models[0].boundary;
            const std::vector<float> points = gridPoints(grid), outputs = backend->predict(0, points);
            const std::size_t count = points.size() / 2;
            const auto likeliest = [count](std::size_t point, int scores, const auto &score) {
                int best = 0;
                for (int k = 1; k < scores; ++k)
                    best = score(k, point) > score(best, point) ? k : best;
                return best;
            };
            for (std::size_t i = 0; i < count; ++i) {
                const int expected = likeliest(i, classes, [&](int k, std::size_t p) { return outputs[static_cast<std::size_t>(k) * count + p]; });
                const int found = classes == 2
                    ? boundary->probability[i] > 0.5f
                    : likeliest(i, classes, [&](int k, std::size_t p) { return boundary->scores[static_cast<std::size_t>(k)][p]; });
                QCOMPARE(found, expected);
            }
        }
    }
}

void TestRun::aCheckpointKeepsWhatWasLearnedButNotWhatWasSetAnew()
{
    Experiment experiment = smallExperiment();
    experiment.activations = {parseActivationSpec("prelu"), parseActivationSpec("leaky_relu"), parseActivationSpec("prelu")};
    const auto backend = makeEigenBackend();
    Run run(1, experiment, *backend);
    run.advance(10);
    const Checkpoint checkpoint = run.checkpoint();
    const double learned = backend->parameters(2).activation[0][0];
    QVERIFY(learned != experiment.activations[2].parameters[0]);
    experiment.activations[0] = parseActivationSpec("prelu:alpha=1.5");
    experiment.activations[1] = parseActivationSpec("leaky_relu:alpha=0.5");
    const auto other = makeEigenBackend();
    const Run next(1, experiment, *other, checkpoint);
    QCOMPARE(next.epoch(), 10);
    QCOMPARE(other->parameters(0).activation[0][0], 1.5);
    QCOMPARE(other->parameters(1).activation[0][0], 0.5);
    QCOMPARE(other->parameters(2).activation[0][0], learned);
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
