// A question of the centre: a row with a panel for each model, all with the same axes. One class of rows and one of panels for each kind of evidence
// (evidence_kinds.cpp lists them). GUI thread.
#pragma once

#include "ui/base/spoken_description.h"
#include "ui/training/evidence/evidence_moment.h"
#include "ui/training/evidence/evidence_selection.h"
#include "ui/training/evidence/evidence_style.h"
#include "ui/training/evidence/evidence_table.h"

#include <QJsonObject>
#include <QPainter>
#include <QWidget>

#include <vector>

namespace actiscope {

class EvidencePanel;

/** A number of the axis that all panels of a row share, drawn once, in the gutter. */
struct AxisNumber {
    double y = 0; ///< in pixels from the top of a panel
    QString text;
};

class EvidenceRow {
public:
    /** The selection lives longer. */
    explicit EvidenceRow(EvidenceSelection &selection) : m_selection(selection) {}
    virtual ~EvidenceRow() = default;
    EvidenceRow(const EvidenceRow &) = delete;
    EvidenceRow &operator=(const EvidenceRow &) = delete;

    /** Adds what this row needs to know about a model of this moment. */
    virtual void ask(InspectionQuestion & /*question*/, const EvidenceMoment & /*moment*/) const {}
    /** A panel for a model. Its parent owns it; the row lives longer. */
    virtual EvidencePanel *makePanel(std::size_t model, QWidget *parent) = 0;
    /** What stands under the row's name: a few lines of 9 pt. */
    virtual QString legend() const { return {}; }
    /** "of 500 training images", where what is shown is of a sample of the data; else empty. */
    QString sampleNote() const;
    /** What the dotted line of other models' panels is; empty where there are none. */
    QString dottedNote() const;
    /** That text, unless the row draws signs beside the words. `area` is what is left of the gutter below the name. */
    virtual void drawLegend(QPainter &painter, const QRectF &area) const;
    /** Of a panel of this size. */
    virtual std::vector<AxisNumber> axisNumbers(QSizeF /*panel*/) const { return {}; }
    /** A control in the gutter, below the name: which layer, say. Its parent owns it. */
    virtual QWidget *makeControl(QWidget * /*parent*/) { return nullptr; }
    /** Gives one that it made what its style says. */
    virtual void styleControl(QWidget & /*control*/) const {}

    /** What hands chose in this row, to be kept and for figures; empty where nothing was. */
    virtual QJsonObject choices() const { return {}; }
    /** As choices() said it; what is not understood is ignored. */
    virtual void restoreChoices(const QJsonObject & /*choices*/) {}

    /** Everything that the panels show follows from this. */
    void show(const EvidenceMoment &moment)
    {
        m_moment = moment;
        fit();
    }
    void setStyle(const EvidenceStyle &style) { m_style = style; }
    const EvidenceMoment &moment() const { return m_moment; }
    const EvidenceStyle &style() const { return m_style; }
    EvidenceSelection &selection() const { return m_selection; }

protected:
    /** The moment is another one: ranges that all panels share, and whatever is worked out once for all of them. */
    virtual void fit() {}

private:
    EvidenceSelection &m_selection;
    EvidenceMoment m_moment;
    EvidenceStyle m_style;
};

class EvidencePanel : public QWidget {
    Q_OBJECT

public:
    EvidencePanel(EvidenceRow &row, std::size_t model, QWidget *parent);

    /** Everything that is to be seen, on whatever paints: the window, a figure. */
    virtual void draw(QPainter &painter, const QRectF &area) const = 0;
    /** What is seen, in words and numbers: for who does not see it. */
    virtual QString description() const { return {}; }
    /** The values that are seen, all of them: for the export. */
    virtual EvidenceTable table() const { return {}; }
    /** The row shows another moment. */
    virtual void refresh();
    /** Whether it looks otherwise where that is but the next epoch of a run that trains, of which nothing else was found out yet. */
    virtual bool changesWithEpoch() const { return true; }

    EvidenceRow &row() const { return m_row; }
    const EvidenceMoment &moment() const { return m_row.moment(); }
    const EvidenceStyle &style() const { return m_row.style(); }
    std::size_t model() const { return m_model; }
    /** The model's own colour and dashes. */
    QPen pen(double width = 2) const;

signals:
    void enlargeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QString wholeDescription() const;

    EvidenceRow &m_row;
    std::size_t m_model;
    SpokenDescription m_spoken{*this};
};

} // namespace actiscope
