// The left column as hands use it: ready experiments, models with settings of their own, the diagram of the network, and the drawer of a
// narrow workspace.
#include "core/io/ready_experiments.h"
#include "tests/ui/training/column_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/parameter_control.h"
#include "ui/training/data/data_gallery.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/document/subject.h"
#include "ui/training/settings/gallery_entry.h"
#include "ui/training/settings/layer_activations.h"
#include "ui/training/settings/layer_box.h"
#include "ui/training/settings/panel_drawer.h"
#include "ui/training/settings/panel_edge.h"
#include "ui/training/settings/setting_control.h"
#include "ui/training/settings/setting_fields.h"

#include <QComboBox>
#include <QPushButton>
#include <QWheelEvent>

using namespace actiscope;
using namespace actiscope::test;

class TestLeftColumn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void firstStartIsTheArticle();
    void anExperimentIsOneClickInTheListAndTwoInTheMenu();
    void aChangedExperimentSaysSoAndHasAWayBack();
    void loadingIsUndoneWithWhatWasChanged();
    void whereItCameFromSurvivesARestart();
    void theColumnIsCalm();
    void theColumnIsAsWideAsAHandDrawsIt();
    void theWheelOverAFieldScrolls();
    void spaceTrainsFromTheColumnsNumbers();
    void narrowItIsADrawer();
    void nothingIsCutOffInLargeText();
};

void TestLeftColumn::firstStartIsTheArticle()
{
    Column column;
    QCOMPARE(column.document.origin(), std::string("article"));
    QCOMPARE(column.gallery().title(), QStringLiteral("The article’s pair"));
    QVERIFY(!column.gallery().isChanged());
    QVERIFY(column.gallery().nameButton()->isVisible() && !column.gallery().isList());
}

void TestLeftColumn::anExperimentIsOneClickInTheListAndTwoInTheMenu()
{
    Column low;
    low.chooseInMenu(QStringLiteral("Dying ReLU"));
    QCOMPARE(low.experiment(), ready("dying-relu"));
    QCOMPARE(low.document.origin(), std::string("dying-relu"));

    Column high(QSize(1848, 1010));
    QVERIFY(high.gallery().isList() && !high.gallery().nameButton()->isVisible());
    const std::vector<const ReadyExperiment *> shown = shownReadyExperiments(pointSubject()); // without those of images
    QVERIFY(shown.size() > 5 && shown.size() < readyExperiments().size());
    QCOMPARE(high.gallery().entries().size(), shown.size());
    for (const GalleryEntry *entry : high.gallery().entries())
        QVERIFY(entry->isVisible() && entry->height() >= 44);
    for (std::size_t i = shown.size(); i-- > 0;) {
        QTest::mouseClick(high.gallery().entries()[i], Qt::LeftButton);
        QCOMPARE(high.experiment(), shown[i]->experiment);
    }
    // By keys alone.
    high.gallery().entries()[2]->setFocus();
    QTest::keyClick(high.gallery().entries()[2], Qt::Key_Space);
    QCOMPARE(high.document.origin(), shown[2]->name);
}

void TestLeftColumn::aChangedExperimentSaysSoAndHasAWayBack()
{
    for (const QSize &size : {QSize(1208, 760), QSize(1848, 1010)}) {
        Column column(size);
        const int top = column.models().mapTo(&column.panel(), QPoint()).y();
        typeNumber(column.common("learning-rate")->field(), QStringLiteral("0.5"));
        QVERIFY(column.gallery().isChanged());
        QVERIFY(column.gallery().about().startsWith(QLatin1String("Unchanged: ReLU and Leaky ReLU"))); // which is not what this one does
        QCOMPARE(column.models().mapTo(&column.panel(), QPoint()).y(), top); // nothing moves when it appears
        if (column.gallery().isList()) {
            QCOMPARE(column.gallery().entries()[0]->accessibleName(), QStringLiteral("The article’s pair, changed"));
            QTest::mouseClick(column.gallery().entries()[0], Qt::LeftButton);
        } else {
            QVERIFY(column.gallery().changedButton()->isVisible());
            QCOMPARE(column.gallery().changedButton()->text(), QStringLiteral("changed"));
        }
        QAction *back = column.gallery().changedButton()->menu()->actions().constFirst();
        QCOMPARE(back->text(), QStringLiteral("Back to the original"));
        back->trigger();
        QCOMPARE(column.experiment(), defaultExperiment());
        QVERIFY(!column.gallery().isChanged());
        QVERIFY(column.gallery().about().startsWith(QLatin1String("ReLU and Leaky ReLU")));
        while (QApplication::activePopupWidget())
            QApplication::activePopupWidget()->close();
    }
}

