// The centre of the Training workspace: models are columns, questions are rows. Which rows are shown, hands choose; a panel can be enlarged to fill the
// centre. Shows any moment of a run, whether it goes on or lies in the past. GUI thread.
#pragma once

#include "core/data/plane_grid.h"
#include "ui/training/document/subject.h"
#include "ui/training/evidence/evidence_bank.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/evidence_source.h"

#include <QJsonObject>
#include <QTimer>
#include <QVariant>
#include <QWidget>

#include <optional>
#include <vector>

class QScrollBar;

namespace actiscope {

class EvidenceChips;

class EvidenceView : public QWidget {
    Q_OBJECT

public:
    /** Knows the questions of the subject. */
    explicit EvidenceView(QWidget *parent = nullptr, const Subject &subject = pointSubject());
    ~EvidenceView() override;

    void setTheme(const Theme &theme);
    void setStyles(const std::vector<ModelStyle> &styles);
    /** Of the run that the styles belong to; one with models. */
    void showState(const std::shared_ptr<const Snapshot> &snapshot);

    /** Without the chips: for presenter mode and for figures. */
    void setPresenting(bool presents);

    /** By their ids, in any order; unknown ones are left out. */
    void showRows(const QStringList &ids);
    /** Those chosen; the planes alone are shown where none is. */
    QStringList shownRows() const;
    /** As shownRows() said them, between commas; those of the first start where nothing was kept. */
    void restoreRows(const QVariant &saved);

    /** What hands chose in the rows: which layer, which images, the unit and the point that all rows answer for. */
    QJsonObject choices() const;
    /** As choices() said it, of rows that are there or come; the unit and the point are those of the run that is shown, or of the first that comes. */
    void restoreChoices(const QJsonObject &choices);

    /** A model's panel of the row that was enlarged last, or of the first one, fills the centre; or all are there again. */
    void toggleEnlarged(std::size_t model);
    /** Gives back what is enlarged, or lets go of what is kept; false where there is neither. */
    bool escape();
    std::optional<std::size_t> enlarged() const { return m_enlarged; }

    /** Enlarges what is enlarged in another one of the same subject. */
    void takeOver(const EvidenceView &former);

    EvidenceSelection &selection() { return m_selection; }
    EvidenceChips *chips() const { return m_chips; }
    const EvidenceMoment &moment() const { return m_moment; }
    /** Everything that is shown is of the newest moment. */
    bool isExact() const;
    const std::vector<EvidenceBank *> &banks() const { return m_banks; }
    /** A panel that is there, or null. */
    EvidencePanel *panel(const QString &id, std::size_t model) const;
    ModelTitle *title(std::size_t model) const;
    /** With all rows, and planes that can be read. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /** Where the planes are to be known: while running, and finer at rest. */
    void gridsWanted(const actiscope::GridSpec &running, const actiscope::GridSpec &atRest);
    /** By a hand: other rows. */
    void rowsChanged();
    void switchOffRequested(std::size_t model, actiscope::HiddenUnit unit);
    /** Of a number of a network, by a hand. */
    void changeRequested(const actiscope::Change &change);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /** Which panels there are. */
    struct Plan {
        std::vector<std::vector<std::size_t>> banks; ///< the models of each
        std::vector<std::size_t> lines;              ///< places in m_lines

        bool operator==(const Plan &) const = default;
    };

    Plan plan() const;
    void arrange();
    void place();
    void showWhatHasFocus(QWidget *widget);
    bool isStacked() const;
    int bankRoom() const;
    int bankWidth() const;
    void build(const Plan &plan);
    BankMeasures measures(int bankHeight, std::size_t columns) const;
    std::vector<int> rowHeights(int column, int room, int spacing) const;
    std::vector<int> usualHeights(int column, int room) const;
    void spare(std::vector<int> &heights, int room, int spacing) const;
    void shrink(std::vector<int> &heights, int room, int spacing) const;
    void grow(std::vector<int> &heights, int room, int spacing) const;
    void stretchPlane(std::vector<int> &heights, int column, int room, int spacing) const;
    const RowStretch &stretchOf(std::size_t row) const;
    int fixedHeight(const EvidenceKind &kind, int column) const;
    bool isNarrow() const;
    int gutterWidth() const;
    int columnGap() const;
    int chipsHeight() const;
    void limitHeight();
    int heightOf(const std::vector<int> &rows, const BankMeasures &measures) const;
    void showMoment();
    void refresh(bool isNextEpoch);
    void ask();
    void takeFound(const EvidenceSource::Found &found);
    void takeSelection();
    void selectWanted();
    void wantGrids();
    void restyle();

    const Subject &m_subject;
    Theme m_theme;
    EvidenceStyle m_style;
    EvidenceSelection m_selection;
    EvidenceMoment m_moment;
    bool m_isFoundShown = true; ///< by all panels
    std::vector<EvidenceLine> m_lines; ///< one a kind, in their order
    EvidenceChips *m_chips = nullptr;
    std::vector<EvidenceBank *> m_banks;
    QScrollBar *m_bar = nullptr; ///< through the banks, where they have no room below one another
    Plan m_plan;
    bool m_presents = false;
    QJsonObject m_wantedSelection; ///< of what is not shown yet
    std::optional<std::size_t> m_enlarged;            ///< model
    const EvidenceKind *m_enlargedKind = nullptr;     ///< last one
    QTimer m_gridTimer;
    QTimer m_frameTimer; ///< for answers that no snapshot takes along
    EvidenceSource m_source; // last: what it tells needs all of the above
};

} // namespace actiscope
