#include "app/process/told.h"

#include "ui/base/language.h"

#include <QTranslator>

#include <vector>

namespace actiscope {
namespace {

struct ToldTexts {
    std::string language;
    bool isThere = false;
    QTranslator texts; ///< asked itself: a subcommand has no application that would
};

ToldTexts &toldTexts()
{
    static ToldTexts all;
    return all;
}

} // namespace

void setToldLanguage(const std::string &name)
{
    ToldTexts &all = toldTexts();
    all.language = name;
    all.isThere = loadTexts(all.texts, QString::fromStdString(name));
}

std::string toldLanguage()
{
    return toldTexts().language;
}

std::string told(const Message &message)
{
    std::vector<Message> values;
    for (const Message &value : message.values())
        values.emplace_back(value.isVerbatim() ? value.text() : told(value));
    const ToldTexts &all = toldTexts();
    const QString translation = all.isThere ? all.texts.translate("core", message.pattern().c_str()) : QString();
    return Message(translation.isEmpty() ? message.pattern() : translation.toStdString(), std::move(values)).text();
}

} // namespace actiscope
