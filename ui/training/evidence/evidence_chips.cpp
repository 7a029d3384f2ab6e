#include "ui/training/evidence/evidence_chips.h"

#include "ui/training/evidence/evidence_kind.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int chipGap = 8;

} // namespace

EvidenceChips::EvidenceChips(const Subject &subject, QWidget *parent) : QWidget(parent), m_kinds(evidenceKindsOf(subject))
{
    for (const EvidenceKind *each : m_kinds) {
        const EvidenceKind &kind = *each;
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setText(kind.chipText());
        chip->setToolTip(kind.lookForText());
        chip->setAccessibleName(kind.titleText());
        chip->setAccessibleDescription(kind.lookForText());
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &QToolButton::clicked, this, &EvidenceChips::chosenChanged);
        m_chips.push_back(chip);
    }
    m_more = new QToolButton(this);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolTip(tr("Choose what to look at"));
    m_more->setAccessibleName(m_more->toolTip());
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, &EvidenceChips::fillMenu);
    m_more->setMenu(menu);
}

void EvidenceChips::setStyle(const EvidenceStyle &style)
{
    m_style = style;
    const Theme &theme = style.theme;
    QString sheet = QStringLiteral("QToolButton { border: 1px solid @border; border-radius: 4px; padding: 0 9px; background: @panel; color: @text; }"
                                   "QToolButton:hover, QToolButton:focus { border-color: @accent; }"
                                   "QToolButton:checked { background: @selection; border-color: @accent; }"
                                   "QToolButton:disabled { color: @muted; background: transparent; }"
                                   "QToolButton::menu-indicator { image: none; width: 0; }");
    const std::pair<const char *, QColor> names[] = {{"@border", theme.border}, {"@panel", theme.panel},         {"@text", theme.text},
                                                     {"@accent", theme.accent}, {"@selection", theme.selection}, {"@muted", theme.mutedText}};
    for (const auto &[name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    setStyleSheet(sheet);
    arrange();
}

QToolButton *EvidenceChips::chip(const QString &id) const
{
    const auto found = std::ranges::find_if(m_kinds, [&id](const EvidenceKind *kind) { return id == QLatin1String(kind->id); });
    return found == m_kinds.end() ? nullptr : m_chips[static_cast<std::size_t>(found - m_kinds.begin())];
}

QStringList EvidenceChips::chosen() const
{
    QStringList ids;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (m_chips[i]->isChecked())
            ids << QString::fromLatin1(m_kinds[i]->id);
    }
    return ids;
}

void EvidenceChips::setChosen(const QStringList &ids)
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_chips[i]->setChecked(ids.contains(QLatin1String(m_kinds[i]->id)));
}

void EvidenceChips::setApplying(const QStringList &ids)
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_chips[i]->setEnabled(ids.contains(QLatin1String(m_kinds[i]->id)));
}

void EvidenceChips::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    arrange();
}

void EvidenceChips::fillMenu()
{
    QMenu &menu = *m_more->menu();
    menu.clear();
    for (std::size_t i = m_fitting; i < m_chips.size(); ++i) {
        QToolButton *chip = m_chips[i];
        QAction *action = menu.addAction(chip->text());
        action->setCheckable(true);
        action->setChecked(chip->isChecked());
        action->setEnabled(chip->isEnabled());
        action->setToolTip(chip->toolTip());
        connect(action, &QAction::triggered, chip, &QToolButton::click);
    }
}

/** As many as fit beside the button for the others. */
void EvidenceChips::arrange()
{
    const int height = static_cast<int>(m_style.px(chipHeight));
    const auto widthOf = [](QToolButton *button) { return button->sizeHint().width(); };
    m_more->setText((m_isNarrow ? tr("Show") : tr("More")) + QStringLiteral(" ▾"));
    int all = 0;
    for (QToolButton *chip : m_chips)
        all += widthOf(chip) + chipGap;
    const int room = all - chipGap <= width() && !m_isNarrow ? width() : width() - widthOf(m_more) - chipGap;
    int x = 0;
    m_fitting = 0;
    bool isFull = m_isNarrow;
    for (QToolButton *chip : m_chips) {
        const int chipWidth = widthOf(chip);
        isFull = isFull || x + chipWidth > room;
        chip->setVisible(!isFull);
        if (!isFull) {
            chip->setGeometry(x, 0, chipWidth, height);
            x += chipWidth + chipGap;
            ++m_fitting;
        }
    }
    m_more->setVisible(m_fitting < m_chips.size());
    m_more->setGeometry(x, 0, std::min(widthOf(m_more), width()), height);
}

void EvidenceChips::resizeEvent(QResizeEvent *)
{
    arrange();
}

QSize EvidenceChips::sizeHint() const
{
    return {static_cast<int>(m_style.px(400)), static_cast<int>(m_style.px(chipHeight))};
}

QSize EvidenceChips::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), static_cast<int>(m_style.px(chipHeight))};
}

} // namespace actiscope
