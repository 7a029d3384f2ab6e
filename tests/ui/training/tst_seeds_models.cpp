// Many seeds of many models: six of one activation are told apart by name, by place and by colour, whatever the window's size, text and language.
#include "tests/ui/training/seeds_fixture.h"
#include "tests/ui/window/painted_text.h"
#include "ui/base/language.h"
#include "ui/base/resources.h"
#include "ui/base/scale.h"
#include "ui/charts/export_source.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

const std::vector<double> slopes = {0.01, 0.1, 0.2, 0.3, 0.5, 1};

/** The ready experiment "Which α?" on few points. */
Experiment sixSlopes()
{
    Experiment experiment = smallExperiment(15);
    const Activation &leaky = *experiment.models[1].activation().activation;
    experiment.models.clear();
    for (const double slope : slopes)
        experiment.models.push_back({.activations = {makeSpec(leaky, {slope})}});
    return experiment;
}

std::vector<PaintedText> textsOf(const SeedsCanvas &canvas)
{
    TextSheet device(canvas);
    QPainter painter(&device);
    canvas.picture().paint(painter);
    painter.end();
    return device.texts();
}

/** In words, for whoever has to mend it. */
QString wordsOf(const PaintedText &text)
{
    const QRectF &at = text.ink;
    return QStringLiteral("“%1” %2..%3, %4..%5").arg(text.text).arg(at.left()).arg(at.right()).arg(at.top()).arg(at.bottom());
}

bool isCovered(const QRectF &text, const QPointF &dot)
{
    constexpr double radius = 3.8;
    const QPointF nearest(std::clamp(dot.x(), text.left(), text.right()), std::clamp(dot.y(), text.top(), text.bottom()));
    return std::hypot(nearest.x() - dot.x(), nearest.y() - dot.y()) < radius; // NaN where there is none
}

/** What is wrong with what is written, in words. */
QStringList faultsOf(const SeedsCanvas &canvas)
{
    QStringList faults;
    const SeedsPicture &picture = canvas.picture();
    const std::vector<PaintedText> texts = textsOf(canvas);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QRectF &place = texts[i].ink;
        if (texts[i].text.contains(QChar(0x2026)))
            faults << QStringLiteral("cut: ") + wordsOf(texts[i]);
        if (place.left() < 0 || place.right() > canvas.width())
            faults << QStringLiteral("beyond the edge: ") + wordsOf(texts[i]);
        for (std::size_t other = 0; other < i; ++other) {
            const QRectF both = place & texts[other].ink;
            if (both.width() > 1 && both.height() > 0.4 * std::min(place.height(), texts[other].ink.height()))
                faults << QStringLiteral("one over the other: %1; %2").arg(wordsOf(texts[i]), wordsOf(texts[other]));
        }
        for (int seed = 0; seed < 30; ++seed) {
            for (std::size_t model = 0; model < slopes.size(); ++model) {
                const bool isUnder = isCovered(place, picture.dot(model, seed)) || (model > 0 && isCovered(place, picture.differenceDot(model - 1, seed)));
                if (isUnder)
                    faults << QStringLiteral("on dots: ") + wordsOf(texts[i]);
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

/** Of each model: what tells it from the others, and its mean, in its column. */
QStringList headsMissing(const SeedsCanvas &canvas)
{
    QStringList missing;
    const std::vector<PaintedText> texts = textsOf(canvas);
    const SeedsPicture &picture = canvas.picture();
    for (std::size_t model = 0; model < slopes.size(); ++model) {
        const QRectF column = picture.column(model).adjusted(-1, -1, 1, 1);
        const QString value = QString::number(slopes[model]);
        const QString mean = QString::number(100 * picture.data().statistics(model).end.mean, 'f', 1) + QStringLiteral(" %");
        const auto isThere = [&](const auto &isMeant) {
            return std::ranges::any_of(texts, [&](const PaintedText &text) { return isMeant(text.text) && column.contains(text.ink); });
        };
        if (!isThere([&](const QString &text) { return text.endsWith(QStringLiteral("α ") + value) || text.endsWith(QStringLiteral("α ") + value + QLatin1Char(')')); }))
            missing << QStringLiteral("α %1").arg(value);
        if (!isThere([&](const QString &text) { return text == mean; }))
            missing << mean + QStringLiteral(" of α ") + value;
    }
    return missing;
}

} // namespace

class TestSeedsModels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }
    void cleanup()
    {
        useLanguage(QStringLiteral("en"));
        applyTextScale(*qApp, 1);
        applyTheme(*qApp, Theme::light());
    }
    void sixModelsFitEverySize_data();
    void sixModelsFitEverySize();
    void sixModelsFitEveryFigure_data();
    void sixModelsFitEveryFigure();
    void sixModelsHaveSixColors_data();
    void sixModelsHaveSixColors();
    void accuracyIsDrawnOverTheNumberThatDiffers();

private:
    /** Once for all: they are looked at in many sizes. */
    WorkspaceFixture &bench()
    {
        if (!m_bench) {
            m_bench = std::make_unique<WorkspaceFixture>(sixSlopes());
            m_bench->colors.setShown(&m_others, {"relu", "tanh", "gelu", "elu", "silu"}); // as many as Functions may show
        }
        return *m_bench;
    }

    QObject m_others;
    std::unique_ptr<WorkspaceFixture> m_bench;
};

