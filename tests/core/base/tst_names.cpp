// What people type for a name, and what is said of what is none; numbers as text.
#include "core/activations/activation.h"
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/training/experiment.h"
#include "tests/support/reference_data.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cctype>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <map>
#include <set>

using namespace actiscope;

namespace {

struct AliasRow {
    std::string option, word, names;
};

const std::vector<AliasRow> &aliasRows()
{
    static const std::vector<AliasRow> rows = {
#define ALIAS(option, word, names) {option, word, names},
#include "core/base/aliases.def"
#undef ALIAS
    };
    return rows;
}

/** What --option makes of the text: a name, or the sentence with which it is refused. */
std::string understood(const std::string &option, const std::string &text)
{
    static const std::map<std::string, std::function<std::string(const std::string &)>> readers = {
        {"activation", [](const std::string &t) { return parseActivationSpec(t).activation->id; }},
        {"init", [](const std::string &t) { return std::string(initializationName(parseInitialization(t))); }},
        {"loss", [](const std::string &t) { return std::string(lossName(parseLoss(t))); }},
        {"optimizer", [](const std::string &t) { return std::string(optimizerChoice(t).name); }},
        {"data", [](const std::string &t) { return std::string(findDataKind(t).name); }},
    };
    try {
        return readers.at(option)(text);
    } catch (const ConfigurationError &error) {
        return error.accepted().text();
    }
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void isUnderstood_data();
    void isUnderstood();
    void caseHyphensAndBlanksDoNotMatter();
    void everyAliasIsUnderstoodOrNamesTheCandidates();
    void noAliasHidesAName();
    void farWordsAreNotProposed_data();
    void farWordsAreNotProposed();
    void everyNanIsTheSame();
    void numbersBeyondDoublesAreNamed();
    void decimalCommasAreNamed();
    void optimizersBeginAsPyTorchs();
};

void TestNames::isUnderstood_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char *option, const char *text, const char *meaning) {
        QTest::addRow("%s %s", option, text) << option << text << meaning;
    };
    row("activation", "swish", "silu");
    row("activation", "Swish:beta=2", "silu");
    row("activation", "linear", "identity");
    row("activation", "none", "identity");
    row("activation", "Leaky-ReLU", "leaky_relu");
    row("activation", "leakyrelu:alpha=0.2", "leaky_relu");
    row("activation", "Hard Swish", "hardswish");
    row("activation", "log_sigmoid", "logsigmoid");
    row("init", "kaiming_uniform", "he-uniform");
    row("init", "xavier_normal_", "glorot-normal");
    row("init", "PyTorch", "pytorch");
    row("loss", "BCE", "cross-entropy");
    row("loss", "ce", "cross-entropy");
    row("loss", "cross_entropy", "cross-entropy");
    row("loss", "CrossEntropyLoss", "cross-entropy");
    row("loss", "l2", "mse");
    row("loss", "squared", "mse");
    row("optimizer", "AdamW", "adamw");
    row("optimizer", "adam-w", "adamw");
    row("optimizer", "rms", "rmsprop");
    row("optimizer", "NAG", "nesterov");
    row("data", "two-moons", "moons");
    row("data", "make_moons", "moons");
    row("data", "rings", "circles");
    // What may mean several is not chosen for anybody.
    row("init", "xavier", "did you mean 'glorot-normal' or 'glorot-uniform'?");
    row("init", "he", "did you mean 'he-normal' or 'he-uniform'?");
    row("init", "Kaiming", "did you mean 'he-normal' or 'he-uniform'?");
    row("activation", "shrink", "did you mean 'hardshrink', 'softshrink', 'tanhshrink'?");
    row("data", "regression", "did you mean 'plane' or 'bumps'?");
    row("activation", "tahn", "did you mean 'tanh'?");
    row("activation", "sigmod", "did you mean 'sigmoid'?");
    row("activation", "sig", "did you mean 'sigmoid'?");
    row("optimizer", "adamm", "did you mean 'adam' or 'adamw'?");
}

void TestNames::isUnderstood()
{
    QFETCH(QString, option);
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const QString found = QString::fromStdString(understood(option.toStdString(), text.toStdString()));
    QVERIFY2(found == meaning || (meaning.endsWith('?') && found.startsWith(meaning)), qPrintable(found));
}

void TestNames::caseHyphensAndBlanksDoNotMatter()
{
    for (const Activation &activation : activations()) {
        std::string shouted = activation.id;
        for (char &c : shouted)
            c = c == '_' ? '-' : static_cast<char>(std::toupper(c));
        QCOMPARE(understood("activation", shouted), activation.id);
        if (activation.name.find('(') == std::string::npos)
            QCOMPARE(understood("activation", activation.name), activation.id);
    }
}

void TestNames::everyAliasIsUnderstoodOrNamesTheCandidates()
{
    for (const AliasRow &alias : aliasRows()) {
        if (!std::set<std::string>{"activation", "init", "loss", "optimizer", "data"}.contains(alias.option))
            continue;
        const std::string found = understood(alias.option, alias.word);
        if (alias.names.find(' ') == std::string::npos)
            QCOMPARE(found, alias.names);
        for (const QString &name : QString::fromStdString(alias.names).split(' '))
            QVERIFY2(found.find(name.toStdString()) != std::string::npos, found.c_str());
    }
}

