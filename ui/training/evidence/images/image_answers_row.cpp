#include "ui/training/evidence/images/image_answers_row.h"

#include "ui/base/class_palette.h"
#include "ui/training/evidence/images/image_painting.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>

namespace actiscope {

namespace {

constexpr double slotHeight = 76;
constexpr double slotWords = 17;
constexpr double slotBelow = 11;
constexpr double leastPicture = 20;

} // namespace

double ImageAnswersRow::heightOf(const Snapshot &, double)
{
    return 3 * slotHeight;
}

EvidencePanel *ImageAnswersRow::makePanel(std::size_t model, QWidget *parent)
{
    return new ImageAnswersPanel(*this, model, parent);
}

/** What the numbers below the bars stand for. */
QString ImageAnswersRow::legend() const
{
    QString text = tr("framed: the true class");
    const bool hasNames = moment().snapshot && moment().snapshot->data && !moment().snapshot->data->classNames.empty();
    for (int label = 0; hasNames && label < moment().snapshot->data->classes; ++label)
        text += QLatin1Char('\n') + ImageWords::numberedClass(*moment().snapshot->data, label);
    return text;
}

QWidget *ImageAnswersRow::makeControl(QWidget *parent)
{
    auto *choices = new QComboBox(parent);
    choices->setAccessibleName(tr("Which test images are shown"));
    choices->setToolTip(tr("Which test images are shown. In a panel, the arrow keys go on to others, Return chooses the first."));
    choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choices->setMinimumContentsLength(8);
    m_control = choices;
    listChanged();
    QObject::connect(choices, &QComboBox::activated, choices, [this](int choice) { setChoice(choice); });
    return choices;
}

/** Names of classes are known when there are data. */
void ImageAnswersRow::listChanged()
{
    const bool isKnown = moment().snapshot && moment().snapshot->data;
    const int entries = OfClass + (isKnown ? moment().snapshot->data->classes : 0);
    if (!m_control || m_control->count() == entries)
        return;
    const QSignalBlocker blocker(m_control);
    m_control->clear();
    m_control->addItems({tr("in order"), tr("one a class"), tr("mistaken")});
    for (int label = 0; label < entries - OfClass; ++label)
        m_control->addItem(ImageWords::numberedClass(*moment().snapshot->data, label));
    m_control->setCurrentIndex(std::min(m_choice, entries - 1));
}

void ImageAnswersRow::setChoice(int choice)
{
    m_choice = choice;
    if (m_control)
        m_control->setCurrentIndex(choice);
    showFrom(0);
    emit selection().changed();
}

QJsonObject ImageAnswersRow::choices() const
{
    QJsonObject choices = ImageListRow::choices();
    if (m_choice != InOrder)
        choices.insert(QStringLiteral("which"), m_choice);
    return choices;
}

/** A class that the data do not have shows no image; none have so many. */
void ImageAnswersRow::restoreChoices(const QJsonObject &choices)
{
    constexpr int most = OfClass + 999;
    ImageListRow::restoreChoices(choices);
    m_choice = std::clamp(choices.value(QLatin1String("which")).toInt(), static_cast<int>(InOrder), most);
    if (m_control && m_choice < m_control->count())
        m_control->setCurrentIndex(m_choice);
}

std::vector<std::size_t> ImageAnswersRow::wanted() const
{
    const ImageAnswers &any = *anyAnswers();
    const std::vector<int> &labels = moment().snapshot->data->all.labels;
    std::vector<bool> isSeen(static_cast<std::size_t>(any.classes));
    std::vector<std::size_t> list;
    const auto isMistaken = [this, &labels, &any](std::size_t image) {
        for (std::size_t model = 0; model < moment().models(); ++model) {
            const ImageAnswers *answers = imageAnswers(moment(), model);
            if (answers && answers->said[image] != labels[any.places[image]])
                return true;
        }
        return false;
    };
    for (std::size_t image = 0; image < any.count(); ++image) {
        const int label = labels[any.places[image]];
        const bool isWanted = m_choice == InOrder     ? true
                              : m_choice == OneAClass ? !isSeen[static_cast<std::size_t>(label)]
                              : m_choice == Mistaken  ? isMistaken(image)
                                                      : label == m_choice - OfClass;
        isSeen[static_cast<std::size_t>(label)] = true;
        if (isWanted)
            list.push_back(image);
    }
    if (m_choice == OneAClass)
        std::ranges::sort(list, {}, [&](std::size_t image) { return labels[any.places[image]]; });
    return list;
}

/** As high as its slot, as far as the bars have most of the width. */
double ImageAnswersPanel::pictureSide(const QRectF &slot) const
{
    return std::max(style().px(leastPicture), std::min(slot.height() - style().px(slotWords + slotBelow), 0.35 * slot.width()));
}

QRectF ImageAnswersPanel::bars(const QRectF &slot) const
{
    return slot.adjusted(pictureSide(slot) + style().px(8), style().px(slotWords), 0, -style().px(4));
}

void ImageAnswersPanel::drawSlot(QPainter &painter, const QRectF &slot, std::size_t image, bool isChosen) const
{
    const ImageAnswers &answers = *imageAnswers(moment(), model());
    const std::size_t place = answers.places[image];
    const int truth = moment().snapshot->data->all.labels[place];
    const double side = pictureSide(slot);
    drawPicture(painter, style(), QRectF(slot.left() + 2, slot.top() + style().px(slotWords), side, side), images().picture(place), isChosen);
    painter.setFont(style().small);
    painter.setPen(answers.said[image] == truth ? style().theme.text : style().theme.readable(wrongColor(style().theme)));
    painter.drawText(QPointF(slot.left(), slot.top() + style().px(12)), QFontMetricsF(style().small).elidedText(slotText(image), Qt::ElideRight, slot.width()));
    ProbabilityBars{answers.of(image), truth}.draw(painter, style(), bars(slot), pen().color());
}

QString ImageAnswersPanel::emptyText() const
{
    return ImageAnswersRow::tr("No test image is of that kind.");
}

QString ImageAnswersPanel::slotText(std::size_t image) const
{
    const ImageAnswers &answers = *imageAnswers(moment(), model());
    const Dataset &dataset = *moment().snapshot->data;
    const int said = answers.said[image], truth = dataset.all.labels[answers.places[image]];
    const QString what = ImageWords::className(dataset, said) + QStringLiteral(": ") + ImageWords::percent(double{answers.of(image)[static_cast<std::size_t>(said)]});
    return said == truth ? what : ImageAnswersRow::tr("%1, but is %2").arg(what, ImageWords::className(dataset, truth));
}

EvidenceTable ImageAnswersPanel::table() const
{
    EvidenceTable table{{QStringLiteral("test_image"), QStringLiteral("true_class"), QStringLiteral("said_class")}, {}};
    const ImageAnswers *answers = imageAnswers(moment(), model());
    for (int label = 0; answers && label < answers->classes; ++label)
        table.columns << QStringLiteral("p_%1").arg(label);
    if (!answers)
        return table;
    const Dataset &dataset = *moment().snapshot->data;
    for (const std::size_t image : images().shown()) {
        QStringList row{QString::number(answers->places[image] - dataset.testIndices.front()), QString::number(dataset.all.labels[answers->places[image]]),
                        QString::number(answers->said[image])};
        for (const float probability : answers->of(image))
            row << tableNumber(double{probability});
        table.rows.push_back(row);
    }
    return table;
}

} // namespace actiscope
