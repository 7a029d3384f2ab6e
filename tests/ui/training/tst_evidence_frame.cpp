// The centre of the Training workspace: models are columns, questions are rows. Where the panels are, what hands point at, and what planes and lamps
// show, from real runs and in pixels.
#include "core/io/ready_experiments.h"
#include "tests/ui/training/shown_evidence.h"
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/painted_text.h"
#include "ui/base/resources.h"
#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/evidence_gutter.h"
#include "ui/training/evidence/evidence_view.h"

#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Leaky ReLU with as many α as models: names that differ in their digits alone. */
Experiment manyAlphas(std::size_t models)
{
    Experiment experiment = smallExperiment();
    const ActivationSpec leaky = experiment.models[1].activation();
    experiment.models.clear();
    for (std::size_t i = 0; i < models; ++i)
        experiment.models.push_back({.activations = {makeSpec(*leaky.activation, {0.01 * double(i + 1)})}});
    return experiment;
}

/** How often a widget was painted since. */
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget &watched) { watched.installEventFilter(this); }
    int painted() const { return m_painted; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted += event->type() == QEvent::Paint;
        return false;
    }

private:
    int m_painted = 0;
};

} // namespace

class TestEvidenceFrame : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }

    /** The table "Measures" of the drawn target: width of the centre without its edges, models, columns, banks. */
    void columnsAreAsWideAsMeasured_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("banks");
        const auto row = [](int width, std::initializer_list<std::array<int, 3>> cases) {
            for (const auto &[models, column, banks] : cases)
                QTest::addRow("%d, %d models", width, models) << width << models << column << banks;
        };
        row(880, {{1, 784, 1}, {2, 384, 1}, {3, 250, 1}, {4, 384, 2}, {6, 250, 2}});
        row(896, {{1, 768, 1}, {2, 376, 1}, {3, 245, 1}, {4, 376, 2}, {6, 245, 2}});
        row(1160, {{1, 1032, 1}, {2, 508, 1}, {3, 333, 1}, {4, 246, 1}, {6, 333, 2}});
        row(1496, {{1, 1368, 1}, {2, 672, 1}, {3, 440, 1}, {4, 324, 1}, {6, 440, 2}});
    }

    void columnsAreAsWideAsMeasured()
    {
        QFETCH(int, width);
        QFETCH(int, models);
        QFETCH(int, column);
        QFETCH(int, banks);
        const Shown shown(trained(manyAlphas(std::size_t(models)), 0), QSize(width, 900), Theme::light(), {planeId});
        QCOMPARE(shown.view.banks().size(), std::size_t(banks));
        QCOMPARE(shown.plane(0).width(), column);
        for (int model = 0; model < models; ++model)
            QCOMPARE(shown.plane(std::size_t(model)).size(), shown.plane(0).size());
    }

    /** In a low window rows are scrolled, and none of them is cut by the edge before that. */
    void rowsThatAreSeenAreSeenWhole()
    {
        for (const int height : {330, 400, 470, 560, 700}) {
            const Shown shown(trained(manyAlphas(2), 0), QSize(880, height), Theme::light(),
                              {planeId, QStringLiteral("units"), QStringLiteral("gradients"), QStringLiteral("outputs")});
            const QScrollArea &area = *shown.view.banks().front()->scrollArea();
            QVERIFY(shown.plane(0).height() >= 160);
            for (const char *row : {"plane", "units", "gradients", "outputs"}) {
                const QWidget &panel = *shown.view.panel(QLatin1String(row), 0);
                const int top = panel.mapTo(area.viewport(), QPoint()).y();
                QVERIFY2(top + panel.height() <= area.viewport()->height() || top >= area.viewport()->height(),
                         qPrintable(QStringLiteral("%1 in %2 pixels: %3 to %4").arg(row).arg(height).arg(top).arg(top + panel.height())));
            }
        }
    }

    /** Beside ReLU it is the name that tells Leaky ReLU apart; beside another Leaky ReLU it is α. */
    void whatTellsModelsApartStays()
    {
        const Shown unlike(trained(smallExperiment(), 0), QSize(880, 600));
        QVERIFY(unlike.view.title(1)->fittingParts(1000).parameters.startsWith(QStringLiteral("α")));
        QCOMPARE(unlike.view.title(1)->fittingParts(180).name, QStringLiteral("Leaky ReLU"));
        const ModelTitle::Parts narrow = unlike.view.title(1)->fittingParts(130);
        QVERIFY2(narrow.parameters.isEmpty() && narrow.name.startsWith(QStringLiteral("Leak")), qPrintable(narrow.name + narrow.parameters));
        const Shown alike(trained(manyAlphas(2), 0), QSize(880, 600));
        QVERIFY(alike.view.title(1)->fittingParts(130).parameters.startsWith(QStringLiteral("α")));
        Experiment starts = smallExperiment(); // "SELU, …normal" would say nothing
        starts.models[1] = starts.models[0];
        starts.models[0].initialization.kind = InitializationKind::HeNormal;
        starts.models[1].initialization.kind = InitializationKind::LecunNormal;
        const Shown others(trained(starts, 0), QSize(880, 600));
        QCOMPARE(others.view.title(0)->fittingParts(200).parameters, QStringLiteral("he-normal"));
        QCOMPARE(others.view.title(1)->fittingParts(200).parameters, QStringLiteral("lecun-normal"));
    }

    void titlesHoldTheActivationAndWhatDiffers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("percent");
        for (const ReadyExperiment &ready : readyExperiments()) {
            for (const int percent : {100, 150, 200})
                QTest::addRow("%s, %d %%", ready.name.c_str(), percent) << QString::fromStdString(ready.name) << percent;
        }
    }

    /** Of every ready experiment in columns as narrow as they come: "lecun-normal" alone said nothing of SELU. */
    void titlesHoldTheActivationAndWhatDiffers()
    {
        QFETCH(QString, name);
        QFETCH(int, percent);
        const Experiment &experiment = findReadyExperiment(name.toStdString())->experiment;
        const std::vector<ModelStyle> styles = stylesOf(experiment, Theme::light());
        QWidget page;
        QFont font = page.font();
        font.setPointSizeF(11 * percent / 100.0);
        page.setFont(font);
        const EvidenceStyle style = EvidenceStyle::of(page, Theme::light());
        const Subject &subject = subjectOf(experiment);
        constexpr double leastOfLaptop = 300; // of three in a window of 1280, which is about as small as one is with text of 200 %
        const double least = std::max(subject.leastColumn * (subject.hasPlane() ? 1 : style.scale), percent == 200 ? leastOfLaptop : 0);
        const ModelResult results[] = {{.value = QStringLiteral("100.0 %"), .end = QStringLiteral("end 86.5 %")},
                                       {.value = QStringLiteral("diverged at epoch 100"), .end = {}, .brief = QStringLiteral("diverged"), .isBad = true}};
        for (double width = least; width < 2000; width *= 1.07) {
            for (const ModelResult &result : results) {
                std::vector<ModelTitle::Parts> all;
                for (std::size_t model = 0; model < styles.size(); ++model) {
                    ModelTitle title;
                    title.setStyle(style);
                    title.setModel(styles[model], namesakesOf(styles, model));
                    title.setResult(result);
                    const ModelTitle::Parts parts = title.fittingParts(width);
                    QCOMPARE(parts.name, QString::fromStdString(experiment.models[model].activation().activation->name));
                    QVERIFY(!parts.value.isEmpty());
                    QVERIFY2(title.neededWidth(parts, width) <= width + 0.5, qPrintable(parts.name + parts.parameters + parts.value));
                    const bool isTold = std::ranges::all_of(
                        all, [&parts](const ModelTitle::Parts &other) { return other.name != parts.name || other.parameters != parts.parameters; });
                    QVERIFY2(isTold, qPrintable(parts.name + QLatin1Char(' ') + parts.parameters));
                    all.push_back(parts);
                }
            }
        }
    }

    void digitsThatDifferAreNeverCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("percent");
        for (const int width : {880, 896, 1496}) {
            for (const int models : {1, 2, 3, 4, 5, 6}) {
                for (const int percent : {100, 150, 200})
                    QTest::addRow("%d, %d models, %d %%", width, models, percent) << width << models << percent;
            }
        }
    }

    void digitsThatDifferAreNeverCut()
    {
        QFETCH(int, width);
        QFETCH(int, models);
        QFETCH(int, percent);
        auto run = std::make_shared<Snapshot>(*trained(manyAlphas(std::size_t(models)), 3));
        run->furthest = run->epoch + 10; // rewound: "end 86.5 %" wants room, too
        Shown shown(run, QSize(width, 700));
        QFont font = shown.view.font();
        font.setPointSizeF(11 * percent / 100.0);
        shown.view.setFont(font);
        for (int model = 0; model < models; ++model) {
            const ModelTitle &title = *shown.view.title(std::size_t(model));
            const ModelTitle::Parts parts = title.fittingParts(title.width());
            QCOMPARE(parts.parameters, QStringLiteral("α 0.0%1").arg(model + 1));
            QVERIFY(parts.value.endsWith(QLatin1Char('%')));
            QVERIFY(title.geometry().right() < shown.view.width());
        }
    }

    /** No third of the centre stands empty, and nothing overlaps or leaves it. */
    void panelsFillTheCentre_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("models");
        for (const QSize size : {QSize(880, 380), QSize(896, 440), QSize(1160, 440), QSize(1496, 640)}) {
            for (const int models : {1, 2, 3, 4, 6})
                QTest::addRow("%dx%d, %d models", size.width(), size.height(), models) << size << models;
        }
    }

    void panelsFillTheCentre()
    {
        QFETCH(QSize, size);
        QFETCH(int, models);
        const Shown shown(trained(manyAlphas(std::size_t(models)), 1), size);
        QVERIFY(shown.view.height() <= size.height()); // what planes do not take goes to the chart
        double filled = 0;
        const EvidenceBank &bank = *shown.view.banks().front();
        const QRect port(QPoint(), bank.scrollArea()->viewport()->size());
        for (std::size_t place = 0; place < bank.models().size(); ++place) {
            double bottom = 0;
            for (std::size_t line = 0; line < bank.lines().size(); ++line) {
                const QRect seen = bank.panel(line, place)->geometry().intersected(port);
                QVERIFY(seen.right() <= port.right());
                filled += double(seen.width()) * std::max(0, seen.height());
                QVERIFY(bank.panel(line, place)->y() >= bottom);
                bottom = bank.panel(line, place)->geometry().bottom();
            }
        }
        const double room = double(port.width() - bank.panel(0, 0)->x()) * port.height();
        QVERIFY2(filled > 0.8 * room, qPrintable(QString::number(filled / room)));
        QVERIFY(shown.plane(0).view().area.height() >= 160);
    }

    /** One unit of the plane is as long up as across, with all points in sight. */
    void planesKeepTheirShape()
    {
        const std::shared_ptr<const Snapshot> run = trained(smallExperiment(), 1);
        for (const QSize size : {QSize(880, 380), QSize(1496, 700), QSize(896, 240)}) {
            const Shown shown(run, size);
            const PlaneView view = shown.plane(1).view();
            QVERIFY(std::abs(view.area.width() / view.plane.width() / (view.area.height() / view.plane.height()) - 1) < 1e-6);
            for (std::size_t i = 0; i < run->data->all.count(); ++i)
                QVERIFY(view.area.contains(view.toArea(run->data->all.point(i)[0], run->data->all.point(i)[1])));
        }
    }

    /** At the same place in all columns, with what each model says there. */
    void thePointerAsksAllModels()
    {
        Shown shown(trained(smallExperiment(), 30), QSize(896, 500));
        WAIT_EXACT(shown);
        const PlaneView view = shown.plane(0).view();
        const QPoint place = view.area.center().toPoint() + QPoint(40, 10);
        QTest::mouseMove(shown.view.panel(planeId, 0), place);
        const PlanePoint point = *shown.view.selection().pointer();
        for (const std::size_t model : {0u, 1u}) {
            QCOMPARE(shown.view.title(model)->fittingParts(1000).value, answerAt(*shown.view.moment().snapshot, model, point));
            QVERIFY(shown.view.title(model)->fittingParts(1000).value.startsWith(QLatin1String("p 0.")));
        }
        const QImage with = shown.view.panel(planeId, 1)->grab().toImage();
        shown.view.selection().setPointer(std::nullopt);
        const QImage without = shown.view.panel(planeId, 1)->grab().toImage();
        int crossed = 0;
        for (int x = 0; x < with.width(); ++x)
            crossed += with.pixel(x, place.y()) != without.pixel(x, place.y()) ? 1 : 0;
        QVERIFY2(crossed > 0.8 * with.width(), qPrintable(QString::number(crossed)));
        QVERIFY(shown.view.title(0)->fittingParts(1000).value.endsWith(QLatin1Char('%')));
    }

    void titlesTellTheCursorTheEndAndWhatDiverged()
    {
        Snapshot run = *trained(smallExperiment(), 30);
        run.models[0].current.testAccuracy = 0.83;
        QCOMPARE(resultOf(run, 0).value, QStringLiteral("83.0 %"));
        QVERIFY(resultOf(run, 0).end.isEmpty());
        run.furthest = run.epoch + 1;
        EpochFigures last = run.models[0].current;
        last.testAccuracy = 0.865;
        run.models[0].history.append(last);
        QCOMPARE(resultOf(run, 0).end, QStringLiteral("end 86.5 %"));
        run.models[0].divergedAt = 3;
        QCOMPARE(resultOf(run, 0).value, QStringLiteral("diverged at epoch 3"));
        QVERIFY(resultOf(run, 0).isBad);
    }

    void chipsChooseTheRows()
    {
        Shown shown(trained(smallExperiment(), 1), QSize(896, 560));
        QVERIFY(shown.view.panel(unitsId, 0));
        QSignalSpy changed(&shown.view, &EvidenceView::rowsChanged);
        shown.view.chips()->chip(unitsId)->click();
        QCOMPARE(changed.count(), 1);
        QVERIFY(!shown.view.panel(unitsId, 0) && shown.view.panel(planeId, 0));
        QCOMPARE(shown.view.shownRows(), QStringList{planeId});
        shown.view.chips()->chip(planeId)->click();
        QVERIFY(shown.view.panel(planeId, 0)); // none chosen: the planes return
        shown.view.restoreRows(QStringLiteral("units,nonsense"));
        QVERIFY(shown.view.panel(unitsId, 0) && !shown.view.panel(planeId, 0));
        shown.view.restoreRows({});
        QVERIFY(shown.view.panel(unitsId, 0) && shown.view.panel(planeId, 0)); // as at the first start
        QVERIFY(shown.view.chips()->chip(unitsId)->isVisible());
        shown.view.resize(700, 500); // narrow: one button for all
        QVERIFY(!shown.view.chips()->chip(unitsId)->isVisible());
        QVERIFY(shown.view.chips()->menuButton()->isVisible());
        QVERIFY(shown.view.chips()->geometry().right() < shown.plane(0).mapTo(&shown.view, QPoint()).x());
    }

    /** Of many moments in a row, the last one is what is shown in the end. */
    void theNewestMomentIsAnsweredLast()
    {
        const Experiment experiment = smallExperiment();
        Shown shown(trained(experiment, 0), QSize(896, 500));
        for (int epoch = 1; epoch <= 30; ++epoch)
            shown.view.showState(trained(experiment, epoch));
        WAIT_EXACT(shown);
        QCOMPARE(shown.view.moment().inspection(0)->epoch, std::int64_t{30});
        QCOMPARE(shown.view.moment().inspection(1)->epoch, std::int64_t{30});
        const Diagnostics known = diagnose(*shown.view.moment().snapshot->cohort, *shown.view.moment().snapshot->moment, 0);
        QCOMPARE(shown.view.moment().diagnostics(0)->layers[0].figures.gradientNorm, known.layers[0].figures.gradientNorm);
    }

    /** Of the next epoch the figures in the titles, and the plane whose turn it was; what was found out is painted when it comes. */
    void onlyWhatAnEpochChangesIsPainted()
    {
        const std::unique_ptr<Backend> backend = makeEigenBackend();
        Comparison run(1, smallExperiment(1000), *backend);
        const auto next = [&](const std::optional<PlaneWish> &planes) {
            run.advance(1);
            auto snapshot = std::make_shared<Snapshot>(run.snapshot(planes));
            snapshot->state = RunState::Running;
            return std::shared_ptr<const Snapshot>(snapshot);
        };
        const GridSpec grid{.width = 61, .height = 46};
        Shown shown(next(grid), QSize(896, 500));
        WAIT_EXACT(shown);
        QTest::qWait(100); // painted
        const PaintCounter planes[] = {PaintCounter(*shown.view.panel(planeId, 0)), PaintCounter(*shown.view.panel(planeId, 1))};
        const PaintCounter units(*shown.view.panel(unitsId, 0)), title(*shown.view.title(0));
        shown.view.showState(next(std::nullopt));
        QCoreApplication::processEvents();
        QCOMPARE(title.painted(), 1);
        QVERIFY(planes[0].painted() == 0 && planes[1].painted() == 0 && units.painted() == 0);
        WAIT_EXACT(shown);
        QTRY_COMPARE_WITH_TIMEOUT(units.painted(), 1, patience);
        const int before = planes[0].painted();
        shown.view.showState(next(PlaneWish(grid, 1)));
        QCoreApplication::processEvents();
        QVERIFY(planes[0].painted() == before && planes[1].painted() == before + 1 && units.painted() == 1);
    }

    /** In two banks the control is in the first one, and what is chosen is said in both. */
    void aRowHasOneControlInTwoBanks()
    {
        const Shown shown(trained(manyAlphas(6), 2), QSize(900, 700), Theme::light(), {QStringLiteral("pre-activations")});
        const QList<EvidenceGutter *> gutters = shown.view.findChildren<EvidenceGutter *>();
        QCOMPARE(gutters.size(), 2);
        const QList<QSpinBox *> controls = shown.view.findChildren<QSpinBox *>();
        QCOMPARE(controls.size(), 1);
        QVERIFY(controls.front()->isVisible() && gutters.front()->isAncestorOf(controls.front()));
        const auto isSaid = [&gutters](const QString &text) {
            return std::ranges::any_of(ownTexts(*gutters.back()), [&text](const PaintedText &each) { return each.text == text; });
    };
        for (const int layer : {1, 2}) {
            controls.front()->setValue(layer);
            QVERIFY(isSaid(controls.front()->text()));
        }
    }
};

QTEST_MAIN(TestEvidenceFrame)
#include "tst_evidence_frame.moc"
