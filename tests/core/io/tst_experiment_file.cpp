// Experiments as text: what is written reads back, and what is damaged, newer or hostile is refused in one line with its place. The seed of the random
// texts is printed and can be given in ACTISCOPE_FUZZ_SEED.
#include "core/activations/builtin_activations.h"
#include "core/data/data_generators.h"
#include "core/io/experiment_file.h"
#include "core/training/setting.h"
#include "tests/support/small_experiment.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace actiscope;
using namespace actiscope::test;

class TestExperimentFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyExperimentReadsBack();
    void whatDoesNotApplyIsKeptForTheWindowAlone();
    void whatIsKeptReadsBack();
    void givenPointsReadBack();
    void whatIsLeftOutIsDefault();
    void whatIsWrongIsRefusedWithItsPlace_data();
    void whatIsWrongIsRefusedWithItsPlace();
    void damagedTextsAreUnderstoodOrRefused();
    void hugeAndDeepTextsAreRefusedAtOnce();
    void schemaNamesEverySetting();

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    double share() { return below(1000) / 1000.0; }
    Experiment anyExperiment();
    SettingValue anyValue(const Setting &setting);
    std::string damaged(std::string text);

    std::mt19937 m_random;
};

void TestExperimentFile::initTestCase()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED") : std::random_device()();
    qInfo("ACTISCOPE_FUZZ_SEED=%u", seed);
    m_random.seed(seed);
}

/** Within the setting's range. */
SettingValue TestExperimentFile::anyValue(const Setting &setting)
{
    const SettingRange &range = setting.range;
    const double low = range.minimum, high = std::min(range.maximum, low + 50);
    switch (setting.kind) {
    case SettingKind::Switch:
        return below(2) == 0;
    case SettingKind::Whole:
        return std::floor(low + share() * (high - low));
    case SettingKind::Number:
        return low + (share() * 0.9 + 0.05) * (high - low);
    case SettingKind::Name: {
        const std::vector<SettingChoice> choices = setting.choices();
        return std::string(choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))].name);
    }
    case SettingKind::Wholes:
        return std::vector<double>{1.0 + below(20), 1.0 + below(20)};
    case SettingKind::Numbers:
        return std::vector<double>{-share(), share()};
    case SettingKind::Names: {
        std::vector<std::string> names;
        for (const SettingChoice &choice : setting.choices()) {
            if (below(2) == 0)
                names.emplace_back(choice.name);
        }
        return names;
    }
    case SettingKind::Formula:
        return std::string(below(2) == 0 ? "sin(3*x)" : "x^2-0.5");
    case SettingKind::Activations: {
        std::vector<std::string> texts;
        for (int i = below(2); i >= 0; --i)
            texts.push_back(activations()[static_cast<std::size_t>(below(static_cast<int>(activations().size())))].id);
        return texts;
    }
    case SettingKind::Folder:
        return std::string("/some/where");
    case SettingKind::Points:
        break;
    }
    return {};
}

/** Any values of the settings that apply, if it is valid with them. */
Experiment TestExperimentFile::anyExperiment()
{
    Experiment experiment = defaultExperiment();
    experiment.models.resize(static_cast<std::size_t>(1 + below(4)), experiment.models.front());
    for (const Setting &setting : settings()) {
        for (std::size_t model = 0; model < (setting.isPerModel ? experiment.models.size() : 1); ++model) {
            if (setting.kind == SettingKind::Points || below(3) == 0 || !applies(setting, experiment, model))
                continue;
            Experiment changed = experiment;
            setting.set(changed, model, anyValue(setting));
            try {
                validate(changed);
                experiment = changed;
            } catch (const ConfigurationError &) {
            }
        }
    }
    return experiment;
}

void TestExperimentFile::anyExperimentReadsBack()
{
    for (int i = 0; i < 1000; ++i) {
        const Experiment experiment = anyExperiment();
        const std::string text = experimentText(experiment);
        const Experiment back = parseExperiment(text);
        QVERIFY2(differences(experiment, back).empty() && back.models.size() == experiment.models.size(), text.c_str());
        QCOMPARE(experimentText(back), text);
    }
}

