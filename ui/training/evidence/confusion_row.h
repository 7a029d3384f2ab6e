// Evidence: which classes a model takes for which, of training and of test points, and its accuracy; R² of a regression. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>

#include <array>

namespace actiscope {

class ConfusionRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ConfusionRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    bool isOfImages() const;
    /** Of test images; null where there are none, and before they are known. */
    const ConfusionMatrix *imageMatrix(std::size_t model) const;
    /** Null before they are known. */
    const Answers *answers(std::size_t model) const;
};

class ConfusionPanel : public EvidencePanel {
    Q_OBJECT

public:
    ConfusionPanel(ConfusionRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override { return false; }
    QString description() const override;
    EvidenceTable table() const override;

    /** Of the training points (0) or the test points (1): the place of a cell in a panel. */
    QRectF cell(const ConfusionMatrix &matrix, int set, int truth, int said, const QRectF &area) const;

protected:
    bool event(QEvent *event) override;

private:
    void drawMatrix(QPainter &painter, const QRectF &area, int set, const ConfusionMatrix &matrix) const;
    void drawClasses(QPainter &painter, const QRectF &area, int set, const ConfusionMatrix &matrix) const;
    void drawDetermination(QPainter &painter, const QRectF &area, int set, double value) const;
    QString imageCellText(QPointF place) const;
    QRectF half(int set, const QRectF &area) const;

    ConfusionRow &m_confusion;
};

} // namespace actiscope
