#include "ui/functions/formula_view.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>

#include <algorithm>

namespace actiscope {

namespace {

constexpr double braceWidth = 14;
constexpr double columnGap = 16;
constexpr double rowGap = 4;

void drawDocument(QPainter &painter, QTextDocument &document, QPointF topLeft, const QColor &color)
{
    painter.save();
    painter.translate(topLeft);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, color);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

/** A left brace in the box [x, x + braceWidth] × [top, bottom]. */
QPainterPath brace(double x, double top, double bottom)
{
    const double middle = (top + bottom) / 2;
    const double stem = x + 0.55 * braceWidth;
    const double right = x + 0.85 * braceWidth;
    const double tip = x + 0.2 * braceWidth;
    const double round = std::min(8.0, (bottom - top) / 4);
    QPainterPath path(QPointF(right, top));
    path.quadTo(stem, top, stem, top + round);
    path.lineTo(stem, middle - round);
    path.quadTo(stem, middle, tip, middle);
    path.quadTo(stem, middle, stem, middle + round);
    path.lineTo(stem, bottom - round);
    path.quadTo(stem, bottom, right, bottom);
    return path;
}

} // namespace

FormulaView::FormulaView(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

void FormulaView::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void FormulaView::setFormula(const Formula &formula)
{
    m_formula = formula;
    rebuild();
}

std::unique_ptr<QTextDocument> FormulaView::document(const QString &html) const
{
    auto result = std::make_unique<QTextDocument>();
    QFont serif(QStringLiteral("DejaVu Serif"));
    serif.setStyleHint(QFont::Serif);
    serif.setPointSizeF(std::max(11.0, font().pointSizeF()) + 1);
    result->setDefaultFont(serif);
    result->setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    result->setDefaultTextOption(option);
    result->setHtml(html);
    return result;
}

void FormulaView::rebuild()
{
    m_head = document(m_name + QStringLiteral("&nbsp;="));
    m_rows.clear();
    QString spoken;
    for (const Formula::Case &entry : m_formula.cases) {
        Row row{document(entry.expression), nullptr};
        spoken += row.expression->toPlainText();
        if (!entry.condition.isEmpty()) {
            row.condition = document(entry.condition);
            spoken += QLatin1Char(' ') + row.condition->toPlainText();
        }
        spoken += QStringLiteral("; ");
        m_rows.push_back(std::move(row));
    }
    setAccessibleName(m_head->toPlainText() + QLatin1Char(' ') + spoken);
    updateGeometry();
    update();
}

/** Lays the expressions out for a width; conditions that do not fit beside them go below. */
FormulaView::Metrics FormulaView::metricsFor(double width) const
{
    Metrics metrics;
    metrics.head = m_head->idealWidth() + 8;
    const double left = metrics.head + (hasBrace() ? braceWidth + 2 : 0);
    double conditions = 0;
    for (const Row &row : m_rows) {
        row.expression->setTextWidth(-1);
        metrics.expressions = std::max(metrics.expressions, row.expression->idealWidth());
        if (row.condition) {
            row.condition->setTextWidth(width - columnGap); // may fold
            conditions = std::max(conditions, row.condition->idealWidth());
        }
    }
    metrics.conditionsBelow = conditions > 0 && left + metrics.expressions + columnGap + conditions > width;
    for (const Row &row : m_rows)
        row.expression->setTextWidth(std::max(40.0, std::min(row.expression->idealWidth() + 1, width - left)));
    for (const Row &row : m_rows)
        metrics.height += rowHeight(row, metrics) + rowGap;
    metrics.height = std::max(metrics.height - rowGap, m_head->size().height());
    return metrics;
}

double FormulaView::rowHeight(const Row &row, const Metrics &metrics) const
{
    const double expression = row.expression->size().height();
    if (!row.condition)
        return expression;
    const double condition = row.condition->size().height();
    return metrics.conditionsBelow ? expression + condition : std::max(expression, condition);
}

QSize FormulaView::sizeHint() const
{
    return {240, heightForWidth(std::max(width(), 240))};
}

int FormulaView::heightForWidth(int width) const
{
    return int(std::ceil(metricsFor(width).height)) + 8;
}

void FormulaView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void FormulaView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics metrics = metricsFor(width());
    const double top = 4;
    const double headSpace = hasBrace() || m_rows.empty() ? metrics.height : m_rows.front().expression->size().height();
    drawDocument(painter, *m_head, {0, top + (headSpace - m_head->size().height()) / 2}, m_theme.text);
    double left = metrics.head;
    if (hasBrace()) {
        painter.setPen(QPen(m_theme.text, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(brace(left, top, top + metrics.height));
        left += braceWidth + 2;
    }
    double y = top;
    for (const Row &row : m_rows) {
        const double height = rowHeight(row, metrics);
        drawDocument(painter, *row.expression, {left, y}, m_theme.text);
        if (row.condition) {
            const QPointF place = metrics.conditionsBelow
                                      ? QPointF(hasBrace() ? left + columnGap : columnGap, y + row.expression->size().height())
                                      : QPointF(left + metrics.expressions + columnGap, y + height - row.condition->size().height());
            drawDocument(painter, *row.condition, place, m_theme.mutedText);
        }
        y += height + rowGap;
    }
}

} // namespace actiscope
