#include "ui/training/evidence/model_titles.h"

#include "core/engine/network_answer.h"
#include "core/training/boundary.h"
#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace actiscope {

namespace {

constexpr double dotSize = 14;
constexpr double modelTitleGap = 8;
constexpr double leastLetters = 0.8; ///< of the small ones
constexpr double leastOfLarge = 1.1; ///< of those of the usual size, where text is large: a whole name is worth more than its size
constexpr double narrowTitle = 216; ///< below: as large as other text, so that more of the name has room

/** The value of a grid between its points; NaN outside. */
double between(const GridSpec &grid, const std::vector<float> &values, PlanePoint point)
{
    const double column = (point.x - grid.xMin) / (grid.xMax - grid.xMin) * (grid.width - 1);
    const double row = (point.y - grid.yMin) / (grid.yMax - grid.yMin) * (grid.height - 1);
    if (!(column >= 0 && row >= 0 && column <= grid.width - 1 && row <= grid.height - 1))
        return std::nan("");
    const int c = std::min(static_cast<int>(column), grid.width - 2), r = std::min(static_cast<int>(row), grid.height - 2);
    const auto at = [&](int i, int j) { return double{values[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.width) + static_cast<std::size_t>(i)]}; };
    return std::lerp(std::lerp(at(c, r), at(c + 1, r), column - c), std::lerp(at(c, r + 1), at(c + 1, r + 1), column - c), row - r);
}

QString figureText(const Snapshot &run, const EpochFigures &figures)
{
    if (run.data && run.data->isRegression())
        return formatNumber(figures.testLoss, 3);
    return std::isfinite(figures.testAccuracy) ? ModelTitle::tr("%1 %").arg(formatFixed(100 * figures.testAccuracy, 1)) : QString();
}

} // namespace

ModelResult resultOf(const Snapshot &run, std::size_t model)
{
    const ModelSnapshot &state = run.models[model];
    if (state.divergedAt)
        return {.value = ModelTitle::tr("diverged at epoch %1").arg(*state.divergedAt), .end = {}, .brief = ModelTitle::tr("diverged"), .isBad = true};
    ModelResult result{.value = figureText(run, state.current), .end = {}};
    result.isPassing = run.state == RunState::Running;
    if (run.epoch < run.furthest && !state.history.empty())
        result.end = ModelTitle::tr("end %1").arg(figureText(run, state.history.back()));
    return result;
}

QString resultName(const Snapshot &run)
{
    return run.data && run.data->isRegression() ? ModelTitle::tr("test loss") : ModelTitle::tr("test accuracy");
}

QString answerAt(const Snapshot &run, std::size_t model, PlanePoint point)
{
    const Boundary *known = run.models[model].boundary.get();
    if (!known || run.models[model].divergedAt)
        return {};
    const auto number = [&](const std::vector<float> &values) { return between(known->grid, values, point); };
    if (known->scores.size() == 1) {
        const double p = probabilityOfLead(run.cohort->loss, number(known->scores.front()));
        return std::isnan(p) ? QString() : ModelTitle::tr("p %1").arg(formatFixed(p, 2));
    }
    if (!known->prediction.empty()) {
        const double value = number(known->prediction);
        return std::isnan(value) ? QString() : formatFixed(value, 2);
    }
    std::vector<float> scores;
    for (const std::vector<float> &score : known->scores)
        scores.push_back(static_cast<float>(number(score)));
    if (scores.empty() || std::ranges::any_of(scores, [](float score) { return std::isnan(score); }))
        return {};
    answerOf(run.cohort->loss, static_cast<int>(scores.size()), scores);
    const auto winner = std::ranges::max_element(scores);
    return ModelTitle::tr("class %1: %2").arg(winner - scores.begin()).arg(formatFixed(*winner, 2));
}

void ModelTitle::setStyle(const EvidenceStyle &style)
{
    m_style = style;
    update();
}

void ModelTitle::setModel(const ModelStyle &model, const QStringList &namesakes)
{
    m_namesakes = namesakes;
    m_pen = model.pen;
    if (model.name != accessibleName()) // the same one again would be told, too
        setAccessibleName(model.name);
    setToolTip(model.name);
    std::tie(m_name, m_parameters) = dividedName(model);
    describe();
}

void ModelTitle::setResult(const ModelResult &result)
{
    m_result = result;
    describe();
}

void ModelTitle::setAnswer(const QString &answer)
{
    m_answer = answer;
    update();
}

void ModelTitle::describe()
{
    if (!m_result.isPassing || m_spoken.maySayInPassing())
        m_spoken.say(m_result.end.isEmpty() ? m_result.value : m_result.value + QStringLiteral(", ") + m_result.end);
    update();
}

QFont ModelTitle::plainFont(double width) const
{
    QFont font = m_style.title;
    if (width < m_style.px(narrowTitle))
        font.setPointSizeF(font.pointSizeF() * 11 / 13);
    return font;
}

QFont ModelTitle::valueFont(double width, const Parts &parts) const
{
    QFont font = parts.isSmall ? m_style.small : plainFont(width);
    font.setPointSizeF(font.pointSizeF() * parts.letters);
    font.setBold(true);
    return font;
}

