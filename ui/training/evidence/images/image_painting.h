// What rows about images have in common: names of classes, pictures, bars of probabilities. GUI thread.
#pragma once

#include "core/data/dataset.h"
#include "ui/training/evidence/evidence_moment.h"
#include "ui/training/evidence/evidence_style.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QString>

#include <optional>
#include <span>

namespace actiscope {

class ImageWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ImageWords)

public:
    /** "Coat", or "7" where classes have no names. */
    static QString className(const Dataset &data, int label);
    /** "7 Sneaker": with the number that stands below bars. */
    static QString numberedClass(const Dataset &data, int label);
    static QString percent(double share);
    /** "10 000 test images", "1 000 of 10 000 test images". */
    static QString sample(std::size_t shown, std::size_t all);
    static QString diverged() { return tr("diverged"); }
};

/** White on black, as the data have it, whatever the theme: a pixel each. */
QImage pictureOf(std::span<const float> pixels, int width, int height);
/** Of an image of the data. */
QImage pictureOf(const Dataset &data, std::size_t place);

/** Fills the square in hard pixels, with a hairline around it; a wide one in the colour where it is chosen. */
void drawPicture(QPainter &painter, const EvidenceStyle &style, const QRectF &square, const QImage &picture, bool isChosen = false);

/** A bar a class, upright, 0 to 1 over the area's height, each at its place with its number below: the true class has a frame, a wrong answer the colour
 *  of mistakes. What leaves 0 to 1 is cut off. */
struct ProbabilityBars {
    std::span<const float> probabilities;
    std::optional<int> truth = {};

    static constexpr double numbersHeight = 13; ///< below the bars

    int said() const;
    void draw(QPainter &painter, const EvidenceStyle &style, const QRectF &area, const QColor &color) const;
};

/** The answers of a model; null before they are known. */
const ImageAnswers *imageAnswers(const EvidenceMoment &moment, std::size_t model);

} // namespace actiscope
