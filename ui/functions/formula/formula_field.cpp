#include "ui/functions/formula/formula_field.h"

#include <QFontMetricsF>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>
#include <QVBoxLayout>

namespace actiscope {

namespace {

constexpr int markHeight = 8;

/** The place in UTF-16 of a character. */
qsizetype placeOf(const QString &text, std::size_t character)
{
    qsizetype place = 0;
    for (std::size_t i = 0; i < character && place < text.size(); ++i)
        place += text[place].isHighSurrogate() && place + 1 < text.size() ? 2 : 1;
    return place;
}

} // namespace

class FormulaField::Edit : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

    /** The x in this widget at which the character at `place` begins. */
    double xOf(qsizetype place) const
    {
        const QFontMetricsF metrics(font());
        return cursorRect().center().x() + metrics.horizontalAdvance(text().left(place))
               - metrics.horizontalAdvance(text().left(cursorPosition()));
    }
};

FormulaField::FormulaField(QWidget *parent) : QWidget(parent), m_edit(new Edit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, markHeight);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The text may have scrolled under the mark; a line edit does that when it paints.
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, [this] { QTimer::singleShot(0, this, [this] { update(); }); });
}

QLineEdit *FormulaField::edit() const
{
    return m_edit;
}

void FormulaField::setMark(std::optional<std::size_t> character, const QColor &color)
{
    m_character = character;
    m_color = color;
    update();
}

std::optional<int> FormulaField::markX() const
{
    if (!m_character)
        return std::nullopt;
    const qsizetype place = placeOf(m_edit->text(), *m_character);
    const QString character = place < m_edit->text().size() ? m_edit->text().mid(place, 1) : QString();
    const double x = m_edit->x() + m_edit->xOf(place) + QFontMetricsF(m_edit->font()).horizontalAdvance(character) / 2;
    if (x < m_edit->x() || x > m_edit->geometry().right())
        return std::nullopt;
    return qRound(x);
}

void FormulaField::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    const std::optional<int> x = markX();
    if (!x)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_color);
    const double top = m_edit->geometry().bottom() + 2;
    QPainterPath triangle(QPointF(*x, top));
    triangle.lineTo(*x + markHeight - 2, top + markHeight - 2);
    triangle.lineTo(*x - markHeight + 2, top + markHeight - 2);
    triangle.closeSubpath();
    painter.drawPath(triangle);
}

} // namespace actiscope
