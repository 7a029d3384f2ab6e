// The picture of many seeds, drawn with a painter: contours of all seeds a model, a dot a seed, paired differences, what they allow to be said, and
// means with intervals over the epochs. The window and exported figures draw with it. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/charts/model_style.h"
#include "ui/training/seeds/seeds_data.h"

#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <QStringList>

#include <vector>

class QFontMetricsF;
class QPainter;

namespace actiscope {

/** Numbers along a line of pixels. */
struct SeedScale {
    double low = 0;
    double high = 1;
    double from = 0; ///< pixel of `low`
    double to = 1;   ///< pixel of `high`

    double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

class SeedsPicture {
    Q_DECLARE_TR_FUNCTIONS(actiscope::SeedsPicture)

public:
    /** `font` is that of plain text; everything else is measured by it. */
    void setLook(const Theme &theme, const QFont &font, std::vector<ModelStyle> styles);
    void setProgress(std::shared_ptr<const SeedProgress> progress);
    const SeedsData &data() const { return m_data; }

    /** Without planes: where there is little height, what is said goes before what is seen. */
    void setCompact(bool compact) { m_isCompact = compact; }
    /** A height in pixels of the screen that is so large in the design. */
    double designHeight(double height) const { return px(height); }

    /** What it needs at this width; more makes planes and curves higher. */
    double leastHeight(double width);
    void layOut(const QRectF &area);

    void paint(QPainter &painter) const;
    /** Over that: one seed in all its places. */
    void paintMarked(QPainter &painter, int seed) const;

    /** The seed whose dot is there, or −1. */
    int seedAt(const QPointF &place) const;
    /** Of the sentence; while it trains how far it is. */
    QString verdict() const;
    /** Beside it: differences in numbers, what was left out. */
    QStringList notes() const;
    /** "seed 12: ReLU 96.5 %, Leaky ReLU 97.0 %" */
    QString seedText(int seed) const;
    /** Of a comparison of one number's values: accuracy (loss) over it, in words; empty for any other. */
    QString sweepText() const;
    /** Named in the figure. */
    QString intervalText() const;
    /** Where the dot of a seed is in a model's column, and its difference (models from the second on); for tests. */
    QPointF dot(std::size_t model, int seed) const { return m_dots[model][static_cast<std::size_t>(seed)]; }
    QPointF differenceDot(std::size_t difference, int seed) const { return m_differenceDots[difference][static_cast<std::size_t>(seed)]; }
    QRectF bar() const { return m_bar; } ///< of the verdict
    /** Where a model's mean stands in the curve over the number that the models differ in; for tests. */
    QPointF sweepPoint(SeedFigure figure, std::size_t model) const;
    QRectF plane(std::size_t model) const { return m_planes.empty() ? QRectF() : m_planes[model]; }
    QRectF column(std::size_t model) const { return m_columns[model]; } ///< title, plane and dots of a model
    std::size_t columnsABank() const { return m_columnsABank; }

private:
    double px(double size) const { return size * m_unit; }
    int ticksAlong(double width) const;
    bool hasPlanes() const { return m_data.hasPlane() && !m_isCompact; }
    QFont fontOf(double points, bool bold = false) const;
    QColor colorOf(std::size_t model) const { return m_styles[model].pen.color(); }
    QString nameOf(std::size_t model) const { return m_styles[model].name; }
    /** As the verdict has it. */
    QString shortName(std::size_t model) const { return QString::fromStdString(m_names[model]); }
    QString valueText(double shown) const;
    /** One line of the bar; beside the verdict is what fits there. */
    struct BarLine {
        QString words;
        QString beside;
        bool isVerdict = false;
        bool isNote = false; ///< on all of them, in small letters
    };
    std::vector<BarLine> barLines(double width) const;
    double barHeight(double width) const;
    double differenceRow() const;
    std::size_t columnsIn(double width) const;
    double columnWidth(double width) const;
    double titleRow(double width) const;
    double bankHeight(double width) const;
    const QRectF &rowOf(const std::vector<QRectF> &rows, std::size_t model) const { return rows[model / m_columnsABank]; }
    QRectF within(const QRectF &row, std::size_t model) const;
    QString fittingName(std::size_t model, const QFontMetricsF &metrics, double room) const;
    SeedScale valueScale(const QRectF &rect) const;
    SeedScale differenceScale(const QRectF &rect) const;
    void placeColumns();
    void placeDots();
    void placeBands();

