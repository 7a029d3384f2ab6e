// What the articles say can be seen in at most three clicks from the first start: the table of resources/handbook/claims.md is walked through in the real
// window, button by button, and what is then to be seen is what it says was measured.
#include "tests/ui/training/training_fixture.h"

#include "core/io/ready_experiments.h"
#include "ui/base/language.h"
#include "ui/functions/bars/family_row.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/evidence/evidence_row.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/seeds/seeds_canvas.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/document/subject.h"
#include "ui/training/seeds_mode.h"
#include "ui/window/actions/action_group.h"
#include "ui/window/main_window.h"
#include "ui/window/services.h"
#include "ui/window/workspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QToolButton>

#include <map>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** One way to see a claim: "4", or "4b" where there are several. */
struct ClaimRow {
    QString name;
    QStringList clicks;
};

/** The rows of the page: number, claim, truth, clicks (each in italics; in Korean, which has none, in quotes), what was measured. */
std::vector<ClaimRow> claimRows(const char *name = "claims.md")
{
    QFile page(QStringLiteral(ACTISCOPE_SOURCE_DIR "/resources/handbook/") + QLatin1String(name));
    std::vector<ClaimRow> rows;
    if (!page.open(QIODevice::ReadOnly))
        return rows;
    static const QRegularExpression row(QStringLiteral("^\\| (\\d+[a-z]?) \\|"));
    static const QRegularExpression click(QStringLiteral("\\*([^*]+)\\*|“([^”]+)”"));
    for (const QString &line : QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'))) {
        const QRegularExpressionMatch found = row.match(line);
        const QStringList cells = line.split(QLatin1Char('|'));
        if (!found.hasMatch() || cells.size() != 7)
            continue;
        rows.push_back({found.captured(1), {}});
        for (auto each = click.globalMatch(cells[4]); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            rows.back().clicks << match.captured(match.lastCapturedIndex());
        }
    }
    return rows;
}

/** Without the marks of a rich text. */
QString plainText(const QString &text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/** Everything that the window says, to eyes and to screen readers. */
QString visibleWords(const QWidget &window)
{
    QStringList words;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words << plainText(label->text());
        if (const auto *text = qobject_cast<const QTextEdit *>(widget))
            words << text->toPlainText();
        if (const auto *panel = qobject_cast<const EvidencePanel *>(widget))
            words << panel->description();
        if (const auto *seeds = qobject_cast<const SeedsCanvas *>(widget))
            words << seeds->picture().verdict() << seeds->picture().notes();
        if (const auto *plot = qobject_cast<const FunctionPlot *>(widget); plot && plot->difference().largest())
            words << QStringLiteral("difference ") + plot->difference().largestText();
        if (const auto *family = qobject_cast<const FamilyRow *>(widget))
            words << QStringLiteral("family ") + family->values()->text();
        words << widget->accessibleName() << widget->accessibleDescription();
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

class TestClaims : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void everyClaimIsThere();
    void eachIsSeenAfterAtMostThreeClicks_data();
    void eachIsSeenAfterAtMostThreeClicks();
    void theKoreanPageLeadsToTheSame_data();
    void theKoreanPageLeadsToTheSame();

private:
    void open(const QString &language, Precision precision = Precision::Double);
    QJsonObject state() const;
    bool clickAction(QMenu &menu, const QString &name);
    bool clickMenuBar(const QString &name);
    bool clickButton(const QString &name, const QString &inItsMenu);
    bool clickList(const QString &name);
    bool clickPlay(const QString &name);
    bool clickThrough(const QStringList &names);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::map<QString, QJsonObject> m_ledTo; ///< the English names of each claim
};

void TestClaims::cleanup()
{
    m_window.reset();
    useLanguage(QStringLiteral("en"));
}

/** As it is when it was never started before; only that the runs do not wait for who looks. */
void TestClaims::open(const QString &language, Precision precision)
{
    m_window.reset();
    useLanguage(language);
    m_folder = std::make_unique<QTemporaryDir>();
    {
        QSettings settings(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/language"), language);
    }
    auto settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(eigenCatalog(precision), std::move(settings));
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (TrainingController *each : m_window->services().controllers())
        each->setPace(0);
}

bool TestClaims::clickAction(QMenu &menu, const QString &name)
{
    for (QAction *action : menu.actions()) {
        if (actionWords(*action).section(QLatin1Char('\t'), 0, 0) != name)
            continue;
        // Not with the mouse: a menu of Qt 6.8 lets go where the pointer has not come to it from outside, which QTest cannot do.
        menu.setActiveAction(action);
        QTest::keyClick(&menu, Qt::Key_Return);
        return true;
    }
    return false;
}

bool TestClaims::clickMenuBar(const QString &name)
{
    QMenuBar &bar = *m_window->menuBar();
    for (QAction *action : bar.actions()) {
        if (actionWords(*action) != name)
            continue;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(action).center());
        return true;
    }
    return false;
}

/** A button that opens a menu waits for what is chosen there. */
bool TestClaims::clickButton(const QString &name, const QString &inItsMenu)
{
    for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || !button->isEnabled() || (button->text() != name && button->accessibleName() != name))
            continue;
        bool isChosen = inItsMenu.isEmpty();
        if (!isChosen) {
            QTimer::singleShot(100, this, [&] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                isChosen = menu && clickAction(*menu, inItsMenu);
                if (menu)
                    menu->close();
            });
        }
        QTest::mouseClick(button, Qt::LeftButton);
        return isChosen;
    }
    return false;
}

