#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/plane_row.h"
#include "ui/training/evidence/units_row.h"

#include <QCoreApplication>

#include <algorithm>

namespace actiscope {

namespace {

template <class Row>
std::unique_ptr<EvidenceRow> makeRow(EvidenceSelection &selection)
{
    return std::make_unique<Row>(selection);
}


bool hasHiddenLayers(const Snapshot &run)
{
    return !run.experiment.hidden.empty();
}

bool liesInAPlane(const Snapshot &run)
{
    return run.data && run.data->all.features == 2;
}


// QT_TRANSLATE_NOOP puts the words into the translations; a kind is one row.
const EvidenceKind kinds[] = {
    {"plane", QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Plane"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Plane"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Where does the network draw the line between the classes, and which points lie on the wrong side?"),
     nullptr, liesInAPlane, makeRow<PlaneRow>},
    {"units", QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Units"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Units"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "How many units still learn? A hollow lamp is dead: f′ is 0 for every training point."),
     UnitsRow::heightOf, hasHiddenLayers, makeRow<UnitsRow>},
};

} // namespace

QString EvidenceKind::chipText() const
{
    return QCoreApplication::translate("actiscope::EvidenceKind", chip);
}

QString EvidenceKind::titleText() const
{
    return QCoreApplication::translate("actiscope::EvidenceKind", title);
}

QString EvidenceKind::lookForText() const
{
    return QCoreApplication::translate("actiscope::EvidenceKind", lookFor);
}

std::span<const EvidenceKind> evidenceKinds()
{
    return kinds;
}

const EvidenceKind *findEvidenceKind(const QString &id)
{
    const auto found = std::ranges::find_if(kinds, [&id](const EvidenceKind &kind) { return id == QLatin1String(kind.id); });
    return found == std::end(kinds) ? nullptr : &*found;
}

} // namespace actiscope