void TestLeftColumn::loadingIsUndoneWithWhatWasChanged()
{
    Column column;
    typeNumber(column.common("learning-rate")->field(), QStringLiteral("0.5"));
    const Experiment changed = column.experiment();
    column.chooseInMenu(QStringLiteral("SELU"));
    QCOMPARE(column.document.undo().undoText(), QStringLiteral("experiment SELU"));
    column.document.undo().undo();
    QCOMPARE(column.experiment(), changed);
    QCOMPARE(column.document.origin(), std::string("article"));
    QVERIFY(column.gallery().isChanged());
    column.document.undo().redo();
    QCOMPARE(column.gallery().title(), QStringLiteral("SELU"));
    column.document.apply(ready("dying-relu")); // by another way
    QCOMPARE(column.gallery().title(), QStringLiteral("Dying ReLU"));
    QVERIFY(!column.gallery().isChanged());
}

void TestLeftColumn::whereItCameFromSurvivesARestart()
{
    QJsonObject view;
    Experiment changed;
    {
        Column column;
        column.chooseInMenu(QStringLiteral("Too long"));
        typeNumber(column.common("learning-rate")->field(), QStringLiteral("0.5"));
        view = column.workspace->saveState();
        changed = column.experiment();
    }
    Column column;
    column.document.load(changed);
    QCOMPARE(column.gallery().title(), QStringLiteral("Own experiment"));
    column.workspace->restoreState(view);
    QCOMPARE(column.gallery().title(), QStringLiteral("Too long"));
    QVERIFY(column.gallery().isChanged());
}

