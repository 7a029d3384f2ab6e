// What core says of wrong input is said in the language of the window: its sentences are among the texts for translators, and are
// shown translated, with their values in place.
#include "core/activations/activation_spec.h"
#include "core/activations/formula.h"
#include "core/base/errors.h"
#include "core/io/ready_experiments.h"
#include "core/training/experiment.h"
#include "tests/support/patience.h"
#include "ui/base/translation.h"
#include "ui/functions/formula/formula_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <set>

using namespace actiscope;

namespace {

/** The sentences that translators get for core. */
std::set<std::string> textsForTranslators()
{
    QFile file(QStringLiteral(ACTISCOPE_SOURCE_DIR "/resources/translations/actiscope_ko.ts"));
    std::set<std::string> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source") && context == QLatin1String("core"))
            texts.insert(xml.readElementText().toStdString());
    }
    return texts;
}

/** Puts what translators get in brackets. */
class Brackets : public QTranslator {
public:
    Brackets() { QCoreApplication::installTranslator(this); }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isKnown = std::string_view(context) == "core" && m_known.contains(source);
        return isKnown ? QStringLiteral("[%1]").arg(QString::fromUtf8(source)) : QString();
    }
    bool isEmpty() const override { return false; }

private:
    std::set<std::string> m_known = textsForTranslators();
};

/** What is said of a formula. */
Message formulaMessage(const std::string &formula)
{
    try {
        makeFormulaActivation(formula);
    } catch (const FormulaError &error) {
        return error.message();
    }
    return {};
}

/** What is said to be accepted where `change` is made to the default experiment. */
template <class Change>
Message settingMessage(const Change &change)
{
    Experiment experiment = defaultExperiment();
    try {
        change(experiment);
        validate(experiment);
    } catch (const ConfigurationError &error) {
        return error.accepted();
    }
    return {};
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void whatIsSaidOfFormulasIsThereForTranslators();
    void whatIsSaidOfSettingsIsThereForTranslators();
    void whatReadyExperimentsSayIsThereForTranslators();
    void valuesAndSentencesWithinAreInPlace();
    void windowShowsTheTranslation();
};

void TestTranslation::whatIsSaidOfFormulasIsThereForTranslators()
{
    const std::set<std::string> known = textsForTranslators();
    const std::string brackets(120, '(');
    std::set<std::string> seen;
    for (const std::string &formula : std::vector<std::string>{"",
                                                               "1",
                                                               "x+",
                                                               "x)",
                                                               "(x",
                                                               "x,2",
                                                               "x 2",
                                                               "x*?",
                                                               "x<1?x",
                                                               "x?1:2",
                                                               "x/0",
                                                               "xsin(x)",
                                                               "x2",
                                                               "not x",
                                                               "x and x>1",
                                                               "where(x,1,2)",
                                                               "|x",
                                                               "√x²",
                                                               "sin^-1(x)",
                                                               "x²⁻",
                                                               "[x]",
                                                               "np.exp(x)",
                                                               "elu(x,9)",
                                                               "elu(x,x)",
                                                               "elu(x,1,2)",
                                                               "x if x>0 else 1",
                                                               "1e31*x",
                                                               "x^101",
                                                               "foo(x)",
                                                               "tahn(x)",
                                                               "xx",
                                                               "sin",
                                                               "max(x)",
                                                               "sin(x,2)",
                                                               "max(x,1,2)",
                                                               "x#",
                                                               "x=1",
                                                               "\x01x",
                                                               ".",
                                                               "1e20*1e20*x",
                                                               brackets + "x",
                                                               std::string(1001, 'x'),
                                                               "sqrt(0-1-x*x)",
                                                               "x+1e-40"}) {
        const Message message = formulaMessage(formula);
        QVERIFY2(known.contains(message.pattern()), (formula.substr(0, 40) + ": " + message.text()).c_str());
        seen.insert(message.pattern());
    }
    QVERIFY2(seen.size() >= 35, QByteArray::number(int(seen.size()))); // so many different ones, not always the same
}

void TestTranslation::whatIsSaidOfSettingsIsThereForTranslators()
{
    const std::set<std::string> known = textsForTranslators();
    const auto isKnown = [&](const Message &message) { return !message.empty() && known.contains(message.pattern()); };
    QVERIFY(isKnown(settingMessage([](Experiment &e) { generated(e.data).samples = 1; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { generated(e.data).noise = -1; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { generated(e.data).classes = 9; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { generated(e.data).factor = 1; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { e.split.testFraction = 1; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { e.models.clear(); })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { e.hidden = {0}; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { e.stop.epochs = 0; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { e.batchSize = -1; })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.learningRate = 0;
    })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.momentum = 1;
    })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.l2 = -1;
    })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("elu:alpha=1000")}); })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("elu:beta=1")}); })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("relu:alpha=1")}); })));
    QVERIFY(
        isKnown(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("rrelu:lower=0.5,upper=0.1")}); })));
    QVERIFY(isKnown(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("formula:x+")}); })));
}

/** Their sentences are in no source but in one that the build makes of their files: lupdate has to read it, too. */
void TestTranslation::whatReadyExperimentsSayIsThereForTranslators()
{
    const std::set<std::string> known = textsForTranslators();
    for (const ReadyExperiment &ready : readyExperiments()) {
        for (const std::string &sentence : {ready.notes.title, ready.notes.summary, ready.notes.about})
            QVERIFY2(known.contains(sentence), (ready.name + ": '" + sentence + "' is not in the .ts (see ui/CMakeLists.txt)").c_str());
    }
}

void TestTranslation::valuesAndSentencesWithinAreInPlace()
{
    const Brackets translator;
    QCOMPARE(translated(formulaMessage("x*tahn(x)")), QStringLiteral("[there is no 'tahn'; did you mean 'tanh'?]"));
    QCOMPARE(translated(settingMessage([](Experiment &e) { setActivations(e, std::vector{parseActivationSpec("formula:x/0")}); })),
             QStringLiteral("[at character 1 of the formula (the first is 0): [this divides by 0]]"));
    // Names and what was typed stay as they are, also where a text of ours reads the same.
    QVERIFY(textsForTranslators().contains("activation"));
    QCOMPARE(translated(Message(ACTISCOPE_TR("core", "activation"))), QStringLiteral("[activation]"));
    QCOMPARE(translated(ConfigurationError("activation", "activation", std::string("none")).message()),
             QStringLiteral("[activation: 'activation' is not accepted; none]"));
    // What was given is not taken for a place.
    QCOMPARE(translated(Message(ACTISCOPE_TR("core", "%1 is at most %2"), {"%2", "100 %1"})), QStringLiteral("[%2 is at most 100 %1]"));
    QCOMPARE(translated(BackendError("clFinish", "%1").message()), QStringLiteral("[clFinish failed: %1]"));
    QCOMPARE(QString::fromUtf8(BackendError("clFinish", {"%1 gone", {"all"}}).what()), QStringLiteral("clFinish failed: all gone"));
}

void TestTranslation::windowShowsTheTranslation()
{
    const Brackets translator;
    FormulaDialog dialog(Theme::light());
    auto &message = *dialog.findChild<QLabel *>(QStringLiteral("formulaMessage"));
    dialog.findChild<QLineEdit *>(QStringLiteral("formulaField"))->setText(QStringLiteral("x/0"));
    QTRY_COMPARE_WITH_TIMEOUT(message.text(), QStringLiteral("[this divides by 0]."), test::patience);
}

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
