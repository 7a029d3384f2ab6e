// Text of the size that the user likes: Ctrl and +, − or 0 change text, lines and controls together, in every view and dialog, and nothing is cut.
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/cut_text.h"

#include "ui/base/scale.h"
#include "ui/charts/export_dialog.h"
#include "ui/charts/export_source.h"
#include "ui/functions/formula/formula_dialog.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/window/command_palette.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

using namespace actiscope;
using namespace actiscope::test;

class TestTextSize : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysMakeTextLinesAndControlsLarger();
    void theSizeIsKept();
    void aFileCannotMakeItHuge_data();
    void aFileCannotMakeItHuge();
    void exportsAreAsLargeAsTheirPage();
    void noTextIsCut_data();
    void noTextIsCut();
    void noDialogCutsText_data();
    void noDialogCutsText();
    void namesInTheListAreWhole();

private:
    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(
            eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->page<TrainingWorkspace>()->setExperiment(smallExperiment());
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        return window;
    }

    /** Layouts come to rest. */
    static void settle() { QTest::qWait(80); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTextSize::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestTextSize::cleanup()
{
    applyTextScale(*qApp, 1);
}

void TestTextSize::keysMakeTextLinesAndControlsLarger()
{
    const auto window = makeWindow();
    const auto press = [&window](Qt::Key key) {
        QTest::sendKeyEvent(QTest::Click, window->windowHandle(), key, QString(), Qt::ControlModifier);
        settle();
    };
    window->resize(1280, 800);
    settle();
    FunctionPlot &plot = *window->page<FunctionsWorkspace>()->plot();
    const Activation &shown = *window->page<FunctionsWorkspace>()->state().shown().front();
    const auto measures = [&] {
        plot.updateNow();
        const auto *rail = window->findChild<QWidget *>(QStringLiteral("workspaceRail"));
        const auto *search = window->page<FunctionsWorkspace>()->list()->searchField();
        return std::vector<double>{window->font().pointSizeF(),
                                   plot.valueGraph(shown)->pen().widthF(),
                                   double(window->page<TrainingWorkspace>()->evidence()->font().pointSizeF()),
                                   double(rail->findChild<QToolButton *>()->iconSize().width()),
                                   double(search->font().pointSizeF()),
                                   double(search->height())};
    };
    const std::vector<double> usual = measures();
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Plus);
    QCOMPARE(window->textScale(), 1.5);
    const std::vector<double> larger = measures();
    for (std::size_t i = 0; i < usual.size(); ++i)
        QVERIFY2(std::abs(larger[i] / usual[i] - 1.5) < 0.15, qPrintable(QStringLiteral("%1: %2 to %3").arg(i).arg(usual[i]).arg(larger[i])));
    for (int i = 0; i < 12; ++i)
        press(Qt::Key_Equal); // which is + without Shift
    QCOMPARE(window->textScale(), largestTextScale);
    press(Qt::Key_Minus);
    QCOMPARE(window->textScale(), 1.9);
    press(Qt::Key_0);
    QCOMPARE(window->textScale(), 1);
    QCOMPARE(measures(), usual);
    press(Qt::Key_Minus);
    QCOMPARE(window->textScale(), 1);
}

void TestTextSize::theSizeIsKept()
{
    auto window = makeWindow();
    window->setTextScale(1.3);
    window->close();
    window.reset();
    applyTextScale(*qApp, 1);
    QCOMPARE(makeWindow()->textScale(), 1.3);
    QVERIFY(std::abs(QApplication::font().pointSizeF() / usualTextPoints - 1.3) < 0.01);
}

void TestTextSize::aFileCannotMakeItHuge_data()
{
    QTest::addColumn<QString>("saved");
    QTest::addColumn<double>("scale");
    QTest::newRow("huge") << "1e9" << largestTextScale;
    QTest::newRow("negative") << "-3" << 1.0;
    QTest::newRow("no number") << "nan" << 1.0;
    QTest::newRow("a word") << "large" << 1.0;
}

