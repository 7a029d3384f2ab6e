// The language of the window and of what it draws: which there are, which is used, and how another one is taken. The texts of widgets are made with
// them; who shows some takes them anew at QEvent::LanguageChange. GUI thread, but for loadTexts().
#pragma once

#include <QLocale>
#include <QString>

#include <span>
#include <string_view>
#include <vector>

class QTranslator;

namespace actiscope {

struct Language {
    std::string_view name;     ///< "ko"; "system" for the desktop's
    const char *ownName = "";  ///< as its readers write it; empty for the system's
};

/** The system's first. */
std::span<const Language> languages();
std::vector<std::string_view> languageNames();

/** Into the application, instead of what was used; nothing where it is used already. An unknown name is the system's. */
void useLanguage(const QString &name);
/** "ko": of the texts that are used, also where the system chose. */
QString usedLanguage();

/** How dates and lists are written within those texts: as the system has it, where that is in this language. */
QLocale localeOfTexts();

/** The program's own texts in this language; false where there are none. Needs no application. */
bool loadTexts(QTranslator &translator, const QString &name);

} // namespace actiscope
