#include "ui/training/evidence/images/unit_pictures_row.h"

#include "ui/base/number_format.h"
#include "ui/training/evidence/panel_plot.h"
#include "ui/training/evidence/unit_words.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double picturesHead = 18;
constexpr double leastGrid = 96;
constexpr double mostGrid = 208;
constexpr double usualPitch = 22; ///< from picture to picture
constexpr double largeHeight = 72; ///< of what is below: the unit that is pointed at, or the scale
constexpr double mostPitch = 140;

} // namespace

/** Of all numbers of lines the one with the largest pictures, whose last line is as full as it can be. */
PictureGrid PictureGrid::of(const QRectF &area, int count)
{
    PictureGrid grid{area, count, std::max(1, count), 0};
    for (int lines = 1; lines <= count; ++lines) {
        const int perLine = (count + lines - 1) / lines;
        const double pitch = std::min({area.width() / perLine, area.height() / lines, mostPitch});
        if (pitch > grid.pitch) {
            grid.perLine = perLine;
            grid.pitch = pitch;
        }
    }
    grid.pitch = std::max(grid.pitch, 1.0);
    return grid;
}

QRectF PictureGrid::picture(std::size_t unit) const
{
    const auto line = static_cast<std::size_t>(perLine);
    const double gap = std::max(1.0, std::floor(pitch / 14));
    return {area.left() + static_cast<double>(unit % line) * pitch, area.top() + static_cast<double>(unit / line) * pitch, pitch - gap, pitch - gap};
}

std::optional<std::size_t> PictureGrid::at(QPointF place) const
{
    const double column = std::floor((place.x() - area.left()) / pitch), line = std::floor((place.y() - area.top()) / pitch);
    if (column < 0 || line < 0 || column >= perLine)
        return std::nullopt;
    const auto unit = static_cast<std::size_t>(line) * static_cast<std::size_t>(perLine) + static_cast<std::size_t>(column);
    return unit < static_cast<std::size_t>(count) ? std::optional(unit) : std::nullopt;
}

/** So that pictures of a size that can be read fill the width. */
double UnitPicturesRow::heightOf(const Snapshot &run, double width)
{
    const int count = run.experiment.hidden.empty() ? 1 : run.experiment.hidden.front();
    const int perLine = std::clamp(static_cast<int>(width / usualPitch), 1, count), lines = (count + perLine - 1) / perLine;
    const double filled = width / ((count + lines - 1) / lines) * lines;
    return picturesHead + std::clamp(filled, leastGrid, mostGrid) + largeHeight;
}

void UnitPicturesRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsUnitPictures = true;
    question.wantsDiagnostics = true;
}

EvidencePanel *UnitPicturesRow::makePanel(std::size_t model, QWidget *parent)
{
    return new UnitPicturesPanel(*this, model, parent);
}

QString UnitPicturesRow::legend() const
{
    return tr("orange: weights above 0,\nblue: below;\nfull colour at ±%1;\ncrossed out: dead").arg(readableNumber(m_full));
}

const UnitPictures *UnitPicturesRow::pictures(std::size_t model) const
{
    const Inspection *known = moment().inspection(model);
    return known && known->unitPictures && known->unitPictures->count() > 0 ? &*known->unitPictures : nullptr;
}

void UnitPicturesRow::fit()
{
    double full = 0;
    for (std::size_t model = 0; model < moment().models(); ++model) {
        if (pictures(model) && !moment().isDiverged(model))
            full = std::max(full, pictures(model)->usual);
    }
    if (full > 0)
        m_full = full;
}

QColor UnitPicturesRow::colorOf(double weight) const
{
    if (std::isnan(weight))
        return style().theme.grid;
    return mix(style().theme.divergingMiddle, weight < 0 ? style().theme.classZero : style().theme.classOne, std::min(1.0, std::abs(weight) / m_full));
}

