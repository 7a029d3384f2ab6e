// What tests of another language in an open window share: a window that is full of things that were said, and what is English of what is seen.
#pragma once

#include "tests/ui/window/every_view.h"

#include "ui/base/language.h"
#include "ui/base/translation.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace actiscope::test {

inline bool hasKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

/** A window, and the folder of its settings. In English at first, and again at the end. */
struct LanguageFixture {
    explicit LanguageFixture(BackendCatalog catalog = eigenCatalog())
    {
        useLanguage(QStringLiteral("en"));
        window = std::make_unique<MainWindow>(std::move(catalog), std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->services().document.load(smallExperiment(6));
        window->services().imageDocument.load(smallImages());
        window->resize(1280, 800);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }
    ~LanguageFixture()
    {
        window.reset();
        useLanguage(QStringLiteral("en"));
    }

    void change(const QString &language) const
    {
        window->setLanguage(language);
        const auto isWritten = [&] { return hasKorean(window->menuBar()->actions().front()->text()) == (language == QLatin1String("ko")); };
        QTRY_VERIFY_WITH_TIMEOUT(isWritten(), patience);
        comeToRest();
    }

    /** Undo stacks, two runs that are kept, one that diverged, a run that has ended: all told in the language of now. */
    void fill() const
    {
        ExperimentDocument &document = window->services().document;
        TrainingController &controller = window->services().training;
        const auto trainToEnd = [&] {
            QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Ready || controller.state() == RunState::Finished, patience);
            const auto before = controller.state() == RunState::Finished ? controller.snapshot()->run : 0;
            controller.playOrPause(); // one that has ended begins again
            QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Finished && controller.snapshot()->run != before, patience);
        };
        showTraining(*window);
        controller.setPace(0);
        trainToEnd();
        window->page<TrainingWorkspace>()->experimentPanel()->makeItDie();
        trainToEnd();
        Experiment next = document.experiment();
        next.hidden = {5, 4};
        next.stop.epochs = 8;
        document.apply(next);
        trainToEnd();
        FunctionsState &functions = window->page<FunctionsWorkspace>()->state();
        functions.setShown(*functions.available()[4], true);
        comeToRest();
        functions.setParameters(*functions.available()[1], {0.3});
        comeToRest();
    }

    /** And a run of images. */
    void fillImages() const
    {
        showNetworks(*window, imageSubject());
        TrainingController &images = window->services().images;
        images.setPace(0);
        QTRY_VERIFY_WITH_TIMEOUT(images.state() == RunState::Ready, patience);
        images.playOrPause();
        QTRY_VERIFY_WITH_TIMEOUT(images.state() == RunState::Finished, patience);
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

/** The program's sentences in English of which the Korean is other words. */
class EnglishTexts {
public:
    EnglishTexts()
    {
        static const QRegularExpression place(QStringLiteral("%L?[1-9n]")), word(QStringLiteral("[A-Za-z]{3,}"));
        QFile file(QStringLiteral(ACTISCOPE_SOURCE_DIR "/resources/translations/actiscope_ko.ts"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("source"))
                source = withoutMnemonic(xml.readElementText()).trimmed();
            if (xml.name() != QLatin1String("translation"))
                continue;
            const QString korean = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            for (const QString &line : source.split(QLatin1Char('\n'))) {
                if (!hasKorean(korean) || !QString(line).remove(place).contains(word)) // one that has hardly more than places is told from nothing
                    continue;
                QStringList parts;
                for (const QString &part : line.split(place))
                    parts << QRegularExpression::escape(part);
                m_texts.push_back({line, QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*"))))});
            }
        }
    }

    std::size_t size() const { return m_texts.size(); }

    /** Those of what is seen that are English, in whole or some words in a row, and what they are of. What was asked about before is not told again. */
    QStringList in(const QSet<QString> &seen)
    {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
        QStringList found;
        for (const QString &text : seen) {
            if (m_known.contains(text))
                continue;
            m_known << text;
            if (hasKorean(text) || !text.contains(word) || text == QLatin1String("momentum") || text == QLatin1String("step")) // names of choices
                continue;
            const QString said = withoutMnemonic(text);
            const auto match = std::ranges::find_if(m_texts, [&said](const auto &english) { return english.pattern.match(said).hasMatch(); });
            if (match != m_texts.end())
                found << said + QStringLiteral("   [") + match->source + QLatin1Char(']');
        }
        return found;
    }

private:
    /** With anything in its places. */
    struct Text {
        QString source;
        QRegularExpression pattern;
    };

    std::vector<Text> m_texts;
    QSet<QString> m_known;
};

} // namespace actiscope::test
