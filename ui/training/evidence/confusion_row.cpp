#include "ui/training/evidence/confusion_row.h"

#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/base/plain_text.h"
#include "ui/training/evidence/images/class_matrix.h"
#include "ui/training/evidence/images/image_painting.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double fewClassesHeight = 128;
constexpr double manyClassesHeight = 176;     ///< of more classes than four
constexpr double determinationHeight = 64;
constexpr double setNameHeight = 20;      ///< "training 99.0 %", above a matrix
constexpr double besideMatrix = 16;    ///< the true classes, left of it, and those that were said, above it
constexpr double betweenSets = 16;

QString nameOfSet(int set)
{
    return set == 0 ? ConfusionRow::tr("training") : ConfusionRow::tr("test");
}

const AnswerQuality &qualityOfSet(const Answers &answers, int set)
{
    return set == 0 ? answers.train : answers.test;
}

QString accuracyPercent(double accuracy)
{
    return std::isfinite(accuracy) ? formatFixed(100 * accuracy, 1) + QStringLiteral(" %") : QString();
}

QString cellText(const ConfusionMatrix &matrix, int truth, int said)
{
    return truth == said ? ConfusionRow::tr("%1 of %2 points of class %3 are recognised").arg(matrix.at(truth, said)).arg(matrix.pointsOf(truth)).arg(truth)
                         : ConfusionRow::tr("%1 of %2 points of class %3 are taken for class %4")
                               .arg(matrix.at(truth, said))
                               .arg(matrix.pointsOf(truth))
                               .arg(truth)
                               .arg(said);
}

} // namespace

double ConfusionRow::heightOf(const Snapshot &run, double)
{
    if (run.data && run.data->isOfImages())
        return ClassMatrix::usualHeight;
    if (!run.data || run.data->isRegression())
        return determinationHeight;
    return run.data->classes > 4 ? manyClassesHeight : fewClassesHeight;
}

/** Of 60,000 images to train on nobody waits for an answer, and ten classes need the room of both sets. */
bool ConfusionRow::isOfImages() const
{
    return moment().snapshot && moment().snapshot->data && moment().snapshot->data->isOfImages();
}

void ConfusionRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    const bool showsImages = moment.snapshot && moment.snapshot->data && moment.snapshot->data->isOfImages();
    (showsImages ? question.wantsImages : question.wantsAnswers) = true;
}

const ConfusionMatrix *ConfusionRow::imageMatrix(std::size_t model) const
{
    const ImageAnswers *answers = isOfImages() ? imageAnswers(moment(), model) : nullptr;
    return answers ? &answers->confusion : nullptr;
}

std::vector<AxisNumber> ConfusionRow::axisNumbers(QSizeF panel) const
{
    if (!isOfImages())
        return {};
    const ConfusionMatrix nothing{moment().snapshot->data->classes, {}};
    return ClassMatrix(nothing, *moment().snapshot->data, style()).names(QRectF(QPointF(), panel));
}

EvidencePanel *ConfusionRow::makePanel(std::size_t model, QWidget *parent)
{
    return new ConfusionPanel(*this, model, parent);
}

QString ConfusionRow::legend() const
{
    const bool isRegression = moment().snapshot && moment().snapshot->data && moment().snapshot->data->isRegression();
    if (isOfImages())
        return {};
    return isRegression ? tr("R²: 1 is perfect, 0 no better than the mean") : tr("rows: the true class, columns: what was said");
}

const Answers *ConfusionRow::answers(std::size_t model) const
{
    const Inspection *known = moment().inspection(model);
    return known && known->answers ? &*known->answers : nullptr;
}

