#include "ui/base/number_spin_box.h"

#include "ui/base/number_format.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionSpinBox>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr qsizetype mostLetters = 9; ///< before a number is written with an exponent: "1e−8", not "0.00000001"

bool mayBePartOfNumber(QChar character)
{
    return character.isDigit() || QStringLiteral("+-\u2212.,eE").contains(character);
}

} // namespace

NumberSpinBox::NumberSpinBox(QWidget *parent) : QDoubleSpinBox(parent)
{
    setLocale(QLocale::c());
    setGroupSeparatorShown(false);
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(true);
}

bool NumberSpinBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        if (!text.isEmpty() && text.front().isPrint() && !mayBePartOfNumber(text.front())) {
            event->ignore();
            return false;
        }
    }
    return QDoubleSpinBox::event(event);
}

QString NumberSpinBox::textFromValue(double value) const
{
    const QString text = formatTrimmed(value, decimals());
    return text.size() > mostLetters && std::abs(value) < 1e-4 ? formatNumber(value, decimals()) : text;
}

QSize NumberSpinBox::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int widest = std::max(metrics.horizontalAdvance(formatFixed(minimum(), decimals()) + suffix()),
                                metrics.horizontalAdvance(formatFixed(maximum(), decimals()) + suffix()));
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize contents(widest + metrics.horizontalAdvance(QLatin1Char('0')), QDoubleSpinBox::sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, contents, this);
}

double NumberSpinBox::valueFromText(const QString &text) const
{
    bool ok = false;
    QString number = text;
    if (!suffix().isEmpty() && number.endsWith(suffix()))
        number.chop(suffix().size());
    const double value = parseTypedNumber(number, &ok);
    return ok ? value : this->value();
}

QValidator::State NumberSpinBox::validate(QString &text, int &) const
{
    QString number = text;
    if (!suffix().isEmpty() && number.endsWith(suffix()))
        number.chop(suffix().size());
    static const QRegularExpression beginning(QStringLiteral("^\\s*[-\u2212+]?\\d*[.,]?\\d*(e[-\u2212+]?\\d*)?\\s*$"),
                                              QRegularExpression::CaseInsensitiveOption);
    if (!beginning.match(number).hasMatch())
        return QValidator::Invalid;
    bool ok = false;
    const double value = parseTypedNumber(number, &ok);
    if (!ok)
        return QValidator::Intermediate;
    return value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace actiscope
