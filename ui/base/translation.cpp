#include "ui/base/translation.h"

#include "core/base/message.h"

#include <QCoreApplication>

namespace actiscope {

QString translated(const Message &message)
{
    std::vector<Message> values;
    for (const Message &value : message.values())
        values.emplace_back(value.isVerbatim() ? value.text() : translated(value).toStdString());
    const QString pattern = QCoreApplication::translate("core", message.pattern().c_str());
    return QString::fromStdString(Message(pattern.toStdString(), std::move(values)).text());
}

} // namespace actiscope
