#include "ui/charts/model_name.h"

#include <algorithm>

namespace actiscope {

std::pair<QString, QString> dividedName(const ModelStyle &model)
{
    const QString &name = model.name;
    const qsizetype bracket = name.contains(QLatin1Char(')')) ? name.lastIndexOf(QLatin1String(" (")) : -1;
    const qsizetype comma = name.indexOf(QLatin1String(", "));
    const bool isKnown = !model.activation.isEmpty() && name.startsWith(model.activation);
    const qsizetype end = isKnown ? model.activation.size() : bracket > 0 ? bracket : comma > 0 ? comma : name.size();
    QString rest = name.sliced(std::min(name.size(), end + 2));
    if (name.sliced(end).startsWith(QLatin1String(" (")))
        rest.remove(rest.indexOf(QLatin1Char(')')), 1);
    return {name.first(end), rest};
}

QStringList namesakesOf(const std::vector<ModelStyle> &styles, std::size_t model)
{
    QStringList parameters;
    const QString name = dividedName(styles[model]).first;
    for (std::size_t other = 0; other < styles.size(); ++other) {
        if (const auto [otherName, rest] = dividedName(styles[other]); other != model && otherName == name)
            parameters << rest;
    }
    return parameters;
}

QString tellingPart(const QString &text, const QStringList &others, const QFontMetricsF &metrics, double room)
{
    for (const Qt::TextElideMode mode : {Qt::ElideRight, Qt::ElideLeft, Qt::ElideMiddle}) {
        const QString part = metrics.elidedText(text, mode, room);
        const bool isOneOfOthers = std::ranges::any_of(others, [&](const QString &other) { return metrics.elidedText(other, mode, room) == part; });
        if (!isOneOfOthers || mode == Qt::ElideMiddle)
            return part;
    }
    return text;
}

} // namespace actiscope