bool TestClaims::clickList(const QString &name)
{
    for (QAbstractItemView *list : m_window->findChildren<QAbstractItemView *>()) {
        const QModelIndexList found =
            list->isVisible() ? list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
                              : QModelIndexList();
        if (found.isEmpty())
            continue;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.first()).center());
        return list->viewport()->rect().contains(list->visualRect(found.first()).center());
    }
    return false;
}

/** The blue button, which in Korean is called as a workspace is. */
bool TestClaims::clickPlay(const QString &name)
{
    const auto *networks = qobject_cast<const TrainingWorkspace *>(m_window->currentWorkspace());
    QToolButton *button = networks ? networks->controls()->playButton() : nullptr;
    if (!button || !button->isVisible() || button->text() != name)
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

/** In their order: each is what is there under its name then. */
bool TestClaims::clickThrough(const QStringList &names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString &name = names[i];
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const bool opensMenu = std::ranges::any_of(m_window->findChildren<QToolButton *>(), [&](const QToolButton *button) {
            return button->isVisible() && button->text() == name && button->menu();
        });
        bool done = false;
        if (menu)
            done = clickAction(*menu, name);
        else if (name.startsWith(QStringLiteral("▶ ")))
            done = clickPlay(name.mid(2));
        else if (opensMenu)
            done = clickButton(name, names.value(++i));
        else // "Training" is a menu, too; the rail is meant
            done = clickButton(name, {}) || clickList(name) || clickMenuBar(name);
        if (!done) {
            qWarning("there is no '%s'", qPrintable(name));
            return false;
        }
        QTest::qWait(50);
    }
    return true;
}

void TestClaims::everyClaimIsThere()
{
    std::map<int, int> ways;
    for (const ClaimRow &row : claimRows())
        ++ways[row.name.chopped(row.name.back().isLetter() ? 1 : 0).toInt()];
    for (int claim = 1; claim <= 16; ++claim)
        QVERIFY2((ways[claim] > 0) == (claim != 14), qPrintable(QString::number(claim)));
}

