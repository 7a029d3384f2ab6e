// What models say of images: equal to what a network written out here says, and to sklearn's figures of what was said.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/io/ready_experiments.h"
#include "core/training/comparison.h"
#include "core/training/inspection.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

using namespace actiscope;

namespace {

/** The digits, told apart by ReLU, tanh and a model without hidden units that learn. */
Experiment digitsExperiment(int epochs)
{
    Experiment experiment;
    experiment.data = ImageData{};
    experiment.hidden = {12};
    experiment.batchSize = 32;
    experiment.stop.epochs = epochs;
    experiment.tracksUnits = true;
    setActivations(experiment, std::vector<ActivationSpec>{parseActivationSpec("relu"), parseActivationSpec("tanh"), parseActivationSpec("sigmoid")});
    return experiment;
}

struct DigitsRun {
    explicit DigitsRun(int epochs, const Experiment &experiment = digitsExperiment(100))
        : backend(makeEigenBackend(Precision::Double)), comparison(1, experiment, *backend), evaluator(backend->evaluator())
    {
        if (epochs > 0)
            comparison.advance(epochs);
        snapshot = comparison.snapshot(std::nullopt);
        snapshot.evaluator = evaluator;
    }
    std::unique_ptr<Backend> backend;
    Comparison comparison;
    std::shared_ptr<Evaluator> evaluator;
    Snapshot snapshot;
};

/** One hidden layer, written out: z, f(z), softmax. */
struct PlainAnswer {
    std::vector<double> z, probabilities;
};

PlainAnswer plainAnswer(const ModelParameters &parameters, double (*f)(double), const std::vector<double> &image)
{
    PlainAnswer answer;
    std::vector<double> values, outputs;
    const auto sum = [](const LinearParameters &layer, std::size_t unit, const std::vector<double> &inputs) {
        double z = layer.bias[unit];
        for (std::size_t i = 0; i < inputs.size(); ++i)
            z += layer.weight[unit * inputs.size() + i] * inputs[i];
        return z;
    };
    for (std::size_t unit = 0; unit < parameters.layers[0].bias.size(); ++unit) {
        answer.z.push_back(sum(parameters.layers[0], unit, image));
        values.push_back(f(answer.z.back()));
    }
    double all = 0;
    for (std::size_t k = 0; k < parameters.layers[1].bias.size(); ++k) {
        outputs.push_back(std::exp(sum(parameters.layers[1], k, values)));
        all += outputs.back();
    }
    for (const double output : outputs)
        answer.probabilities.push_back(output / all);
    return answer;
}

double reluOf(double z)
{
    return std::max(0.0, z);
}

double tanhOf(double z)
{
    return std::tanh(z);
}

constexpr double (*plainFunctions[])(double) = {reluOf, tanhOf};

std::vector<double> pixelsOf(const Dataset &data, std::size_t place)
{
    std::vector<double> image(data.all.features);
    data.all.copyPoint(place, image.data());
    return image;
}

} // namespace

class TestImageAnswers : public QObject {
    Q_OBJECT

private slots:
    void placesAreSpread();
    void probabilitiesAreThoseOfTheNetwork();
    void confusionIsThatOfTheLabels();
    void figuresAreSklearns();
    void disagreementsAreSortedByDistance();
    void disagreementsOfAnything();
    void whatIsKnownIsNotFoundOutAgain();
    void aSampleSaysWhatItIs();
    void picturesAreTheWeights();
    void anImageOfAnotherSizeIsRefused();
    void aSampledDeathIsOneOfTheWholeEpoch();
    void questionsAboutImagesAreLimited();
};

void TestImageAnswers::placesAreSpread()
{
    QCOMPARE(evenlySpread(10, 0).size(), std::size_t{10});
    QCOMPARE(evenlySpread(10, 20).size(), std::size_t{10});
    QCOMPARE(evenlySpread(10, 4), (std::vector<std::size_t>{0, 2, 5, 7}));
    QCOMPARE(evenlySpread(0, 4), std::vector<std::size_t>{});
}

