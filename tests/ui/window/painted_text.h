// Where a widget paints its text: in what it paints itself, without those that lie in it. A plot paints pictures that it drew before, and tells nothing.
#pragma once

#include "tests/ui/window/cut_text.h"
#include "ui/base/plot.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace actiscope::test {

struct PaintedText {
    QString text;
    QRectF ink; ///< in the widget: what of the letters is seen
};

/** Draws nothing and writes down what text there is. */
class TextRecorder : public QPaintEngine {
public:
    TextRecorder() : QPaintEngine(AllFeatures) {}
    const std::vector<PaintedText> &texts() const { return m_texts; }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawRects(const QRect *, int) override {}
    void drawLines(const QLineF *, int) override {}
    void drawLines(const QLine *, int) override {}
    void drawEllipse(const QRectF &) override {}
    void drawEllipse(const QRect &) override {}
    void drawPoints(const QPointF *, int) override {}
    void drawPoints(const QPoint *, int) override {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const auto isSeen = [](QChar letter) { return letter.isPrint() && !letter.isSpace(); }; // a space of no width is neither
        if (std::ranges::none_of(item.text(), isSeen) || painter()->opacity() == 0)
            return;
        const QRectF letters = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at);
        m_texts.push_back({item.text(), painter()->deviceTransform().mapRect(letters)});
    }

private:
    std::vector<PaintedText> m_texts;
};

/** As large as a widget. */
class TextSheet : public QPaintDevice {
public:
    explicit TextSheet(const QWidget &widget) : m_widget(widget) {}
    const std::vector<PaintedText> &texts() const { return m_recorder.texts(); }
    QPaintEngine *paintEngine() const override { return &m_recorder; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return m_widget.widthMM();
        case PdmHeightMM:
            return m_widget.heightMM();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 1;
        }
    }

private:
    const QWidget &m_widget;
    mutable TextRecorder m_recorder;
};

inline std::vector<PaintedText> ownTexts(QWidget &widget)
{
    TextSheet sheet(widget);
    QPainter painter(&sheet);
    widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    painter.end();
    return sheet.texts();
}

/** Whether it may be scrolled to: of a view's own port. */
inline bool scrolls(const QWidget &widget, Qt::Orientation orientation)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    const QScrollBar *bar = area && area->viewport() == &widget ? (orientation == Qt::Horizontal ? area->horizontalScrollBar() : area->verticalScrollBar()) : nullptr;
    return bar && bar->maximum() > bar->minimum();
}

/** Text with "…" that is not cut: it is what somebody wrote. */
inline bool isWritten(const QString &text, const QWidget &widget)
{
    const auto has = [&text](const QString &written) { return QString(written).remove(QLatin1Char('&')).contains(text); };
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget); button && has(button->text()))
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && has(label->text()))
        return true;
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget); field && has(field->placeholderText()))
        return true;
    for (const QAction *action : widget.actions()) {
        if (has(action->text()))
            return true;
    }
    return false;
}

/** Whether who points at it is told all of what is cut with "…". */
inline bool isSaidInWhole(const QString &text, const QWidget &widget)
{
    QStringList parts;
    for (const QString &part : text.trimmed().split(QChar(0x2026)))
        parts << QRegularExpression::escape(part);
    const QRegularExpression whole(parts.join(QStringLiteral(".*")), QRegularExpression::DotMatchesEverythingOption);
    if (widget.toolTip().contains(whole))
        return true;
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget || !view->model())
        return false;
    const auto *tree = qobject_cast<const QTreeView *>(view);
    for (QModelIndex index = view->model()->index(0, 0); index.isValid(); index = tree ? tree->indexBelow(index) : index.siblingAtRow(index.row() + 1)) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndex cell = index.siblingAtColumn(column);
            if (cell.data(Qt::ToolTipRole).toString().contains(whole) || cell.data(Qt::DisplayRole).toString().contains(text.trimmed()))
                return true;
        }
    }
    return false;
}

/** In what `root` and those in it paint: text that does not lie in them, or that is cut with "…" where nothing says all of it. */
inline QStringList cutPaint(QWidget &root)
{
    constexpr double tolerance = 2; // of what is known of the ink of letters from several fonts
    QStringList cut;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all.prepend(&root);
    for (QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != root.window() || widget->visibleRegion().isEmpty() || qobject_cast<QCustomPlot *>(widget))
            continue;
        for (const auto &[text, ink] : ownTexts(*widget)) {
            const bool isBeside = (ink.left() < -tolerance || ink.right() > widget->width() + tolerance) && !scrolls(*widget, Qt::Horizontal) && !qobject_cast<QLineEdit *>(widget);
            const bool isAbove = (ink.top() < -tolerance || ink.bottom() > widget->height() + tolerance) && !scrolls(*widget, Qt::Vertical);
            const bool isElided = text.contains(QChar(0x2026)) && !isWritten(text, *widget) && !isSaidInWhole(text, *widget);
            if (isBeside || isAbove || isElided)
                cut << QStringLiteral("%1 paints “%2” at %3..%4, %5..%6 of %7 x %8")
                           .arg(nameOf(*widget), text).arg(ink.left()).arg(ink.right()).arg(ink.top()).arg(ink.bottom()).arg(widget->width()).arg(widget->height());
        }
    }
    return cut;
}

/** In what `root` and those in it paint: lines that end between a number and its percent sign. */
inline QStringList brokenUnits(QWidget &root)
{
    QStringList broken;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all.prepend(&root);
    for (QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != root.window() || widget->visibleRegion().isEmpty())
            continue;
        const std::vector<PaintedText> texts = ownTexts(*widget);
        for (std::size_t i = 1; i < texts.size(); ++i) {
            const QString before = texts[i - 1].text.trimmed();
            if (texts[i].text.startsWith(QLatin1Char('%')) && !before.isEmpty() && before.back().isDigit() && texts[i].ink.top() >= texts[i - 1].ink.bottom())
                broken << QStringLiteral("%1 breaks “%2 / %3”").arg(nameOf(*widget), before, texts[i].text);
        }
    }
    return broken;
}

} // namespace actiscope::test