void TestNames::noAliasHidesAName()
{
    std::set<std::pair<std::string, std::string>> seen;
    for (const AliasRow &alias : aliasRows()) {
        QVERIFY2(seen.emplace(alias.option, alias.word).second, alias.word.c_str());
        QVERIFY2(std::ranges::all_of(alias.word, [](char c) { return !std::isupper(c) && !std::strchr("-_ ", c); }), alias.word.c_str());
        if (alias.option == "activation")
            QVERIFY2(!findActivation(alias.word), alias.word.c_str());
    }
}

void TestNames::farWordsAreNotProposed_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    for (const auto &[option, text] : std::initializer_list<std::pair<const char *, const char *>>{{"activation", "maxout"},
                                                                                                   {"activation", "softmax"},
                                                                                                   {"activation", ""},
                                                                                                   {"activation", "swoosh"},
                                                                                                   {"init", "orthogonal"},
                                                                                                   {"init", "zeros"},
                                                                                                   {"loss", "mae"},
                                                                                                   {"loss", "hinge"},
                                                                                                   {"loss", "l1"},
                                                                                                   {"optimizer", "lbfgs"},
                                                                                                   {"optimizer", "adadelta"},
                                                                                                   {"data", "iris"},
                                                                                                   {"data", "mnist"}})
        QTest::addRow("%s %s", option, text) << option << text;
}

void TestNames::farWordsAreNotProposed()
{
    QFETCH(QString, option);
    QFETCH(QString, text);
    const std::string found = understood(option.toStdString(), text.toStdString());
    QVERIFY2(found.starts_with("accepted: ") && found.find("did you mean") == std::string::npos, found.c_str());
}

void TestNames::everyNanIsTheSame()
{
    for (const std::uint64_t bits :
         {0x7ff8000000000000u, 0xfff8000000000000u, 0x7fffffffffffffffu, 0xfff0000000000001u, 0x7ff0000000000001u}) {
        QCOMPARE(numberText(std::bit_cast<double>(bits)), std::string("nan"));
        QCOMPARE(fixedText(std::bit_cast<double>(bits), 4), std::string("nan"));
    }
    QCOMPARE(numberText(HUGE_VAL), std::string("inf"));
    QCOMPARE(fixedText(-HUGE_VAL, 4), std::string("-inf"));
    QCOMPARE(fixedText(0.12345, 4), std::string("0.1235"));
    QCOMPARE(fixedText(1e300, 4), std::string("1e+300"));
}

void TestNames::numbersBeyondDoublesAreNamed()
{
    for (const char *text : {"1e400", "-1e400", "1e99999", "1797693134862315700000e300"}) {
        QVERIFY(!parseNumber(text));
        QVERIFY2(numberFault(text) && numberFault(text)->text().find("1.7976931348623157e+308") != std::string::npos, text);
    }
    for (const char *text : {"1e-400", "1e-99999", "0.00001e-400"})
        QCOMPARE(parseNumber(text), std::optional(0.0));
    QCOMPARE(parseNumber("5e-324"), std::optional(std::numeric_limits<double>::denorm_min()));
    QVERIFY(std::signbit(parseNumber("-1e-400").value()));
    for (const char *text : {"", "x", "1x", "--1", "+-1", "e5"})
        QVERIFY2(!parseNumber(text) && !numberFault(text), text);
}

void TestNames::decimalCommasAreNamed()
{
    for (const char *text : {"0,2", "-1,5", "1,5e3", ",5"})
        QVERIFY2(numberFault(text) && numberFault(text)->text().find("decimal sign is '.'") != std::string::npos, text);
    for (const char *text : {"1,2,3", ",", "a,b"})
        QVERIFY2(!numberFault(text), text);
}

void TestNames::optimizersBeginAsPyTorchs()
{
    const QJsonObject table = reference::readJson("optimizer_defaults.json");
    QCOMPARE(table.size(), 4);
    for (auto row = table.begin(); row != table.end(); ++row) {
        const OptimizerSettings &ours = optimizerChoice(row.key().toStdString()).settings;
        const std::map<QString, double> settings = {{"momentum", ours.momentum},
                                                    {"nesterov", ours.nesterov},
                                                    {"smoothing", ours.smoothing},
                                                    {"beta1", ours.beta1},
                                                    {"beta2", ours.beta2},
                                                    {"epsilon", ours.epsilon},
                                                    {"l2", ours.l2}};
        const QJsonObject theirs = row.value().toObject();
        QVERIFY(theirs.size() >= 3);
        for (auto setting = theirs.begin(); setting != theirs.end(); ++setting)
            QCOMPARE(settings.at(setting.key()), setting->isBool() ? setting->toBool() : setting->toDouble());
    }
    for (const OptimizerChoice &choice : optimizerChoices()) {
        QCOMPARE(choice.settings.l1, 0.0);
        QCOMPARE(choice.settings.clipNorm, 0.0);
    }
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
