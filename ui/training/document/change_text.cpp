#include "ui/training/document/change_text.h"

#include "core/training/model_label.h"
#include "core/training/setting.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"

#include <QCoreApplication>

#include <optional>

namespace actiscope {

namespace {

/** The context of the texts. */
struct ChangeText {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ChangeText)
};

QString fromTo(const QString &what, const QString &before, const QString &after)
{
    return ChangeText::tr("%1 %2 → %3").arg(what, before, after);
}

/** "Leaky ReLU α 0.01 → 0.1" where that is all; nothing else. */
std::optional<QString> parameterText(const ModelConfiguration &before, const ModelConfiguration &after)
{
    const ActivationSpec &was = before.activation();
    const ActivationSpec &is = after.activation();
    if (before.activations.size() != 1 || after.activations.size() != 1 || was.activation != is.activation)
        return std::nullopt;
    std::optional<std::size_t> moved;
    for (std::size_t k = 0; k < is.parameters.size(); ++k) {
        if (was.parameters[k] == is.parameters[k])
            continue;
        if (moved)
            return std::nullopt;
        moved = k;
    }
    if (!moved)
        return std::nullopt;
    const QString what = QStringLiteral("%1 %2").arg(QString::fromStdString(is.activation->name),
                                                     QString::fromStdString(is.activation->parameters[*moved].symbol));
    return fromTo(what, formatNumber(was.parameters[*moved]), formatNumber(is.parameters[*moved]));
}

/** As it is within a sentence: "Learning rate η" is "learning rate η". */
QString withinSentence(QString label)
{
    if (label.size() > 1 && label[1].isLower())
        label[0] = label[0].toLower();
    return label;
}

QString differenceText(const SettingDifference &difference, const Experiment &before, const Experiment &after)
{
    const Setting &setting = *difference.setting;
    if (setting.kind == SettingKind::Activations) {
        const ModelConfiguration &was = before.models[difference.model];
        const ModelConfiguration &is = after.models[difference.model];
        const auto moved = parameterText(was, is);
        return moved ? *moved
                     : ChangeText::tr("%1 → %2").arg(QString::fromStdString(activationLabel(was)),
                                                     QString::fromStdString(activationLabel(is)));
    }
    const auto text = [&setting](const SettingValue &value) {
        const QString written = QString::fromStdString(settingText(setting, value));
        return written.isEmpty() ? ChangeText::tr("none") : written;
    };
    return fromTo(withinSentence(translated(Message(setting.label))), text(difference.before), text(difference.after));
}

/** Those of the same setting are one. */
int countSettings(const std::vector<SettingDifference> &all)
{
    int count = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        count += i == 0 || all[i].setting != all[i - 1].setting ? 1 : 0;
    return count;
}

} // namespace

std::vector<std::string> changedSettings(const Experiment &before, const Experiment &after)
{
    std::vector<std::string> names;
    if (before.models.size() != after.models.size())
        names.push_back("models");
    for (const SettingDifference &difference : differences(before, after))
        names.push_back(std::string(difference.setting->name) + ' ' + std::to_string(difference.model));
    return names;
}

QString changeText(const Experiment &before, const Experiment &after)
{
    if (before.models.size() != after.models.size())
        return fromTo(ChangeText::tr("models"), QString::number(before.models.size()), QString::number(after.models.size()));
    const std::vector<SettingDifference> all = differences(before, after);
    if (all.empty())
        return ChangeText::tr("settings");
    const QString first = differenceText(all.front(), before, after);
    const int others = countSettings(all) - 1;
    return others > 0 ? ChangeText::tr("%1 and %n more", nullptr, others).arg(first) : first;
}

} // namespace actiscope