/** Circles of another radius, moons meanwhile, and circles again: as a hand does it, with a restart in between. */
void TestExperimentFile::whatDoesNotApplyIsKeptForTheWindowAlone()
{
    Experiment experiment = smallExperiment();
    const Setting &data = *findSetting("data"), &factor = *findSetting("factor"), &beta = *findSetting("beta1");
    data.set(experiment, 0, std::string("circles"));
    factor.set(experiment, 0, 0.25);
    beta.set(experiment, 1, 0.75);
    experiment.models[1].optimizer.method = OptimizerMethod::Sgd;
    data.set(experiment, 0, std::string("moons"));
    QVERIFY(!applies(factor, experiment) && !applies(beta, experiment, 1));

    const std::string text = experimentText(experiment), kept = keptExperimentText(experiment);
    QVERIFY(text.find("factor") == std::string::npos && text.find("beta1") == text.rfind("beta1")); // the first model's
    Experiment back = parseKeptExperiment(kept);
    QVERIFY(back == experiment);
    data.set(back, 0, std::string("circles"));
    QVERIFY(factor.get(back, 0) == SettingValue(0.25));
    QVERIFY(parseKeptExperiment(text) == parseExperiment(text)); // as earlier versions kept it

    try { // a file says what applies, and nothing else
        parseExperiment(kept);
        QFAIL("accepted");
    } catch (const ExperimentFileError &error) {
        QCOMPARE(QByteArray::fromStdString(error.place()), QByteArray("/unused"));
    }
    for (const auto &[unused, place] : {std::pair{R"({"factor": 2})", "/unused/factor"},
                                        {R"({"radius": 1})", "/unused/radius"},
                                        {"[]", "/unused"},
                                        {R"({"models": [{}]})", "/unused/models"},
                                        {R"({"models": [{}, {"beta1": "a"}]})", "/unused/models/1/beta1"}}) {
        QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        const QJsonDocument given = QJsonDocument::fromJson(unused);
        object["unused"] = given.isArray() ? QJsonValue(given.array()) : QJsonValue(given.object());
        try {
            parseKeptExperiment(QJsonDocument(object).toJson().toStdString());
            QFAIL(unused);
        } catch (const ExperimentFileError &error) {
            QCOMPARE(QByteArray::fromStdString(error.place()), QByteArray(place));
        }
    }
}

/** Whatever was set, whether it applies or not. */
void TestExperimentFile::whatIsKeptReadsBack()
{
    for (int i = 0; i < 1000; ++i) {
        Experiment experiment = anyExperiment();
        for (const Setting &setting : settings()) {
            const bool isPlain = setting.kind == SettingKind::Number || setting.kind == SettingKind::Switch;
            for (std::size_t model = 0; model < (setting.isPerModel ? experiment.models.size() : 1); ++model) {
                if (!isPlain || applies(setting, experiment, model) || below(2) == 0)
                    continue;
                Experiment changed = experiment;
                setting.set(changed, model, anyValue(setting));
                try {
                    validate(changed);
                    experiment = changed;
                } catch (const ConfigurationError &) {
                }
            }
        }
        const std::string text = keptExperimentText(experiment);
        const Experiment back = parseKeptExperiment(text);
        QVERIFY2(keptExperimentText(back) == text, text.c_str());
        for (const Setting &setting : settings()) {
            for (std::size_t model = 0; model < (setting.isPerModel ? experiment.models.size() : 1); ++model)
                QVERIFY2(setting.get(back, model) == setting.get(experiment, model), (std::string(setting.name) + " in " + text).c_str());
        }
        QVERIFY2(differences(parseExperiment(experimentText(experiment)), experiment).empty(), text.c_str());
    }
}

void TestExperimentFile::givenPointsReadBack()
{
    Experiment experiment = smallExperiment();
    const LabelledPoints labels{.features = 3, .coordinates = {0, 1, 2, 3, 4, 5, 6, 7, 0.125}, .labels = {0, 1, 4}};
    const LabelledPoints values{.features = 1, .coordinates = {0, 1, 2}, .targetCount = 2, .targets = {1, 2, 3, 4, 5, 1e-300}};
    for (const LabelledPoints &points : {labels, values}) {
        findSetting("points")->set(experiment, 0, GivenPoints{std::make_shared<const LabelledPoints>(points)});
        validate(experiment);
        QVERIFY(parseExperiment(experimentText(experiment)) == experiment);
        QVERIFY(makeCohort(experiment).shape.inputs == static_cast<int>(points.features));
    }
}

