// Evidence: a lamp for each hidden unit, lit by the share of training points at which it learns. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"

#include <QCoreApplication>

namespace actiscope {

/** Where lamps are: a block for each layer, in the order of its units, so that none ever moves. Lengths in pixels. */
struct LampLayout {
    int perLine = 16;       ///< lamps
    int blocksPerRow = 1;
    int lines = 0;          ///< of the layer with most units
    double pitch = 11;      ///< from lamp to lamp
    double blockWidth = 0;  ///< of a layer, its words included
    double blockHeight = 0; ///< and the gap to what is below
    double blockStep = 0;   ///< from block to block
    double scale = 1;

    /** The lowest one for these layers in a panel of this width, at this scale. */
    static LampLayout of(const std::vector<int> &hidden, double width, double scale);
    double height(std::size_t layers) const;
    QRectF block(std::size_t layer) const;
    QPointF lamp(HiddenUnit unit) const;
};

class UnitsRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::UnitsRow)

public:
    using EvidenceRow::EvidenceRow;

    static constexpr double wordsHeight = 34; ///< of what is said of the unit that is pointed at
    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
};

class UnitsPanel : public EvidencePanel {
    Q_OBJECT

public:
    UnitsPanel(EvidenceRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override { return false; }
    QString description() const override;
    EvidenceTable table() const override;
    /** "unit 7, layer 2: dead since epoch 5". */
    QString unitText(HiddenUnit unit) const;
    LampLayout layout(double width) const;
    std::optional<HiddenUnit> unitAt(QPointF place) const;

protected:
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void drawBlock(QPainter &painter, const LampLayout &layout, std::size_t layer, const LayerDiagnostics *known) const;
    void drawLamp(QPainter &painter, QPointF place, double radius, const UnitDiagnostics *known) const;
    void drawWords(QPainter &painter, const QRectF &area, double top) const;
    QString toolTipOf(HiddenUnit unit) const;
    void moveBy(int units);
    const std::vector<int> &hidden() const { return moment().snapshot->experiment.hidden; }
};

} // namespace actiscope
