// Some of the models, or all: their titles, which stand still, and below them the rows, which scroll where there is too little height. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_gutter.h"
#include "ui/training/evidence/model_titles.h"

#include <QWidget>

#include <vector>

class QScrollArea;

namespace actiscope {

/** A kind of evidence with its row. */
struct EvidenceLine {
    const EvidenceKind *kind = nullptr;
    std::unique_ptr<EvidenceRow> row = {};
};

/** Lengths in pixels, the same in all banks. */
struct BankMeasures {
    int gutter = 128;
    int gap = 16;    ///< between columns
    int titles = 32;
    bool namesFigures = true; ///< what the figures in the titles are; not where the chips stand instead
    int spacing = 12; ///< between rows
    int column = 240;
    std::vector<int> rows = {}; ///< heights
};

class EvidenceBank : public QWidget {
    Q_OBJECT

public:
    /** Shows these rows of these models. The lines live longer. `first`: the bank that has the controls of the rows, if it is another one. */
    EvidenceBank(const std::vector<EvidenceLine *> &lines, std::vector<std::size_t> models, QWidget *parent, const EvidenceBank *first = nullptr);

    void setStyle(const EvidenceStyle &style);
    void setMeasures(const BankMeasures &measures);
    /** The rows show another moment; `isNextEpoch`: as EvidencePanel::changesWithEpoch() says. */
    void refresh(const EvidenceMoment &moment, bool isNextEpoch = false);
    void updatePointer(const EvidenceMoment &moment, std::optional<PlanePoint> pointer);

    const std::vector<std::size_t> &models() const { return m_models; }
    const std::vector<EvidenceLine *> &lines() const { return m_lines; }
    /** Of the row at this place, for the model at this place. */
    EvidencePanel *panel(std::size_t line, std::size_t place) const { return m_panels[line][place]; }
    ModelTitle *title(std::size_t place) const { return m_titles[place]; }
    QScrollArea *scrollArea() const { return m_scroll; }

signals:
    void enlargeRequested(const actiscope::EvidenceKind *kind, std::size_t model);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void fitScrolling();
    void addRow(EvidenceLine &line, const EvidenceBank *first);

    std::vector<EvidenceLine *> m_lines;
    std::vector<std::size_t> m_models;
    std::vector<ModelTitle *> m_titles;
    std::vector<EvidenceGutter *> m_gutters;
    std::vector<std::vector<EvidencePanel *>> m_panels; ///< by row and place
    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    bool m_isFirst = true; ///< of those that scroll together
    BankMeasures m_measures;
    EvidenceStyle m_style;
    QString m_resultName;
};

} // namespace actiscope