void TestSeedsModels::sixModelsFitEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("language");
    for (const QSize size : {QSize(912, 560), QSize(1208, 760), QSize(1848, 1040)}) { // of windows beside their rails
        for (const double text : {1.0, 1.5, 2.0}) {
            for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")})
                QTest::addRow("%dx%d, text %g, %s", size.width(), size.height(), text, qPrintable(language)) << size << text << language;
        }
    }
}

void TestSeedsModels::sixModelsFitEverySize()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(QString, language);
    useLanguage(language);
    applyTextScale(*qApp, text);
    applyTheme(*qApp, Theme::light()); // a style sheet that comes again lets go of fonts of before
    WorkspaceFixture &fixture = bench();
    fixture.workspace->resize(size);
    if (fixture.workspace->seedsPage()->isHidden()) {
        WAIT_READY(fixture, sixSlopes());
        showSeeds(fixture);
    }
    for (const bool dark : {false, true}) {
        Theme theme = dark ? Theme::dark() : Theme::light();
        theme.scale = interfaceScale();
        fixture.workspace->setTheme(theme);
        QTest::qWait(60);
        SeedsCanvas &canvas = *fixture.workspace->seedsPage()->canvas();
        keepPicture(canvas, QStringLiteral("six-%1-%2-%3%4").arg(size.width()).arg(text).arg(language, dark ? QStringLiteral("-dark") : QString()));
        QVERIFY(std::abs(canvas.font().pointSizeF() - text * usualTextPoints) < 0.1);
        const QStringList faults = faultsOf(canvas) + headsMissing(canvas);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
}

void TestSeedsModels::sixModelsFitEveryFigure_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it is offered") << QSize();
    QTest::newRow("a page") << QSize(1200, 1000);
    QTest::newRow("a slide") << QSize(1920, 1080);
}

