// What evidence says of a hidden unit, in words and numbers. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_moment.h"

#include <QCoreApplication>
#include <QString>

namespace actiscope {

class UnitWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::UnitWords)

public:
    /** "Unit 7, layer 2", both counted from 1. */
    static QString name(HiddenUnit unit);
    /** "Unit 7, layer 2: dead since epoch 5", of this model. */
    static QString state(const EvidenceMoment &moment, std::size_t model, HiddenUnit unit);
    /** "z = −0.19 − 0.19 + 0.17 … + 0.02 = −0.75, f(z) = 0, f′(z) = 0": the largest products, the bias. */
    static QString sum(const UnitSum &sum);
};

} // namespace actiscope
