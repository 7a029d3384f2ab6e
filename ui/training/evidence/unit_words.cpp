#include "ui/training/evidence/unit_words.h"

#include "ui/base/number_format.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr std::size_t fewProducts = 3;

/** Behind what was written before: " + 0.02", " − 0.19". */
QString term(double number)
{
    const QString size = formatNumber(std::abs(number), 2);
    return std::signbit(number) && number != 0 ? QStringLiteral(" %1 %2").arg(minusSign).arg(size) : QStringLiteral(" + %1").arg(size);
}

} // namespace

QString UnitWords::name(HiddenUnit unit)
{
    return tr("Unit %1, layer %2").arg(unit.unit + 1).arg(unit.layer + 1);
}

QString UnitWords::state(const EvidenceMoment &moment, std::size_t model, HiddenUnit unit)
{
    const Diagnostics *known = moment.diagnostics(model);
    if (!known || unit.layer >= known->layers.size() || unit.unit >= known->layers[unit.layer].units.size())
        return name(unit);
    const UnitDiagnostics &state = known->layers[unit.layer].units[unit.unit];
    if (state.isDead && state.deadSince == 0)
        return tr("%1: dead from the start").arg(name(unit));
    if (state.isDead)
        return state.deadSince ? tr("%1: dead since epoch %2").arg(name(unit)).arg(*state.deadSince) : tr("%1: dead, f′ = 0 for all points").arg(name(unit));
    return tr("%1: f′ ≠ 0 for %2 % of the points").arg(name(unit), formatFixed(100 * state.figures.active, 0));
}

QString UnitWords::sum(const UnitSum &sum)
{
    std::vector<double> products = sum.products;
    std::ranges::stable_sort(products, std::ranges::greater(), [](double product) { return std::abs(product); });
    QString text = QStringLiteral("z =");
    for (std::size_t i = 0; i < std::min(products.size(), fewProducts); ++i)
        text += i == 0 ? QStringLiteral(" ") + formatNumber(products[i], 2) : term(products[i]);
    if (products.size() > fewProducts)
        text += QStringLiteral(" …");
    return tr("%1%2 = %3, f(z) = %4, f′(z) = %5").arg(text, term(sum.bias), formatNumber(sum.z, 3), formatNumber(sum.value, 3), formatNumber(sum.slope, 3));
}

} // namespace actiscope