void TestImageAnswers::probabilitiesAreThoseOfTheNetwork()
{
    DigitsRun run(5);
    const Dataset &data = *run.snapshot.data;
    for (std::size_t model = 0; model < 2; ++model) {
        const Inspection found = inspect(run.snapshot, model, {.wantsImages = true});
        QVERIFY(found.error.empty());
        QCOMPARE(found.images->count(), data.test.count());
        const ModelParameters parameters = run.snapshot.moment->models[model].parameters();
        for (std::size_t i = 0; i < found.images->count(); i += 17) {
            const std::vector<double> image = pixelsOf(data, found.images->places[i]);
            const PlainAnswer plain = plainAnswer(parameters, plainFunctions[model], image);
            const ImageActivity activity = imageActivityOf(*run.snapshot.cohort, *run.snapshot.moment, model, std::vector<float>(image.begin(), image.end()));
            for (std::size_t k = 0; k < 10; ++k) {
                QVERIFY(std::abs(double{found.images->of(i)[k]} - plain.probabilities[k]) < 1e-5);
                QVERIFY(std::abs(activity.probabilities[k] - plain.probabilities[k]) < 1e-5);
            }
            for (std::size_t unit = 0; unit < 12; ++unit) {
                QVERIFY(std::abs(activity.preActivations[0][unit] - plain.z[unit]) < 1e-5);
                QVERIFY(std::abs(activity.outputs[0][unit] - plainFunctions[model](plain.z[unit])) < 1e-5);
            }
            QCOMPARE(found.images->said[i], static_cast<int>(std::ranges::max_element(plain.probabilities) - plain.probabilities.begin()));
        }
    }
}

void TestImageAnswers::confusionIsThatOfTheLabels()
{
    DigitsRun run(8);
    const Dataset &data = *run.snapshot.data;
    const Inspection found = inspect(run.snapshot, 0, {.wantsImages = true});
    std::vector<std::int64_t> counts(100);
    for (std::size_t i = 0; i < found.images->count(); ++i)
        ++counts[static_cast<std::size_t>(data.all.labels[found.images->places[i]] * 10 + found.images->said[i])];
    QCOMPARE(found.images->confusion.counts, counts);
    QCOMPARE(found.images->confusion.accuracy(), run.snapshot.models[0].current.testAccuracy);
    QVERIFY(found.images->confusion.accuracy() > 0.5);
}

/** sklearn 1.2: confusion_matrix(y, p).diagonal() and recall_score(y, p, average=None) of y = (i·7 + i//3) % 10 and p = (y + (i % 4 == 0)·(i % 7)) % 10
 *  for i in range(200). */
void TestImageAnswers::figuresAreSklearns()
{
    std::vector<int> labels, said;
    for (int i = 0; i < 200; ++i) {
        labels.push_back((i * 7 + i / 3) % 10);
        said.push_back((labels.back() + (i % 4 == 0 ? i % 7 : 0)) % 10);
    }
    const ConfusionMatrix matrix = confusionMatrix(labels, said, 10);
    const std::vector<double> recalls = {0.8148148148148148, 0.8461538461538461, 0.8148148148148148, 0.7692307692307693, 0.7777777777777778, 0.8461538461538461, 0.8461538461538461, 0.7857142857142857, 0.6923076923076923, 0.7142857142857143};
    const std::vector<std::int64_t> firstRow = {22, 2, 0, 0, 2, 1, 0, 0, 0, 0};
    for (int k = 0; k < 10; ++k) {
        QVERIFY(std::abs(static_cast<double>(matrix.at(k, k)) / static_cast<double>(matrix.pointsOf(k)) - recalls[static_cast<std::size_t>(k)]) < 1e-12);
        QCOMPARE(matrix.at(0, k), firstRow[static_cast<std::size_t>(k)]);
    }
}

void TestImageAnswers::disagreementsAreSortedByDistance()
{
    DigitsRun run(3);
    const auto found = inspectAll(run.snapshot, {.wantsImages = true}, [] { return false; });
    QCOMPARE(found.size(), std::size_t{3});
    const std::vector<Disagreement> &all = *found[2]->disagreements;
    QVERIFY(!all.empty() && found[0]->disagreements == found[2]->disagreements);
    std::size_t expected = 0;
    for (std::size_t i = 0; i < found[0]->images->count(); ++i) {
        const int a = found[0]->images->said[i], b = found[1]->images->said[i], c = found[2]->images->said[i];
        expected += a != b || b != c ? 1 : 0;
    }
    QCOMPARE(all.size(), expected);
    QVERIFY(std::ranges::is_sorted(all, std::ranges::greater(), &Disagreement::distance));
    const auto distance = [&](std::size_t image, std::size_t p, std::size_t q) {
        double sum = 0;
        for (std::size_t k = 0; k < 10; ++k)
            sum += std::abs(double{found[p]->images->of(image)[k]} - double{found[q]->images->of(image)[k]});
        return found[p]->images->said[image] == found[q]->images->said[image] ? 0 : sum / 2;
    };
    for (const Disagreement &each : all)
        QVERIFY(std::abs(each.distance - std::max({distance(each.image, 0, 1), distance(each.image, 0, 2), distance(each.image, 1, 2)})) < 1e-12);
}

