// What a UnitsPanel draws and answers.
#include "ui/base/plain_text.h"
#include "ui/training/evidence/unit_words.h"
#include "ui/training/evidence/units_row.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double radiusShare = 4.0 / 11; ///< of the pitch
constexpr double dimmest = 0.28;         ///< of a lamp that is lit at no point, and of those that nobody points at

QColor hollowColor(const Theme &theme)
{
    return theme.isDark ? QColor(0x6f, 0x78, 0x85) : QColor(0x8a, 0x92, 0x9e);
}

} // namespace

UnitsPanel::UnitsPanel(EvidenceRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

EvidenceTable UnitsPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("active"), QStringLiteral("dead"), QStringLiteral("dead_since")}, {}};
    const Diagnostics *known = moment().diagnostics(model());
    for (std::size_t layer = 0; known && layer < known->layers.size(); ++layer) {
        for (std::size_t unit = 0; unit < known->layers[layer].units.size(); ++unit) {
            const UnitDiagnostics &each = known->layers[layer].units[unit];
            table.rows.push_back({QString::number(layer + 1), QString::number(unit + 1), tableNumber(each.figures.active), QString::number(each.isDead ? 1 : 0),
                                  each.deadSince ? QString::number(*each.deadSince) : QString()});
        }
    }
    return table;
}

LampLayout UnitsPanel::layout(double width) const
{
    return LampLayout::of(hidden(), width, style().scale);
}

void UnitsPanel::draw(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.translate(area.topLeft());
    const LampLayout lamps = layout(area.width());
    const Diagnostics *known = moment().diagnostics(model());
    for (std::size_t layer = 0; layer < hidden().size(); ++layer)
        drawBlock(painter, lamps, layer, known && layer < known->layers.size() ? &known->layers[layer] : nullptr);
    drawWords(painter, area, lamps.height(hidden().size()));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style().theme.accent, style().px(2)));
        painter.drawRoundedRect(QRectF(QPointF(), area.size()).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter.restore();
}

void UnitsPanel::drawBlock(QPainter &painter, const LampLayout &layout, std::size_t layer, const LayerDiagnostics *known) const
{
    const QRectF block = layout.block(layer);
    const QFontMetricsF bold(style().bold), small(style().small);
    const double baseline = block.top() + style().px(13);
    const std::size_t dead = known ? known->deadUnits() : 0;
    const QString count = dead > 0 ? UnitsRow::tr("%1 dead").arg(dead) : known ? UnitsRow::tr("none dead") : QString();
    const QFontMetricsF &ofCount = dead > 0 ? bold : small;
    const QString name = UnitsRow::tr("layer %1").arg(layer + 1);
    const double room = block.width() - ofCount.horizontalAdvance(count) - style().px(8);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    if (small.horizontalAdvance(name) <= room)
        painter.drawText(QPointF(block.left(), baseline), name);
    else if (dead == 0)
        painter.drawText(QPointF(block.left(), baseline), small.elidedText(name, Qt::ElideRight, block.width()));
    if (dead > 0 || small.horizontalAdvance(name) <= room) {
        painter.setFont(dead > 0 ? style().bold : style().small);
        painter.setPen(dead > 0 ? style().theme.text : style().theme.mutedText);
        painter.drawText(QPointF(block.right() - ofCount.horizontalAdvance(count), baseline), count);
    }
    const std::optional<HiddenUnit> chosen = moment().unit;
    for (std::size_t unit = 0; unit < static_cast<std::size_t>(hidden()[layer]); ++unit) {
        const bool isChosen = chosen == HiddenUnit{layer, unit};
        painter.setOpacity(chosen && !isChosen ? dimmest : 1);
        const QPointF place = layout.lamp({layer, unit});
        drawLamp(painter, place, layout.pitch * radiusShare, known && unit < known->units.size() ? &known->units[unit] : nullptr);
        if (isChosen) {
            const double half = layout.pitch * 0.62;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(style().theme.text, style().px(2)));
            painter.drawRoundedRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half), 2, 2);
        }
    }
    painter.setOpacity(1);
}

/** Lit by the share of training points with f′ ≠ 0; hollow and grey when there is none. */
void UnitsPanel::drawLamp(QPainter &painter, QPointF place, double radius, const UnitDiagnostics *known) const
{
    const QColor color = pen().color();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hollowColor(style().theme), style().px(1)));
    if (known && !known->isDead) {
        painter.setPen(QPen(color, style().px(1)));
        const double share = std::isfinite(known->figures.active) ? known->figures.active : 0;
        painter.setBrush(mix(style().theme.plotBackground, color, std::lerp(dimmest, 1.0, share)));
    }
    painter.drawEllipse(place, radius, radius);
}

