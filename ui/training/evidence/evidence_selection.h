// What a hand points at in the centre of the Training workspace, the same in all columns and rows. GUI thread.
#pragma once

#include "core/base/plane_point.h"
#include "core/diagnostics/diagnostics.h"
#include "core/training/change.h"

#include <QObject>

#include <optional>

namespace actiscope {

class EvidenceSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /** The unit under the pointer, or else the one that a click keeps. */
    std::optional<HiddenUnit> unit() const { return m_pointed ? m_pointed : m_kept; }
    std::optional<HiddenUnit> kept() const { return m_kept; }
    /** A place in Dataset::all. */
    std::optional<std::size_t> point() const { return m_point; }
    /** Where the pointer is in the plane, whichever model's. */
    std::optional<PlanePoint> pointer() const { return m_pointer; }

    /** In whose column the last unit or point was clicked; nothing before the first click. */
    std::optional<std::size_t> model() const { return m_model; }

    void pointAt(std::optional<HiddenUnit> unit);
    /** The same one again lets it go. */
    void keep(HiddenUnit unit, std::size_t model);
    void choosePoint(std::optional<std::size_t> point, std::optional<std::size_t> model = std::nullopt);
    void setPointer(std::optional<PlanePoint> pointer);
    /** Lets go of unit and point; false where there was none. */
    bool release();
    /** Of a number of a network, by a hand. */
    void askToChange(const Change &change) { emit changeRequested(change); }
    void askToSwitchOff(std::size_t model, HiddenUnit unit) { emit switchOffRequested(model, unit); }

signals:
    /** Another unit or point. */
    void changed();
    /** By a hand, also the same one again. */
    void pointChosen();
    void pointerMoved();
    void changeRequested(const actiscope::Change &change);
    void switchOffRequested(std::size_t model, actiscope::HiddenUnit unit);

private:
    std::optional<HiddenUnit> m_pointed;
    std::optional<HiddenUnit> m_kept;
    std::optional<std::size_t> m_point;
    std::optional<std::size_t> m_model;
    std::optional<PlanePoint> m_pointer;
};

} // namespace actiscope