/** The first thing seen are the name, the models, the data, the network, learning rate, optimiser and the number of epochs: no more. */
void TestLeftColumn::theColumnIsCalm()
{
    Column column;
    QStringList seen;
    for (const SettingControl *control : column.panel().findChildren<SettingControl *>()) {
        if (control->field()->isVisible())
            seen.append(QString::fromStdString(std::string(control->setting().name)));
    }
    QCOMPARE(seen, (QStringList{"samples", "noise", "learning-rate", "optimizer", "epochs"}));
    QVERIFY(!column.panel().data()->rarePart()->isVisible());
    QCOMPARE(column.panel().width(), 264);
    QCOMPARE(column.panel().verticalScrollBar()->maximum(), 0); // all of it is seen at once
    const int tiles = column.panel().data()->gallery()->height();
    QVERIFY2(tiles <= 34, qPrintable(QString::number(tiles))); // of one line
    QPushButton *more = column.panel().group(SettingGroup::Training)->moreButton();
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(column.common("schedule")->field()->isVisible());
    QVERIFY(!column.common("schedule-step")->field()->isVisible());
    auto *schedule = qobject_cast<QComboBox *>(column.common("schedule")->field());
    schedule->setCurrentText(QStringLiteral("step"));
    emit schedule->activated(schedule->currentIndex());
    QVERIFY(column.common("schedule-step")->field()->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(more->text(), QStringLiteral("More (1)"));
}

void TestLeftColumn::theColumnIsAsWideAsAHandDrawsIt()
{
    Column column;
    PanelEdge &edge = *column.workspace->drawer()->edge();
    QVERIFY(edge.isVisible());
    const auto drag = [&](int to) {
        QTest::mousePress(&edge, Qt::LeftButton, {}, QPoint(PanelEdge::line, 300));
        moveMouse(edge, edge.mapFrom(column.workspace.get(), QPoint(to, 300)), Qt::LeftButton);
        QTest::mouseRelease(&edge, Qt::LeftButton);
    };
    drag(320);
    QCOMPARE(column.panel().width(), 320);
    drag(5);
    QVERIFY(column.panel().width() >= 240 && column.panel().width() <= 264); // what it needs
    drag(1000);
    QCOMPARE(column.panel().width(), 1208 / 3);
    drag(300);
    const QJsonObject kept = column.workspace->saveState();

    Column later;
    later.workspace->restoreState(kept);
    QCOMPARE(later.panel().width(), 300);
    later.workspace->resize(912, 560); // a drawer is no wider than it has to be, and has no edge to draw
    QVERIFY(!later.workspace->drawer()->edge()->isVisible());
    later.workspace->resize(1208, 760);
    QCOMPARE(later.panel().width(), 300);
    QTest::mouseDClick(later.workspace->drawer()->edge(), Qt::LeftButton);
    QCOMPARE(later.panel().width(), 264);
}

void TestLeftColumn::theWheelOverAFieldScrolls()
{
    Column column;
    const Experiment before = column.experiment();
    for (const SettingControl *control : column.panel().findChildren<SettingControl *>()) {
        QWidget *field = control->field();
        if (!field->isVisible())
            continue;
        QWheelEvent wheel(QPointF(5, 5), field->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &wheel);
    }
    QCOMPARE(column.experiment(), before);
}

void TestLeftColumn::spaceTrainsFromTheColumnsNumbers()
{
    const auto fieldOf = [](const Column &column, int which) -> QWidget * {
        if (which == 0)
            return column.common("learning-rate")->field();
        if (which == 1)
            return column.row(1).parameters().front()->spinBox();
        return column.network().boxes()[0];
    };
    for (const int which : {0, 1, 2}) {
        Column column;
        Experiment endless = defaultExperiment();
        endless.stop.epochs = 1'000'000;
        column.document.load(endless);
        WAIT_READY(column, endless);
        QVERIFY(QTest::qWaitForWindowActive(column.workspace.get()));
        fieldOf(column, which)->setFocus();
        QTest::keyClick(column.workspace->windowHandle(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(column.state() == RunState::Running, patience);
        QVERIFY(!fieldOf(column, which)->hasFocus());
    }
}

void TestLeftColumn::narrowItIsADrawer()
{
    Column column(QSize(912, 560));
    PanelDrawer &drawer = *column.workspace->drawer();
    QVERIFY(QTest::qWaitForWindowActive(column.workspace.get()));
    QVERIFY(drawer.isDrawer() && !column.panel().isVisible());
    auto *button = column.workspace->findChild<ElidedToolButton *>();
    for (ElidedToolButton *each : column.workspace->findChildren<ElidedToolButton *>())
        button = each->accessibleName() == QStringLiteral("Settings of The article’s pair") ? each : button;
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(drawer.isOpen() && column.panel().isVisible());
    QVERIFY(column.panel().width() >= 240 && column.panel().width() <= 304);
    QCOMPARE(column.panel().pos(), QPoint(0, 0));
    QTest::keyClick(column.workspace->windowHandle(), Qt::Key_Escape);
    QVERIFY(!drawer.isOpen() && !column.panel().isVisible() && column.workspace->hasFocus());

    drawer.setOpen(true);
    QTest::mouseClick(column.panel().viewport(), Qt::LeftButton, {}, QPoint(10, 10));
    QVERIFY(drawer.isOpen());
    QTest::mouseClick(column.workspace->windowHandle(), Qt::LeftButton, {}, QPoint(700, 300));
    QVERIFY(!drawer.isOpen());
    // F9 opens and closes it.
    column.workspace->setSidePanelsVisible(false, true);
    QVERIFY(drawer.isOpen());
    column.workspace->setSidePanelsVisible(true, true);
    QVERIFY(!drawer.isOpen());
    // With more room it stands beside the plots.
    column.workspace->resize(1208, 760);
    QVERIFY(!drawer.isDrawer() && column.panel().isVisible() && !button->isVisible());
}

void TestLeftColumn::nothingIsCutOffInLargeText()
{
    const QFont usual = QApplication::font();
    for (const double scale : {1.0, 1.5, 2.0}) {
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(font);
        Column column(QSize(1208, 760));
        column.row(1).setOpen(true);
        for (const SettingGroup group : {SettingGroup::Data, SettingGroup::Network, SettingGroup::Training})
            column.panel().group(group)->moreButton()->setChecked(true);
        QCoreApplication::processEvents();
        const int inner = column.panel().viewport()->width();
        QVERIFY(column.panel().isVisible() || column.workspace->drawer()->isDrawer());
        for (const QWidget *widget : column.panel().widget()->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const int right = widget->mapTo(column.panel().viewport(), QPoint(widget->width(), 0)).x();
            QVERIFY2(right <= inner, qPrintable(QStringLiteral("%1 %2 at %3: %4 of %5")
                                                    .arg(widget->metaObject()->className(), widget->accessibleName())
                                                    .arg(scale)
                                                    .arg(right)
                                                    .arg(inner)));
        }
    }
    QApplication::setFont(usual);
}

QTEST_MAIN(TestLeftColumn)
#include "tst_left_column.moc"
