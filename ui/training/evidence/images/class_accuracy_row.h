// Evidence: of each class of test images, how many a model recognises. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"

#include <QCoreApplication>

#include <vector>

namespace actiscope {

class ClassAccuracyRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ClassAccuracyRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    /** Share of each class that is recognised; NaN of one without images; empty before it is known. */
    std::vector<double> recalls(std::size_t model) const;
    /** Of a class: its bar at 100 %. */
    QRectF bar(std::size_t label, const QRectF &panel) const;
};

class ClassAccuracyPanel : public EvidencePanel {
    Q_OBJECT

public:
    ClassAccuracyPanel(ClassAccuracyRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;

private:
    void drawBar(QPainter &painter, const QRectF &area, std::size_t label, double recall) const;

    ClassAccuracyRow &m_accuracy;
};

} // namespace actiscope
