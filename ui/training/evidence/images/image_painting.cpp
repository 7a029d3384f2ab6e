#include "ui/training/evidence/images/image_painting.h"

#include "core/base/message.h"
#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"
#include "ui/training/evidence/panel_plot.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace actiscope {

namespace {

constexpr double faint = 0.45; ///< of the colour of a class that is not said

} // namespace

QString ImageWords::className(const Dataset &data, int label)
{
    const auto place = static_cast<std::size_t>(label);
    return place < data.classNames.size() ? translated(Message(data.classNames[place])) : QString::number(label);
}

QString ImageWords::numberedClass(const Dataset &data, int label)
{
    return data.classNames.empty() ? QString::number(label) : QString::number(label) + QLatin1Char(' ') + className(data, label);
}

QString ImageWords::percent(double share)
{
    return std::isfinite(share) ? formatFixed(100 * share, 0) + QStringLiteral(" %") : QStringLiteral("NaN");
}

QString ImageWords::sample(std::size_t shown, std::size_t all)
{
    const auto text = [](std::size_t count) { return readableNumber(static_cast<double>(count), 6); };
    return shown == all ? tr("%1 test images").arg(text(all)) : tr("%1 of %2 test images").arg(text(shown), text(all));
}

QImage pictureOf(std::span<const float> pixels, int width, int height)
{
    QImage picture(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y) {
        uchar *line = picture.scanLine(y);
        for (int x = 0; x < width; ++x)
            line[x] = static_cast<uchar>(std::lround(255 * std::clamp(pixels[static_cast<std::size_t>(y * width + x)], 0.0f, 1.0f)));
    }
    return picture;
}

QImage pictureOf(const Dataset &data, std::size_t place)
{
    std::vector<float> pixels(data.all.features);
    data.all.copyPoint(place, pixels.data());
    return pictureOf(pixels, data.imageWidth, data.imageHeight);
}

void drawPicture(QPainter &painter, const EvidenceStyle &style, const QRectF &square, const QImage &picture, bool isChosen)
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > square.width());
    painter.drawImage(square, picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(isChosen ? QPen(style.theme.accent, style.px(2.5)) : QPen(style.theme.border, 1));
    painter.drawRect(square);
    painter.restore();
}

int ProbabilityBars::said() const
{
    return static_cast<int>(std::ranges::max_element(probabilities) - probabilities.begin());
}

void ProbabilityBars::draw(QPainter &painter, const EvidenceStyle &style, const QRectF &area, const QColor &color) const
{
    const QRectF bars = area.adjusted(0, 0, 0, -style.px(numbersHeight));
    const double step = bars.width() / static_cast<double>(std::max<std::size_t>(1, probabilities.size()));
    const double width = std::max(1.0, step - style.px(3));
    const int answer = said();
    painter.setPen(QPen(style.theme.zeroLine, 1));
    painter.drawLine(bars.bottomLeft(), bars.bottomRight());
    for (int label = 0; label < static_cast<int>(probabilities.size()); ++label) {
        const QRectF slot(bars.left() + label * step + (step - width) / 2, bars.top(), width, bars.height());
        const float probability = probabilities[static_cast<std::size_t>(label)];
        const double share = std::isfinite(probability) ? std::clamp(double{probability}, 0.0, 1.0) : 0;
        const bool isWrong = truth && label == answer && answer != *truth;
        const QColor full = isWrong ? wrongColor(style.theme) : color;
        painter.fillRect(QRectF(slot.left(), slot.bottom() - share * slot.height(), slot.width(), share * slot.height()),
                         label == answer ? full : mix(style.theme.plotBackground, full, faint));
        const bool isTrue = truth == label;
        if (isTrue) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(style.theme.text, style.px(1.2)));
            painter.drawRect(slot);
        }
        QFont font = style.small;
        font.setBold(isTrue);
        painter.setFont(font);
        painter.setPen(isTrue ? style.theme.text : style.theme.mutedText);
        painter.drawText(QRectF(slot.left() - style.px(4), bars.bottom(), slot.width() + style.px(8), style.px(numbersHeight)), Qt::AlignCenter,
                         QString::number(label));
    }
}

const ImageAnswers *imageAnswers(const EvidenceMoment &moment, std::size_t model)
{
    const Inspection *known = moment.inspection(model);
    return known && known->images && !moment.isDiverged(model) ? &*known->images : nullptr;
}

} // namespace actiscope
