#include "ui/window/device_name.h"

#include <QRegularExpression>

namespace actiscope {

namespace {

const QString betweenParts = QStringLiteral(" · ");

/** Without what PoCL puts before a processor's name, and what its maker puts between the words. */
QString tidied(QString name)
{
    static const QRegularExpression driver(QStringLiteral("^[a-z][a-z0-9_.-]*-(?=[A-Z])"));
    static const QRegularExpression noise(QStringLiteral("\\((?:R|TM|C)\\)|\\b(?:CPU|Processor)\\b|\\b\\d+-Core\\b|@.*$"), QRegularExpression::CaseInsensitiveOption);
    return name.remove(driver).remove(noise).simplified();
}

QString withoutMaker(const QString &name)
{
    static const QRegularExpression maker(QStringLiteral("^(?:Intel|AMD|NVIDIA|Apple|ARM|Advanced Micro Devices, Inc\\.) (?=\\S)"), QRegularExpression::CaseInsensitiveOption);
    return QString(name).remove(maker);
}

} // namespace

QStringList shorterDeviceNames(const QString &name)
{
    const QStringList parts = name.split(betweenParts); // platform, device, how many cores, and perhaps a kernel that was asked for
    if (parts.size() < 3) {
        static const QRegularExpression word(QStringLiteral("^\\w+(?=, | · )"), QRegularExpression::UseUnicodePropertiesOption);
        return word.match(name).hasMatch() ? QStringList{word.match(name).captured()} : QStringList();
    }
    const QString device = tidied(parts[1]);
    const QStringList kernel = parts.mid(3);
    QStringList all;
    const QStringList wanted[] = {QStringList{parts[0], device, parts[2]} + kernel, QStringList{device, parts[2]} + kernel, QStringList{device} + kernel,
                                  QStringList{device}, QStringList{withoutMaker(device)}};
    for (const QStringList &each : wanted) {
        const QString shorter = each.join(betweenParts);
        if (shorter.size() < (all.isEmpty() ? name : all.back()).size())
            all << shorter;
    }
    return all;
}

} // namespace actiscope