void TestExperimentFile::whatIsLeftOutIsDefault()
{
    const Experiment experiment =
        parseExperiment(R"({"version": 1, "models": [{"activation": "relu"}, {"activation": "leaky_relu:alpha=0.01"}]})");
    QVERIFY(experiment == defaultExperiment());
    QVERIFY(parseExperiment(R"({"version": 1, "data": "plane", "models": [{"activation": "relu"}]})").loss == Loss::MeanSquaredError);
}

void TestExperimentFile::whatIsWrongIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const char *text, const char *place) {
        QTest::newRow(name) << QByteArray(text).replace("MODELS", R"("models": [{"activation": "relu"}])").replace("V1", R"("version": 1)")
                            << QByteArray(place);
    };
    row("empty", "", "line 1, column 1");
    row("no JSON", "{V1,\n MODELS,, }", "line 2, column ");
    row("cut off", "{V1,\n MODELS", "line 2, column ");
    row("trailing text", "{V1, MODELS}\n x", "line 2, column 2");
    row("a list", "[]", "/");
    row("no version", "{MODELS}", "/version");
    row("newer", R"({"version": 2, MODELS})", "/version");
    row("a version of text", R"({"version": "1", MODELS})", "/version");
    row("no models", "{V1}", "/models");
    row("none", R"({V1, "models": []})", "/models");
    row("a model of text", R"({V1, "models": ["relu"]})", "/models/0");
    row("no activation", R"({V1, "models": [{}]})", "/models/0");
    row("unknown", R"({V1, MODELS, "colour": "red"})", "/colour");
    row("unknown of a model", R"({V1, "models": [{"activation": "relu"}, {"activation": "relu", "colour": 1}]})", "/models/1/colour");
    row("another spelling", R"({V1, "models": [{"activation": "relu", "learning_rate": 1}]})", "/models/0/learning_rate");
    row("a model's outside", R"({V1, MODELS, "learning-rate": 0.1})", "/learning-rate");
    row("another's in a model", R"({V1, "models": [{"activation": "relu", "epochs": 3}]})", "/models/0/epochs");
    row("twice", R"({V1, "epochs": 3, "epochs": 4, MODELS})", "/epochs");
    row("twice in a model", R"({V1, "models": [{"activation": "relu", "l1": 0, "l1": 0}]})", "/models/0/l1");
    row("10⁹ samples", R"({V1, "samples": 1000000000, MODELS})", "/samples");
    row("a whole number and a bit", R"({V1, "samples": 100.5, MODELS})", "/samples");
    row("NaN", R"({V1, "noise": NaN, MODELS})", "line 1, column ");
    row("beyond double", R"({V1, "noise": 1e999, MODELS})", "line 1, column ");
    row("text for a number", R"({V1, "noise": "0.1", MODELS})", "/noise");
    row("null", R"({V1, "noise": null, MODELS})", "/noise");
    row("a number for a name", R"({V1, "data": 3, MODELS})", "/data");
    row("a name that is none", R"({V1, "data": "suns", MODELS})", "/data");
    row("a word for a switch", R"({V1, "stratify": "yes", MODELS})", "/stratify");
    row("a width for the layers", R"({V1, "hidden": 64, MODELS})", "/hidden");
    row("a wide layer", R"({V1, "hidden": [64, 4096], MODELS})", "/hidden/1");
    row("many layers", R"({V1, "hidden": [1,1,1,1,1,1,1,1,1], MODELS})", "/hidden");
    row("does not apply", R"({V1, "factor": 0.5, MODELS})", "/factor");
    row("does not apply to the model", R"({V1, "models": [{"activation": "relu", "optimizer": "sgd", "beta1": 0.5}]})", "/models/0/beta1");
    row("out of range", R"({V1, "models": [{"activation": "relu"}, {"activation": "relu", "beta1": 1}]})", "/models/1/beta1");
    row("an activation that is none", R"({V1, "models": [{"activation": "rellu"}]})", "/models/0/activation");
    row("two layers, three activations", R"({V1, "models": [{"activation": ["relu", "relu", "relu"]}]})", "/models/0/activation");
    row("points without labels", R"({V1, "points": {"features": 1, "coordinates": [1, 2]}, MODELS})", "/points");
    row("points with text", R"({V1, "points": {"features": 1, "coordinates": [1, "2"], "labels": [0, 1]}, MODELS})",
        "/points/coordinates/1");
    row("points and a data set", R"({V1, "points": {"features": 1, "coordinates": [1, 2], "labels": [0, 1]}, "data": "moons", MODELS})",
        "/data");
}