QString UnitsPanel::description() const
{
    const Diagnostics *known = moment().diagnostics(model());
    QStringList parts;
    for (std::size_t layer = 0; known && layer < known->layers.size(); ++layer)
        parts << UnitsRow::tr("layer %1: %2 of %3 dead").arg(layer + 1).arg(known->layers[layer].deadUnits()).arg(known->layers[layer].units.size());
    return parts.join(QStringLiteral(", "));
}

QString UnitsPanel::unitText(HiddenUnit unit) const
{
    return UnitWords::state(moment(), model(), unit);
}

/** Below the lamps, where there is room; else the tooltip says it. */
void UnitsPanel::drawWords(QPainter &painter, const QRectF &area, double top) const
{
    if (!moment().unit || area.height() < top + style().px(UnitsRow::wordsHeight) - 1)
        return;
    const auto write = [&](double baseline, const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(0, top + style().px(baseline)), QFontMetricsF(font).elidedText(text, Qt::ElideRight, area.width()));
    };
    QFont bold = style().small;
    bold.setBold(true);
    write(10, bold, style().theme.text, unitText(*moment().unit));
    const Inspection *known = moment().inspection(model());
    if (known && known->unitSum && known->question.unit == moment().unit)
        write(25, style().small, style().theme.text, UnitWords::sum(*known->unitSum));
}

std::optional<HiddenUnit> UnitsPanel::unitAt(QPointF place) const
{
    if (!moment().snapshot)
        return std::nullopt;
    const LampLayout lamps = layout(width());
    for (std::size_t layer = 0; layer < hidden().size(); ++layer) {
        for (std::size_t unit = 0; unit < static_cast<std::size_t>(hidden()[layer]); ++unit) {
            const QPointF away = lamps.lamp({layer, unit}) - place;
            if (std::max(std::abs(away.x()), std::abs(away.y())) <= lamps.pitch / 2)
                return HiddenUnit{layer, unit};
        }
    }
    return std::nullopt;
}

QString UnitsPanel::toolTipOf(HiddenUnit unit) const
{
    const Inspection *known = moment().inspection(model());
    const bool hasSum = known && known->unitSum && known->question.unit == unit;
    return hasSum ? unitText(unit) + QLatin1Char('\n') + UnitWords::sum(*known->unitSum) : unitText(unit);
}

bool UnitsPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const std::optional<HiddenUnit> unit = unitAt(help->pos()))
            QToolTip::showText(help->globalPos(), toolTipHtml(toolTipOf(*unit), QToolTip::font()), this);
        else
            QToolTip::hideText();
        return true;
    }
    return EvidencePanel::event(event);
}

void UnitsPanel::mouseMoveEvent(QMouseEvent *event)
{
    row().selection().pointAt(unitAt(event->position()));
}

void UnitsPanel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<HiddenUnit> unit = unitAt(event->position()))
        row().selection().keep(*unit, model());
}

void UnitsPanel::leaveEvent(QEvent *)
{
    row().selection().pointAt(std::nullopt);
}

/** In the order of layers and units. */
void UnitsPanel::moveBy(int units)
{
    int place = -1, before = 0;
    const std::optional<HiddenUnit> chosen = row().selection().unit();
    for (std::size_t layer = 0; layer < hidden().size(); before += hidden()[layer++]) {
        if (chosen && chosen->layer == layer)
            place = before + static_cast<int>(chosen->unit);
    }
    place = std::clamp(place < 0 ? 0 : place + units, 0, before - 1);
    std::size_t layer = 0;
    for (; place >= hidden()[layer]; ++layer)
        place -= hidden()[layer];
    row().selection().pointAt(HiddenUnit{layer, static_cast<std::size_t>(place)});
    setAccessibleDescription(unitText({layer, static_cast<std::size_t>(place)}));
}

void UnitsPanel::keyPressEvent(QKeyEvent *event)
{
    if (!moment().snapshot || hidden().empty())
        return EvidencePanel::keyPressEvent(event);
    const std::optional<HiddenUnit> chosen = row().selection().unit();
    const int line = layout(width()).perLine;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        moveBy(event->key() == Qt::Key_Left ? -1 : 1);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        moveBy(event->key() == Qt::Key_Up ? -line : line);
    else if (chosen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        row().selection().keep(*chosen, model());
    else if (chosen && event->key() == Qt::Key_Delete)
        row().selection().askToSwitchOff(model(), *chosen);
    else
        EvidencePanel::keyPressEvent(event);
}

void UnitsPanel::focusInEvent(QFocusEvent *event)
{
    EvidencePanel::focusInEvent(event);
    update();
}

void UnitsPanel::focusOutEvent(QFocusEvent *event)
{
    EvidencePanel::focusOutEvent(event);
    row().selection().pointAt(std::nullopt);
    update();
}

} // namespace actiscope