/** Words of a drawing, whose letters are the same. */
void TestSeedsModels::sixModelsFitEveryFigure()
{
    QFETCH(QSize, size);
    WorkspaceFixture &fixture = bench();
    if (fixture.workspace->seedsPage()->isHidden()) {
        WAIT_READY(fixture, sixSlopes());
        showSeeds(fixture);
    }
    const auto source = fixture.workspace->exportSource();
    const QByteArray drawing = source->picture({.size = size.isValid() ? size : source->size()}, PictureFormat::Svg, 1);
    const QString text = QString::fromUtf8(drawing);
    QVERIFY(!text.contains(QChar(0x2026)));
    for (const double slope : slopes)
        QVERIFY2(text.contains(QStringLiteral("α %1").arg(slope)), qPrintable(QString::number(slope)));
    if (const QString folder = qEnvironmentVariable("ACTISCOPE_SEEDS_PICTURES"); !folder.isEmpty()) {
        QFile file(folder + QStringLiteral("/six-figure-%1.png").arg(size.width()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(source->picture({.size = size.isValid() ? size : source->size()}, PictureFormat::Png, 1)) > 0);
    }
}

void TestSeedsModels::sixModelsHaveSixColors_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/** From pixels: the middle of each dot. */
void TestSeedsModels::sixModelsHaveSixColors()
{
    QFETCH(bool, dark);
    WorkspaceFixture &fixture = bench();
    fixture.workspace->resize(1208, 760);
    fixture.workspace->setTheme(dark ? Theme::dark() : Theme::light());
    if (fixture.workspace->seedsPage()->isHidden()) {
        WAIT_READY(fixture, sixSlopes());
        showSeeds(fixture);
    }
    QTest::qWait(30);
    SeedsCanvas &canvas = *fixture.workspace->seedsPage()->canvas();
    const QImage image = canvas.grab().toImage();
    std::set<QRgb> colors;
    for (std::size_t model = 0; model < slopes.size(); ++model) {
        std::set<QRgb> own;
        for (int seed = 0; seed < 30; ++seed)
            own.insert(image.pixel((canvas.picture().dot(model, seed) * image.devicePixelRatio()).toPoint()));
        QCOMPARE(own.size(), std::size_t(1));
        colors.insert(*own.begin());
    }
    QCOMPARE(colors.size(), slopes.size());
}

/** α of a Leaky ReLU: a mean with its interval at each, where it stands on the axes, in words and in the figure; no other comparison has it. */
void TestSeedsModels::accuracyIsDrawnOverTheNumberThatDiffers()
{
    Experiment experiment = smallExperiment(15);
    const Activation &leaky = *experiment.models[1].activation().activation;
    experiment.models.clear();
    const std::vector<double> alphas = {0.2, 0.01, 1, 0.5}; // in any order
    for (const double alpha : alphas)
        experiment.models.push_back({.activations = {makeSpec(leaky, {alpha})}});
    WorkspaceFixture bench(experiment);
    bench.workspace->resize(1280, 900);
    WAIT_READY(bench, experiment);
    showSeeds(bench);
    const SeedsPicture &picture = pictureOf(bench);
    const SeedProgress &progress = *bench.workspace->seedsPage()->progress();
    QVERIFY(picture.data().sweep());
    QCOMPARE(picture.data().sweep()->symbol, std::string("α"));
    QCOMPARE(picture.data().sweep()->values, alphas);
    const QString words = bench.workspace->seedsPage()->canvas()->accessibleDescription();
    QVERIFY2(words.contains(QStringLiteral("over α: 0.01: ")), qPrintable(words));
    for (const SeedFigure figure : {SeedFigure::TestAccuracy, SeedFigure::TestLoss}) {
        const auto meanOf = [&](std::size_t model) {
            const SeedModelSummary &summary = progress.summary.models[model];
            return (figure == SeedFigure::TestAccuracy ? summary.accuracy : summary.loss).end.mean;
        };
        const auto pointOf = [&](std::size_t model) { return picture.sweepPoint(figure, model); };
        for (std::size_t a = 0; a < alphas.size(); ++a) {
            QVERIFY(QRectF(bench.workspace->seedsPage()->canvas()->rect()).contains(pointOf(a)));
            for (std::size_t b = 0; b < alphas.size(); ++b) {
                QCOMPARE(pointOf(a).x() < pointOf(b).x(), alphas[a] < alphas[b]);
                QVERIFY(meanOf(a) == meanOf(b) || (pointOf(a).y() < pointOf(b).y()) == (meanOf(a) > meanOf(b)));
            }
        }
        const double share = (pointOf(3).x() - pointOf(1).x()) / (pointOf(2).x() - pointOf(1).x()); // 0.5 between 0.01 and 1
        QVERIFY(std::abs(share - 0.49 / 0.99) < 1e-9);
        if (figure == SeedFigure::TestAccuracy)
            QVERIFY2(words.contains(QString::number(100 * meanOf(1), 'f', 2)), qPrintable(words));
    }
    keepPicture(*bench.workspace, QStringLiteral("over-alpha"));
    const QByteArray figure = bench.workspace->exportSource()->picture({.size = QSize(1200, 1000)}, PictureFormat::Svg, 1);
    QVERIFY(figure.contains("Over α") && figure.contains("test accuracy, %") && figure.contains("test loss"));
}

QTEST_MAIN(TestSeedsModels)
#include "tst_seeds_models.moc"
