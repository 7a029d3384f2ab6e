// The Functions workspace: the list of activations, their plots with a read-out, and the notes on the one in focus. GUI
// thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <optional>

class QSettings;
class QSplitter;

namespace actiscope {

class ActivationColors;
class ActivationList;
class FunctionPlot;
class FunctionsState;
class NotesPanel;
class ReadOut;

class FunctionsWorkspace : public QWidget {
    Q_OBJECT

public:
    explicit FunctionsWorkspace(ActivationColors &colors, QWidget *parent = nullptr);

    FunctionsState &state() const { return *m_state; }
    FunctionPlot *plot() const { return m_plot; }
    ActivationList *list() const { return m_list; }
    NotesPanel *notes() const { return m_notes; }
    ReadOut *readOut() const { return m_readOut; }
    /** What a picture of this workspace shows. */
    QWidget *view() const { return m_view; }

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

public slots:
    void setTheme(const actiscope::Theme &theme);
    void setSidePanelsVisible(bool left, bool right);

private:
    void setupLayout();
    void shareColors();
    void read(std::optional<double> x);

    ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    FunctionsState *m_state;
    ActivationList *m_list = nullptr;
    FunctionPlot *m_plot = nullptr;
    ReadOut *m_readOut = nullptr;
    NotesPanel *m_notes = nullptr;
    QWidget *m_view = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace actiscope