UnitPicturesPanel::UnitPicturesPanel(UnitPicturesRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_pictures(row)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

PictureGrid UnitPicturesPanel::grid(const QRectF &area) const
{
    const std::vector<int> &hidden = moment().snapshot->experiment.hidden;
    return PictureGrid::of(area.adjusted(0, style().px(picturesHead), 0, -style().px(largeHeight)), hidden.empty() ? 0 : hidden.front());
}

bool UnitPicturesPanel::isDead(std::size_t unit) const
{
    const Diagnostics *known = moment().diagnostics(model());
    return known && !known->layers.empty() && unit < known->layers.front().units.size() && known->layers.front().units[unit].isDead;
}

std::size_t UnitPicturesPanel::deadUnits() const
{
    const Diagnostics *known = moment().diagnostics(model());
    return known && !known->layers.empty() ? known->layers.front().deadUnits() : 0;
}

/** Made when they are first painted: a panel is painted more often than its moment is another one. */
const QImage &UnitPicturesPanel::imageOf(std::size_t unit) const
{
    const UnitPictures &pictures = *m_pictures.pictures(model());
    const std::shared_ptr<const Inspection> &source = moment().found[model()];
    const bool isNew = source != m_imagesOf || m_imagesScale != m_pictures.fullScale() || m_imagesDark != style().theme.isDark;
    if (isNew) {
        m_images.assign(pictures.count(), QImage());
        m_imagesOf = source;
        m_imagesScale = m_pictures.fullScale();
        m_imagesDark = style().theme.isDark;
    }
    QImage &image = m_images[unit];
    if (!image.isNull())
        return image;
    constexpr int steps = 256;
    std::array<QRgb, steps + 1> colors;
    for (int i = 0; i <= steps; ++i)
        colors[static_cast<std::size_t>(i)] = m_pictures.colorOf((2.0 * i / steps - 1) * m_pictures.fullScale()).rgb();
    image = QImage(pictures.width, pictures.height, QImage::Format_RGB32);
    const std::span<const float> weights = pictures.of(unit);
    for (int y = 0; y < pictures.height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < pictures.width; ++x) {
            const double share = 0.5 + 0.5 * double{weights[static_cast<std::size_t>(y * pictures.width + x)]} / m_pictures.fullScale();
            line[x] = std::isnan(share) ? style().theme.grid.rgb() : colors[static_cast<std::size_t>(std::lround(steps * std::clamp(share, 0.0, 1.0)))];
        }
    }
    return image;
}

void UnitPicturesPanel::draw(QPainter &painter, const QRectF &area) const
{
    const std::size_t dead = deadUnits();
    const bool isKnown = moment().diagnostics(model()) != nullptr;
    painter.setFont(dead > 0 ? style().bold : style().small);
    painter.setPen(dead > 0 ? style().theme.text : style().theme.mutedText);
    if (isKnown)
        painter.drawText(QPointF(area.left(), area.top() + style().px(13)), dead > 0 ? UnitPicturesRow::tr("%1 dead").arg(dead) : UnitPicturesRow::tr("none dead"));
    const UnitPictures *pictures = m_pictures.pictures(model());
    if (!pictures)
        return;
    const PictureGrid places = grid(area);
    for (std::size_t unit = 0; unit < std::min(pictures->count(), static_cast<std::size_t>(places.count)); ++unit)
        drawUnit(painter, places, unit);
    const QRectF below(area.left(), area.bottom() - style().px(largeHeight - 6), area.width(), style().px(largeHeight - 8));
    const std::optional<HiddenUnit> chosen = moment().unit;
    if (chosen && chosen->layer == 0 && chosen->unit < pictures->count())
        drawLarge(painter, below, chosen->unit);
    else
        drawScale(painter, below);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style().theme.accent, style().px(2)));
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4);
    }
}

void UnitPicturesPanel::drawUnit(QPainter &painter, const PictureGrid &grid, std::size_t unit) const
{
    const QRectF place = grid.picture(unit);
    const bool dies = isDead(unit);
    painter.save();
    painter.setOpacity(dies ? 0.35 : 1);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, imageOf(unit).width() > place.width());
    painter.drawImage(place, imageOf(unit));
    painter.setOpacity(1);
    if (dies) {
        painter.setPen(QPen(style().theme.text, style().px(1.2)));
        painter.drawLine(place.topLeft(), place.bottomRight());
        painter.drawLine(place.topRight(), place.bottomLeft());
    }
    if (moment().unit == HiddenUnit{0, unit}) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style().theme.text, style().px(2)));
        painter.drawRect(place.adjusted(-1, -1, 1, 1));
    }
    painter.restore();
}

QString UnitPicturesPanel::numbersOf(std::size_t unit) const
{
    const std::span<const float> weights = m_pictures.pictures(model())->of(unit);
    const auto [least, most] = std::ranges::minmax_element(weights);
    return UnitPicturesRow::tr("weights %1 to %2").arg(formatNumber(double{*least}, 2), formatNumber(double{*most}, 2));
}

