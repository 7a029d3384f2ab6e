// What there is to read about an activation as the window shows it; the badge says what the checks found. Real widgets, offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "core/engine/eigen_backend.h"
#include "tests/support/patience.h"
#include "tests/ui/functions/ink.h"
#include "ui/base/unbroken.h"
#include "ui/functions/notes/activation_checker.h"
#include "ui/functions/notes/check_badge.h"
#include "ui/functions/notes/formula_view.h"
#include "ui/functions/notes/notes.h"
#include "ui/functions/notes/reference_table.h"
#include "ui/functions/notes/shape_text.h"

#include <QLabel>

#include <set>
#include <stdexcept>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Eigen, counted as a single precision of its own; or one that fails. */
BackendFactory workingBackend()
{
    return [] { return makeEigenBackend(); };
}

BackendFactory failingBackend()
{
    return []() -> std::unique_ptr<Backend> { throw std::runtime_error("the device is gone"); };
}

QString badgeText(const CheckBadge &badge)
{
    return badge.accessibleDescription();
}

} // namespace

class TestNotes : public QObject {
    Q_OBJECT

private slots:
    void formulasFollowTheTheme();
    void formulasHaveAlternativeText();
    void activationWithoutNotesShowsItsSourceAndProperties();
    void propertiesFollowTheSlider();
    void propertiesAreWordedAsTheyAre();
    void everyActivationIsInTheReferenceTable();
    void badgeSaysWhatWasChecked();
    void badgeSaysPlainlyWhatFailed();
    void deviceThatIsThereLaterIsCheckedOnThen();
    void deviceThatFailsIsSaidSo();
    void nothingIsCheckedBeforeItIsShown();
};

void TestNotes::formulasFollowTheTheme()
{
    Window window;
    auto *view = window.workspace.notes()->findChild<FormulaView *>();
    QVERIFY(view && view->isDrawn());
    for (const Theme &theme : {Theme::dark(), Theme::light()}) {
        window.workspace.setTheme(theme);
        QImage picture(view->size(), QImage::Format_RGB32);
        picture.fill(theme.background);
        view->render(&picture, {}, {}, QWidget::DrawChildren);
        QVERIFY(inkOf(picture, theme.background) > 0.01);
        double strongest = 1;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                strongest = std::max(strongest, contrastRatio(picture.pixelColor(x, y), theme.background));
        }
        QVERIFY2(strongest > 4.5, qPrintable(QString::number(strongest)));
    }
}

void TestNotes::formulasHaveAlternativeText()
{
    Window window;
    for (const Activation &activation : activations()) {
        window.state().setFocus(activation);
        for (const FormulaView *view : window.workspace.notes()->findChildren<FormulaView *>()) {
            QVERIFY2(view->accessibleDescription().size() > 6, activation.id.c_str());
            QVERIFY2(!view->accessibleDescription().contains(QLatin1Char('<'))
                         || view->accessibleDescription().contains(QStringLiteral(" < ")),
                     qPrintable(view->accessibleDescription())); // no markup
            QVERIFY(!view->accessibleName().isEmpty());
        }
    }
}

void TestNotes::activationWithoutNotesShowsItsSourceAndProperties()
{
    Activation unknown = byId("mish");
    unknown.notesKey = "of the future";
    const Note note = Notes().noteFor(unknown);
    QVERIFY(note.fromSource);
    QVERIFY(note.value.drawing.isEmpty());
    QVERIFY(note.value.source.contains(QStringLiteral("TANH_SOFTPLUS")));
    FormulaView view(QStringLiteral("f(x)"));
    view.setFormula(note.value);
    QVERIFY(!view.isDrawn());
    view.resize(240, view.heightForWidth(240));
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.heightForWidth(120) > view.heightForWidth(2000)); // long source folds
}

void TestNotes::propertiesFollowTheSlider()
{
    Window window;
    const auto *label = window.workspace.notes()->findChild<QLabel *>(QStringLiteral("activationShape"));
    window.state().setFocus(byId("elu"));
    QVERIFY2(label->text().contains(unbroken(QStringLiteral("(−1, ∞)"))), qPrintable(label->text()));
    QVERIFY(label->text().contains(QStringLiteral("f″ jumps at 0")));
    window.control().setValue(0.5);
    QTRY_VERIFY2(label->text().contains(unbroken(QStringLiteral("(−0.5, ∞)"))), qPrintable(label->text()));
    QVERIFY(label->text().contains(QStringLiteral("f′ jumps at 0")));
}

void TestNotes::propertiesAreWordedAsTheyAre()
{
    const auto of = [](const char *id) { return *shapeOf(byId(id), byId(id).defaultParameters()); };
    QCOMPARE(rangeText(*of("relu6").range), QStringLiteral("[0, 6]"));
    QCOMPARE(rangeText(*of("sigmoid").range), QStringLiteral("(0, 1)"));
    QCOMPARE(rangeText(*of("identity").range), QStringLiteral("(−∞, ∞)"));
    QCOMPARE(zeroSlopeText(of("relu")), QStringLiteral("<i>x</i> ≤ 0"));
    QCOMPARE(zeroSlopeText(of("relu6")), QStringLiteral("<i>x</i> ≤ 0, <i>x</i> ≥ 6"));
    QCOMPARE(zeroSlopeText(of("hardswish")), QStringLiteral("<i>x</i> ≤ −3, <i>x</i> = −1.5"));
    QCOMPARE(zeroSlopeText(of("leaky_relu")), QStringLiteral("nowhere"));
    QVERIFY(zeroSlopeText(of("gelu")).startsWith(QStringLiteral("<i>x</i> ≈ −0.7518; ")));
    QVERIFY(zeroSlopeText(of("tanh")).endsWith(QStringLiteral("±∞")));
    QVERIFY(zeroSlopeText(of("elu")).endsWith(QStringLiteral("→ −∞")));
    QVERIFY(smoothnessText(of("hardtanh")).endsWith(QStringLiteral("−1, 1")));
    QVERIFY(trendText(of("silu")).endsWith(QStringLiteral("≈ −1.278")));
}