void TestClaims::eachIsSeenAfterAtMostThreeClicks_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QStringList>("seen");
    // What has to be among the words, as regular expressions.
    const std::map<QString, QStringList> seen = {
        {"1", {"ReLU: Accuracy 86.5", "70 of ReLU’s 128 units are dead", "layer 1: 30 of 64 dead, layer 2: 40 of 64 dead", "Leaky ReLU .*: Accuracy 99.5",
               "layer 1: 0 of 64 dead, layer 2: 0 of 64 dead"}},
        {"2", {"0.01 in PyTorch, 0.3 in Keras’ layer and 0.2 in its function", "“leaky” 1/100 with “very leaky” 1/5.5"}},
        {"3a", {"0.01. and Leaky ReLU .α 0.2.: no difference that 30 seeds could show", "is better than Leaky ReLU .α 1. by 8.9 to 10.5 points",
               "α 0.2. − .*−0.10 points .−0.27 to \\+0.07."}},
        {"3b", {"over α: 0.01: 96.77 %"}},
        {"4a", {"epoch 200 / 200", "α learned, starts at 0.25, layer 1: −0.01592, layer 2: 0.006163", "α fixed at 0.25", "PReLU 99 %, Leaky ReLU .* 98.5 %"}},
        {"4b", {"epoch 300 / 300", "ReLU: Loss 0.867.* · 0.00040", "PReLU: Loss 1.23.* · 0.00021", "it learns by heart"}},
        {"4c", {"ReLU is better by 0.21 to 2.96 points"}},
        {"5a", {"drawn at random between l and u; afterwards their mean is used", "0.2292 is used"}},
        {"5b", {"epoch 150 / 150", "RReLU .* 99 %, Leaky ReLU .* 98.5 %"}},
        {"6", {"Only for α = 1 is its slope continuous at 0", "ELU has no kink for these values", "family 0.1; 0.5; 1"}},
        {"7a", {"layer 1: mean .*, σ 0.81.*layer 8: mean [^,]*, σ 0.9", "layer 1: mean .*, σ 1.*layer 8: mean [^,]*, σ 3", "layer 1: mean .*, σ 0.4.*layer 8: mean [^,]*, σ 0.03"}},
        {"7b", {"epoch 60 / 60", "SELU, lecun-normal 99 %, SELU, he-normal 99 %, ReLU, lecun-normal 94 %"}},
        {"8a", {"layer 1: 7.1·10⁻⁸.* Layer 1 gets 270.000 times less", "Layer 1 gets 41 times less"}},
        {"8b", {"epoch 100 / 100", "Sigmoid: Loss 0.43.* · 0.39", "ReLU: Loss 0.046.* · 0.069"}},
        {"9", {"epoch 100 / 100", "45 % zeros; .* 47 % zeros", "0 % zeros; .* 0 % zeros.*\n.*Outputs of Tanh"}},
        {"10", {"layer 1: mean .*, σ 0.672.*layer 8: mean [^,]*, σ 0.498", "layer 1: mean .*, σ 0.117.*layer 8: mean [^,]*, σ 0.00766"}},
        {"11", {"slope 0 from the left, 1 from the right; 0 is used, as in PyTorch", "PyTorch and TensorFlow use 0 there"}},
        {"12a", {"difference at most 0.0004732, at x = −?2.699"}},
        {"12b", {"difference at most 0.02033, at x = −?2.27"}},
        {"13", {"Experiment Fashion-MNIST", "Pause"}}, // tst_fashion_mnist trains it to its end, which takes minutes on Eigen
        {"13b", {"epoch 30 / 30", "ReLU 96.9 %, GELU 96.9 %, Sigmoid 94.7 %, Leaky ReLU .α 0.3. 96.9 %", "64 pictures of 8 × 8 weights.*; 13 units are dead"}},
        {"15a", {"epoch 100 / 100", "ReLU 99 %, Leaky ReLU .* 99 %"}},
        {"15b", {"No difference that 30 seeds could show", "\\+0.07 points .−0.04 to \\+0.17., 20 ties"}},
        {"16", {"family 0.1; 0.5; 1", "PReLU at x = 0"}},
    };
    for (const ClaimRow &row : claimRows())
        QTest::newRow(qPrintable(row.name)) << row.clicks << (seen.contains(row.name) ? seen.at(row.name) : QStringList("a row of this table"));
}

