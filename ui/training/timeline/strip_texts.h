// What is written beside a strip: its name and note left of the numbers, each model's name and value at the right end, names of earlier runs, and marks
// where curves leave the range. Placed when it is drawn. GUI thread.
#pragma once

#include "ui/training/timeline/strip_chart.h"

#include <QCoreApplication>

namespace actiscope {

class StripTexts : public QCPLayerable {
    Q_OBJECT

public:
    struct Label {
        QString name;
        QString value; ///< empty while there is none
        QColor color;
        double level = 0; ///< where its curve ends
        bool hasCross = false;
        double end = 0; ///< the epoch of its end
    };

    /** The strip lives longer. */
    StripTexts(QCustomPlot &plot, const QString &layer, const StripChart &strip);

    void setStyle(const Theme &theme, const QFont &body, const QFont &small);
    void setLabels(std::vector<Label> labels) { m_labels = std::move(labels); }
    const std::vector<Label> &labels() const { return m_labels; }
    void setNoteVisible(bool visible) { m_hasNote = visible; }
    /** In one strip is enough. */
    void setKeptNamesVisible(bool visible) { m_hasKeptNames = visible; }
    /** Room that the widest of these labels needs right of the plot, with a value of this width. */
    static int wantedMargin(const QStringList &names, const QFont &small, const QString &widestValue);
    QString title() const;
    QString note() const;
    /** Where each label was drawn last. */
    const std::vector<QRectF> &drawnLabels() const { return m_drawn; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    double numbersWidth() const;
    void drawTitle(QCPPainter *painter) const;
    void drawLabels(QCPPainter *painter);
    void drawKept(QCPPainter *painter) const;
    void drawLeaving(QCPPainter *painter) const;
    void drawHalo(QCPPainter *painter, const QRectF &rect, const QString &text, const QFont &font) const;
    double yOf(double value) const;
    double xOf(double epoch) const;

    const StripChart &m_strip;
    Theme m_theme;
    QFont m_body;
    QFont m_small;
    bool m_hasNote = true;
    bool m_hasKeptNames = true;
    std::vector<Label> m_labels;
    std::vector<QRectF> m_drawn;
};

} // namespace actiscope
