// "Train these" at the foot of the list, and the one α that Functions and the models of the experiment have. By the real window.
#include "core/activations/activation_catalog.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/main_window.h"
#include "ui/window/services.h"

#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace actiscope;
using namespace actiscope::test;

namespace {

const Activation &leaky()
{
    return *findActivation("leaky_relu");
}

} // namespace

class TestTrainThese : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = makeWindow();
    }
    void cleanup() { m_window.reset(); }
    void theTickedOnesAreTrainedWithTheirParameters();
    void theButtonSaysHowManyAndWhyNot();
    void alphaIsOneForBoth();
    void aModelWithAnAlphaOfItsOwnKeepsIt();
    void aSliderThatIsHeldIsNoChangeYet();
    void whatIsLoadedOrRestoredIsNoHandsDoing();

private:
    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(eigenCatalog(),
                                                   std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat));
        window->show();
        return window;
    }
    FunctionsState &state() const { return m_window->page<FunctionsWorkspace>()->state(); }
    ExperimentDocument &document() const { return m_window->services().document; }
    QPushButton &button() const { return *m_window->findChild<QPushButton *>("trainThese"); }
    double alphaOfModel(std::size_t model) const { return document().experiment().models[model].activation().parameters.at(0); }
    double alphaShown() const { return state().parameters(leaky()).at(0); }
    /** As the article's, with these α of Leaky ReLU. */
    static Experiment withAlphas(double first, double second)
    {
        Experiment experiment = smallExperiment();
        setActivations(experiment, std::vector{makeSpec(leaky(), {first}), makeSpec(leaky(), {second})});
        return experiment;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestTrainThese::theTickedOnesAreTrainedWithTheirParameters()
{
    document().load(smallExperiment());
    state().setParameter(leaky(), 0, 0.3);
    state().showOnly({findActivation("gelu"), &leaky(), findActivation("elu")});
    QTest::mouseClick(&button(), Qt::LeftButton);
    QCOMPARE(m_window->workspace(), QStringLiteral("training"));
    const Experiment &experiment = document().experiment();
    QCOMPARE(experiment.models.size(), std::size_t{3});
    for (std::size_t m = 0; m < 3; ++m) {
        QVERIFY(experiment.models[m].activation().activation == state().shown()[m]);
        QVERIFY(experiment.models[m].activation().parameters == state().parameters(*state().shown()[m]));
        QVERIFY(experiment.models[m].optimizer == smallExperiment().models.front().optimizer); // which does not differ
    }
    QVERIFY(experiment.data == smallExperiment().data && experiment.hidden == smallExperiment().hidden);
    QVERIFY(m_window->services().training.awaited().isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->services().training.snapshot() && m_window->services().training.snapshot()->epoch > 0, patience);
    QVERIFY2(document().undo().undoText().contains("GELU"), qPrintable(document().undo().undoText()));
    document().undo().undo();
    QVERIFY(document().experiment() == smallExperiment());
}

void TestTrainThese::theButtonSaysHowManyAndWhyNot()
{
    std::vector<const Activation *> shown;
    for (const Activation *activation : state().available()) {
        state().showOnly(shown);
        const std::size_t count = shown.size();
        QCOMPARE(button().isEnabled(), count >= 1 && count <= Experiment::maxModels);
        QVERIFY(count < 2 || button().text().contains(QString::number(count)));
        QVERIFY(!button().toolTip().isEmpty() && (count <= Experiment::maxModels || button().toolTip().contains("6")));
        shown.push_back(activation);
    }
}

void TestTrainThese::alphaIsOneForBoth()
{
    state().setParameter(leaky(), 0, 0.2);
    document().load(withAlphas(0.2, 0.2));
    state().setParameter(leaky(), 0, 0.4);
    QCOMPARE(alphaOfModel(0), 0.4);
    QCOMPARE(alphaOfModel(1), 0.4);
    QCOMPARE(document().undo().count(), 1);
    document().undo().undo();
    QCOMPARE(alphaOfModel(0), 0.2);
    QCOMPARE(alphaShown(), 0.2);
    document().undo().redo();
    QCOMPARE(alphaShown(), 0.4);
    // And from there.
    document().apply(withAlphas(0.05, 0.4));
    QCOMPARE(alphaShown(), 0.05);
    QCOMPARE(alphaOfModel(1), 0.4); // who sets one model sets one model
}

void TestTrainThese::aModelWithAnAlphaOfItsOwnKeepsIt()
{
    state().setParameter(leaky(), 0, 0.2);
    document().load(withAlphas(0.01, 0.2));
    state().setParameter(leaky(), 0, 0.5);
    QCOMPARE(alphaOfModel(0), 0.01);
    QCOMPARE(alphaOfModel(1), 0.5);
    state().setParameter(*findActivation("elu"), 0, 0.5); // nobody has it
    QCOMPARE(document().undo().count(), 1);
}

void TestTrainThese::aSliderThatIsHeldIsNoChangeYet()
{
    state().setFocus(leaky());
    state().setParameter(leaky(), 0, 0.2);
    document().load(withAlphas(0.2, 0.2));
    state().beginBend();
    for (int i = 0; i < 20; ++i)
        state().bend(0, 0.2 + 0.01 * i, true);
    QCOMPARE(alphaOfModel(0), 0.2);
    state().endBend();
    QCOMPARE(alphaOfModel(0), alphaShown());
    QVERIFY(alphaShown() > 0.35);
    QCOMPARE(document().undo().count(), 1);
}

void TestTrainThese::whatIsLoadedOrRestoredIsNoHandsDoing()
{
    state().setParameter(leaky(), 0, 0.2);
    document().load(withAlphas(0.2, 0.2));
    document().load(withAlphas(0.7, 0.01));
    QCOMPARE(alphaShown(), 0.2);
    Experiment another = withAlphas(0.5, 0.5);
    another.hidden = {3};
    document().apply(another);
    QCOMPARE(alphaShown(), 0.2);
    document().load(withAlphas(0.7, 0.01));
    m_window->saveState();
    m_window = makeWindow();
    QCOMPARE(alphaShown(), 0.2);
    QCOMPARE(alphaOfModel(0), 0.7);
    QCOMPARE(alphaOfModel(1), 0.01);
    QVERIFY(!document().isModified());
}

QTEST_MAIN(TestTrainThese)
#include "tst_train_these.moc"
