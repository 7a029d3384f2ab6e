#include "ui/training/evidence/images/image_list.h"

#include "ui/training/evidence/images/image_painting.h"
#include "ui/training/evidence/panel_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr std::size_t mostPictures = 200; ///< that are kept

} // namespace

void ImageListRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsImages = true;
}

const ImageAnswers *ImageListRow::anyAnswers() const
{
    for (std::size_t model = 0; model < moment().models(); ++model) {
        if (const ImageAnswers *answers = imageAnswers(moment(), model))
            return answers;
    }
    return nullptr;
}

void ImageListRow::fit()
{
    m_list = anyAnswers() ? wanted() : std::vector<std::size_t>();
    if (anyAnswers())
        m_first = std::min(m_first, m_list.empty() ? 0 : m_list.size() - 1);
    listChanged();
}

std::vector<std::size_t> ImageListRow::shown() const
{
    const std::size_t from = std::min(m_first, m_list.size()), to = std::min(m_list.size(), from + slotCount());
    return {m_list.begin() + static_cast<std::ptrdiff_t>(from), m_list.begin() + static_cast<std::ptrdiff_t>(to)};
}

void ImageListRow::showFrom(std::size_t first)
{
    const std::size_t last = m_list.empty() ? 0 : m_list.size() - 1;
    if (std::exchange(m_first, std::min(first, last)) != m_first)
        emit selection().changed();
}

QJsonObject ImageListRow::choices() const
{
    return m_first == 0 ? QJsonObject() : QJsonObject{{QStringLiteral("first"), static_cast<int>(m_first)}};
}

void ImageListRow::restoreChoices(const QJsonObject &choices)
{
    m_first = static_cast<std::size_t>(std::max(0, choices.value(QLatin1String("first")).toInt()));
}

QRectF ImageListRow::slot(std::size_t place, const QRectF &panel) const
{
    const double height = panel.height() / static_cast<double>(slotCount());
    return {panel.left(), panel.top() + static_cast<double>(place) * height, panel.width(), height};
}

const QImage &ImageListRow::picture(std::size_t place) const
{
    const Dataset &data = *moment().snapshot->data;
    if (std::exchange(m_picturesOf, &data) != &data || m_pictures.size() > mostPictures)
        m_pictures.clear();
    QImage &picture = m_pictures[place];
    if (picture.isNull())
        picture = pictureOf(data, place);
    return picture;
}

ImageListPanel::ImageListPanel(ImageListRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_list(row)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ImageListPanel::draw(QPainter &painter, const QRectF &area) const
{
    const std::vector<std::size_t> shown = m_list.shown();
    const ImageAnswers *answers = imageAnswers(moment(), model());
    if (moment().isDiverged(model()))
        drawNote(painter, style(), area, Qt::AlignLeft | Qt::AlignTop, ImageWords::diverged());
    else if (m_list.anyAnswers() && shown.empty())
        drawNote(painter, style(), area, Qt::AlignLeft | Qt::AlignTop, emptyText());
    for (std::size_t place = 0; answers && place < shown.size(); ++place)
        drawSlot(painter, m_list.slot(place, area), shown[place], moment().point == answers->places[shown[place]]);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style().theme.accent, style().px(2)));
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4);
    }
}

QString ImageListPanel::description() const
{
    if (moment().isDiverged(model()))
        return ImageWords::diverged();
    const std::vector<std::size_t> shown = m_list.shown();
    if (!imageAnswers(moment(), model()))
        return {};
    QStringList parts;
    for (const std::size_t image : shown)
        parts << slotText(image);
    return shown.empty() ? emptyText() : parts.join(QStringLiteral("; "));
}

void ImageListPanel::choose(std::size_t place)
{
    const std::vector<std::size_t> shown = m_list.shown();
    if (place < shown.size() && m_list.anyAnswers())
        m_list.selection().choosePoint(m_list.anyAnswers()->places[shown[place]], model());
}

void ImageListPanel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    for (std::size_t place = 0; place < m_list.shown().size(); ++place) {
        if (m_list.slot(place, rect()).contains(event->position()))
            return choose(place);
    }
}

void ImageListPanel::keyPressEvent(QKeyEvent *event)
{
    const std::size_t first = m_list.first();
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Left)
        m_list.showFrom(first == 0 ? 0 : first - 1);
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Right)
        m_list.showFrom(first + 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(0);
    else
        EvidencePanel::keyPressEvent(event);
}

void ImageListPanel::focusInEvent(QFocusEvent *event)
{
    EvidencePanel::focusInEvent(event);
    update();
}

void ImageListPanel::focusOutEvent(QFocusEvent *event)
{
    EvidencePanel::focusOutEvent(event);
    update();
}

} // namespace actiscope
