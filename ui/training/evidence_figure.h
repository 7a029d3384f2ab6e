// The evidence of a moment as a figure: models as columns, the rows that are asked for, a title and a caption with settings and seeds. Drawn by the same rows as in the
// window, at any size. GUI thread.
#pragma once

#include "core/data/plane_grid.h"
#include "core/training/snapshot.h"
#include "ui/base/picture_layout.h"
#include "ui/base/plot_picture.h"
#include "ui/charts/model_style.h"
#include "ui/training/timeline/figure_chart.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QPaintDevice;
class QWidget;

namespace actiscope {

class ActivationColors;
class EvidenceView;
class TimelinePlot;

class EvidenceFigure {
    Q_DECLARE_TR_FUNCTIONS(actiscope::EvidenceFigure)

public:
    /** What of the run is drawn. */
    struct Content {
        QStringList rows = {};                           ///< their ids; none: the chart alone
        std::optional<std::size_t> model = std::nullopt; ///< only this one's column
        std::optional<FigureChart> chart = std::nullopt; ///< below the rows
        QJsonObject choices = {};                        ///< what hands chose in the rows (EvidenceView::choices())
    };
    /** In the colours of the window that it is made in, if there is one (figureStyles()). */
    EvidenceFigure(std::shared_ptr<const Snapshot> run, const Content &content, const PictureLayout &layout, const ActivationColors *colors = nullptr);
    ~EvidenceFigure();

    QByteArray bytes(PictureFormat format, double scale = 1);
    EvidenceView &view() { return *m_view; }
    /** Null where there is no chart. */
    const TimelinePlot *chart() const { return m_chart.get(); }
    /** Of a figure of so many models, rows and strips of a chart that nothing in it is cramped. */
    static QSize usualSize(std::size_t models, qsizetype rows, qsizetype strips = 0);

private:
    void setupRows(const Content &content);
    void setupChart(const FigureChart &chart, bool isAlone);
    void showChart(const FigureChart &chart);
    void paint(QPaintDevice &device, double factor, bool isVector);
    void fit();
    void showGrid(const GridSpec &grid);
    void waitUntilExact();

    std::shared_ptr<const Snapshot> m_run;
    QSize m_size;
    QString m_title;
    std::unique_ptr<QWidget> m_page;
    Theme m_theme;
    std::vector<ModelStyle> m_styles;
    EvidenceView *m_view = nullptr;
    QWidget *m_chartPlace = nullptr; ///< in the page, which does not draw it
    std::unique_ptr<TimelinePlot> m_chart;
};

} // namespace actiscope
