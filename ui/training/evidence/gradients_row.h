// Evidence: how much of the gradient each layer gets, on a logarithmic axis, or what the layers' f′ multiply it by. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

class QComboBox;

namespace actiscope {

class GradientsRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::GradientsRow)

public:
    enum class Quantity {
        Norm,         ///< of dLoss/dW, a layer's each, the output's last
        SlopeProduct, ///< of mean |f′| over the hidden layers up to each
    };

    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;
    QWidget *makeControl(QWidget *parent) override;
    void styleControl(QWidget &control) const override;

    QJsonObject choices() const override;
    void restoreChoices(const QJsonObject &choices) override;

    Quantity quantity() const { return m_quantity; }
    void setQuantity(Quantity quantity);
    /** One a layer, the first one first; empty before there is any. */
    std::vector<double> values(std::size_t model) const;
    /** The same axes for all panels. */
    PanelPlot plotOf(const QRectF &panel) const;
    DepthAxis depthOf(const QRectF &panel) const;
    /** "Layer 1 gets 22 000 times less than the output." */
    QString sentence(std::size_t model) const;
    /** The same in few words, where there is little room. */
    QString briefSentence(std::size_t model) const;

protected:
    void fit() override;

private:
    std::vector<int> decades(double height) const;

    Quantity m_quantity = Quantity::Norm;
    int m_lowest = -1; ///< powers of ten
    int m_highest = 0;
};

class GradientsPanel : public EvidencePanel {
    Q_OBJECT

public:
    GradientsPanel(GradientsRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override { return false; }
    QString description() const override;
    EvidenceTable table() const override;

private:
    void drawSeries(QPainter &painter, const QRectF &area, const std::vector<double> &values, const QPen &pen, bool hasDots) const;

    GradientsRow &m_gradients;
};

} // namespace actiscope