void TestNotes::everyActivationIsInTheReferenceTable()
{
    std::set<const Activation *> known;
    for (const ReferencePoint &point : referencePoints())
        known.insert(point.spec.activation);
    QCOMPARE(known.size(), activations().size());
    const auto points = parseReferenceTable("activation,parameters,x,value,derivative\n"
                                            "elu,\"{\"\"alpha\"\": 0.5}\",1.5,2.5,-3e-1\nnobody,{},1,2,3\n");
    QCOMPARE(points.size(), std::size_t(1));
    QCOMPARE(points[0].spec.parameters, std::vector<double>{0.5});
    QCOMPARE(points[0].derivative, -0.3);
}

void TestNotes::badgeSaysWhatWasChecked()
{
    Window window;
    const auto *badge = window.workspace.notes()->findChild<CheckBadge *>();
    for (const Activation &activation : activations()) {
        window.state().setFocus(activation);
        QTRY_VERIFY2(badge->text().startsWith(QStringLiteral("✓")), qPrintable(badge->text()));
        QVERIFY(badgeText(*badge).contains(QStringLiteral("reference ")));
        QVERIFY(badgeText(*badge).contains(QStringLiteral("finite differences ")));
    }
    QVERIFY(!badge->toolTip().isEmpty());
}

void TestNotes::badgeSaysPlainlyWhatFailed()
{
    CheckBadge badge;
    ActivationChecks checks;
    checks.reference = CheckResult{2e-16, 1e-12, 40};
    checks.differences = {0.03, 1e-8, 300};
    checks.single = CheckResult{3.5, 16, 1000};
    checks.singleName = QStringLiteral("OpenCL");
    badge.setChecks(&checks);
    QVERIFY(badge.text().startsWith(QStringLiteral("✗")));
    QVERIFY(badge.text().contains(Theme::light().error.name()));
    QCOMPARE(badgeText(badge), QStringLiteral("failed: reference 2e−16, finite differences 0.03 (at most 1e−8), OpenCL 3.5 ulp"));
    checks.single = CheckResult{18.3, 17.2, 1000};
    badge.setChecks(&checks);
    QVERIFY2(badgeText(badge).endsWith(QStringLiteral("OpenCL 18 ulp (at most 17 ulp)")), qPrintable(badgeText(badge)));
    checks.single = CheckResult{3.5, 16, 1000};
    checks.differences.largestError = 3e-9;
    badge.setChecks(&checks);
    QVERIFY(badge.text().startsWith(QStringLiteral("✓")));
    checks.differences.points = 0;
    badge.setChecks(&checks);
    QVERIFY2(badgeText(badge).contains(QStringLiteral("no finite differences")), qPrintable(badgeText(badge)));
    badge.setChecks(nullptr);
    QCOMPARE(badge.text(), QStringLiteral("checking…"));
}

void TestNotes::deviceThatIsThereLaterIsCheckedOnThen()
{
    Window window;
    const auto *badge = window.workspace.notes()->findChild<CheckBadge *>();
    QTRY_VERIFY_WITH_TIMEOUT(badge->text().startsWith(QStringLiteral("✓")), test::patience);
    QVERIFY(!badgeText(*badge).contains(QStringLiteral("Testing")));
    window.workspace.notes()->checker()->setSinglePrecision(QStringLiteral("Testing"), workingBackend());
    QTRY_VERIFY2(badgeText(*badge).contains(QStringLiteral("Testing 0 ulp")), qPrintable(badgeText(*badge)));
    window.state().setFocus(byId("gelu"));
    QTRY_VERIFY_WITH_TIMEOUT(badgeText(*badge).contains(QStringLiteral("Testing 0 ulp")), test::patience);
    // Back on a device that computes in double there is nothing to compare with.
    window.workspace.notes()->checker()->setSinglePrecision(QString(), {});
    QTRY_VERIFY_WITH_TIMEOUT(badge->text().startsWith(QStringLiteral("✓")) && !badgeText(*badge).contains(QStringLiteral("Testing")),
                             test::patience);
}

void TestNotes::deviceThatFailsIsSaidSo()
{
    Window window;
    const auto *badge = window.workspace.notes()->findChild<CheckBadge *>();
    window.workspace.notes()->checker()->setSinglePrecision(QStringLiteral("Testing"), failingBackend());
    QTRY_VERIFY2(badgeText(*badge).contains(QStringLiteral("Testing failed: the device is gone")), qPrintable(badgeText(*badge)));
    QVERIFY(badge->text().startsWith(QStringLiteral("✗")));
}

void TestNotes::nothingIsCheckedBeforeItIsShown()
{
    ActivationColors colors;
    FunctionsWorkspace workspace(colors);
    QTest::qWait(50);
    QVERIFY(!workspace.notes()->checker()->find(workspace.state().focus()));
    workspace.show();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.notes()->checker()->find(workspace.state().focus()), test::patience);
}

QTEST_MAIN(TestNotes)

#include "tst_notes.moc"
