// A confusion matrix of many classes over the whole width of a panel, and which classes are taken for which most often. GUI thread.
#pragma once

#include "core/data/dataset.h"
#include "core/diagnostics/confusion.h"
#include "ui/training/evidence/evidence_row.h"

#include <QCoreApplication>

#include <vector>

namespace actiscope {

/** Images of one class that were said to be of another. */
struct ConfusedPair {
    int truth = 0;
    int said = 0;
    double share = 0; ///< of the images of the true class

    bool operator==(const ConfusedPair &) const = default;
};

/** So many at most, the largest share first; none that is 0. */
std::vector<ConfusedPair> mostConfused(const ConfusionMatrix &matrix, std::size_t most);

class ClassMatrix {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ClassMatrix)

public:
    ClassMatrix(const ConfusionMatrix &matrix, const Dataset &data, const EvidenceStyle &style) : m_matrix(matrix), m_data(data), m_style(style) {}

    /** For columns of this width. */
    static constexpr double usualHeight = 266;

    QRectF cell(int truth, int said, const QRectF &area) const;
    void draw(QPainter &painter, const QRectF &area) const;
    /** The true classes, beside the lines. */
    std::vector<AxisNumber> names(const QRectF &area) const;
    /** "Shirt taken for Coat: 18 %". */
    QString text(const ConfusedPair &pair) const;
    /** "12 of 1000 images of Shirt are taken for Coat". */
    QString cellText(int truth, int said) const;
    QString description() const;
    EvidenceTable table() const;

private:
    void drawCell(QPainter &painter, const QRectF &cell, int truth, int said) const;

    const ConfusionMatrix &m_matrix;
    const Dataset &m_data;
    const EvidenceStyle &m_style;
};

} // namespace actiscope
