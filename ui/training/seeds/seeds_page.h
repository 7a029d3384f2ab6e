// Many seeds in the place of the panels: trains them on a thread of its own, shows what is there, and gives back one run. GUI thread.
#pragma once

#include "core/training/seeds/seed_trainer.h"
#include "ui/base/live_text.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;

namespace actiscope {

class SeedsCanvas;

class SeedsPage : public QWidget {
    Q_OBJECT

public:
    explicit SeedsPage(QWidget *parent = nullptr);
    /** Leaves the training that goes on. */
    ~SeedsPage() override;

    /** Trains the experiment with the seeds of the plan; planes are drawn on `grid`. What was trained before is gone. */
    void begin(const Experiment &experiment, const SeedPlan &plan, const BackendFactory &backend, const std::optional<GridSpec> &grid);
    void cancel();
    /** Goes on with its training, and shows it. */
    void takeOver(SeedsPage &former);
    void setLook(const Theme &theme, const std::vector<ModelStyle> &styles);

    /** Null before anything is there. */
    std::shared_ptr<const SeedProgress> progress() const { return m_progress; }
    SeedsCanvas *canvas() const { return m_canvas; }
    QToolButton *backButton() const { return m_back; }
    QString hint() const;

signals:
    void backRequested();
    /** This run alone, as an experiment; and what it is called: "seed 12". */
    void runRequested(const actiscope::Experiment &experiment, const actiscope::LiveText &name);
    /** Something new is shown. */
    void progressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void showHint();
    void choose(int seed);

    std::unique_ptr<SeedTrainer> m_trainer;
    QTimer m_clock;
    std::shared_ptr<const SeedProgress> m_progress;
    QLabel *m_hint = nullptr;
    QToolButton *m_back = nullptr;
    QScrollArea *m_scroll = nullptr;
    SeedsCanvas *m_canvas = nullptr;
};

} // namespace actiscope
