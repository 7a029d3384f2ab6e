#include "ui/training/data/feature_chips.h"

#include "core/base/message.h"
#include "core/data/input_features.h"
#include "ui/base/flow_layout.h"
#include "ui/base/translation.h"

#include <QToolButton>

#include <algorithm>

namespace actiscope {

namespace {

QString wordsOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

FeatureChips::FeatureChips(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const InputFeature &feature : inputFeatures()) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(QStringLiteral("feature_") + wordsOf(feature.name));
        chip->setText(wordsOf(feature.symbol));
        chip->setAccessibleName(tr("Input feature %1").arg(wordsOf(feature.symbol)));
        chip->setToolTip(tr("The networks get %1 of each point, too: %2").arg(wordsOf(feature.symbol), translated(Message(feature.description))));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &QToolButton::clicked, this, &FeatureChips::edited);
        layout->addWidget(chip);
        m_chips.push_back(chip);
    }
    setAccessibleName(tr("Input features"));
}

std::vector<std::string> FeatureChips::features() const
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            names.emplace_back(inputFeatures()[i].name);
    }
    return names;
}

void FeatureChips::show(const std::vector<std::string> &features)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(std::ranges::find(features, inputFeatures()[i].name) != features.end());
}

void FeatureChips::setTheme(const Theme &theme)
{
    setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; padding: 3px 7px; }"
                                 "QToolButton:checked { background: %4; border-color: %5; }"
                                 "QToolButton:focus { border: 2px solid %5; padding: 2px 6px; }")
                      .arg(theme.plotBackground.name(), theme.text.name(), theme.border.name(), theme.selection.name(), theme.accent.name()));
}

} // namespace actiscope
