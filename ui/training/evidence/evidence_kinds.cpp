#include "ui/training/evidence/alpha_row.h"
#include "ui/training/evidence/confusion_row.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/gradients_row.h"
#include "ui/training/evidence/hidden_space_row.h"
#include "ui/training/evidence/images/activity_row.h"
#include "ui/training/evidence/images/class_accuracy_row.h"
#include "ui/training/evidence/images/disagreements_row.h"
#include "ui/training/evidence/images/image_answers_row.h"
#include "ui/training/evidence/images/unit_pictures_row.h"
#include "ui/training/evidence/network_row.h"
#include "ui/training/evidence/outputs_row.h"
#include "ui/training/evidence/plane_row.h"
#include "ui/training/evidence/pre_activations_row.h"
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

bool always(const Snapshot &)
{
    return true;
}

bool liesInAPlane(const Snapshot &run)
{
    return run.data && run.data->liesInPlane();
}

// QT_TRANSLATE_NOOP puts the words into the translations; a kind is one row.
const EvidenceKind kinds[] = {
    {"plane", DataForm::Points, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Plane"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Plane"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Where does the network draw the line between the classes, and which points lie on the wrong side?"),
     nullptr, liesInAPlane, makeRow<PlaneRow>},
    {"units", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Units"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Units"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "How many units still learn? A hollow lamp is dead: f′ is 0 for every training point."),
     UnitsRow::heightOf, hasHiddenLayers, makeRow<UnitsRow>, {.spare = UnitsRow::wordsHeight}},
    {"gradients", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Gradients"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Gradients"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Does the first layer get as much of the gradient as the last? A staircase means that the first layers do not learn."),
     GradientsRow::heightOf, hasHiddenLayers, makeRow<GradientsRow>, {.most = 2.5}},
    {"pre-activations", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Pre-activations"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Pre-activations"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Do the sums z lie where f′ is large, or where f is flat and nothing is learned?"),
     PreActivationsRow::heightOf, hasHiddenLayers, makeRow<PreActivationsRow>, {.most = 2.5}},
    {"outputs", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Outputs"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Outputs"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Do the outputs keep their mean and spread from layer to layer, or do they shrink or grow? How many are 0?"),
     OutputsRow::heightOf, hasHiddenLayers, makeRow<OutputsRow>, {.most = 2.5}},
    {"alpha", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "α"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "α"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Where does training take the slope that a layer learns, and what stays as it was set?"),
     AlphaRow::heightOf, hasHiddenLayers, makeRow<AlphaRow>, {.most = 2.5}},
    {"network", DataForm::Points, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Network"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Network"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "What does each unit say on the plane, and which weights carry it? Click a weight to change it."),
     NetworkRow::heightOf, always, makeRow<NetworkRow>, {.most = 2}},
    {"confusion", DataForm::Any, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Confusion"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Confusion"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Which class is taken for which, and is it as good on test data as on what it was trained on?"),
     ConfusionRow::heightOf, always, makeRow<ConfusionRow>, {.most = 1.6}},
    {"class-accuracy", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "By class"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "By class"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Which classes does a model recognise, and which does it miss? The share of a class's test images that it says right."),
     ClassAccuracyRow::heightOf, always, makeRow<ClassAccuracyRow>, {.least = 112, .most = 2.5}},
    {"unit-pictures", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Weights"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Weights"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "What does each unit of the first layer look for? Its weights as an image; a dead unit is crossed out and looks for nothing any more."),
     UnitPicturesRow::heightOf, hasHiddenLayers, makeRow<UnitPicturesRow>, {.least = 150, .most = 3}},
    {"image-answers", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Images"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Images"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "How sure is each model of its answer, and what else does it think of?"),
     ImageAnswersRow::heightOf, always, makeRow<ImageAnswersRow>, {.least = 150, .most = 2}},
    {"disagreements", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Disagreements"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Disagreements"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "On which test images do the models differ, and which of them is right?"),
     DisagreementsRow::heightOf, always, makeRow<DisagreementsRow>, {.least = 140, .most = 1.6}},
    {"activity", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Draw"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Draw"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "What does every unit make of this image: its sum z, and f(z)? Draw one, or choose a test image."),
     ActivityRow::heightOf, always, makeRow<ActivityRow>, {.most = 2}},
    {"hidden-space", DataForm::Points, QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Hidden space"), QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Hidden space"),
     QT_TRANSLATE_NOOP("actiscope::EvidenceKind", "Has the last hidden layer laid the classes apart, so that a straight line divides them? Each model has a space of its own, "
                                                  "drawn at one scale and turned by one rule."),
     HiddenSpaceRow::heightOf, hasHiddenLayers, makeRow<HiddenSpaceRow>},
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

std::vector<const EvidenceKind *> evidenceKindsOf(const Subject &subject)
{
    std::vector<const EvidenceKind *> suiting;
    for (const EvidenceKind &kind : kinds) {
        if (subject.suits(kind.data))
            suiting.push_back(&kind);
    }
    return suiting;
}

const EvidenceKind *findEvidenceKind(const QString &id)
{
    const auto found = std::ranges::find_if(kinds, [&id](const EvidenceKind &kind) { return id == QLatin1String(kind.id); });
    return found == std::end(kinds) ? nullptr : &*found;
}

} // namespace actiscope