void UnitPicturesPanel::drawLarge(QPainter &painter, const QRectF &area, std::size_t unit) const
{
    const QRectF square(area.left() + 1, area.top(), area.height(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(square, imageOf(unit));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style().theme.border, 1));
    painter.drawRect(square);
    painter.restore();
    painter.setFont(style().small);
    painter.setPen(style().theme.text);
    painter.drawText(QRectF(square.right() + style().px(8), area.top(), std::max(0.0, area.right() - square.right() - style().px(8)), area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, UnitWords::state(moment(), model(), {0, unit}) + QLatin1Char('\n') + numbersOf(unit));
}

void UnitPicturesPanel::drawScale(QPainter &painter, const QRectF &area) const
{
    const QRectF bar(area.left(), area.top() + style().px(8), std::min(area.width(), style().px(180)), style().px(10));
    for (double x = 0; x < bar.width(); ++x)
        painter.fillRect(QRectF(bar.left() + x, bar.top(), 1, bar.height()), m_pictures.colorOf((2 * x / bar.width() - 1) * m_pictures.fullScale()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style().theme.border, 1));
    painter.drawRect(bar);
    const QString end = readableNumber(m_pictures.fullScale());
    const QRectF numbers(bar.left(), bar.bottom() + style().px(1), bar.width(), QFontMetricsF(style().small).height());
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    painter.drawText(numbers, Qt::AlignLeft, minusSign + end);
    painter.drawText(numbers, Qt::AlignHCenter, QStringLiteral("0"));
    painter.drawText(numbers, Qt::AlignRight, end);
}

QString UnitPicturesPanel::description() const
{
    const UnitPictures *pictures = m_pictures.pictures(model());
    if (!pictures)
        return {};
    QStringList parts{UnitPicturesRow::tr("%1 pictures of %2 × %3 weights, full colour at ±%4; %5 units are dead")
                          .arg(QString::number(pictures->count()), QString::number(pictures->width), QString::number(pictures->height),
                               readableNumber(m_pictures.fullScale()), QString::number(deadUnits()))};
    const std::optional<HiddenUnit> chosen = moment().unit;
    if (chosen && chosen->layer == 0 && chosen->unit < pictures->count())
        parts << UnitWords::state(moment(), model(), *chosen) << numbersOf(chosen->unit);
    return parts.join(QStringLiteral("; "));
}

EvidenceTable UnitPicturesPanel::table() const
{
    EvidenceTable table{{QStringLiteral("unit"), QStringLiteral("dead"), QStringLiteral("row"), QStringLiteral("column"), QStringLiteral("weight")}, {}};
    const UnitPictures *pictures = m_pictures.pictures(model());
    for (std::size_t unit = 0; pictures && unit < pictures->count(); ++unit) {
        const QString name = QString::number(unit + 1), dies = QString::number(isDead(unit) ? 1 : 0);
        for (std::size_t i = 0; i < pictures->pixels(); ++i)
            table.rows.push_back({name, dies, QString::number(i / static_cast<std::size_t>(pictures->width) + 1),
                                  QString::number(i % static_cast<std::size_t>(pictures->width) + 1), tableNumber(double{pictures->of(unit)[i]})});
    }
    return table;
}

std::optional<HiddenUnit> UnitPicturesPanel::unitAt(QPointF place) const
{
    if (!moment().snapshot)
        return std::nullopt;
    const std::optional<std::size_t> unit = grid(rect()).at(place);
    return unit ? std::optional(HiddenUnit{0, *unit}) : std::nullopt;
}

void UnitPicturesPanel::mouseMoveEvent(QMouseEvent *event)
{
    row().selection().pointAt(unitAt(event->position()));
}

void UnitPicturesPanel::mousePressEvent(QMouseEvent *event)
{
    const std::optional<HiddenUnit> unit = unitAt(event->position());
    if (event->button() == Qt::LeftButton && unit)
        row().selection().keep(*unit, model());
}

void UnitPicturesPanel::leaveEvent(QEvent *)
{
    row().selection().pointAt(std::nullopt);
}

void UnitPicturesPanel::keyPressEvent(QKeyEvent *event)
{
    const PictureGrid places = moment().snapshot ? grid(rect()) : PictureGrid{};
    const std::optional<HiddenUnit> chosen = row().selection().unit();
    const int line = places.perLine;
    const int step = event->key() == Qt::Key_Left    ? -1
                     : event->key() == Qt::Key_Right ? 1
                     : event->key() == Qt::Key_Up    ? -line
                     : event->key() == Qt::Key_Down  ? line
                                                     : 0;
    if (step != 0 && places.count > 0) {
        const int before = chosen && chosen->layer == 0 ? static_cast<int>(chosen->unit) : -step;
        row().selection().pointAt(HiddenUnit{0, static_cast<std::size_t>(std::clamp(before + step, 0, places.count - 1))});
        setAccessibleDescription(description());
    } else if (chosen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        row().selection().keep(*chosen, model());
    } else if (chosen && event->key() == Qt::Key_Delete) {
        row().selection().askToSwitchOff(model(), *chosen);
    } else {
        EvidencePanel::keyPressEvent(event);
    }
}

void UnitPicturesPanel::focusInEvent(QFocusEvent *event)
{
    EvidencePanel::focusInEvent(event);
    update();
}

void UnitPicturesPanel::focusOutEvent(QFocusEvent *event)
{
    EvidencePanel::focusOutEvent(event);
    row().selection().pointAt(std::nullopt);
    update();
}

} // namespace actiscope