ConfusionPanel::ConfusionPanel(ConfusionRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_confusion(row) {}

QRectF ConfusionPanel::half(int set, const QRectF &area) const
{
    const double width = (area.width() - style().px(betweenSets)) / 2;
    return {area.left() + set * (width + style().px(betweenSets)), area.top(), width, area.height()};
}

QRectF ConfusionPanel::cell(const ConfusionMatrix &matrix, int set, int truth, int said, const QRectF &area) const
{
    const QRectF room = half(set, area).adjusted(style().px(besideMatrix), style().px(setNameHeight + besideMatrix), 0, -style().px(2));
    const double width = std::min(room.width() / matrix.classes, 2.2 * room.height() / matrix.classes), height = room.height() / matrix.classes;
    return {room.left() + said * width, room.top() + truth * height, width, height};
}

void ConfusionPanel::draw(QPainter &painter, const QRectF &area) const
{
    if (const ConfusionMatrix *matrix = m_confusion.imageMatrix(model()))
        return ClassMatrix(*matrix, *moment().snapshot->data, style()).draw(painter, area);
    const Answers *answers = m_confusion.answers(model());
    if (!answers)
        return;
    for (const int set : {0, 1}) {
        const AnswerQuality &quality = qualityOfSet(*answers, set);
        if (quality.confusion)
            drawMatrix(painter, area, set, *quality.confusion);
        else if (quality.determination)
            drawDetermination(painter, area, set, *quality.determination);
    }
}

/** A row's shades are shares of its class, so that a rare class is read like any other. */
void ConfusionPanel::drawMatrix(QPainter &painter, const QRectF &area, int set, const ConfusionMatrix &matrix) const
{
    const QFontMetricsF small(style().small), bold(style().bold);
    const QRectF room = half(set, area);
    const QString name = nameOfSet(set) + QLatin1Char(' ');
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    painter.drawText(QPointF(room.left(), room.top() + style().px(14)), name);
    painter.setFont(style().bold);
    painter.setPen(style().theme.text);
    painter.drawText(QPointF(room.left() + small.horizontalAdvance(name), room.top() + style().px(14)), accuracyPercent(matrix.accuracy()));
    drawClasses(painter, area, set, matrix);
    painter.setFont(style().small);
    for (int truth = 0; truth < matrix.classes; ++truth) {
        for (int said = 0; said < matrix.classes; ++said) {
            const QRectF cell = this->cell(matrix, set, truth, said, area);
            const double share = static_cast<double>(matrix.at(truth, said)) / static_cast<double>(std::max<std::int64_t>(1, matrix.pointsOf(truth)));
            const QColor fill = mix(style().theme.plotBackground, truth == said ? style().theme.text : wrongColor(style().theme), 0.55 * share);
            painter.fillRect(cell, fill);
            painter.setPen(QPen(style().theme.border, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell);
            const QString text = QString::number(matrix.at(truth, said));
            if (small.horizontalAdvance(text) + 2 > cell.width() || small.capHeight() + 2 > cell.height())
                continue;
            const bool isDarkText = contrastRatio(fill, style().theme.text) >= contrastRatio(fill, style().theme.plotBackground);
            painter.setPen(isDarkText ? style().theme.text : style().theme.plotBackground);
            painter.drawText(cell, Qt::AlignCenter, text);
        }
    }
}

/** Their shapes, as in the plane. */
void ConfusionPanel::drawClasses(QPainter &painter, const QRectF &area, int set, const ConfusionMatrix &matrix) const
{
    for (int label = 0; label < matrix.classes; ++label) {
        const QRectF diagonal = cell(matrix, set, label, label, area), corner = cell(matrix, set, 0, 0, area);
        const ClassColors colors = classColorsOn(style().theme.plotBackground, label, style().theme);
        const double radius = std::min(style().px(4), std::min(diagonal.width(), diagonal.height()) / 2.2);
        const std::array<QPointF, 2> places{QPointF(corner.left() - style().px(besideMatrix / 2), diagonal.center().y()),
                                            QPointF(diagonal.center().x(), corner.top() - style().px(besideMatrix / 2))};
        for (const QPointF &place : places) {
            painter.save();
            painter.translate(place);
            painter.scale(radius, radius);
            QPen rim(colors.rim, style().px(1));
            rim.setCosmetic(true);
            painter.setPen(rim);
            painter.setBrush(colors.fill);
            painter.drawPath(classShape(label));
            painter.restore();
        }
    }
}

void ConfusionPanel::drawDetermination(QPainter &painter, const QRectF &area, int set, double value) const
{
    const QRectF room = half(set, area);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    painter.drawText(QPointF(room.left(), room.top() + style().px(14)), nameOfSet(set));
    painter.setFont(style().bold);
    painter.setPen(style().theme.text);
    painter.drawText(QPointF(room.left(), room.top() + style().px(34)), QStringLiteral("R² ") + formatFixed(value, 3));
    const QRectF scale(room.left(), room.top() + style().px(42), std::min(room.width(), style().px(160)), style().px(8));
    painter.setPen(QPen(style().theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scale);
    if (value > 0)
        painter.fillRect(QRectF(scale.topLeft(), QSizeF(scale.width() * std::min(1.0, value), scale.height())), pen().color());
}

/** Of images: in the matrix' own words. */
QString ConfusionPanel::imageCellText(QPointF place) const
{
    const ConfusionMatrix &matrix = *m_confusion.imageMatrix(model());
    const ClassMatrix painted(matrix, *moment().snapshot->data, style());
    for (int truth = 0; truth < matrix.classes; ++truth) {
        for (int said = 0; said < matrix.classes; ++said) {
            if (painted.cell(truth, said, rect()).contains(place))
                return painted.cellText(truth, said);
        }
    }
    return ConfusionRow::tr("Rows are true classes, columns what was said; numbers are %1 of the images of a row").arg(QLatin1Char('%'));
}

bool ConfusionPanel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return EvidencePanel::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (m_confusion.imageMatrix(model())) {
        QToolTip::showText(help->globalPos(), toolTipHtml(imageCellText(help->pos()), QToolTip::font()), this);
        return true;
    }
    const Answers *answers = moment().snapshot ? m_confusion.answers(model()) : nullptr;
    QString text = ConfusionRow::tr("Accuracy is the share of points on the diagonal; R² the share of the targets' variance that the model explains");
    for (const int set : {0, 1}) {
        if (!answers || !qualityOfSet(*answers, set).confusion)
            continue;
        const ConfusionMatrix &matrix = *qualityOfSet(*answers, set).confusion;
        for (int truth = 0; truth < matrix.classes; ++truth) {
            for (int said = 0; said < matrix.classes; ++said) {
                if (cell(matrix, set, truth, said, rect()).contains(help->pos()))
                    text = nameOfSet(set) + QStringLiteral(": ") + cellText(matrix, truth, said);
            }
        }
    }
    QToolTip::showText(help->globalPos(), toolTipHtml(text, QToolTip::font()), this);
    return true;
}

QString ConfusionPanel::description() const
{
    if (const ConfusionMatrix *matrix = m_confusion.imageMatrix(model()))
        return ClassMatrix(*matrix, *moment().snapshot->data, style()).description();
    const Answers *answers = m_confusion.answers(model());
    QStringList parts;
    for (const int set : {0, 1}) {
        if (!answers)
            continue;
        const AnswerQuality &quality = qualityOfSet(*answers, set);
        if (quality.determination)
            parts << ConfusionRow::tr("%1: R² %2").arg(nameOfSet(set), formatFixed(*quality.determination, 3));
        if (!quality.confusion)
            continue;
        parts << ConfusionRow::tr("%1: accuracy %2").arg(nameOfSet(set), accuracyPercent(quality.confusion->accuracy()));
        for (int truth = 0; truth < quality.confusion->classes; ++truth) {
            for (int said = 0; said < quality.confusion->classes; ++said) {
                if (quality.confusion->at(truth, said) > 0)
                    parts << cellText(*quality.confusion, truth, said);
            }
        }
    }
    return parts.join(QStringLiteral("; "));
}

EvidenceTable ConfusionPanel::table() const
{
    const Answers *answers = m_confusion.answers(model());
    EvidenceTable table;
    if (const ConfusionMatrix *matrix = m_confusion.imageMatrix(model()))
        return ClassMatrix(*matrix, *moment().snapshot->data, style()).table();
    if (!answers)
        return table;
    const bool isRegression = answers->train.determination.has_value();
    table.columns = isRegression ? QStringList{QStringLiteral("set"), QStringLiteral("r_squared")}
                                 : QStringList{QStringLiteral("set"), QStringLiteral("true_class"), QStringLiteral("said_class"), QStringLiteral("points")};
    for (const int set : {0, 1}) {
        const AnswerQuality &quality = qualityOfSet(*answers, set);
        const QString name = set == 0 ? QStringLiteral("training") : QStringLiteral("test");
        if (isRegression)
            table.rows.push_back({name, tableNumber(*quality.determination)});
        for (int i = 0; quality.confusion && i < quality.confusion->classes * quality.confusion->classes; ++i) {
            const int truth = i / quality.confusion->classes, said = i % quality.confusion->classes;
            table.rows.push_back({name, QString::number(truth), QString::number(said), QString::number(quality.confusion->at(truth, said))});
        }
    }
    return table;
}

} // namespace actiscope
