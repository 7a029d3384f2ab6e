#include "core/engine/optimizer_formula.h"

#include <cmath>

namespace actiscope {
namespace {

/** Writes numbers, in parentheses where a negative one is a factor. */
class UpdateWriter {
public:
    explicit UpdateWriter(const NumberWriter &write) : m_write(write) {}

    std::string operator()(double value) const { return m_write(value); }
    std::string factor(double value) const { return value < 0 ? "(" + m_write(value) + ")" : m_write(value); }
    /** w ← 0.5 − 0.01 · change = after */
    std::string moved(const OptimizerSettings &o, const UpdateNumbers &w, double from, const std::string &change) const
    {
        return w.name + " ← " + m_write(from) + " − " + m_write(o.learningRate) + " · " + change + " = <b>" + m_write(w.after) + "</b>";
    }
    /** v ← share · before + part · gradient² = after */
    std::string averaged(const char *name, double share, double before, double gradient, bool isSquared, double after) const
    {
        return std::string("<i>") + name + "</i> ← " + m_write(share) + " · " + factor(before) + " + " + m_write(1 - share) + " · "
               + factor(gradient) + (isSquared ? "²" : "") + " = " + m_write(after);
    }

private:
    const NumberWriter &m_write;
};

/** From a value that has been decayed already, if it is. */
std::vector<Message> adamLines(const OptimizerSettings &o, const UpdateNumbers &w, double from, const UpdateWriter &text)
{
    const AdamCorrections corrections = adamCorrections(o, static_cast<double>(w.step));
    const double first = w.first / corrections.first;
    const double second = w.second / corrections.second;
    const auto corrected = [&](const char *name, double beta, double value) {
        return std::string("<i>") + name + "</i> / (1 − " + text(beta) + "<sup>" + std::to_string(w.step) + "</sup>) = " + text(value);
    };
    return {text.averaged("m", o.beta1, w.firstBefore, w.gradient, false, w.first),
            text.averaged("v", o.beta2, w.secondBefore, w.gradient, true, w.second),
            Message(ACTISCOPE_TR("core", "without their bias to 0: %1"), {corrected("m", o.beta1, first) + ", " + corrected("v", o.beta2, second)}),
            text.moved(o, w, from, text.factor(first) + " / (√" + text(second) + " + " + text(o.epsilon) + ")")};
}

} // namespace

std::vector<Message> sgdFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write)
{
    const UpdateWriter text(write);
    if (o.momentum <= 0)
        return {text.moved(o, w, w.value, text.factor(w.gradient))};
    const std::string change =
        o.nesterov ? "(" + text.factor(w.gradient) + " + " + text(o.momentum) + " · " + text.factor(w.first) + ")" : text.factor(w.first);
    return {"<i>v</i> ← " + text(o.momentum) + " · " + text.factor(w.firstBefore) + " + " + text.factor(w.gradient) + " = " + text(w.first),
            text.moved(o, w, w.value, change)};
}

std::vector<Message> rmsPropFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write)
{
    const UpdateWriter text(write);
    const std::string scaled = text.factor(w.gradient) + " / (√" + text(w.second) + " + " + text(o.epsilon) + ")";
    std::vector<Message> lines = {text.averaged("v", o.smoothing, w.secondBefore, w.gradient, true, w.second)};
    if (o.momentum > 0)
        lines.emplace_back("<i>m</i> ← " + text(o.momentum) + " · " + text.factor(w.firstBefore) + " + " + scaled + " = " + text(w.first));
    lines.emplace_back(text.moved(o, w, w.value, o.momentum > 0 ? text.factor(w.first) : scaled));
    return lines;
}

std::vector<Message> adamFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write)
{
    return adamLines(o, w, w.value, UpdateWriter(write));
}

std::vector<Message> adamWFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write)
{
    return adamLines(o, w, w.value * (1 - o.learningRate * o.l2), UpdateWriter(write));
}

} // namespace actiscope
