// The Images workspace: what it begins with, where its images come from, and what it says of those that cannot be read.
#include "tests/support/loop_watch.h"
#include "tests/ui/training/training_fixture.h"

#include "core/io/ready_experiments.h"
#include "ui/training/settings/gallery_entry.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/data/image_section.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/document/subject.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/settings/experiment_gallery.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/window/actions/action_registry.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>

#include <functional>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The workspace alone, as the window makes it. */
struct ImagesFixture {
    ImagesFixture()
    {
        workspace.resize(1280, 800);
        workspace.setTheme(Theme::light());
    }

    ImageSection &section() const { return *workspace.experimentPanel()->images(); }
    const ImageData &images() const { return std::get<ImageData>(document.experiment().data); }
    RunState state() const { return controller.state(); }

    DeviceChoice devices{eigenCatalog()};
    ExperimentDocument document{imageSubject()};
    TrainingController controller{devices, document};
    ActivationColors colors;
    TrainingWorkspace workspace{controller, colors};
};

QByteArray bigEndian(std::uint32_t value)
{
    const char bytes[] = {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
    return {bytes, 4};
}

/** In the four files of MNIST. */
struct Images {
    int train = 60;
    int test = 20;
    int side = 8;

    QByteArray images(int count) const
    {
        QByteArray pixels(qsizetype(count) * side * side, '\0');
        for (qsizetype i = 0; i < pixels.size(); ++i)
            pixels[i] = char((i * 2654435761u) >> 24);
        return bigEndian(2051) + bigEndian(std::uint32_t(count)) + bigEndian(std::uint32_t(side)) + bigEndian(std::uint32_t(side)) + pixels;
    }
    static QByteArray labels(int count)
    {
        QByteArray labels(count, '\0');
        for (int i = 0; i < count; ++i)
            labels[i] = char(i % 10);
        return bigEndian(2049) + bigEndian(std::uint32_t(count)) + labels;
    }
    void write(const QString &folder) const
    {
        const QByteArray contents[] = {images(train), labels(train), images(test), labels(test)};
        for (std::size_t i = 0; i < imageFileNames.size(); ++i)
            writeFile(folder, i, contents[i]);
    }
    static void writeFile(const QString &folder, std::size_t which, const QByteArray &content)
    {
        QFile file(folder + QLatin1Char('/') + QLatin1String(imageFileNames[which]));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
};

} // namespace

class TestImagesWorkspace : public QObject {
    Q_OBJECT

private slots:
    void nothingIsBegunBeforeItIsLookedAt();
    void digitsAreTrainedAtFirst();
    void onlyWhatIsOfImagesIsThere();
    void aFolderIsReadBeforeItIsTaken();
    void whatCannotBeReadIsSaidAndChangesNothing_data();
    void whatCannotBeReadIsSaidAndChangesNothing();
    void moreThanThereAreIsExplainedBesideTheField();
    void aReadyExperimentWithoutItsFilesIsRefused();
    void theWindowIsNeverHeldWhileImagesAreRead();
};

void TestImagesWorkspace::nothingIsBegunBeforeItIsLookedAt()
{
    ImagesFixture fixture;
    fixture.workspace.begin(); // as the window does, a second after it is there
    QVERIFY(!fixture.controller.hasBegun());
    fixture.workspace.show();
    QVERIFY(fixture.controller.hasBegun());
}

void TestImagesWorkspace::digitsAreTrainedAtFirst()
{
    ImagesFixture fixture;
    fixture.workspace.show();
    QCOMPARE(fixture.document.origin(), std::string("digits"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Ready, patience);
    fixture.controller.setPace(0);
    fixture.workspace.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.controller.snapshot()->epoch >= 3, patience);
    fixture.workspace.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Paused, patience);
    const auto run = fixture.controller.snapshot();
    QCOMPARE(run->models.size(), std::size_t(4));
    QCOMPARE(run->data->imageWidth, 8);
    for (std::size_t model = 0; model < 4; ++model) {
        for (const QString &row : imageSubject().firstRows())
            QVERIFY(fixture.workspace.evidence()->panel(row, model));
    }
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace.evidence()->isExact(), patience);
    fixture.controller.seek(1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.controller.snapshot()->epoch, std::int64_t(1), patience);
}

