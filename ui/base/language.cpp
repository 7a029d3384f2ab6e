#include "ui/base/language.h"

#include "ui/base/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace actiscope {

namespace {

constexpr Language languageTable[] = {{"system", ""}, {"en", "English"}, {"ko", "한국어"}};
const QString english = QStringLiteral("en");

/** What is installed now; goes with the application. */
struct UsedLanguage {
    QString name = english;
    QList<QTranslator *> translators = {};
};

UsedLanguage &used()
{
    static UsedLanguage language;
    return language;
}

bool isOurs(const QString &name)
{
    return std::ranges::any_of(languages().subspan(1), [&name](const Language &each) { return name == QLatin1String(each.name); });
}

/** The first of the user's languages that there is; else English. */
QString languageOfSystem()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString name = wanted.section(QLatin1Char('-'), 0, 0);
        if (isOurs(name))
            return name;
    }
    return english;
}

QString resolved(const QString &name)
{
    return isOurs(name) ? name : languageOfSystem();
}

} // namespace

std::span<const Language> languages()
{
    return languageTable;
}

std::vector<std::string_view> languageNames()
{
    std::vector<std::string_view> names;
    std::ranges::transform(languages(), std::back_inserter(names), &Language::name);
    return names;
}

bool loadTexts(QTranslator &translator, const QString &name)
{
    initResources();
    return translator.load(QStringLiteral(":/i18n/actiscope_%1.qm").arg(resolved(name)));
}

void useLanguage(const QString &name)
{
    UsedLanguage &language = used();
    const QString wanted = resolved(name);
    if (wanted == language.name)
        return;
    language.name = wanted;
    for (QTranslator *translator : language.translators) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    language.translators.clear();
    const auto install = [&language](QTranslator *translator, bool isLoaded) {
        if (isLoaded && QCoreApplication::installTranslator(translator))
            language.translators.append(translator);
        else
            delete translator;
    };
    auto *ofQt = new QTranslator(qApp); // its own words, as of the buttons of a question
    install(ofQt, ofQt->load(QLocale(wanted), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    auto *ours = new QTranslator(qApp);
    install(ours, loadTexts(*ours, wanted));
}

QString usedLanguage()
{
    return used().name;
}

QLocale localeOfTexts()
{
    const QLocale system, ofTexts(used().name);
    return system.language() == ofTexts.language() ? system : ofTexts;
}

} // namespace actiscope
