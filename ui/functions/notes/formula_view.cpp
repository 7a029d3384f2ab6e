#include "ui/functions/notes/formula_view.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double texPointSize = 9.96; // of preamble.tex's 10 pt, in the SVG's points
constexpr double pointsPerInch = 72;
constexpr int verticalMargin = 4;

} // namespace

FormulaView::FormulaView(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Formula of %1").arg(name));
    m_source.setDocumentMargin(0);
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
    setAccessibleDescription(QStringLiteral("%1 = %2").arg(m_name, formula.words));
    rebuild();
}

void FormulaView::rebuild()
{
    QByteArray drawing = m_formula.drawing;
    m_renderer.load(drawing.replace("currentColor", m_theme.text.name().toLatin1()));
    QFont face = font();
    face.setPointSizeF(std::max(11.0, face.pointSizeF()));
    m_source.setDefaultFont(face);
    m_source.setHtml(QStringLiteral("<i>%1</i> = %2").arg(m_name, m_formula.source));
    updateGeometry();
    update();
}

/** In the size of the text around it, a little larger; smaller where it would not fit. */
QSizeF FormulaView::drawingSize(double width) const
{
    const double points = std::max(11.0, font().pointSizeF()) + 1;
    const QSizeF size = m_renderer.viewBoxF().size() * (points / texPointSize * logicalDpiY() / pointsPerInch);
    return size.width() <= width ? size : size * (width / size.width());
}

QSize FormulaView::sizeHint() const
{
    return {240, heightForWidth(std::max(width(), 240))};
}

int FormulaView::heightForWidth(int width) const
{
    if (isDrawn())
        return int(std::ceil(drawingSize(width).height())) + 2 * verticalMargin;
    m_source.setTextWidth(width);
    return int(std::ceil(m_source.size().height())) + 2 * verticalMargin;
}

void FormulaView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        rebuild();
    QWidget::changeEvent(event);
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
    painter.translate(0, verticalMargin);
    if (isDrawn()) {
        m_renderer.render(&painter, QRectF(QPointF(), drawingSize(width())));
        return;
    }
    m_source.setTextWidth(width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_theme.text);
    m_source.documentLayout()->draw(&painter, context);
}

} // namespace actiscope