void TestTextSize::aFileCannotMakeItHuge()
{
    QFETCH(QString, saved);
    QFETCH(double, scale);
    makeWindow()->close();
    {
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        QVERIFY(settings.contains(QStringLiteral("window/textScale")));
        settings.setValue(QStringLiteral("window/textScale"), saved);
    }
    QCOMPARE(makeWindow()->textScale(), scale);
}

/** A figure has the text of its page, however large that of the window is. */
void TestTextSize::exportsAreAsLargeAsTheirPage()
{
    const auto window = makeWindow();
    const auto picture = [&window] {
        const std::unique_ptr<ExportSource> source = window->page<FunctionsWorkspace>()->exportSource();
        return source->picture({QSize(800, 500), QStringLiteral("Title"), source->theme()}, PictureFormat::Svg, 1);
    };
    const auto sizes = [](const QByteArray &drawing) {
        static const QRegularExpression size(QStringLiteral("(font-size|stroke-width)=\"[^\"]*\""));
        QSet<QString> found;
        for (auto match = size.globalMatch(QString::fromUtf8(drawing)); match.hasNext();)
            found << match.next().captured();
        return found;
    };
    const QSet<QString> usual = sizes(picture());
    QVERIFY(usual.size() > 2);
    window->setTextScale(1.8);
    settle();
    QCOMPARE(sizes(picture()), usual);
}

void TestTextSize::noTextIsCut_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    for (const char *workspace : {"functions", "training"}) {
        for (const auto &[size, scale] : {std::pair(QSize(960, 600), 1.0), std::pair(QSize(1280, 800), 1.0), std::pair(QSize(1280, 800), 1.5),
                                          std::pair(QSize(1280, 800), 2.0), std::pair(QSize(1920, 1080), 1.5), std::pair(QSize(1920, 1080), 2.0)})
            QTest::addRow("%s, %d x %d, %g", workspace, size.width(), size.height(), scale) << workspace << size << scale;
    }
}

void TestTextSize::noTextIsCut()
{
    QFETCH(QString, workspace);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    const auto window = makeWindow();
    window->setWorkspace(workspace);
    window->setTextScale(scale);
    window->resize(size);
    settle();
    QVERIFY2(window->width() <= size.width() && window->height() <= size.height(),
             qPrintable(QStringLiteral("%1 x %2").arg(window->width()).arg(window->height())));
    QTRY_VERIFY_WITH_TIMEOUT(workspace == QLatin1String("functions") || window->page<TrainingWorkspace>()->snapshot(), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(cutTexts(*window).isEmpty(), qPrintable(cutTexts(*window).join(QLatin1Char('\n'))), 3000);
}

void TestTextSize::noDialogCutsText_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%g", scale) << scale;
}

void TestTextSize::noDialogCutsText()
{
    QFETCH(double, scale);
    const auto window = makeWindow();
    window->setTextScale(scale);
    QTRY_VERIFY_WITH_TIMEOUT(window->page<TrainingWorkspace>()->snapshot() || !window->page<TrainingWorkspace>()->controller().snapshot(), patience);
    const auto verify = [](QDialog &dialog) {
        dialog.show();
        settle();
        const QStringList cut = cutTexts(dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(dialog.windowTitle() + QLatin1Char('\n') + cut.join(QLatin1Char('\n'))));
    };
    CommandPalette palette(window->actionRegistry(), window.get());
    verify(palette);
    KeysDialog keys(window->actionRegistry(), window.get());
    verify(keys);
    const std::unique_ptr<ExportSource> source = window->page<FunctionsWorkspace>()->exportSource();
    ExportDialog exporting(*source, window.get());
    verify(exporting);
    FormulaDialog formula(window->theme(), nullptr, window.get());
    verify(formula);
}

void TestTextSize::namesInTheListAreWhole()
{
    const auto window = makeWindow();
    for (const double scale : {1.0, 1.5}) {
        window->setTextScale(scale);
        window->resize(1280, 800);
        settle();
        const QStringList cut = cutRows(*window->page<FunctionsWorkspace>()->list()->view());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(TestTextSize)
#include "tst_text_size.moc"
