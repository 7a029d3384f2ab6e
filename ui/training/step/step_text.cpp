#include "ui/training/step/step_text.h"

#include "core/engine/optimizer_formula.h"
#include "ui/base/number_format.h"
#include "ui/base/scale.h"
#include "ui/base/translation.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actiscope {

namespace {

constexpr int stepDigits = 4;

QString stepNumber(double value)
{
    return formatNumber(value, stepDigits);
}

/** In parentheses where it is negative, for products. */
QString factor(double value)
{
    return value < 0 ? QLatin1Char('(') + stepNumber(value) + QLatin1Char(')') : stepNumber(value);
}

QString sub(const QString &index)
{
    return QStringLiteral("<sub>") + index + QStringLiteral("</sub>");
}

QString listedNumbers(const std::vector<double> &values)
{
    QStringList texts;
    for (const double value : values)
        texts << stepNumber(value);
    return QLatin1Char('(') + texts.join(QStringLiteral("; ")) + QLatin1Char(')');
}

} // namespace

QString stepStageName(StepStage stage)
{
    switch (stage) {
    case StepStage::Forward:
        return StepText::tr("Forward");
    case StepStage::Loss:
        return StepText::tr("Loss");
    case StepStage::Backward:
        return StepText::tr("Backward");
    case StepStage::Update:
        break;
    }
    return StepText::tr("Update");
}

StepText::StepText(const StepTrace &trace, const QString &function, Loss loss, std::size_t hiddenLayers, const Theme &theme)
    : m_trace(trace), m_function(function.toHtmlEscaped()), m_loss(loss), m_hiddenLayers(hiddenLayers), m_theme(theme)
{
}

QString StepText::of(StepStage stage) const
{
    switch (stage) {
    case StepStage::Forward:
        return forward();
    case StepStage::Loss:
        return loss();
    case StepStage::Backward:
        return backward();
    case StepStage::Update:
        break;
    }
    return update();
}

QString StepText::sentence(StepStage stage) const
{
    switch (stage) {
    case StepStage::Forward:
        return isOutput() ? tr("The output sums what comes in.") : tr("The unit sums what comes in, and its activation bends the sum.");
    case StepStage::Loss:
        return tr("What the network says of this sample is compared with what is true.");
    case StepStage::Backward:
        if (!isOutput() && m_trace.slope == 0)
            return tr("f′ is 0 here: nothing of this sample's error reaches the unit.");
        return tr("How much the loss changes with the sum z comes down from above, times f′.");
    case StepStage::Update:
        break;
    }
    const QString moves = tr("The mean gradient of %n samples moves each weight.", nullptr, static_cast<int>(m_trace.batch));
    if (m_trace.batches == 1)
        return moves;
    return moves + QLatin1Char(' ') + (m_trace.place.batch + 1 < m_trace.batches ? tr("The run itself stays where it is until the last step of its epoch.")
                                                         : tr("This is the last step of the epoch: the run itself takes all of them."));
}

QString StepText::formula(const QString &html) const
{
    return QStringLiteral("<p style=\"margin-top:8px; margin-bottom:8px;\">") + html + QStringLiteral("</p>");
}

QString StepText::table(const QStringList &header, const std::vector<QStringList> &rows) const
{
    const int between = scaled(12); // so that heads of neighbours do not read as one
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"4\"><tr>");
    for (const QString &cell : header)
        html += QStringLiteral("<td align=\"right\" style=\"color:%1; padding-left:%3px;\">%2</td>").arg(m_theme.mutedText.name(), cell).arg(between);
    html += QStringLiteral("</tr>");
    for (const QStringList &row : rows) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td align=\"right\" style=\"padding-left:%1px;\">").arg(between) + cell + QStringLiteral("</td>");
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QString StepText::weightName(std::size_t index) const
{
    return index + 1 == m_trace.weights.size() ? QStringLiteral("<i>b</i>") : QStringLiteral("<i>w</i>") + sub(QString::number(index + 1));
}

QString StepText::inputName(std::size_t index) const
{
    if (index + 1 == m_trace.weights.size())
        return {};
    return (m_trace.place.layer == 0 ? QStringLiteral("<i>x</i>") : QStringLiteral("<i>a</i>")) + sub(QString::number(index + 1));
}

