// What the Functions workspace has to export: its plots as they are, and the values of its functions. GUI thread.
#pragma once

#include "ui/charts/export_source.h"
#include "ui/functions/plot/functions_picture.h"

#include <QCoreApplication>

#include <optional>

class QMimeData;

namespace actiscope {

class FunctionsExport : public ExportSource {
    Q_DECLARE_TR_FUNCTIONS(actiscope::FunctionsExport)

public:
    /** All live longer than this. */
    FunctionsExport(const FunctionsState &state, const ActivationColors &colors, const FunctionPlot &plot, const Theme &theme);

    QSize size() const override;
    QString sizeName() const override { return tr("As in the window"); }
    QString title() const override { return pictureTitle(m_state); }
    QString fileName() const override { return tr("functions"); }
    Theme theme() const override { return m_theme; }
    /** All plots, then each of those that there are. */
    QStringList parts() const override;
    QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const override;
    bool hasTable() const override { return true; }
    QString tableText(int part) const override;
    bool isTablePossible() const override;
    bool hasPoints(int part) const override;
    QByteArray table(int part, int points) const override;

    /** The view as it is on the screen, twice as large, in all formats at once: for the clipboard. The caller owns it. */
    QMimeData *forClipboard() const;

private:
    std::optional<PanelStack::Place> placeOf(int part) const;

    const FunctionsState &m_state;
    const ActivationColors &m_colors;
    const FunctionPlot &m_plot;
    Theme m_theme;
};

} // namespace actiscope