void TestExperimentFile::whatIsWrongIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    try {
        parseExperiment(text.toStdString());
        QFAIL("accepted");
    } catch (const ExperimentFileError &error) {
        const QByteArray found = QByteArray::fromStdString(error.place());
        QVERIFY2(place.endsWith(' ') ? found.startsWith(place) : found == place, error.what());
        QVERIFY(!QByteArray(error.what()).contains('\n'));
    }
}

std::string TestExperimentFile::damaged(std::string text)
{
    static const std::vector<std::string> values = {"null", "true", "-1",  "0",    "1e308", "1000000000", "0.5", "\"relu\"",
                                                    "[]",   "{}",   "[0]", "\"\"", "[[[[",  "{\"a\": 1}", "nan", "\"formula:x/0\""};
    for (int change = 1 + below(3); change > 0; --change) {
        const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size()) + 1));
        const std::size_t colon = text.find(':', at);
        switch (below(4)) {
        case 0:
            if (!text.empty())
                text[std::min(at, text.size() - 1)] ^= static_cast<char>(1 << below(8));
            break;
        case 1:
            text.resize(at);
            break;
        case 2:
            text.insert(at, text.substr(0, static_cast<std::size_t>(below(200))));
            break;
        default:
            if (colon != std::string::npos)
                text.replace(colon + 1, std::min(text.find_first_of(",\n", colon), text.size()) - colon - 1,
                             values[static_cast<std::size_t>(below(static_cast<int>(values.size())))]);
            break;
        }
    }
    return text;
}

void TestExperimentFile::damagedTextsAreUnderstoodOrRefused()
{
    int understood = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = damaged(experimentText(anyExperiment()));
        try {
            const Experiment experiment = parseExperiment(text);
            validate(experiment);
            QVERIFY(differences(parseExperiment(experimentText(experiment)), experiment).empty());
            ++understood;
        } catch (const ExperimentFileError &error) {
            QVERIFY(!error.place().empty());
            const std::string_view line = error.what();
            QVERIFY2(line.find('\n') == std::string_view::npos, text.c_str());
            QVERIFY2(QString::fromUtf8(error.what()).size() < 3000, error.what());
        }
    }
    QVERIFY(understood > 0);
}

void TestExperimentFile::hugeAndDeepTextsAreRefusedAtOnce()
{
    QElapsedTimer clock;
    clock.start();
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(std::string(100'000'000, ' ')));
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(std::string(50'000'000, '[')));
    std::string objects;
    for (int i = 0; i < 1'000'000; ++i)
        objects += "{\"a\":";
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(objects));
    std::string models = R"({"version": 1, "models": [)";
    for (int i = 0; i < 5000; ++i)
        models += R"({"activation": "relu"},)";
    QVERIFY_THROWS_EXCEPTION(ExperimentFileError, parseExperiment(models + R"({"activation": "relu"}]})"));
    QVERIFY(clock.elapsed() < 20'000);
}

void TestExperimentFile::schemaNamesEverySetting()
{
    const QJsonObject schema = QJsonDocument::fromJson(QByteArray::fromStdString(experimentSchema())).object();
    const QJsonObject all = schema["properties"].toObject();
    const QJsonObject ofModels = all["models"].toObject()["items"].toObject()["properties"].toObject();
    for (const Setting &setting : settings()) {
        const QString name = QString::fromStdString(std::string(setting.name));
        QVERIFY2((setting.isPerModel ? ofModels : all).contains(name), qPrintable(name));
    }
    QVERIFY(all.contains("version"));
}

QTEST_GUILESS_MAIN(TestExperimentFile)
#include "tst_experiment_file.moc"
