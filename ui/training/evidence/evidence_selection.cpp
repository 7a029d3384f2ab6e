#include "ui/training/evidence/evidence_selection.h"

#include <utility>

namespace actiscope {

void EvidenceSelection::pointAt(std::optional<HiddenUnit> unit)
{
    if (std::exchange(m_pointed, unit) != unit)
        emit changed();
}

void EvidenceSelection::keep(HiddenUnit unit, std::size_t model)
{
    m_model = model;
    m_kept = m_kept == unit ? std::nullopt : std::optional(unit);
    emit changed();
}

void EvidenceSelection::choosePoint(std::optional<std::size_t> point, std::optional<std::size_t> model)
{
    if (model)
        m_model = model;
    if (std::exchange(m_point, point) != point)
        emit changed();
    if (point)
        emit pointChosen();
}

void EvidenceSelection::setPointer(std::optional<PlanePoint> pointer)
{
    if (std::exchange(m_pointer, pointer) != pointer)
        emit pointerMoved();
}

bool EvidenceSelection::release()
{
    const bool hadAny = m_kept || m_point;
    m_pointed.reset();
    m_kept.reset();
    m_point.reset();
    if (hadAny)
        emit changed();
    return hadAny;
}

} // namespace actiscope
