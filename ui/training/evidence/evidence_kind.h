// The questions that the centre of the Training workspace can answer. A new one is a row of its own kind and a line in evidence_kinds.cpp.
#pragma once

#include "core/training/snapshot.h"
#include "ui/training/document/subject.h"
#include "ui/training/evidence/evidence_row.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** What a row can make of more height than usual, or of less. */
struct RowStretch {
    /** Pixels more, where the planes can spare them: for what is said of a unit that is pointed at, so that nothing moves then. */
    double spare = 0;
    /** Pixels that it can do with at text of 11 pt, so that as many rows as can be are seen whole. Not less than usual where there is none. */
    std::optional<double> least = std::nullopt;
    /** Times its height that it makes use of, in a figure or on a wall. */
    double most = 1;
};

struct EvidenceKind {
    const char *id;      ///< on the command line, in sessions and settings: never changes
    DataForm data;       ///< what it is a question of: a workspace of other data does not know it
    const char *chip;    ///< this and the next two: to be translated in the context actiscope::EvidenceKind
    const char *title;   ///< of the row
    const char *lookFor; ///< one sentence
    /** Of a panel, in pixels at the usual text size, with its numbers below, for columns of this width; null where it takes what is left. */
    double (*height)(const Snapshot &run, double width);
    /** Whether there is anything to be seen of such a run of these data. */
    bool (*applies)(const Snapshot &run);
    std::unique_ptr<EvidenceRow> (*make)(EvidenceSelection &selection);
    RowStretch stretch = {};

    QString chipText() const;
    QString titleText() const;
    QString lookForText() const;
};

/** All of them, in the order in which they stand. */
std::span<const EvidenceKind> evidenceKinds();
/** Those that are questions of its data. */
std::vector<const EvidenceKind *> evidenceKindsOf(const Subject &subject);
/** The one of this id, or null. */
const EvidenceKind *findEvidenceKind(const QString &id);

} // namespace actiscope
