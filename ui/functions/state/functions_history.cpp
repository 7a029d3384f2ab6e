#include "ui/functions/state/functions_history.h"

#include "core/activations/activation_catalog.h"
#include "ui/base/live_text.h"
#include "ui/base/number_format.h"
#include "ui/functions/state/functions_state.h"

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int sameMotion = 1500; ///< ms in which the next value of a parameter is of the same motion of a hand

QString nameOf(const std::string &id)
{
    const Activation *activation = findActivation(id);
    return QString::fromStdString(activation ? activation->name : id);
}

/** The only activation of which the parameters differ, if nothing else does. */
std::string onlyBent(const FunctionsMoment &before, const FunctionsMoment &after)
{
    if (before.custom != after.custom || before.shown != after.shown)
        return {};
    std::vector<std::string> bent;
    for (const auto &[id, values] : after.parameters) {
        const auto old = before.parameters.find(id);
        if (old == before.parameters.end() || old->second != values)
            bent.push_back(id);
    }
    for (const auto &[id, values] : before.parameters) {
        if (!after.parameters.contains(id))
            bent.push_back(id);
    }
    return bent.size() == 1 ? bent.front() : std::string();
}

std::vector<double> parametersIn(const FunctionsMoment &moment, const Activation &activation)
{
    const auto found = moment.parameters.find(activation.id);
    return found == moment.parameters.end() ? activation.defaultParameters() : found->second;
}

/** "α of Leaky ReLU 0.1 → 0.2" */
QString bendText(const Activation &activation, const FunctionsMoment &before, const FunctionsMoment &after)
{
    const std::vector<double> old = parametersIn(before, activation);
    const std::vector<double> values = parametersIn(after, activation);
    const QString name = QString::fromStdString(activation.name);
    std::vector<std::size_t> changed;
    for (std::size_t k = 0; k < std::min({old.size(), values.size(), activation.parameters.size()}); ++k) {
        if (old[k] != values[k])
            changed.push_back(k);
    }
    if (changed.size() != 1)
        return FunctionsHistory::tr("parameters of %1").arg(name);
    const std::size_t k = changed.front();
    return FunctionsHistory::tr("%1 of %2 %3 → %4")
        .arg(QString::fromStdString(activation.parameters[k].symbol), name, formatNumber(old[k], 4), formatNumber(values[k], 4));
}

} // namespace

/** From one moment to another. */
class FunctionsHistory::Change final : public ToldCommand {
public:
    Change(FunctionsHistory &history, FunctionsMoment before, FunctionsMoment after)
        : m_history(history), m_before(std::move(before)), m_after(std::move(after)), m_bent(onlyBent(m_before, m_after))
    {
        m_sinceChange.start();
        tell();
    }
    /** The same in another history. */
    Change(FunctionsHistory &history, const Change &other) : Change(history, other.m_before, other.m_after) { m_isOver = true; }

    int id() const override { return 1; }
    void undo() override
    {
        if (m_history.m_takesOver)
            return; // it was undone there
        m_history.show(m_before);
        m_isOver = true;
    }
    void redo() override
    {
        if (!std::exchange(m_isThere, true))
            return; // it was made before it was noted
        m_history.show(m_after);
        m_isOver = true;
    }
    /** A parameter that moves on. */
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const Change &>(*other);
        if (m_isOver || m_bent.empty() || m_bent != next.m_bent || m_sinceChange.elapsed() > sameMotion)
            return false;
        m_after = next.m_after;
        m_sinceChange.restart();
        tell();
        setObsolete(m_before.isSame(m_after));
        return true;
    }

protected:
    QString words() const override { return m_history.changeText(m_before, m_after); }

private:
    FunctionsHistory &m_history;
    FunctionsMoment m_before;
    FunctionsMoment m_after;
    std::string m_bent; ///< of which nothing but parameters changed
    QElapsedTimer m_sinceChange;
    bool m_isThere = false;
    bool m_isOver = false; ///< it was taken back: what comes is another one
};

