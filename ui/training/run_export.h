// What the Training workspace has to export: the evidence of the moment as it is shown, any panel of it, the chart below it, loss curves and boundaries, and the figures of
// each epoch or the values of a panel as a table. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/charts/export_source.h"
#include "ui/training/timeline/figure_chart.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace actiscope {

class ActivationColors;

class RunExport : public ExportSource {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunExport)

public:
    /** `colors`: the window's, which outlive this; `rows`: the ids of those that are shown; `chart`: what stands below them, the usual strips where it has none;
     *  `choices`: what hands chose in rows. */
    RunExport(std::shared_ptr<const Snapshot> run, const ActivationColors &colors, const Theme &theme, QStringList rows, FigureChart chart = {},
              QJsonObject choices = {});

    QSize size() const override;
    QString sizeName() const override { return tr("As the models need it"); }
    QString title() const override;
    QString fileName() const override { return tr("training"); }
    Theme theme() const override { return m_theme; }
    QStringList parts() const override;
    bool hasTable() const override { return true; }
    bool isTablePossible() const override { return true; }
    bool hasPoints(int) const override { return false; }
    QString tableText(int part) const override;
    QByteArray table(int part, int points) const override;
    QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const override;

private:
    /** A panel: its row, and whose. */
    struct Panel {
        QString row;
        std::size_t model = 0;
    };
    std::optional<Panel> panelOf(int part) const;

    std::shared_ptr<const Snapshot> m_run;
    const ActivationColors &m_colors;
    Theme m_theme;
    QStringList m_rows;
    FigureChart m_chart;
    QJsonObject m_choices;
};

} // namespace actiscope