void TestImagesWorkspace::onlyWhatIsOfImagesIsThere()
{
    ImagesFixture fixture;
    fixture.workspace.show();
    QVERIFY(!fixture.workspace.experimentPanel()->data());
    const auto ready = shownReadyExperiments(imageSubject());
    QVERIFY(ready.size() >= 2);
    QCOMPARE(fixture.workspace.experimentPanel()->gallery()->entries().size(), ready.size());
    QCOMPARE(ready.size() + shownReadyExperiments(pointSubject()).size(), readyExperiments().size());
    for (std::size_t i = 0; i < ready.size(); ++i) { // what needs a package that is not there says so itself
        const auto *images = std::get_if<ImageData>(&ready[i]->experiment.data);
        const QString package = QString::fromStdString(missingPackage(*findImageKind(images->kind)));
        const GalleryEntry *entry = fixture.workspace.experimentPanel()->gallery()->entries()[i];
        const bool saysSo = entry->accessibleDescription().contains(QStringLiteral("needs the package"));
        QCOMPARE(saysSo, !package.isEmpty());
        QCOMPARE(entry->toolTip().contains(QStringLiteral("apt-get install ") + package + QLatin1Char('\'')), !package.isEmpty());
    }
    fixture.workspace.evidence()->showRows({QStringLiteral("plane"), QStringLiteral("network"), QStringLiteral("gradients")});
    QCOMPARE(fixture.workspace.evidence()->shownRows(), QStringList{QStringLiteral("gradients")});
    for (const QAction *action : fixture.workspace.actionGroup().actions)
        QVERIFY2(action->objectName().startsWith(QLatin1String("images.")), qPrintable(action->objectName()));
    for (const ImageKind &kind : imageKinds()) {
        const QToolButton *tile = fixture.section().tile(std::string(kind.name));
        QVERIFY(tile && !tile->accessibleName().isEmpty() && !tile->accessibleDescription().isEmpty());
    }
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.section().isReading(), patience);
    const QImage thumbnails = fixture.section().tile("digits")->icon().pixmap(QSize(200, 40)).toImage();
    QVERIFY(thumbnails.pixelColor(thumbnails.width() / 10, thumbnails.height() / 2).alpha() > 0);
}

void TestImagesWorkspace::aFolderIsReadBeforeItIsTaken()
{
    const QTemporaryDir folder;
    Images().write(folder.path());
    ImagesFixture fixture;
    fixture.workspace.show();
    const Experiment before = fixture.document.experiment();
    QVERIFY(fixture.workspace.takeFile(folder.filePath(QLatin1String(imageFileNames[2])))); // one of the four stands for all
    QTRY_VERIFY_WITH_TIMEOUT(fixture.images().kind == "images", patience);
    QCOMPARE(fixture.images().folder, QFile::encodeName(folder.path()).toStdString());
    QVERIFY(fixture.section().caption().isEmpty());
    QVERIFY(fixture.section().tile("images")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Ready && fixture.controller.snapshot()->data->train.count() == 60, patience);
    fixture.document.undo().undo();
    QCOMPARE(fixture.document.experiment(), before);
    QVERIFY(fixture.section().tile("digits")->isChecked());
    QVERIFY(!fixture.workspace.takeFile(QStringLiteral("points.csv")));
}

