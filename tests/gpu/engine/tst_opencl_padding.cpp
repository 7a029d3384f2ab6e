// Functions that are no number at 0, or have no slope there: what they give in lanes and rows that only fill up vectors and tiles must not reach a loss,
// a gradient, a norm, another parameter, a prediction or the units that are counted as living.
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/gpu/random_cohorts.h"
#include "tests/support/compare_figures.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int epochs = 4;

/** A backend of the mapping under test whose vectors have `width` floats; 0 as the device has. */
std::unique_ptr<Backend> backendOfWidth(int width, Divided divided)
{
    KernelTuning tuning = tuningFor(divided);
    if (width > 0) {
        const KernelTuning other = KernelTuning::forVectorWidth(width);
        tuning.vectorWidth = other.vectorWidth;
        tuning.blockRows = other.blockRows;
        tuning.blockVectors = other.blockVectors;
    }
    if (divided != Divided::Nothing)
        tuning.divisionFlops = 0;
    return mappedBackend(tuning);
}

/** What a run ends with. */
struct End {
    std::vector<ModelReport> reports;
    std::vector<EpochFigures> evaluation;
    std::vector<std::vector<float>> predictions;
    std::vector<std::vector<std::int64_t>> lastAlive;
};

End trained(Backend &backend, const Case &made)
{
    End end;
    backend.load(made.cohort);
    end.reports = backend.advance(epochs);
    end.evaluation = backend.evaluate();
    for (std::size_t m = 0; m < made.cohort.models.size(); ++m) {
        end.predictions.push_back(backend.predict(m, made.points));
        end.lastAlive.push_back(backend.lastAlive(m));
    }
    return end;
}

double apart(double a, double b)
{
    return std::isnan(a) && std::isnan(b) ? 0 : distance(a, b) / (1 + std::abs(b));
}

/** The largest difference of a model's losses and predictions, relative to 1 + magnitude. */
double distanceOfModel(const End &a, const End &b, std::size_t model)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<EpochFigures> &x = a.reports[model].rows, &y = b.reports[model].rows;
    if (x.size() != y.size())
        return infinity;
    double worst = std::max(apart(a.evaluation[model].trainLoss, b.evaluation[model].trainLoss),
                            apart(a.evaluation[model].testLoss, b.evaluation[model].testLoss));
    for (std::size_t e = 0; e < x.size(); ++e)
        worst = std::max({worst, apart(x[e].trainLoss, y[e].trainLoss), apart(x[e].testLoss, y[e].testLoss)});
    for (std::size_t i = 0; i < a.predictions[model].size(); ++i)
        worst = std::max(worst, apart(a.predictions[model][i], b.predictions[model][i]));
    return worst;
}

} // namespace

class TestOpenClPadding : public QObject {
    Q_OBJECT

private slots:
    void trainsAsPyTorch_data();
    void trainsAsPyTorch();
    void everyWidthAndDivisionTrainsAsEigen_data();
    void everyWidthAndDivisionTrainsAsEigen();
};

void TestOpenClPadding::trainsAsPyTorch_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("loss");
    // PyTorch in double, the training loss after three epochs of `train --hidden 10 --samples 60`
    QTest::newRow("no value at 0") << "formula:sin(x)/x" << 0.675587138;
    QTest::newRow("no value at 0, exp") << "formula:x/(exp(x)-1)" << 0.643857001;
    QTest::newRow("no slope at 0") << "formula:sign(x)*sqrt(abs(x))" << 0.650431368;
}

void TestOpenClPadding::trainsAsPyTorch()
{
    QFETCH(QString, formula);
    QFETCH(double, loss);
    Experiment experiment = defaultExperiment();
    setActivations(experiment, std::vector{parseActivationSpec(formula.toStdString())});
    generated(experiment.data).samples = 60;
    experiment.hidden = {10};
    const auto backend = mappedBackend();
    backend->load(makeCohort(experiment));
    const std::vector<EpochFigures> rows = backend->advance(3).front().rows;
    QCOMPARE(rows.size(), std::size_t{3});
    const double after = backend->evaluate().front().trainLoss;
    QVERIFY2(std::abs(after - loss) < tolerance::loss,
             qPrintable(QStringLiteral("%1 after %2").arg(after, 0, 'g', 9).arg(rows.back().trainLoss, 0, 'g', 9)));
}

void TestOpenClPadding::everyWidthAndDivisionTrainsAsEigen_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("divided");
    const bool lanes = mappingUnderTest == KernelMapping::Lanes;
    for (const int width : lanes ? std::vector{0} : std::vector{4, 8, 16}) {
        QTest::addRow("%d floats, alone", width) << width << static_cast<int>(Divided::Nothing);
        for (const auto &[name, divided] : everythingDivided())
            QTest::addRow("%d floats, %s divided", width, name) << width << static_cast<int>(divided);
    }
}

void TestOpenClPadding::everyWidthAndDivisionTrainsAsEigen()
{
    QFETCH(int, width);
    QFETCH(int, divided);
    const auto backend = backendOfWidth(width, static_cast<Divided>(divided));
    const auto eigen = makeEigenBackend();
    // Float and double part where a sample comes near a pole; what is looked for gives no number at all.
    constexpr double rough = 0.02;
    constexpr unsigned cohorts = 12;
    int models = 0, parted = 0;
    for (unsigned seed = 1; seed <= cohorts; ++seed) {
        const Case made = CaseMaker(seed).makeOfFormulas();
        const End computed = trained(*backend, made), expected = trained(*eigen, made);
        for (std::size_t m = 0; m < made.cohort.models.size(); ++m) {
            const QString text = QStringLiteral("seed %1: %2: %3")
                                     .arg(seed)
                                     .arg(made.text, QString::fromStdString(made.cohort.models[m].activations.front().text));
            const bool isNumber = std::isfinite(expected.evaluation[m].trainLoss);
            QVERIFY2(!isNumber || std::isfinite(computed.evaluation[m].trainLoss), qPrintable(text));
            ++models;
            parted += distanceOfModel(computed, expected, m) > rough || computed.lastAlive[m] != expected.lastAlive[m];
            if (distanceOfModel(computed, expected, m) > rough || computed.lastAlive[m] != expected.lastAlive[m])
                qInfo("%s is %g apart", qPrintable(text), distanceOfModel(computed, expected, m));
        }
    }
    QVERIFY2(parted <= models / 10, qPrintable(QStringLiteral("%1 of %2 models").arg(parted).arg(models)));
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClPadding)
#include "tst_opencl_padding.moc"
