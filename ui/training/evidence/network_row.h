// Evidence: the network itself. Nodes are maps of what units say on the plane, lines are weights, whose width and sign can be read; a click on one edits
// it. GUI thread.
#pragma once

#include "core/training/change.h"
#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/network_layout.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>
#include <QImage>
#include <QPixmap>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;

namespace actiscope {

class NumberSpinBox;

class NetworkRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::NetworkRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    void drawLegend(QPainter &painter, const QRectF &area) const override;

    /** Parameters of a model at the moment; null before there are any. */
    const ModelParameters *parameters(std::size_t model) const;
    /** The weight that is as thick as a line can be. */
    double thickest() const { return m_thickest; }
    /** Of a line, in pixels of the usual size. */
    double lineWidth(double weight) const;
    /** What the lightest and the darkest part of a map stand for, of all models. */
    Interval mapScale() const { return m_scale; }
    QColor mapColor(double output) const;
    /** Of a hidden unit; null where it is not known. */
    const UnitMap *map(std::size_t model, std::size_t layer, std::size_t unit) const;
    const std::optional<GridSpec> &mapGrid() const { return m_grid; }

protected:
    void fit() override;

private:
    void fitScale();

    std::vector<ModelParameters> m_parameters;
    Moment m_parametersOf;
    std::optional<GridSpec> m_grid;
    Interval m_scale{0, 1};
    std::vector<std::shared_ptr<const Inspection>> m_scaleOf;
    double m_thickest = 1;
};

class NetworkPanel : public EvidencePanel {
    Q_OBJECT

public:
    NetworkPanel(NetworkRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;
    void refresh() override;

    NetworkLayout layout(const QRectF &area) const;
    /** In words: "Weight from unit 3 of layer 1 to unit 5 of layer 2: −1.234". */
    QString weightText(const ParameterPlace &weight) const;
    QString nodeText(const NetworkLayout::Node &node) const;
    /** Opens a field for a weight, or for a unit's bias, at this place. */
    void editWeight(const ParameterPlace &weight, QPointF place);
    void editBias(std::size_t layer, std::size_t unit, QPointF place);
    /** The field that is open, or null. */
    NumberSpinBox *editor() const { return m_editor; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawWeights(QPainter &painter, const NetworkLayout &layout) const;
    void drawNodes(QPainter &painter, const NetworkLayout &layout) const;
    void drawEnd(QPainter &painter, const NetworkLayout &layout, std::size_t column, std::size_t unit) const;
    void drawCounts(QPainter &painter, const NetworkLayout &layout, const QRectF &area) const;
    void drawHovered(QPainter &painter) const;
    QImage mapImage(std::size_t layer, std::size_t unit) const;
    QString unitName(std::size_t column, std::size_t unit) const;
    std::optional<HiddenUnit> hiddenUnit(const std::optional<NetworkLayout::Node> &node) const;
    void openEditor(const Change &change, double value, QPointF place, const QString &name);
    void closeEditor();
    void addWeightsInto(QMenu &menu, const NetworkLayout::Node &node, std::function<void()> &wish);
    void moveChosen(int layers, int units);
    QRectF drawing(const QRectF &area) const;

    NetworkRow &m_network;
    std::optional<ParameterPlace> m_hoveredWeight;
    std::optional<NetworkLayout::Node> m_hoveredNode;
    NumberSpinBox *m_editor = nullptr;
    Change m_edited; ///< what the field is of
    /** The picture without what is pointed at: made again when what it shows is another moment's. */
    struct PictureKey {
        std::shared_ptr<const Inspection> found = {};
        Moment moment = {}; ///< at rest
        std::optional<HiddenUnit> unit = {};
        bool isDark = false;
        double scale = 1;

        bool operator==(const PictureKey &) const = default;
    };
    PictureKey m_key;
    QPixmap m_picture;
};

} // namespace actiscope
