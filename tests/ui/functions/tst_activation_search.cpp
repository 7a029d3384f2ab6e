// Choosing activations: words for names and properties, presets, keys. Real widgets, offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "core/analysis/activation_shape.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/list/activation_search.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The activations that the list shows, from above. */
QStringList listed(const Window &window)
{
    QStringList names;
    const QAbstractItemModel *model = window.workspace.list()->view()->model();
    for (int family = 0; family < model->rowCount(); ++family) {
        const QModelIndex parent = model->index(family, 0);
        for (int row = 0; row < model->rowCount(parent); ++row)
            names << model->index(row, 0, parent).data().toString();
    }
    return names;
}

QStringList namesOf(bool (*holds)(const Activation &))
{
    QStringList names;
    for (const Activation &activation : activations()) {
        if (holds(activation))
            names << QString::fromStdString(activation.name);
    }
    return names;
}

ActivationShape shapeOf(const Activation &activation)
{
    return actiscope::shapeOf(activation, activation.defaultParameters()).value();
}

bool hasParameter(const Activation &activation, const char *symbol)
{
    return std::ranges::any_of(activation.parameters, [symbol](const ActivationParameter &p) { return p.symbol == symbol; });
}

} // namespace

class TestActivationSearch : public QObject {
    Q_OBJECT

private slots:
    void wordsForPropertiesFindThoseThatHaveThem_data();
    void wordsForPropertiesFindThoseThatHaveThem();
    void otherNamesFindAnActivation_data();
    void otherNamesFindAnActivation();
    void severalWordsAllHaveToBeFound();
    void nonsenseFindsNothing();
    void everyPropertyWordIsNotOfAll();
    void aliasesAndPresetsAreOfActivationsThatExist();
    void presetShowsItsMembersAndNothingElse();
    void presetIsReachedByKeys();
    void typingInTheListSearches();
    void typingLeavesTheFocusWhereItIs();
    void noMatchIsSaidAndGoneBackFrom();
    void escapeInTheListShowsAllAgain();
    void severalAreCheckedByKeysAlone();
    void listTakesWhatBecomesAvailable();
};

void TestActivationSearch::wordsForPropertiesFindThoseThatHaveThem_data()
{
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("smooth") << namesOf([](const Activation &a) { return shapeOf(a).isSmooth(); });
    QTest::newRow("Monotonic") << namesOf([](const Activation &a) { return shapeOf(a).isMonotonic(); });
    QTest::newRow("non-monotonic") << namesOf([](const Activation &a) { return !shapeOf(a).isMonotonic(); });
    QTest::newRow("non monotonic") << namesOf([](const Activation &a) { return !shapeOf(a).isMonotonic(); });
    QTest::newRow("bounded") << namesOf([](const Activation &a) { return shapeOf(a).isBounded(); });
    QTest::newRow("bounded below") << namesOf([](const Activation &a) { return shapeOf(a).isBoundedBelow(); });
    QTest::newRow("has a kink") << namesOf([](const Activation &a) { return !shapeOf(a).isSmooth(); });
    QTest::newRow("has α") << namesOf([](const Activation &a) { return hasParameter(a, "α"); });
    QTest::newRow("has alpha") << namesOf([](const Activation &a) { return hasParameter(a, "α"); });
    QTest::newRow("has β") << namesOf([](const Activation &a) { return hasParameter(a, "β"); });
    QTest::newRow("learnable") << namesOf([](const Activation &a) { return a.isLearnable(); });
    QTest::newRow("  ") << namesOf([](const Activation &) { return true; });
}

void TestActivationSearch::wordsForPropertiesFindThoseThatHaveThem()
{
    QFETCH(QStringList, expected);
    QVERIFY(!expected.isEmpty());
    Window window;
    window.workspace.list()->searchField()->setText(QString::fromUtf8(QTest::currentDataTag()));
    QStringList found = listed(window);
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestActivationSearch::otherNamesFindAnActivation_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("swish") << "SiLU";
    QTest::newRow("logistic") << "Sigmoid";
    QTest::newRow("leaky_relu") << "Leaky ReLU";
    QTest::newRow("Hyperbolic") << "Tanh";
    QTest::newRow("rectif") << "ReLU6"; // by its group
}

