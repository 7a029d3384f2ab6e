#include "ui/functions/notes/check_badge.h"

#include "ui/base/number_format.h"

#include <QStringList>

#include <cmath>

namespace actiscope {
namespace {

/** Units in the last place in full, "3.5" or "18", unless there are a million of them. */
QString ulpsText(double ulps)
{
    constexpr double few = 10, many = 1e6;
    return ulps >= many ? formatNumber(ulps, 2) : ulps < few ? formatNumber(ulps, 2) : formatFixed(ulps, 0);
}

} // namespace

CheckBadge::CheckBadge(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("checkBadge"));
    setAccessibleName(tr("Checks"));
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setToolTip(tr(
        "Computed just now in this program, at the default parameters: the largest error of f and f′ against PyTorch’s figures (relative), "
        "of f′ against differences of f, and of the device’s single precision against double, in units in the last place (ulp)."));
    rebuild();
}

void CheckBadge::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void CheckBadge::setChecks(const ActivationChecks *checks)
{
    m_checks = checks ? std::optional(*checks) : std::nullopt;
    rebuild();
}

void CheckBadge::rebuild()
{
    if (!m_checks) {
        setText(tr("checking…"));
        setAccessibleDescription(tr("checking…"));
        return;
    }
    QStringList plain, rich;
    const auto add = [&](const QString &text, bool holds) {
        plain.append(text);
        const QString unbroken = text.toHtmlEscaped().replace(QLatin1Char(' '), QChar::Nbsp);
        rich.append(
            holds ? unbroken
                  : QStringLiteral("<span style='color:%1; font-weight:600'>%2</span>").arg(m_theme.error.name(), text.toHtmlEscaped()));
    };
    const auto addResult = [&](const QString &name, const CheckResult &result, const auto &text) {
        add(result.holds() ? QStringLiteral("%1 %2").arg(name, text(result.largestError))
                           : tr("%1 %2 (at most %3)").arg(name, text(result.largestError), text(result.allowed)),
            result.holds());
    };
    const auto relative = [](double error) { return formatNumber(error, 1); };
    const auto ulps = [](double error) { return ulpsText(error) + tr(" ulp"); };
    if (m_checks->reference)
        addResult(tr("reference"), *m_checks->reference, relative);
    if (m_checks->differences.points > 0)
        addResult(tr("finite differences"), m_checks->differences, relative);
    else
        add(tr("no finite differences"), true);
    if (m_checks->single)
        addResult(m_checks->singleName, *m_checks->single, ulps);
    else if (!m_checks->failure.isEmpty())
        add(tr("%1 failed: %2").arg(m_checks->singleName, m_checks->failure), false);
    else if (!m_checks->singleName.isEmpty())
        add(tr("%1 …").arg(m_checks->singleName), true);
    const QString mark = m_checks->hold() ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
    setText(mark + rich.join(QStringLiteral(" · ")));
    setAccessibleDescription((m_checks->hold() ? tr("all hold: ") : tr("failed: ")) + plain.join(QStringLiteral(", ")));
}

} // namespace actiscope
