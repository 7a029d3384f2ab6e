// Left of the first column: a row's name, its legend, and the numbers of the axis that its panels share. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_kind.h"

#include <QPointer>
#include <QWidget>

namespace actiscope {

class EvidenceGutter : public QWidget {
    Q_OBJECT

public:
    /** Both live longer. `chosenIn`: the gutter of another bank that has the row's control; here what is chosen in it is written. */
    EvidenceGutter(const EvidenceKind &kind, EvidenceRow &row, QWidget *parent, const EvidenceGutter *chosenIn = nullptr);

    /** Of the panels beside it: their axis has numbers here. */
    void setPanelSize(QSize size);
    /** The row shows another moment, or has another style. */
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitControl();
    /** What stands in the control. */
    QString chosenText() const;

    const EvidenceKind &m_kind;
    EvidenceRow &m_row;
    QWidget *m_control;
    QPointer<const EvidenceGutter> m_chosenIn;
    QSize m_panelSize;
};

} // namespace actiscope