std::vector<std::size_t> StepText::chosenWeights(double StepWeight::*part) const
{
    std::vector<std::size_t> all(m_trace.weights.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (all.size() <= mostTerms)
        return all;
    std::vector<std::size_t> chosen(all.begin(), all.end() - 1);
    std::ranges::stable_sort(chosen, std::greater(), [&](std::size_t i) { return std::abs(m_trace.weights[i].*part); });
    chosen.resize(mostTerms - 1);
    chosen.push_back(all.back());
    std::ranges::sort(chosen);
    return chosen;
}

QString StepText::forward() const
{
    const std::vector<std::size_t> chosen = chosenWeights(&StepWeight::product);
    std::vector<QStringList> rows;
    double rest = m_trace.sum;
    for (const std::size_t i : chosen) {
        const StepWeight &weight = m_trace.weights[i];
        const bool isBias = i + 1 == m_trace.weights.size();
        rest -= weight.product;
        rows.push_back({weightName(i) + (isBias ? QString() : QStringLiteral(" · ") + inputName(i)),
                        isBias ? QString() : factor(weight.value) + QStringLiteral(" · ") + factor(weight.input),
                        stepNumber(weight.product)});
    }
    if (const std::size_t others = m_trace.weights.size() - chosen.size(); others > 0)
        rows.push_back({tr("%n others", nullptr, static_cast<int>(others)), {}, stepNumber(rest)});
    rows.push_back({QStringLiteral("<b><i>z</i></b>"), tr("sum"), QStringLiteral("<b>%1</b>").arg(stepNumber(m_trace.sum))});
    QString html =
        formula(tr("sample: %1").arg(listedNumbers(m_trace.coordinates))) + table({tr("part"), tr("values"), tr("product")}, rows);
    if (isOutput())
        return html;
    return html
           + formula(QStringLiteral("<i>f</i>(<i>z</i>) = %1(%2) = <b>%3</b>")
                         .arg(m_function, stepNumber(m_trace.sum), stepNumber(m_trace.value)))
           + formula(QStringLiteral("<i>f</i>′(<i>z</i>) = <b>%1</b>").arg(stepNumber(m_trace.slope)));
}

QString StepText::loss() const
{
    QString html = formula(tr("outputs of the network: %1").arg(listedNumbers(m_trace.outputs)));
    if (rowOf(m_loss).isOfLogits)
        html += formula(tr("as probabilities: %1").arg(listedNumbers(m_trace.answer)));
    html += formula(tr("true: %1").arg(listedNumbers(m_trace.wanted)));
    QString values;
    if (rowOf(m_loss).isOfLogits) {
        const bool isSingle = m_trace.answer.size() == 1;
        const auto place = static_cast<std::size_t>(std::ranges::max_element(m_trace.wanted) - m_trace.wanted.begin());
        const double p = isSingle ? (m_trace.wanted[0] > 0.5 ? m_trace.answer[0] : 1 - m_trace.answer[0]) : m_trace.answer[place];
        values = QStringLiteral("−ln(%1)").arg(stepNumber(p));
    } else {
        QStringList squares;
        for (std::size_t k = 0; k < m_trace.outputs.size(); ++k)
            squares << QStringLiteral("(%1 − %2)²").arg(stepNumber(m_trace.outputs[k]), factor(m_trace.wanted[k]));
        values = squares.size() == 1 ? squares.first()
                                     : QStringLiteral("(%1) / %2").arg(squares.join(QStringLiteral(" + "))).arg(squares.size());
    }
    return html + formula(QStringLiteral("<i>L</i> = %1 = <b>%2</b>").arg(values, stepNumber(m_trace.loss)));
}

QString StepText::fromLoss() const
{
    const std::size_t k = m_trace.place.unit;
    if (rowOf(m_loss).isOfLogits)
        return formula(QStringLiteral("∂<i>L</i>/∂<i>z</i> = <i>p</i> − <i>y</i> = %1 − %2 = <b>%3</b>")
                           .arg(stepNumber(m_trace.answer[k]), stepNumber(m_trace.wanted[k]), stepNumber(m_trace.delta)));
    return formula(QStringLiteral("∂<i>L</i>/∂<i>z</i> = 2 · (%1 − %2) / %3 = <b>%4</b>")
                       .arg(stepNumber(m_trace.outputs[k]), factor(m_trace.wanted[k]))
                       .arg(m_trace.outputs.size())
                       .arg(stepNumber(m_trace.delta)));
}

QString StepText::fromAbove() const
{
    std::vector<std::size_t> order(m_trace.above.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [this](std::size_t k) { return std::abs(m_trace.above[k].product); });
    std::vector<QStringList> rows;
    double rest = m_trace.valueGradient;
    for (std::size_t i = 0; i < std::min(order.size(), mostTerms); ++i) {
        const StepAbove &above = m_trace.above[order[i]];
        rest -= above.product;
        rows.push_back({tr("unit %1").arg(order[i] + 1), factor(above.weight) + QStringLiteral(" · ") + factor(above.delta),
                        stepNumber(above.product)});
    }
    if (order.size() > mostTerms)
        rows.push_back({tr("%n others", nullptr, static_cast<int>(order.size() - mostTerms)), {}, stepNumber(rest)});
    rows.push_back(
        {QStringLiteral("<b>∂<i>L</i>/∂<i>f</i></b>"), tr("sum"), QStringLiteral("<b>%1</b>").arg(stepNumber(m_trace.valueGradient))});
    const QString passed = table({tr("from above"), tr("weight · its ∂L/∂z"), tr("product")}, rows);
    return passed
           + formula(QStringLiteral("∂<i>L</i>/∂<i>z</i> = ∂<i>L</i>/∂<i>f</i> · <i>f</i>′(<i>z</i>) = %1 · %2 = <b>%3</b>")
                         .arg(factor(m_trace.valueGradient), factor(m_trace.slope), stepNumber(m_trace.delta)));
}

QString StepText::backward() const
{
    const QString html = isOutput() ? fromLoss() : fromAbove();
    std::vector<QStringList> rows;
    for (const std::size_t i : chosenWeights(&StepWeight::sampleGradient)) {
        const StepWeight &weight = m_trace.weights[i];
        const bool isBias = i + 1 == m_trace.weights.size();
        rows.push_back(
            {QStringLiteral("∂<i>L</i>/∂") + weightName(i),
             isBias ? QStringLiteral("∂<i>L</i>/∂<i>z</i>") : factor(m_trace.delta) + QStringLiteral(" · ") + factor(weight.input),
             stepNumber(weight.sampleGradient)});
    }
    return html + table({tr("gradient"), tr("∂L/∂z · input"), tr("of this sample")}, rows);
}

/** The rule of the optimiser for one weight. */
QString StepText::updateOf(const StepWeight &weight, const QString &name) const
{
    const UpdateNumbers numbers{.name = name.toStdString(),
                                .step = m_trace.step,
                                .value = weight.value,
                                .gradient = weight.gradient,
                                .firstBefore = weight.firstBefore,
                                .first = weight.first,
                                .secondBefore = weight.secondBefore,
                                .second = weight.second,
                                .after = weight.after};
    const auto write = [](double value) { return stepNumber(value).toStdString(); };
    QString html;
    for (const Message &line : updateFormula(m_trace.optimizer, numbers, write))
        html += formula(translated(line));
    return html;
}

QString StepText::update() const
{
    const std::vector<std::size_t> chosen = chosenWeights(&StepWeight::batchGradient);
    std::vector<QStringList> rows;
    for (const std::size_t i : chosen) {
        const StepWeight &weight = m_trace.weights[i];
        rows.push_back({weightName(i), stepNumber(weight.value), stepNumber(weight.sampleGradient), stepNumber(weight.batchGradient),
                        stepNumber(weight.gradient), QStringLiteral("<b>%1</b>").arg(stepNumber(weight.after))});
    }
    const auto largest = std::ranges::max_element(chosen, {}, [this](std::size_t i) { return std::abs(m_trace.weights[i].batchGradient); });
    const QString name = weightName(*largest);
    QString html = table(
        {tr("weight"), tr("now"), tr("gradient of this sample"), tr("mean of the batch"), tr("with L1, L2, clipping"), tr("next")}, rows);
    if (!m_trace.isInBatch)
        html += formula(tr("This sample is not in this batch: it moves nothing here."));
    html += formula(tr("For %1, which has the largest gradient (step %2):").arg(name).arg(m_trace.step));
    return html + updateOf(m_trace.weights[*largest], name);
}

} // namespace actiscope
