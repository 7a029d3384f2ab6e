#include "ui/training/evidence/evidence_gutter.h"

#include "ui/base/unbroken.h"

#include <QComboBox>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double nameBaseline = 13;
constexpr double besideNumbers = 6; ///< between a number and the panel
constexpr double leastName = 0.75, nameStep = 0.05;  ///< of the small font: a name is rather cut than smaller

/** Pixels between the two that are closest to one another. */
double closest(const std::vector<AxisNumber> &numbers)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < numbers.size(); ++i)
        least = std::min(least, std::abs(numbers[i].y - numbers[i - 1].y));
    return least;
}

} // namespace

EvidenceGutter::EvidenceGutter(const EvidenceKind &kind, EvidenceRow &row, QWidget *parent, const EvidenceGutter *chosenIn)
    : QWidget(parent), m_kind(kind), m_row(row), m_control(chosenIn ? nullptr : row.makeControl(this)), m_chosenIn(chosenIn)
{
    if (m_control && window()->testAttribute(Qt::WA_DontShowOnScreen)) // a figure: nothing can be chosen in it, so what is chosen is written
        m_control->hide();
    setToolTip(kind.lookForText());
    setAccessibleName(kind.titleText());
    setAccessibleDescription(kind.lookForText());
}

void EvidenceGutter::setPanelSize(QSize size)
{
    m_panelSize = size;
    update();
}

void EvidenceGutter::refresh()
{
    fitControl();
    update();
}

QString EvidenceGutter::chosenText() const
{
    if (m_chosenIn)
        return m_chosenIn->chosenText();
    const auto *choice = qobject_cast<const QComboBox *>(m_control);
    const auto *number = qobject_cast<const QSpinBox *>(m_control);
    return choice ? choice->currentText() : number ? number->text() : QString();
}

void EvidenceGutter::resizeEvent(QResizeEvent *)
{
    fitControl();
}

void EvidenceGutter::fitControl()
{
    if (!m_control)
        return;
    m_row.styleControl(*m_control);
    const int top = static_cast<int>(m_row.style().px(nameBaseline + 8));
    m_control->setGeometry(0, top, std::min(width(), m_control->sizeHint().width()), m_control->sizeHint().height());
}

void EvidenceGutter::paintEvent(QPaintEvent *)
{
    const EvidenceStyle &style = m_row.style();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF small(style.small);
    const std::vector<AxisNumber> axisNumbers = m_row.axisNumbers(m_panelSize);
    const QFont numberFont = style.smallFor(closest(axisNumbers));
    const QFontMetricsF metrics(numberFont);
    double numbers = 0;
    for (const AxisNumber &number : axisNumbers) {
        const double width = metrics.horizontalAdvance(number.text) + style.px(besideNumbers);
        numbers = std::max(numbers, width);
        painter.setFont(numberFont);
        painter.setPen(style.theme.mutedText);
        painter.drawText(QPointF(this->width() - width, number.y + metrics.capHeight() / 2), number.text);
    }
    QFont name = style.bold;
    for (double share = 1; QFontMetricsF(name).horizontalAdvance(m_kind.titleText()) > width() && share >= leastName; share -= nameStep)
        name.setPointSizeF(share * style.small.pointSizeF()); // in a slim gutter, or a large text
    painter.setFont(name);
    painter.setPen(style.theme.text);
    painter.drawText(QPointF(0, style.px(nameBaseline)), QFontMetricsF(name).elidedText(m_kind.titleText(), Qt::ElideRight, width()));
    double top = style.px(nameBaseline + 6);
    if (m_control && !m_control->isHidden()) {
        top = m_control->geometry().bottom() + style.px(4);
    } else if (const QString chosen = chosenText(); !chosen.isEmpty()) {
        painter.setFont(style.small);
        painter.setPen(style.theme.mutedText);
        painter.drawText(QPointF(0, top + small.ascent()), chosen);
        top += small.height();
    }
    const double room = std::max(0.0, width() - numbers - style.px(4));
    if (const QString sample = unbroken(m_row.sampleNote()); !sample.isEmpty()) {
        QRectF taken;
        painter.setFont(style.small);
        painter.setPen(style.theme.mutedText);
        painter.drawText(QRectF(0, top, room, height() - top), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sample, &taken);
        top = taken.bottom();
    }
    m_row.drawLegend(painter, QRectF(0, top, room, height() - top));
}

} // namespace actiscope
