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
        return {ModelTitle::tr("diverged at epoch %1").arg(*state.divergedAt), {}, true};
    ModelResult result{figureText(run, state.current), {}};
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

std::pair<QString, QString> dividedName(const QString &name)
{
    const qsizetype bracket = name.contains(QLatin1Char(')')) ? name.lastIndexOf(QLatin1String(" (")) : -1;
    const qsizetype end = bracket > 0 ? bracket : name.indexOf(QLatin1String(", "));
    return end > 0 ? std::pair(name.first(end), name.sliced(end + 2).remove(QLatin1Char(')'))) : std::pair(name, QString());
}

void ModelTitle::setStyle(const EvidenceStyle &style)
{
    m_style = style;
    update();
}

void ModelTitle::setModel(const ModelStyle &model, bool needsParameters)
{
    m_needsParameters = needsParameters;
    m_pen = model.pen;
    if (model.name != accessibleName()) // the same one again would be told, too
        setAccessibleName(model.name);
    setToolTip(model.name);
    std::tie(m_name, m_parameters) = dividedName(model.name);
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

QFont ModelTitle::valueFont(double width) const
{
    QFont font = plainFont(width);
    font.setBold(true);
    return font;
}

/** What gives way, in turn: the end, parameters that do not tell models apart, the end of the name, the name. What tells them apart, and the value, stay. */
ModelTitle::Parts ModelTitle::fittingParts(double width) const
{
    const QFontMetricsF bold(valueFont(width)), plain(plainFont(width)), small(m_style.small);
    const auto advance = [](const QFontMetricsF &metrics, const QString &text) { return text.isEmpty() ? 0.0 : metrics.horizontalAdvance(text) + modelTitleGap; };
    Parts parts{m_name, m_parameters, m_answer.isEmpty() ? m_result.value : m_answer, m_answer.isEmpty() ? m_result.end : QString()};
    const double dot = m_style.px(dotSize) + modelTitleGap;
    const auto needed = [&] {
        return dot + advance(bold, parts.name) + advance(plain, parts.parameters) + advance(bold, parts.value) + advance(small, parts.end);
    };
    if (needed() > width)
        parts.end.clear();
    if (needed() > width && !m_needsParameters)
        parts.parameters.clear();
    if (needed() > width && !parts.parameters.isEmpty()) {
        const double room = width - (needed() - advance(bold, parts.name)) - modelTitleGap;
        parts.name = room >= bold.horizontalAdvance(QStringLiteral("MM…")) ? bold.elidedText(parts.name, Qt::ElideRight, room) : QString();
    }
    const double room = width - (needed() - advance(bold, parts.name)) - modelTitleGap;
    if (needed() > width && parts.parameters.isEmpty())
        parts.name = bold.elidedText(parts.name, m_parameters.isEmpty() ? Qt::ElideMiddle : Qt::ElideRight, std::max(0.0, room));
    return parts;
}

void ModelTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Parts parts = fittingParts(width());
    const double middle = height() / 2.0;
    const double dot = m_style.px(dotSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_pen.color());
    painter.drawEllipse(QRectF(0, middle - dot / 2, dot, dot));
    const QFontMetricsF bold(valueFont(width()));
    const double baseline = middle + bold.capHeight() / 2;
    const auto write = [&](double x, const QString &text, const QFont &font, const QColor &color) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(x, baseline), text);
        return x + QFontMetricsF(font).horizontalAdvance(text) + modelTitleGap;
    };
    double left = dot + modelTitleGap;
    if (!parts.name.isEmpty())
        left = write(left, parts.name, valueFont(width()), m_style.theme.text);
    write(left, parts.parameters, plainFont(width()), m_style.theme.text);
    double right = width();
    if (!parts.end.isEmpty()) {
        right -= QFontMetricsF(m_style.small).horizontalAdvance(parts.end);
        write(right, parts.end, m_style.small, m_style.theme.mutedText);
        right -= modelTitleGap;
    }
    right -= bold.horizontalAdvance(parts.value);
    const bool isBad = m_result.isBad && m_answer.isEmpty();
    write(right, parts.value, valueFont(width()), isBad ? m_style.theme.readable(wrongColor(m_style.theme)) : m_style.theme.text);
}

void ModelTitle::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit enlargeRequested();
}

} // namespace actiscope