void TestClaims::eachIsSeenAfterAtMostThreeClicks()
{
    QFETCH(QStringList, clicks);
    QFETCH(QStringList, seen);
    QVERIFY2(clicks.size() <= 3, qPrintable(clicks.join(QStringLiteral(", "))));
    if (isSanitized && (clicks.contains(QStringLiteral("Train")) || clicks.contains(QStringLiteral("30 seeds"))))
        QSKIP("a whole training takes minutes under a sanitizer; others train there");
    if (clicks.contains(QStringLiteral("Fashion-MNIST")) && !missingFiles(findReadyExperiment("fashion-mnist")->experiment).isEmpty())
        QSKIP("the images are in Debian's package dataset-fashion-mnist");
    const QString claim = QString::fromUtf8(QTest::currentDataTag());
    // The longest by far, as most people have them computed; what few data say (4c) hangs on the last bits.
    open(QStringLiteral("en"), claim.startsWith(QLatin1Char('3')) ? Precision::Float : Precision::Double);
    QVERIFY(clickThrough(clicks));
    m_ledTo[claim] = state();
    for (const QString &words : seen) {
        const QRegularExpression wanted(words);
        QTRY_VERIFY2_WITH_TIMEOUT(visibleWords(*m_window).contains(wanted), qPrintable(words + QStringLiteral(" is not in:\n") + visibleWords(*m_window)),
                                  patience);
    }
}

/** What is looked at, but for how wide it is. */
QJsonObject TestClaims::state() const
{
    QJsonObject all{{QStringLiteral("workspace"), m_window->workspace()},
                    {QStringLiteral("points"), savedExperiment(m_window->services().document.experiment())},
                    {QStringLiteral("images"), savedExperiment(m_window->services().imageDocument.experiment())}};
    for (const Workspace *workspace : m_window->findChildren<Workspace *>()) {
        QJsonObject view = workspace->saveState();
        for (const char *width : {"splitter", "panelWidth", "footHeight"})
            view.remove(QLatin1String(width));
        const auto *networks = qobject_cast<const TrainingWorkspace *>(workspace);
        if (networks) {
            view[QLatin1String("seeds")] = networks->seedsMode()->isShown();
            view[QLatin1String("trains")] = networks->controller().awaited().isTraining() || networks->controller().state() == RunState::Finished;
        }
        all[networks ? QLatin1String(networks->controller().document().subject().id) : QLatin1String("functions")] = view;
    }
    return all;
}

void TestClaims::theKoreanPageLeadsToTheSame_data()
{
    QTest::addColumn<QStringList>("english");
    QTest::addColumn<QStringList>("korean");
    const std::vector<ClaimRow> ours = claimRows(), theirs = claimRows("claims.ko.md");
    QCOMPARE(theirs.size(), ours.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        QCOMPARE(theirs[i].name, ours[i].name);
        QTest::newRow(qPrintable(ours[i].name)) << ours[i].clicks << theirs[i].clicks;
    }
}

/** In the Korean window, what the Korean page names is there under that name, and leads where the English names lead. */
void TestClaims::theKoreanPageLeadsToTheSame()
{
    QFETCH(QStringList, english);
    QFETCH(QStringList, korean);
    QCOMPARE(korean.size(), english.size());
    if (english.contains(QStringLiteral("Fashion-MNIST")) && !missingFiles(findReadyExperiment("fashion-mnist")->experiment).isEmpty())
        QSKIP("the images are in Debian's package dataset-fashion-mnist");
    const QString claim = QString::fromUtf8(QTest::currentDataTag());
    if (!m_ledTo.contains(claim)) {
        open(QStringLiteral("en"));
        QVERIFY(clickThrough(english));
        m_ledTo[claim] = state();
    }
    const QJsonObject there = m_ledTo[claim];
    open(QStringLiteral("ko"));
    QVERIFY(clickThrough(korean));
    QCOMPARE(state(), there);
}

QTEST_MAIN(TestClaims)
#include "tst_claims.moc"