/** A question about the same moment, of which part is another one: what is the same is the same object, and all of it is what it would be alone. */
void TestImageAnswers::whatIsKnownIsNotFoundOutAgain()
{
    DigitsRun run(3);
    const auto never = [] { return false; };
    const auto imageOf = [&](std::size_t place) {
        auto pixels = std::make_shared<std::vector<float>>(run.snapshot.data->all.features);
        run.snapshot.data->all.copyPoint(place, pixels->data());
        return pixels;
    };
    InspectionQuestion question{.wantsDiagnostics = true, .wantsImages = true, .wantsUnitPictures = true, .image = imageOf(3)};
    question.diagnostics.mostSamples = 200;
    Inspector inspector;
    const Inspections first = inspector.inspectAll(run.snapshot, question, never);
    question.image = imageOf(7);
    question.diagnostics.units = {{0, 2}};
    const Inspections second = inspector.inspectAll(run.snapshot, question, never), alone = inspectAll(run.snapshot, question, never);
    for (std::size_t model = 0; model < alone.size(); ++model) {
        QVERIFY(second[model]->images->probabilities == alone[model]->images->probabilities);
        QVERIFY(second[model]->unitPictures->weights == alone[model]->unitPictures->weights);
        QVERIFY(second[model]->imageActivity->outputs == alone[model]->imageActivity->outputs);
        QVERIFY(second[model]->imageActivity->outputs != first[model]->imageActivity->outputs);
        QVERIFY(second[model]->diagnostics->loss == alone[model]->diagnostics->loss && second[model]->diagnostics->units.size() == 1);
        QVERIFY(*second[model]->disagreements == *alone[model]->disagreements && second[model]->disagreements == first[model]->disagreements);
    }
    run.comparison.advance(1);
    const auto evaluator = run.snapshot.evaluator;
    run.snapshot = run.comparison.snapshot(std::nullopt);
    run.snapshot.evaluator = evaluator;
    const Inspections later = inspector.inspectAll(run.snapshot, question, never), again = inspectAll(run.snapshot, question, never);
    for (std::size_t model = 0; model < again.size(); ++model) {
        QVERIFY(later[model]->images->probabilities == again[model]->images->probabilities);
        QVERIFY(later[model]->images->probabilities != second[model]->images->probabilities);
        QVERIFY(later[model]->unitPictures->weights == again[model]->unitPictures->weights);
        QVERIFY(later[model]->diagnostics->loss == again[model]->diagnostics->loss);
    }
}

/** Whatever outputs there are, numbers or not: no image twice, each a real difference, in [0, 1] for shares. */
void TestImageAnswers::disagreementsOfAnything()
{
    std::mt19937 random(20);
    for (int round = 0; round < 200; ++round) {
        const std::size_t models = random() % 4, images = random() % 6;
        std::vector<ImageAnswers> answers(models);
        std::vector<const ImageAnswers *> pointers;
        for (ImageAnswers &each : answers) {
            each.classes = 3;
            each.places.resize(images);
            for (std::size_t i = 0; i < images; ++i) {
                each.said.push_back(static_cast<int>(random() % 3));
                for (int k = 0; k < 3; ++k)
                    each.probabilities.push_back(random() % 10 == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(random() % 100) / 99);
            }
            pointers.push_back(random() % 4 == 0 ? nullptr : &each);
        }
        std::vector<bool> seen(images);
        for (const Disagreement &each : disagreementsOf(pointers)) {
            QVERIFY(each.image < images && !seen[each.image] && each.distance >= 0 && each.distance <= 1.5);
            seen[each.image] = true;
        }
        for (std::size_t i = 0; i < images; ++i) {
            bool differs = false;
            for (const ImageAnswers *a : pointers) {
                for (const ImageAnswers *b : pointers)
                    differs = differs || (a && b && a->said[i] != b->said[i]);
            }
            QCOMPARE(bool{seen[i]}, differs);
        }
    }
}

