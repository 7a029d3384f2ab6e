// Which rows are shown: a chip for each kind of evidence; those that do not fit are in a menu, and where it is narrow all are. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_style.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QToolButton;

namespace actiscope {

struct EvidenceKind;
struct Subject;

inline constexpr double chipHeight = 28; ///< pixels at the usual size

class EvidenceChips : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceChips(const Subject &subject, QWidget *parent = nullptr);

    void setStyle(const EvidenceStyle &style);
    /** In the order of evidenceKinds(). */
    QStringList chosen() const;
    void setChosen(const QStringList &ids);
    /** What does not apply to the run is there and cannot be chosen. */
    void setApplying(const QStringList &ids);
    /** All of them behind one button. */
    void setNarrow(bool isNarrow);
    QToolButton *menuButton() const { return m_more; }
    QToolButton *chip(const QString &id) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /** By a hand. */
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void fillMenu();

    std::vector<const EvidenceKind *> m_kinds;
    std::vector<QToolButton *> m_chips; ///< one a kind
    QToolButton *m_more = nullptr;
    EvidenceStyle m_style;
    bool m_isNarrow = false;
    std::size_t m_fitting = 0;
};

} // namespace actiscope