    void paintGutter(QPainter &painter, const QRectF &row, const QString &name, const QString &legend, bool hasNumbers = false) const;
    void paintTitles(QPainter &painter) const;
    void paintTitle(QPainter &painter, std::size_t model) const;
    void paintPlane(QPainter &painter, std::size_t model) const;
    void paintAxis(QPainter &painter, const QRectF &rect, const SeedScale &scale, bool isSigned, bool hasNumbers) const;
    void paintInterval(QPainter &painter, const SeedScale &scale, double y, const MeanInterval &interval, double width) const;
    void paintDots(QPainter &painter, const std::vector<QPointF> &dots, const QColor &color) const;
    void paintValues(QPainter &painter) const;
    void paintDifferences(QPainter &painter) const;
    void paintDifferenceNames(QPainter &painter) const;
    /** One of the curves over a number. */
    struct SweepPlot {
        SeedFigure figure = SeedFigure::TestAccuracy;
        QRectF rect;
        SeedScale x; ///< of the number, or of its logarithm
        SeedScale y;
        bool isLogarithmic = false;

        double xOf(double value) const;
    };
    void placeSweep();
    const MeanInterval &sweptEnd(SeedFigure figure, std::size_t model) const;
    QString sweptValue(SeedFigure figure, double value) const;
    std::vector<std::size_t> alongSweep() const;
    void paintSweep(QPainter &painter) const;
    void paintSweepPlot(QPainter &painter, const SweepPlot &plot) const;
    void paintSweepAxes(QPainter &painter, const SweepPlot &plot) const;
    void paintSweptSeed(QPainter &painter, const SeedRun &run) const;
    void paintBar(QPainter &painter) const;
    void paintBands(QPainter &painter) const;
    void paintBand(QPainter &painter, const SeedStatistics &statistics, const QRectF &rect, const SeedScale &scale,
                   const QColor &color) const;
    void paintVertical(QPainter &painter, const QRectF &rect, const SeedScale &scale, bool isSigned) const;
    void paintSeedCurves(QPainter &painter, const SeedRun &run) const;
    QPointF planePoint(const QRectF &plane, const PlanePoint &point) const;

    SeedsData m_data;
    Theme m_theme;
    QFont m_font;
    std::vector<ModelStyle> m_styles;
    std::vector<std::string> m_names;
    double m_unit = 1; ///< pixels of the screen for one of the design, whose text has 14.67

    QRectF m_area;
    double m_gutter = 0;
    bool m_hasTwoTitleLines = false;
    bool m_isCompact = false;
    std::vector<QRectF> m_columns; ///< of models, from top to bottom
    std::size_t m_columnsABank = 1;
    std::vector<QRectF> m_titleRows; ///< by bank, as the two that follow
    std::vector<QRectF> m_planeRows;
    std::vector<QRectF> m_valueRows;
    std::vector<QRectF> m_planes; ///< by model
    QRectF m_sweepRow;
    std::vector<SweepPlot> m_sweeps;
    QRectF m_differenceNames; ///< what the two sides of a difference mean: above its dots, so that none lies under a word
    std::vector<QRectF> m_differenceRows;
    QRectF m_bar;
    QRectF m_bandRow;
    QRectF m_differenceBand;
    SeedScale m_epochs;
    SeedScale m_bandScale;
    SeedScale m_differenceBandScale;
    std::vector<std::vector<QPointF>> m_dots;           ///< by model, then seed; NaN where there is none
    std::vector<std::vector<QPointF>> m_differenceDots; ///< by difference, then seed
};

} // namespace actiscope