FunctionsHistory::FunctionsHistory(FunctionsState &state, CustomActivationList &custom, QObject *parent)
    : QObject(parent), m_state(state), m_custom(custom)
{
    m_note.setSingleShot(true);
    m_note.setInterval(0); // when all of a change has been made
    connect(&m_note, &QTimer::timeout, this, &FunctionsHistory::note);
    const auto later = [this] { m_note.start(); };
    connect(&state, &FunctionsState::shownChanged, this, later);
    connect(&state, &FunctionsState::parametersChanged, this, later);
    connect(&state, &FunctionsState::bendEnded, this, later);
    connect(&custom, &CustomActivationList::changed, this, later);
    begin();
}

void FunctionsHistory::begin()
{
    m_note.stop();
    m_undo.clear();
    m_last = now();
}

void FunctionsHistory::takeOver(FunctionsHistory &former)
{
    if (former.m_note.isActive())
        former.note();
    begin();
    m_takesOver = true;
    for (int i = 0; i < former.m_undo.count(); ++i)
        m_undo.push(new Change(*this, *static_cast<const Change *>(former.m_undo.command(i))));
    m_undo.setIndex(former.m_undo.index());
    m_takesOver = false;
}

FunctionsMoment FunctionsHistory::now() const
{
    FunctionsMoment moment{m_custom.entries(), {}, {}, m_state.focus().id};
    for (const Activation *activation : m_state.shown())
        moment.shown.push_back(activation->id);
    for (const Activation *activation : m_state.available()) {
        const std::vector<double> &values = m_state.parameters(*activation);
        if (values != activation->defaultParameters())
            moment.parameters[activation->id] = values;
    }
    return moment;
}

void FunctionsHistory::note()
{
    if (m_isShowing || m_state.isBending())
        return; // bendEnded() comes
    FunctionsMoment next = now();
    if (next.isSame(m_last))
        return;
    FunctionsMoment before = std::exchange(m_last, next);
    m_undo.push(new Change(*this, std::move(before), std::move(next)));
}

void FunctionsHistory::show(const FunctionsMoment &moment)
{
    m_isShowing = true;
    m_custom.setEntries(moment.custom);
    std::vector<const Activation *> shown;
    for (const std::string &id : moment.shown) {
        const Activation *activation = findActivation(id);
        if (activation && m_state.isAvailable(*activation))
            shown.push_back(activation);
    }
    m_state.showOnly(shown);
    for (const Activation *activation : m_state.available())
        m_state.setParameters(*activation, parametersIn(moment, *activation));
    const Activation *focus = findActivation(moment.focus);
    if (focus && m_state.isAvailable(*focus))
        m_state.setFocus(*focus);
    m_note.stop();
    m_last = now();
    m_isShowing = false;
}

QString FunctionsHistory::changeText(const FunctionsMoment &before, const FunctionsMoment &after) const
{
    if (before.custom.size() < after.custom.size())
        return tr("new activation %1").arg(QString::fromStdString(after.custom.back().shownName()));
    for (const CustomActivationList::Entry &entry : before.custom) {
        if (std::ranges::find(after.custom, entry) != after.custom.end())
            continue;
        const QString name = QString::fromStdString(entry.shownName());
        return before.custom.size() > after.custom.size() ? tr("removal of %1").arg(name) : tr("edit of %1").arg(name);
    }
    if (before.shown.size() + 1 == after.shown.size())
        return tr("show %1").arg(nameOf(after.shown.back()));
    if (before.shown.size() == after.shown.size() + 1) {
        const auto gone = std::ranges::find_if(
            before.shown, [&after](const std::string &id) { return std::ranges::find(after.shown, id) == after.shown.end(); });
        return tr("hide %1").arg(nameOf(gone == before.shown.end() ? before.shown.back() : *gone));
    }
    if (before.shown != after.shown)
        return tr("choice of activations");
    const Activation *bent = findActivation(onlyBent(before, after));
    return bent ? bendText(*bent, before, after) : tr("parameters");
}

} // namespace actiscope
