// Evidence: what every unit makes of one image, chosen or drawn, and what the models say of it. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>

namespace actiscope {

class ImageCanvas;

class ActivityRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ActivityRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    QWidget *makeControl(QWidget *parent) override;

    QJsonObject choices() const override;
    void restoreChoices(const QJsonObject &choices) override;

    /** Of the image that is asked about; null before it is known. */
    const ImageActivity *activity(std::size_t model) const;
    /** The largest |z| and |f(z)| of a layer that any model has: what bars are drawn on. */
    double reachOfSums(std::size_t layer) const { return layer < m_sums.size() ? m_sums[layer] : 1; }
    double reachOfOutputs(std::size_t layer) const { return layer < m_outputs.size() ? m_outputs[layer] : 1; }
    /** The class of the image, where it is one of the data. */
    std::optional<int> truth() const;
    /** Place in Dataset::all of the image; nothing of a drawing. */
    std::optional<std::size_t> place() const;

protected:
    void fit() override;

private:
    std::optional<std::size_t> placeIn(const EvidenceMoment &moment) const;
    std::shared_ptr<const std::vector<float>> imageIn(const EvidenceMoment &moment) const;
    void showOnCanvas();

    std::vector<double> m_sums, m_outputs;
    QPointer<ImageCanvas> m_canvas;
    std::shared_ptr<const std::vector<float>> m_drawing;
    const void *m_canvasData = nullptr;
    mutable std::shared_ptr<const std::vector<float>> m_image; ///< of the data
    mutable std::size_t m_imagePlace = 0;
    mutable const void *m_imageData = nullptr;
};

class ActivityPanel : public EvidencePanel {
    Q_OBJECT

public:
    ActivityPanel(ActivityRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;

    /** Of a hidden layer: where its pre-activations are drawn (0), and below them its outputs (1). */
    QRectF strip(std::size_t layer, int which, const QRectF &area) const;
    std::optional<HiddenUnit> unitAt(QPointF place) const;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void drawStrip(QPainter &painter, const QRectF &strip, const std::vector<double> &values, double reach, std::optional<std::size_t> chosen) const;
    QString unitText(HiddenUnit unit) const;
    QString scaleText(std::size_t layer, double width) const;
    QString answerText() const;

    ActivityRow &m_activity;
};

} // namespace actiscope
