// The settings of the training workspace: what is entered applies at once, or is explained and changes nothing.
#include "core/activations/builtin_activations.h"
#include "tests/ui/training/training_fixture.h"

#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/model_row.h"
#include "ui/training/settings/setting_fields.h"
#include "ui/training/timeline/timeline_view.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The field with this accessible name. */
template <class Field>
Field *field(const WorkspaceFixture &fixture, const QString &name)
{
    for (Field *candidate : fixture.workspace->experimentPanel()->findChildren<Field *>()) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

void enter(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

class TestTrainingSettings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void everySettingSurvivesARestart()
    {
        Experiment experiment = smallExperiment();
        experiment.data = GeneratedData{.kind = "blobs", .samples = 77, .noise = 0.4, .classes = 5, .seed = 1};
        experiment.split = {.testFraction = 0.3, .seed = 2};
        experiment.batchSize = 7;
        experiment.models[1].optimizer = optimizerChoice("nesterov").settings;
        experiment.models[1].optimizer.clipNorm = 1;
        experiment.models[0].initialization.kind = InitializationKind::HeNormal;
        experiment.models[0].seeds = {1, 2, 3};
        QCOMPARE(restoredExperiment(savedExperiment(experiment)).value(), experiment);
        QVERIFY(!restoredExperiment(QStringLiteral("nonsense")));
        QVERIFY(!restoredExperiment(QVariant()));
        // More models than there is room for, as the command line makes them.
        experiment.models.resize(7, experiment.models[0]);
        QVERIFY(!restoredExperiment(savedExperiment(experiment)));
    }

    void whatAnEarlierVersionKeptIsRestored()
    {
        // As the first version wrote it, when there were the moons only.
        const QVariantMap older = {{"activations", QStringList{"relu", "gelu"}},
                                   {"samples", 60},
                                   {"noise", 0.25},
                                   {"data-seed", 4'000'000'000u},
                                   {"hidden", "8"},
                                   {"init-seed", 7},
                                   {"learning-rate", 0.03},
                                   {"epochs", 40}};
        const auto read = restoredExperiment(older);
        QVERIFY(read.has_value());
        QCOMPARE(generated(read->data).noise, 0.25);
        QCOMPARE(generated(read->data).seed, 4'000'000'000u);
        QCOMPARE(read->hidden, std::vector{8});
        QCOMPARE(activationText(read->models[1]), std::string("gelu"));
        QCOMPARE(read->models[1].seeds, (Seeds{7, 7, 7}));
        QCOMPARE(read->models[1].optimizer.learningRate, 0.03);
        QVariantMap unknown = older;
        unknown[QStringLiteral("data")] = QStringLiteral("suns");
        QVERIFY(!restoredExperiment(unknown));
    }

    void whatHasNoValueSaysWhatIsTakenInstead()
    {
        const WorkspaceFixture fixture;
        const std::pair<const char *, const char *> fields[] = {
            {"Batches seed", "as weights"}, {"Draws seed", "as weights"}, {"Patience", "none"}};
        for (const auto &[name, said] : fields) {
            const auto *edit = field<QLineEdit>(fixture, QLatin1String(name));
            QVERIFY2(edit, name);
            QCOMPARE(edit->placeholderText(), QLatin1String(said));
            QVERIFY(QFontMetrics(edit->font()).horizontalAdvance(edit->placeholderText()) < edit->width());
        }
    }

    void exchangingAnActivationKeepsDataAndWeights()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        const EpochFigures untouched = fixture.model(0).history[0];
        const std::vector<double> points = fixture.workspace->snapshot()->data->all.coordinates;
        Experiment changed = smallExperiment();
        // Twice the same activation: with the same weights, it has the same loss to the last bit.
        changed.models[1] = changed.models[0];
        emit fixture.workspace->experimentPanel()->models()->modelsEdited(changed.models);
        WAIT_READY(fixture, changed);
        QCOMPARE(fixture.model(0).history[0], untouched);
        QCOMPARE(fixture.model(1).history[0], untouched);
        QCOMPARE(fixture.workspace->snapshot()->data->all.coordinates, points);
    }

    void aParameterAppliesAtOnceInANewRun()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        const EpochFigures untouched = fixture.model(0).history[0];
        const std::uint64_t run = fixture.run();
        NumberSpinBox *alpha = fixture.workspace->experimentPanel()->models()->rows()[1]->parameters().front()->spinBox();
        alpha->setValue(0.3);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.state() == RunState::Ready, patience);
        QCOMPARE(fixture.model(1).configuration.activation().parameters[0], 0.3);
        QCOMPARE(fixture.model(0).history[0], untouched);
    }

    void bothDecimalSignsAreRead()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        auto *noise = field<NumberSpinBox>(fixture, QStringLiteral("Noise"));
        QVERIFY(noise);
        const QLocale before;
        for (const QLocale &locale :
             {QLocale::c(), QLocale(QLocale::English), QLocale(QLocale::German), QLocale(QLocale::French), QLocale(QLocale::Korean)}) {
            QLocale::setDefault(locale);
            for (const auto &[text, value] : {std::pair(QStringLiteral("0,35"), 0.35), std::pair(QStringLiteral("0.15"), 0.15),
                                              std::pair(QStringLiteral("2,5e-1"), 0.25), std::pair(QStringLiteral("0.125e+1"), 1.25)}) {
                noise->setFocus();
                noise->selectAll();
                QTest::keyClicks(noise, text);
                QTest::keyClick(noise, Qt::Key_Return);
                QCOMPARE(generated(fixture.workspace->experiment().data).noise, value);
            }
        }
        QLocale::setDefault(before);
    }

    void invalidHiddenLayersAreExplainedAndChangeNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"64, x", "0", "64,,64", "1,2,3,4,5,6,7,8,9", "100000", "-3"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("empty") << QString();
    }

    void invalidHiddenLayersAreExplainedAndChangeNothing()
    {
        QFETCH(QString, text);
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        const std::uint64_t run = fixture.run();
        auto *hidden = field<QLineEdit>(fixture, QStringLiteral("Hidden layers"));
        QVERIFY(hidden);
        fixture.workspace->experimentPanel()->group(SettingGroup::Network)->moreButton()->setChecked(true);
        enter(hidden, text);
        const ExperimentPanel &panel = *fixture.workspace->experimentPanel();
        QVERIFY(panel.message("hidden").contains(QStringLiteral("1 to 8 widths")));
        QCOMPARE(panel.experiment(), smallExperiment());
        QTest::qWait(120);
        QCOMPARE(fixture.run(), run);

        enter(hidden, QStringLiteral("5, 3"));
        QCOMPARE(panel.message("hidden"), QString());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.state() == RunState::Ready, patience);
        QCOMPARE(fixture.workspace->snapshot()->experiment.hidden, (std::vector<int>{5, 3}));
    }

    void otherSettingsApplyWhileHiddenLayersAreInvalid()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->experimentPanel()->group(SettingGroup::Network)->moreButton()->setChecked(true);
        enter(field<QLineEdit>(fixture, QStringLiteral("Hidden layers")), QStringLiteral("x"));
        field<NumberSpinBox>(fixture, QStringLiteral("Samples"))->setValue(80);
        QCOMPARE(generated(fixture.workspace->experiment().data).samples, 80);
        QCOMPARE(fixture.workspace->experiment().hidden, smallExperiment().hidden);
        QVERIFY(!fixture.workspace->experimentPanel()->message("hidden").isEmpty());
    }

    void aTestShareThatLeavesNothingIsExplained()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        field<NumberSpinBox>(fixture, QStringLiteral("Samples"))->setValue(2);
        const Experiment before = fixture.workspace->experiment();
        field<NumberSpinBox>(fixture, QStringLiteral("Test share"))->setValue(0.9);
        QVERIFY(!fixture.workspace->experimentPanel()->message("test-fraction").isEmpty());
        QCOMPARE(field<NumberSpinBox>(fixture, QStringLiteral("Test share"))->value(), 0.9); // to be put right
        QCOMPARE(fixture.workspace->experiment(), before);
    }

    void theLearningRateAppliesToTheRunThatGoesOn()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        fixture.workspace->controller().step();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
        const std::uint64_t run = fixture.run();
        field<NumberSpinBox>(fixture, QStringLiteral("Learning rate η"))->setValue(0.05);
        field<NumberSpinBox>(fixture, QStringLiteral("Stop after epochs"))->setValue(3);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
        QCOMPARE(fixture.run(), run);
        QCOMPARE(fixture.epoch(), std::int64_t{3});
        QCOMPARE(fixture.workspace->snapshot()->experiment.models.front().optimizer.learningRate, 0.05);
    }

    void oneToSixModelsCanBeCompared()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        ModelList &list = *fixture.workspace->experimentPanel()->models();
        for (const Activation &activation : activations())
            list.addModel(activation);
        QCOMPARE(list.rows().size(), Experiment::maxModels);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->evidence()->moment().models(), Experiment::maxModels, patience);
        while (list.rows().size() > 1)
            emit list.rows().back()->removeRequested();
        emit list.rows().back()->removeRequested();
        QCOMPARE(list.rows().size(), std::size_t{1});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->evidence()->moment().models(), std::size_t{1}, patience);
    }

    void modelsOfOneActivationHaveColoursOfTheirOwn()
    {
        Experiment twice = smallExperiment();
        twice.models[0].activations = {makeSpec(*twice.models[1].activation().activation, {0.2})};
        WorkspaceFixture fixture(twice);
        WAIT_READY(fixture, twice);
        const StripChart &chart = fixture.workspace->timeline()->plot()->strip(0);
        QVERIFY(chart.curve(0)->graph->pen().color() != chart.curve(1)->graph->pen().color());
        QCOMPARE(chart.curve(0)->graph->pen().color(), chart.curve(0, 1)->graph->pen().color());
    }

    void aRunThatGoesOnGoesOnAfterAChange()
    {
        Experiment endless = smallExperiment();
        endless.stop.epochs = 1'000'000;
        WorkspaceFixture fixture(endless);
        WAIT_READY(fixture, endless);
        fixture.workspace->controller().playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Running, patience);
        const std::uint64_t run = fixture.run();
        field<NumberSpinBox>(fixture, QStringLiteral("Data seed"))->setValue(7);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.state() == RunState::Running && fixture.epoch() > 1, patience);
    }

    void theConfigurationSurvivesARestart()
    {
        Experiment changed = smallExperiment();
        changed.models.push_back({.activations = {makeSpec(*changed.models[1].activation().activation, {0.2})}});
        generated(changed.data).noise = 0.125;
        generated(changed.data).seed = 4'000'000'000u;
        changed.hidden = {7, 5};
        QString experiment;
        QJsonObject view;
        {
            WorkspaceFixture fixture(changed);
            fixture.workspace->controls()->setPace(0);
            fixture.workspace->timeline()->setLogarithmic(true);
            fixture.workspace->timeline()->chooseSeries({QStringLiteral("loss"), QStringLiteral("dead-units")});
            experiment = savedExperiment(fixture.workspace->experiment());
            view = fixture.workspace->saveState();
        }
        WorkspaceFixture fixture(restoredExperiment(experiment).value());
        fixture.workspace->restoreState(view);
        WAIT_READY(fixture, changed);
        QCOMPARE(fixture.workspace->controls()->pace(), 0.0);
        QVERIFY(fixture.workspace->timeline()->isLogarithmic());
        QVERIFY(fixture.workspace->timeline()->plot()->strip(0).isLogarithmic());
        QCOMPARE(fixture.workspace->timeline()->shownSeries(), (QStringList{QStringLiteral("loss"), QStringLiteral("dead-units")}));

        QVERIFY(!restoredExperiment(experiment.replace(QLatin1String("leaky_relu"), QLatin1String("nonsense"))));
    }

    void thePaceReachesFromOneEpochASecondToAsFastAsItGoes()
    {
        WorkspaceFixture fixture;
        RunControls &controls = *fixture.workspace->controls();
        controls.paceSlider()->setValue(controls.paceSlider()->minimum());
        QCOMPARE(controls.pace(), 1.0);
        QCOMPARE(controls.paceText(), QStringLiteral("1 epoch/s"));
        controls.paceSlider()->setValue(controls.paceSlider()->maximum());
        QCOMPARE(controls.pace(), 0.0);
        QCOMPARE(controls.paceText(), QStringLiteral("as fast as it goes"));
        controls.setPace(20);
        QCOMPARE(controls.pace(), 20.0);
    }

    void everyControlHasATooltipAndAnAccessibleName()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        for (const QWidget *widget : fixture.workspace->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QSlider *>(widget)
                || (qobject_cast<const QLineEdit *>(widget) && !qobject_cast<const QAbstractSpinBox *>(widget->parent()));
            if (!isControl || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->toolTip().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestTrainingSettings)
#include "tst_training_settings.moc"
