// Evidence: the pre-activations z of a layer, or of the unit that is pointed at, under f and f′. GUI thread.
#pragma once

#include "core/analysis/curve.h"
#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>
#include <QPointer>

#include <optional>
#include <vector>

class QSpinBox;

namespace actiscope {

class PreActivationsRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::PreActivationsRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;
    QWidget *makeControl(QWidget *parent) override;

    QJsonObject choices() const override;
    void restoreChoices(const QJsonObject &choices) override;

    /** The one that is shown: of the unit that is pointed at, or as it was chosen. */
    std::size_t layer() const;
    void setLayer(std::size_t layer);
    /** What is known of a model's; null before it is. */
    const Histogram *histogram(std::size_t model) const;
    /** Mean |f′| over the points, NaN before it is known. */
    double meanSlope(std::size_t model) const;
    /** f and f′ of the layer over the axis, with the parameters of the moment. */
    const ActivationCurve &curve(std::size_t model) const { return m_curves[model]; }
    PanelPlot plotOf(const QRectF &panel) const;
    /** Where a bar of a histogram stands in a panel; its height is its share of the tallest one's. */
    QRectF bar(const Histogram &histogram, std::size_t bin, const QRectF &panel) const;
    Interval zRange() const { return m_z; }

protected:
    void fit() override;

private:
    std::optional<HiddenUnit> unitOf(const EvidenceMoment &moment) const;
    Interval rangeOf(const EvidenceMoment &moment) const;
    void fitCurves();

    std::optional<std::size_t> m_layer; ///< as a hand chose it
    Interval m_z{-2, 2};                ///< the axis
    Interval m_y{0, 1};                 ///< of f and f′
    std::vector<ActivationCurve> m_curves;
    std::vector<ActivationSpec> m_curvesOf; ///< what the curves are of, with the axis they were made for
    Interval m_curvesOver;
    QPointer<QSpinBox> m_control;
};

class PreActivationsPanel : public EvidencePanel {
    Q_OBJECT

public:
    PreActivationsPanel(PreActivationsRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;

private:
    void drawBars(QPainter &painter, const QRectF &area, const Histogram &histogram) const;
    void drawBeyond(QPainter &painter, const QRectF &area, const Histogram &histogram) const;
    void drawCurves(QPainter &painter, const PanelPlot &plot) const;

    PreActivationsRow &m_sums;
};

} // namespace actiscope
