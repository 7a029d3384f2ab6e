#include "ui/training/evidence/images/disagreements_row.h"

#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/images/image_painting.h"
#include "ui/training/evidence/panel_plot.h"

#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace actiscope {

namespace {

constexpr double differingSlot = 50;
constexpr double differingPicture = 42;

} // namespace

double DisagreementsRow::heightOf(const Snapshot &, double)
{
    return 4 * differingSlot;
}

EvidencePanel *DisagreementsRow::makePanel(std::size_t model, QWidget *parent)
{
    return new DisagreementsPanel(*this, model, parent);
}

std::vector<Disagreement> DisagreementsRow::disagreements() const
{
    const Inspection *known = moment().inspection(0);
    return known && known->disagreements ? *known->disagreements : std::vector<Disagreement>();
}

QString DisagreementsRow::legend() const
{
    const ImageAnswers *answers = anyAnswers();
    if (!answers)
        return {};
    return tr("%1 of %2: the answers differ").arg(readableNumber(static_cast<double>(list().size()), 6),
                                                  ImageWords::sample(answers->count(), moment().snapshot->data->testIndices.size()));
}

QWidget *DisagreementsRow::makeControl(QWidget *parent)
{
    auto *from = new QSpinBox(parent);
    from->setPrefix(tr("from "));
    from->setAccessibleName(tr("The first disagreement that is shown"));
    from->setToolTip(tr("The first that is shown; 1 is the one on which the models differ most"));
    m_control = from;
    listChanged();
    QObject::connect(from, &QSpinBox::valueChanged, from, [this](int value) { showFrom(static_cast<std::size_t>(value - 1)); });
    return from;
}

void DisagreementsRow::listChanged()
{
    if (!m_control)
        return;
    const QSignalBlocker blocker(m_control);
    m_control->setRange(1, std::max(1, static_cast<int>(list().size())));
    m_control->setValue(static_cast<int>(first()) + 1);
}

std::vector<std::size_t> DisagreementsRow::wanted() const
{
    std::vector<std::size_t> images;
    for (const Disagreement &each : disagreements())
        images.push_back(each.image);
    return images;
}

/** The answer, whether it is right, and a bar for its probability. */
void DisagreementsPanel::drawSlot(QPainter &painter, const QRectF &slot, std::size_t image, bool isChosen) const
{
    const ImageAnswers &answers = *imageAnswers(moment(), model());
    const std::size_t place = answers.places[image];
    const int said = answers.said[image];
    const bool isRight = said == moment().snapshot->data->all.labels[place];
    const double side = std::max(8.0, std::min(slot.height() - style().px(differingSlot - differingPicture), 0.35 * slot.width()));
    drawPicture(painter, style(), QRectF(slot.left() + 2, slot.top() + style().px(3), side, side), images().picture(place), isChosen);
    const QRectF words = slot.adjusted(side + style().px(10), style().px(3), 0, 0);
    QFont font = style().small;
    font.setBold(isRight);
    painter.setFont(font);
    painter.setPen(isRight ? style().theme.text : style().theme.readable(wrongColor(style().theme)));
    painter.drawText(QPointF(words.left(), words.top() + style().px(13)), QFontMetricsF(font).elidedText(slotText(image), Qt::ElideRight, words.width()));
    const QRectF whole(words.left(), words.top() + style().px(22), words.width(), style().px(12));
    const double share = std::clamp(double{answers.of(image)[static_cast<std::size_t>(said)]}, 0.0, 1.0);
    painter.fillRect(whole, mix(style().theme.plotBackground, style().theme.grid, 0.7));
    painter.fillRect(QRectF(whole.topLeft(), QSizeF(share * whole.width(), whole.height())), isRight ? pen().color() : wrongColor(style().theme));
}

QString DisagreementsPanel::emptyText() const
{
    return moment().models() > 1 ? DisagreementsRow::tr("The models say the same of all images.") : DisagreementsRow::tr("There is one model only.");
}

QString DisagreementsPanel::slotText(std::size_t image) const
{
    const ImageAnswers &answers = *imageAnswers(moment(), model());
    const Dataset &dataset = *moment().snapshot->data;
    const int said = answers.said[image], truth = dataset.all.labels[answers.places[image]];
    const QString what = ImageWords::className(dataset, said) + QStringLiteral(": ") + ImageWords::percent(double{answers.of(image)[static_cast<std::size_t>(said)]});
    return said == truth ? DisagreementsRow::tr("%1, right").arg(what) : DisagreementsRow::tr("%1, but is %2").arg(what, ImageWords::className(dataset, truth));
}

EvidenceTable DisagreementsPanel::table() const
{
    EvidenceTable table{{QStringLiteral("test_image"), QStringLiteral("true_class"), QStringLiteral("said_class"), QStringLiteral("probability"),
                         QStringLiteral("distance")},
                        {}};
    const ImageAnswers *answers = imageAnswers(moment(), model());
    const Dataset &dataset = *moment().snapshot->data;
    const auto &row = dynamic_cast<const DisagreementsRow &>(images());
    for (const Disagreement &each : row.disagreements()) {
        if (!answers)
            break;
        const int said = answers->said[each.image];
        table.rows.push_back({QString::number(answers->places[each.image] - dataset.testIndices.front()),
                              QString::number(dataset.all.labels[answers->places[each.image]]), QString::number(said),
                              tableNumber(double{answers->of(each.image)[static_cast<std::size_t>(said)]}), tableNumber(each.distance)});
    }
    return table;
}

} // namespace actiscope
