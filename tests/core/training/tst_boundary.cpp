// Boundaries: what is drawn of a network's outputs, and that its contour lies where they are equal, however sure it is.
#include "core/engine/eigen_backend.h"
#include "core/engine/network_answer.h"
#include "tests/support/contour_cases.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Of one of `count` points, in double. */
std::vector<double> expectedAnswers(const std::vector<float> &outputs, std::size_t count, std::size_t point, Loss loss)
{
    std::vector<double> answers;
    double sum = 0;
    for (std::size_t place = point; place < outputs.size(); place += count) {
        answers.push_back(loss == Loss::CrossEntropy ? std::exp(double{outputs[place]}) : outputs[place]);
        sum += answers.back();
    }
    if (loss == Loss::CrossEntropy) {
        for (double &answer : answers)
            answer /= answers.size() == 1 ? 1 + sum : sum;
    }
    return answers;
}

} // namespace

class TestBoundary : public QObject {
    Q_OBJECT

private slots:
    void contoursAreWhereOutputsAreEqual_data() { addContourCases(); }
    void contoursAreWhereOutputsAreEqual();
    void answersAreThoseOfTheLoss_data() { addContourCases(); }
    void answersAreThoseOfTheLoss();
    void answersAreKnownAtTheEndsOfFloat();
};

void TestBoundary::contoursAreWhereOutputsAreEqual()
{
    QFETCH(int, outputs);
    QFETCH(int, loss);
    for (const Precision precision : {Precision::Double, Precision::Float}) {
        const QString fault = contourFault(*makeEigenBackend(precision), sureCohort(outputs, Loss(loss)));
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

void TestBoundary::answersAreThoseOfTheLoss()
{
    QFETCH(int, outputs);
    QFETCH(int, loss);
    Cohort cohort = sureCohort(outputs, Loss(loss));
    for (ModelSetup &setup : cohort.models) {
        for (double &weight : setup.initial.layers.back().weight)
            weight /= 1000; // of two minds
    }
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    const GridSpec grid{.xMin = -3, .xMax = 3, .yMin = -3, .yMax = 3, .width = 13, .height = 11};
    const std::vector<float> there = backend->predict(0, gridPoints(grid));
    const std::size_t count = there.size() / static_cast<std::size_t>(outputs);
    const Boundary boundary = boundaryOf(grid, cohort, there);
    std::vector<float> answers = there;
    answerOf(cohort.loss, outputs, answers);
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<double> expected = expectedAnswers(there, count, i, Loss(loss));
        for (std::size_t k = 0; k < expected.size(); ++k)
            QVERIFY(std::abs(answers[k * count + i] - expected[k]) < 1e-6);
        if (outputs > 2)
            continue;
        const double known = outputs == 1 || Loss(loss) == Loss::CrossEntropy ? expected.back() : 0.5 + (expected[1] - expected[0]) / 2;
        QVERIFY(std::abs(boundary.probability[i] - std::clamp(known, 0.0, 1.0)) < 1e-6);
        QVERIFY(std::abs(probabilityOfLead(cohort.loss, boundary.scores[0][i]) - boundary.probability[i]) < 1e-6);
    }
    QCOMPARE(boundary.scores.size(), outputs > 2 ? std::size_t(outputs) : std::size_t(1));
    QCOMPARE(boundary.probability.size(), outputs > 2 ? std::size_t(0) : count);
}

void TestBoundary::answersAreKnownAtTheEndsOfFloat()
{
    constexpr float infinity = std::numeric_limits<float>::infinity(), none = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> values(300, none); // more than are computed at a time
    const std::vector<std::pair<float, float>> known = {{0.0f, 0.5f}, {infinity, 1.0f}, {-infinity, 0.0f}, {200.0f, 1.0f}, {-200.0f, 0.0f}, {-10.0f, 4.5397868e-5f}};
    for (std::size_t i = 0; i < known.size(); ++i)
        values[i + 254] = known[i].first;
    logisticOf(values);
    for (std::size_t i = 0; i < known.size(); ++i)
        QVERIFY(std::abs(values[i + 254] - known[i].second) <= 1e-6f * known[i].second + 1e-37f);
    QVERIFY(std::isnan(values[0]) && std::isnan(values[253]) && std::isnan(values[260]) && std::isnan(values[299]));
    std::vector<float> pair = {3e38f, none, -3e38f, 1.0f};
    answerOf(Loss::CrossEntropy, 2, pair);
    QVERIFY(pair[0] == 1 && pair[2] < 1e-37f);
    QVERIFY(std::isnan(pair[1]) && std::isnan(pair[3]));
}

QTEST_APPLESS_MAIN(TestBoundary)
#include "tst_boundary.moc"
