// The Functions workspace: the list of activations, their plots with a read-out, and the notes on the one in focus. What a
// training run says of itself comes in as snapshots. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QSplitter;

namespace actiscope {

class ActivationColors;
class ActivationList;
class FunctionPlot;
class FunctionsState;
class InventionBar;
class Inventions;
class NotesPanel;
class ReadOut;
class SavedState;
class ViewBar;
struct DiagnosticsSettings;
struct Snapshot;

class FunctionsWorkspace : public QWidget {
    Q_OBJECT

public:
    explicit FunctionsWorkspace(ActivationColors &colors, QWidget *parent = nullptr);

    FunctionsState &state() const { return *m_state; }
    FunctionPlot *plot() const { return m_plot; }
    ActivationList *list() const { return m_list; }
    InventionBar *inventionBar() const { return m_inventionBar; }
    NotesPanel *notes() const { return m_notes; }
    ReadOut *readOut() const { return m_readOut; }
    ViewBar *viewBar() const { return m_viewBar; }
    /** The kinks of the focused function and the convention, in words. */
    QLabel *kinkNote() const { return m_kinkNote; }
    /** What a picture of this workspace shows. */
    QWidget *view() const { return m_view; }

    void save(SavedState &settings) const;
    void restore(const SavedState &settings);

public slots:
    void setTheme(const actiscope::Theme &theme);
    void setSidePanelsVisible(bool left, bool right);
    /** The newest of the run that is open, or null. */
    void showRun(std::shared_ptr<const actiscope::Snapshot> snapshot);

signals:
    /** To look inside, figures of a model of the run are needed; they are expected in a later snapshot. */
    void diagnosticsWanted(std::size_t model, const actiscope::DiagnosticsSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void setupInside();
    void showKinks();
    void shareColors();
    void read(std::optional<double> x);

    ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    FunctionsState *m_state;
    Inventions *m_inventions;
    ActivationList *m_list = nullptr;
    InventionBar *m_inventionBar = nullptr;
    FunctionPlot *m_plot = nullptr;
    ReadOut *m_readOut = nullptr;
    std::optional<double> m_lastX; ///< that was pointed at
    bool m_isLow = false;          ///< there is no room for the kinks and the figures both
    QString m_readOutTip;
    NotesPanel *m_notes = nullptr;
    ViewBar *m_viewBar = nullptr;
    QLabel *m_kinkNote = nullptr;
    QWidget *m_view = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace actiscope