QFont ModelTitle::nameFont(double width, const Parts &parts) const
{
    QFont font = valueFont(width, parts);
    if (parts.isStacked && !parts.isSmall)
        font.setPointSizeF(m_style.bold.pointSizeF());
    return font;
}

QFont ModelTitle::parametersFont(double width, const Parts &parts) const
{
    QFont font = parts.isStacked ? m_style.small : plainFont(width);
    font.setPointSizeF(font.pointSizeF() * parts.letters);
    return font;
}

double ModelTitle::neededWidth(const Parts &parts, double width) const
{
    const auto advance = [](const QFont &font, const QString &text) { return text.isEmpty() ? 0.0 : QFontMetricsF(font).horizontalAdvance(text) + modelTitleGap; };
    const double name = advance(nameFont(width, parts), parts.name), parameters = advance(parametersFont(width, parts), parts.parameters);
    return m_style.px(dotSize) + modelTitleGap + (parts.isStacked ? std::max(name, parameters) : name + parameters) + advance(valueFont(width, parts), parts.value)
           + advance(m_style.small, parts.end) - modelTitleGap;
}

/** What gives way, in turn: the end, the place beside the name, words of the value, parameters that do not tell models apart, the size of both. The
 *  activation, what tells it apart and the value stay; only a name that is too long for all of that, as hands type them, has an end that is not seen. */
ModelTitle::Parts ModelTitle::fittingParts(double width) const
{
    const QString brief = m_result.brief.isEmpty() ? m_result.value : m_result.brief;
    Parts parts{m_name, m_parameters, m_answer.isEmpty() ? m_result.value : m_answer, m_answer.isEmpty() ? m_result.end : QString()};
    const auto fits = [&] { return neededWidth(parts, width) <= width; };
    if (!fits())
        parts.end.clear();
    if (!fits())
        parts.isStacked = !parts.parameters.isEmpty();
    if (!fits() && m_answer.isEmpty())
        parts.value = brief;
    if (!fits() && m_namesakes.isEmpty()) {
        parts.parameters.clear();
        parts.isStacked = false;
    }
    if (!fits())
        parts.isSmall = true;
    if (!fits())
        parts.letters = std::max(std::min(leastLetters, leastOfLarge / m_style.scale), 0.98 * width / neededWidth(parts, width));
    if (fits())
        return parts;
    const QFontMetricsF small(parametersFont(width, parts)), bold(nameFont(width, parts));
    Parts rest = parts;
    rest.name = rest.parameters = QString();
    const double room = std::max(0.0, width - neededWidth(rest, width) - modelTitleGap);
    parts.parameters = tellingPart(parts.parameters, m_namesakes, small, room);
    parts.name = bold.elidedText(parts.name, m_parameters.isEmpty() ? Qt::ElideMiddle : Qt::ElideRight, room);
    return parts;
}

void ModelTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Parts parts = fittingParts(width());
    paintName(painter, parts);
    paintResult(painter, parts);
}

/** The dot, the name, and the parameters beside or below it. */
void ModelTitle::paintName(QPainter &painter, const Parts &parts) const
{
    const QFont nameFont = this->nameFont(width(), parts), below = parametersFont(width(), parts);
    const QFontMetricsF name(nameFont), small(below);
    const double lines = name.height() + (parts.isStacked ? small.height() : 0), top = (height() - lines) / 2.0;
    const double baseline = parts.isStacked ? top + name.ascent() : height() / 2.0 + name.capHeight() / 2;
    const double dot = m_style.px(dotSize), left = dot + modelTitleGap;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_pen.color());
    painter.drawEllipse(QRectF(0, height() / 2.0 - dot / 2, dot, dot));
    painter.setPen(m_style.theme.text);
    painter.setFont(nameFont);
    painter.drawText(QPointF(left, baseline), parts.name);
    painter.setFont(below);
    const QPointF beside(left + name.horizontalAdvance(parts.name) + modelTitleGap, baseline), under(left, top + name.height() + small.ascent());
    painter.drawText(parts.isStacked ? under : beside, parts.parameters);
}

void ModelTitle::paintResult(QPainter &painter, const Parts &parts) const
{
    const QFont value = valueFont(width(), parts);
    const QFontMetricsF bold(value), small(m_style.small);
    const double baseline = height() / 2.0 + bold.capHeight() / 2;
    double right = width();
    if (!parts.end.isEmpty()) {
        right -= small.horizontalAdvance(parts.end);
        painter.setFont(m_style.small);
        painter.setPen(m_style.theme.mutedText);
        painter.drawText(QPointF(right, baseline), parts.end);
        right -= modelTitleGap;
    }
    right -= bold.horizontalAdvance(parts.value);
    const bool isBad = m_result.isBad && m_answer.isEmpty();
    painter.setFont(value);
    painter.setPen(isBad ? m_style.theme.readable(wrongColor(m_style.theme)) : m_style.theme.text);
    painter.drawText(QPointF(right, baseline), parts.value);
}

void ModelTitle::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit enlargeRequested();
}

} // namespace actiscope
