// What a backend may be asked to train: the limits of a cohort, from both sides.
#include "core/base/errors.h"
#include "core/engine/backend.h"
#include "core/engine/initialization.h"
#include "core/training/experiment.h"

#include <QTest>

#include <memory>

using namespace actiscope;

namespace {

/** A cohort of this shape on a few points, that nothing is wrong with but the shape. */
Cohort cohortOfShape(NetworkShape shape)
{
    Cohort cohort;
    LabelledPoints points;
    points.features = static_cast<std::size_t>(shape.inputs);
    for (int i = 0; i < 4; ++i) {
        points.coordinates.insert(points.coordinates.end(), points.features, i);
        points.labels.push_back(0);
    }
    auto data = std::make_shared<Dataset>();
    data->all = data->train = data->test = points;
    cohort.data = std::move(data);
    ModelSetup setup;
    setup.activations = {parseActivationSpec("relu")};
    setup.initial = initialParameters(shape, 1, setup.activations.front().parameters);
    cohort.shape = std::move(shape);
    cohort.models = {setup};
    return cohort;
}

/** The option that validate() refuses, and what it was given; empty when it accepts the cohort. */
QString refused(const Cohort &cohort)
{
    try {
        validate(cohort);
        return {};
    } catch (const ConfigurationError &error) {
        return QString::fromStdString(error.option() + "=" + error.given());
    }
}

} // namespace

class TestCohort : public QObject {
    Q_OBJECT

private slots:
    void shapesHaveLimits_data()
    {
        QTest::addColumn<int>("inputs");
        QTest::addColumn<QList<int>>("hidden");
        QTest::addColumn<int>("outputs");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("least") << 1 << QList<int>{} << 1 << "";
        QTest::newRow("most") << 1024 << QList<int>(8, 512) << 16 << "";
        QTest::newRow("narrow") << 2 << QList<int>(8, 1) << 2 << "";
        QTest::newRow("an input too many") << 1025 << QList<int>{4} << 2 << "inputs=1025";
        QTest::newRow("a layer too many") << 2 << QList<int>(9, 3) << 2 << "hidden=9";
        QTest::newRow("a unit too many") << 2 << QList<int>{4, 513} << 2 << "hidden=513";
        QTest::newRow("an output too many") << 2 << QList<int>{4} << 17 << "outputs=17";
    }

    void shapesHaveLimits()
    {
        QFETCH(int, inputs);
        QFETCH(QList<int>, hidden);
        QFETCH(int, outputs);
        QFETCH(QString, refusal);
        QCOMPARE(refused(cohortOfShape({inputs, {hidden.begin(), hidden.end()}, outputs})), refusal);
    }

    void emptyShapesAreRefused()
    {
        const Cohort good = cohortOfShape({2, {4}, 2});
        Cohort cohort = good;
        cohort.shape.inputs = 0;
        QCOMPARE(refused(cohort), QStringLiteral("inputs=0"));
        cohort = good;
        cohort.shape.outputs = 0;
        QCOMPARE(refused(cohort), QStringLiteral("outputs=0"));
        cohort = good;
        cohort.shape.hidden = {0};
        QCOMPARE(refused(cohort), QStringLiteral("hidden=0"));
    }

    void cohortsHaveLimits()
    {
        Cohort cohort = cohortOfShape({2, {4}, 2});
        const ModelSetup model = cohort.models.front();
        cohort.models.assign(4096, model);
        QCOMPARE(refused(cohort), QString());
        cohort.models.push_back(model);
        QCOMPARE(refused(cohort), QStringLiteral("models=4097"));
        cohort.models.clear();
        QCOMPARE(refused(cohort), QStringLiteral("models=0"));
    }
};

QTEST_GUILESS_MAIN(TestCohort)
#include "tst_cohort.moc"