void TestActivationSearch::otherNamesFindAnActivation()
{
    QFETCH(QString, name);
    Window window;
    QTest::keyClicks(window.workspace.list()->searchField(), QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(listed(window).contains(name), qPrintable(listed(window).join(QLatin1Char(' '))));
    QVERIFY(listed(window).size() < int(activations().size()));
}

void TestActivationSearch::severalWordsAllHaveToBeFound()
{
    const ActivationSearch search;
    for (const Activation &activation : activations()) {
        const ActivationShape shape = shapeOf(activation);
        QCOMPARE(search.matches(activation, QStringLiteral("smooth, bounded")), shape.isSmooth() && shape.isBounded());
    }
}

void TestActivationSearch::nonsenseFindsNothing()
{
    Window window;
    window.workspace.list()->searchField()->setText(QStringLiteral("xyzzy"));
    QVERIFY(listed(window).isEmpty());
}

void TestActivationSearch::everyPropertyWordIsNotOfAll()
{
    const ActivationSearch search;
    QMap<QString, int> counts;
    for (const Activation &activation : activations()) {
        for (const QString &word : search.properties(activation))
            ++counts[word];
    }
    QVERIFY(counts.size() > 10);
    for (auto it = counts.begin(); it != counts.end(); ++it)
        QVERIFY2(it.value() < int(activations().size()), qPrintable(it.key()));
}

void TestActivationSearch::aliasesAndPresetsAreOfActivationsThatExist()
{
    const ActivationSearch search;
    for (const QString &id : search.idsWithAliases())
        QVERIFY2(findActivation(id.toStdString()), qPrintable(id));
    std::vector<const Activation *> all;
    for (const Activation &activation : activations())
        all.push_back(&activation);
    QVERIFY(search.presets().size() >= 3);
    for (const ActivationPreset &preset : search.presets()) {
        QVERIFY(!preset.title.isEmpty());
        const auto members = preset.among(all);
        QVERIFY2(members.size() >= 2 && members.size() >= preset.members.size(), qPrintable(preset.title));
    }
}

void TestActivationSearch::presetShowsItsMembersAndNothingElse()
{
    Window window;
    const ActivationList &list = *window.workspace.list();
    const auto &presets = list.search().presets();
    for (std::size_t i = 0; i < presets.size(); ++i) {
        list.presetButton()->menu()->actions().at(qsizetype(i))->trigger();
        QCOMPARE(window.state().shown(), presets[i].among(window.state().available()));
        QVERIFY(window.state().isShown(window.state().focus()));
        for (const Activation *member : window.state().shown())
            QVERIFY(drawsTheTruth(window.plot(), *member, window.state().parameters(*member)));
    }
    list.presetButton()->menu()->actions().last()->trigger();
    QVERIFY(window.state().shown().empty());
}

void TestActivationSearch::presetIsReachedByKeys()
{
    Window window;
    const ActivationList &list = *window.workspace.list();
    list.searchField()->setFocus();
    QTest::keyClick(list.searchField(), Qt::Key_Tab);
    QVERIFY(list.presetButton()->hasFocus());
    QVERIFY(!list.presetButton()->accessibleName().isEmpty());
    QTest::keyClick(list.presetButton(), Qt::Key_Tab);
    QVERIFY(list.view()->hasFocus());
}

void TestActivationSearch::typingInTheListSearches()
{
    Window window;
    const ActivationList &list = *window.workspace.list();
    list.view()->setFocus();
    QTest::keyClick(list.view(), Qt::Key_M);
    QVERIFY(list.searchField()->hasFocus());
    QTest::keyClicks(list.searchField(), "ish");
    QCOMPARE(listed(window), QStringList{QStringLiteral("Mish")});
    QTest::keyClick(list.searchField(), Qt::Key_Return);
    QTest::keyClick(list.view(), Qt::Key_Space);
    QVERIFY(window.state().isShown(byId("mish")));
}

void TestActivationSearch::typingLeavesTheFocusWhereItIs()
{
    Window window;
    const Activation &focus = window.state().focus(); // Leaky ReLU
    for (const char *words : {"relu6", "gelu", "xyzzy", ""}) {
        window.workspace.list()->searchField()->setText(QLatin1String(words));
        QCOMPARE(&window.state().focus(), &focus);
    }
    QCOMPARE(window.workspace.list()->view()->currentIndex().data().toString(), QString::fromStdString(focus.name));
}

void TestActivationSearch::noMatchIsSaidAndGoneBackFrom()
{
    Window window;
    const ActivationList &list = *window.workspace.list();
    QVERIFY(list.view()->isVisible() && !list.clearButton()->isVisible());
    for (const QString &query : {QStringLiteral("xyzzy"), QStringLiteral("<b>x</b> 100 %1"), QString(80, QLatin1Char('w'))}) {
        list.searchField()->setText(query);
        QVERIFY(!list.view()->isVisible() && list.clearButton()->isVisible());
        const QString said = list.noMatchText()->text();
        QVERIFY2(QString(said).remove(QLatin1Char('\n')) == QStringLiteral("No activation matches “%1”.").arg(query), qPrintable(said));
        QCOMPARE(list.noMatchText()->textFormat(), Qt::PlainText);
        QVERIFY(list.width() <= list.maximumWidth() && list.noMatchText()->width() <= list.width());
        list.clearButton()->setFocus();
        QTest::keyClick(list.clearButton(), Qt::Key_Space);
        QCOMPARE(listed(window).size(), qsizetype(activations().size()));
        QVERIFY(list.view()->isVisible() && list.searchField()->hasFocus());
    }
}

void TestActivationSearch::escapeInTheListShowsAllAgain()
{
    Window window;
    const ActivationList &list = *window.workspace.list();
    list.searchField()->setText(QStringLiteral("gelu"));
    list.view()->setFocus();
    QTest::keyClick(list.view(), Qt::Key_Escape);
    QCOMPARE(listed(window).size(), qsizetype(activations().size()));
}

void TestActivationSearch::severalAreCheckedByKeysAlone()
{
    Window window;
    QTreeView *view = window.workspace.list()->view();
    view->setFocus();
    const std::size_t before = window.state().shown().size();
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Space);
    }
    QCOMPARE(window.state().shown().size(), before + 3);
    QCOMPARE(window.plot().curves().curves().size() >= before + 3, true);
}

void TestActivationSearch::listTakesWhatBecomesAvailable()
{
    static const Activation custom = [] {
        Activation copy = byId("mish");
        copy.id = "of_the_user";
        copy.name = "Of the user";
        copy.family = "custom";
        return copy;
    }();
    Window window;
    const auto builtIn = window.state().available();
    auto all = builtIn;
    all.push_back(&custom);
    window.state().setAvailable(all);
    QVERIFY(listed(window).contains(QStringLiteral("Of the user")));
    window.state().setShown(custom, true);
    window.state().setFocus(custom);
    QVERIFY(drawsTheTruth(window.plot(), custom, {}));
    window.state().setAvailable(builtIn);
    QVERIFY(!window.state().isShown(custom));
    QVERIFY(&window.state().focus() != &custom);
    QVERIFY(!window.plot().valueGraph(custom));
}

QTEST_MAIN(TestActivationSearch)

#include "tst_activation_search.moc"