void TestImageAnswers::aSampleSaysWhatItIs()
{
    DigitsRun run(2);
    const Inspection all = inspect(run.snapshot, 1, {.wantsImages = true});
    const Inspection some = inspect(run.snapshot, 1, {.wantsImages = true, .mostImages = 50});
    QCOMPARE(some.images->count(), std::size_t{50});
    for (std::size_t i = 0; i < 50; ++i) {
        const auto same = static_cast<std::size_t>(std::ranges::find(all.images->places, some.images->places[i]) - all.images->places.begin());
        QCOMPARE(some.images->said[i], all.images->said[same]);
    }
    const Diagnostics sampled = diagnose(*run.snapshot.cohort, *run.snapshot.moment, 0, {.mostSamples = 100});
    QCOMPARE(sampled.samples, std::size_t{100});
    Cohort few = *run.snapshot.cohort;
    auto data = std::make_shared<Dataset>(*few.data);
    data->train = data->train.at(evenlySpread(data->train.count(), 100));
    few.data = data;
    const Diagnostics whole = diagnose(few, *run.snapshot.moment, 0);
    QCOMPARE(sampled.layers[0].figures.gradientNorm, whole.layers[0].figures.gradientNorm);
    QCOMPARE(sampled.layers[0].preActivations.counts, whole.layers[0].preActivations.counts);
}

void TestImageAnswers::picturesAreTheWeights()
{
    DigitsRun run(2);
    const UnitPictures pictures = unitPicturesOf(*run.snapshot.cohort, *run.snapshot.moment, 0);
    const ModelParameters parameters = run.snapshot.moment->models[0].parameters();
    QCOMPARE(pictures.count(), std::size_t{12});
    std::vector<double> sizes;
    for (std::size_t i = 0; i < pictures.weights.size(); ++i) {
        QCOMPARE(pictures.weights[i], static_cast<float>(parameters.layers[0].weight[i]));
        sizes.push_back(std::abs(double{pictures.weights[i]}));
    }
    std::ranges::sort(sizes);
    QCOMPARE(pictures.usual, sizes[static_cast<std::size_t>(0.99 * (static_cast<double>(sizes.size()) - 1))]); // numpy.quantile(method="lower")
    Experiment linear = digitsExperiment(5);
    linear.hidden.clear();
    DigitsRun none(0, linear);
    QCOMPARE(unitPicturesOf(*none.snapshot.cohort, *none.snapshot.moment, 0).count(), std::size_t{0});
}

void TestImageAnswers::anImageOfAnotherSizeIsRefused()
{
    DigitsRun run(0);
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, imageActivityOf(*run.snapshot.cohort, *run.snapshot.moment, 0, std::vector<float>(63)));
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, imageActivityOf(*run.snapshot.cohort, *run.snapshot.moment, 7, std::vector<float>(64)));
    const auto image = std::make_shared<const std::vector<float>>(65);
    QVERIFY(!inspect(run.snapshot, 0, {.image = image}).error.empty());
}

/** Units that no image of the sample wakes, but others do: not dead, as the whole set says, too. */
void TestImageAnswers::aSampledDeathIsOneOfTheWholeEpoch()
{
    Experiment experiment = digitsExperiment(100);
    experiment.hidden = {200};
    for (ModelConfiguration &model : experiment.models)
        model.initialization.biasConstant = -0.7;
    DigitsRun run(1, experiment);
    const TrainingState &moment = *run.snapshot.moment;
    const Diagnostics sampled = diagnose(*run.snapshot.cohort, moment, 0, {.mostSamples = 3});
    TrainingState untracked = moment;
    untracked.models[0].lastAlive.clear();
    const Diagnostics known = diagnose(*run.snapshot.cohort, untracked, 0, {.mostSamples = 3});
    std::size_t revived = 0;
    QCOMPARE(moment.models[0].lastAlive.size(), std::size_t{200});
    for (std::size_t unit = 0; unit < 200; ++unit) {
        const bool wasAlive = moment.models[0].lastAlive[unit] == moment.epoch - 1;
        QCOMPARE(sampled.layers[0].units[unit].isDead, known.layers[0].units[unit].isDead && !wasAlive);
        revived += known.layers[0].units[unit].isDead && wasAlive ? 1 : 0;
    }
    QVERIFY(revived > 0);
}

void TestImageAnswers::questionsAboutImagesAreLimited()
{
    DigitsRun run(0);
    InspectionQuestion question;
    run.snapshot.state = RunState::Running;
    limitToSample(question, run.snapshot);
    QVERIFY(question.mostImages > 0 && question.diagnostics.mostSamples > 0);
    run.snapshot.state = RunState::Paused;
    limitToSample(question, run.snapshot);
    QVERIFY(question.mostImages == 0 && question.diagnostics.mostSamples > 0);
}

QTEST_MAIN(TestImageAnswers)
#include "tst_image_answers.moc"