void TestImagesWorkspace::whatCannotBeReadIsSaidAndChangesNothing_data()
{
    using Damage = std::function<void(const QString &)>;
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("no files") << Damage([](const QString &path) {
        for (const char *name : imageFileNames)
            QFile::remove(path + QLatin1Char('/') + QLatin1String(name));
    }) << QStringList{"train-images-idx3-ubyte"};
    QTest::newRow("half a download") << Damage([](const QString &path) { Images::writeFile(path, 0, Images().images(60).first(2000)); })
                                     << QStringList{"train-images-idx3-ubyte", "byte"};
    QTest::newRow("other counts") << Damage([](const QString &path) { Images::writeFile(path, 1, Images::labels(59)); })
                                  << QStringList{"train-labels-idx1-ubyte", "59", "60"};
    QTest::newRow("label of 11") << Damage([](const QString &path) {
        QByteArray labels = Images::labels(20);
        labels[12] = 11;
        Images::writeFile(path, 3, labels);
    }) << QStringList{"t10k-labels-idx1-ubyte", "byte 12", "11"};
}

void TestImagesWorkspace::whatCannotBeReadIsSaidAndChangesNothing()
{
    QFETCH(std::function<void(const QString &)>, damage);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    Images().write(folder.path());
    damage(folder.path());
    ImagesFixture fixture;
    fixture.workspace.show();
    const Experiment before = fixture.document.experiment();
    QVERIFY(fixture.workspace.takeFile(folder.path()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.section().caption().contains(said.front()), patience);
    for (const QString &part : said)
        QVERIFY2(fixture.section().caption().contains(part), qPrintable(fixture.section().caption()));
    QVERIFY(!fixture.section().caption().contains(QLatin1Char('\n')));
    QCOMPARE(fixture.document.experiment(), before);
    QVERIFY(fixture.section().tile("digits")->isChecked() && !fixture.section().tile("images")->isChecked());
    QVERIFY(!fixture.document.undo().canUndo());
}

void TestImagesWorkspace::moreThanThereAreIsExplainedBesideTheField()
{
    ImagesFixture fixture;
    fixture.workspace.show();
    ExperimentPanel &panel = *fixture.workspace.experimentPanel();
    ImageData some = fixture.images();
    some.trainCount = 5000;
    fixture.section().want(some);
    QTRY_VERIFY2_WITH_TIMEOUT(panel.message("train-count").contains(QStringLiteral("1438")), qPrintable(panel.message("train-count")), patience);
    QCOMPARE(fixture.images().trainCount, 0);
    some.trainCount = 300;
    fixture.section().want(some);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.images().trainCount, 300, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.controller.snapshot() && fixture.controller.snapshot()->data->train.count() == 300, patience);
}

void TestImagesWorkspace::aReadyExperimentWithoutItsFilesIsRefused()
{
    const QTemporaryDir folder;
    ImagesFixture fixture;
    fixture.workspace.show();
    const Experiment before = fixture.document.experiment();
    ReadyExperiment ready;
    ready.name = "elsewhere";
    ready.experiment = before;
    ready.experiment.data = ImageData{.kind = "images", .folder = folder.path().toStdString()};
    fixture.document.take(ready, {});
    QVERIFY2(fixture.workspace.message().contains(QStringLiteral("train-images-idx3-ubyte")), qPrintable(fixture.workspace.message()));
    QCOMPARE(fixture.document.experiment(), before);
}

/** As many as Fashion-MNIST has. */
void TestImagesWorkspace::theWindowIsNeverHeldWhileImagesAreRead()
{
    SKIP_WHERE_SLOW;
    const QTemporaryDir folder;
    Images{.train = 60'000, .test = 10'000, .side = 28}.write(folder.path());
    ImagesFixture fixture;
    fixture.workspace.show();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Ready, patience);
    LoopWatch watch;
    watch.start();
    fixture.section().openFolder(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.images().kind == "images", patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Ready && fixture.controller.snapshot()->data->train.count() == 60'000, 4 * patience);
    fixture.workspace.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.controller.snapshot()->epoch >= 1, 4 * patience);
    qInfo("longest time without events: %.1f ms in %d ticks", watch.worst(), watch.ticks());
    QVERIFY2(watch.worst() < 50, qPrintable(QString::number(watch.worst())));
}

QTEST_MAIN(TestImagesWorkspace)
#include "tst_images_workspace.moc"
