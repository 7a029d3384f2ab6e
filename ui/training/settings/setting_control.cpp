#include "ui/training/settings/setting_control.h"

#include "core/base/message.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/scale.h"
#include "ui/base/space_key.h"
#include "ui/base/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double largestShown = 1e7; ///< of numbers that have no limit

constexpr int mostDigits = 6;     ///< that a number with decimals has room for
constexpr int fewestDigits = 5;   ///< fields below each other are alike
constexpr int besidesDigits = 26; ///< frame and arrows

/** The digits of the largest value of a setting. */
int digitsOf(const Setting &setting)
{
    if (setting.kind == SettingKind::Whole)
        return std::max(fewestDigits, static_cast<int>(settingText(setting, setting.range.maximum).size()));
    return setting.kind == SettingKind::Number ? std::clamp(setting.range.decimals + 2, fewestDigits, mostDigits) : mostDigits + 2;
}

/** In text of any size. */
void keepWidth(const Setting &setting, QWidget &field)
{
    const int digits = digitsOf(setting);
    followScale(field, [&field, digits] {
        const int width = field.fontMetrics().horizontalAdvance(QLatin1Char('0')) * digits + scaled(besidesDigits);
        const bool hasWords = qobject_cast<QComboBox *>(&field); // all of which are to be read
        field.setFixedWidth(hasWords ? std::max(width, field.sizeHint().width()) : width);
    });
}

} // namespace

SettingControl::SettingControl(const Setting &setting, QWidget *parent) : QObject(parent), m_setting(setting)
{
    const bool isNumber = setting.kind == SettingKind::Number || setting.kind == SettingKind::Whole;
    if (setting.kind == SettingKind::Switch) {
        m_switch = new QCheckBox(parent);
        connect(m_switch, &QCheckBox::toggled, this, [this] {
            if (!m_filling)
                emit edited();
        });
    } else if (setting.kind == SettingKind::Name) {
        setupChoice(parent);
    } else if (isNumber && !setting.isOptional) {
        setupNumber(parent);
    } else {
        setupText(parent);
    }
}

bool SettingControl::isShown(const Setting &setting)
{
    const bool isOfItsOwn = setting.name == "data"; // the gallery's
    return !isOfItsOwn && setting.kind != SettingKind::Points && setting.kind != SettingKind::Folder && setting.kind != SettingKind::Activations
           && setting.kind != SettingKind::Names;
}

void SettingControl::setupNumber(QWidget *parent)
{
    const SettingRange &range = m_setting.range;
    const double least = std::pow(10.0, -range.decimals);
    m_number = new NumberSpinBox(parent);
    m_number->setDecimals(range.decimals);
    m_number->setRange(range.minimum + (range.isOpenBelow ? least : 0),
                       std::min(range.maximum - (range.isOpenAbove ? least : 0), range.decimals > 0 ? largestShown : range.maximum));
    m_number->setKeyboardTracking(false);
    m_number->setFocusPolicy(Qt::StrongFocus);
    m_number->installEventFilter(this);
    if (range.step > 0)
        m_number->setSingleStep(range.step);
    else if (range.decimals > 0)
        m_number->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    keepWidth(m_setting, *m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            emit edited();
    });
}

void SettingControl::setupChoice(QWidget *parent)
{
    m_choice = new QComboBox(parent);
    for (const SettingChoice &choice : m_setting.choices()) {
        m_choice->addItem(QString::fromUtf8(choice.name.data(), qsizetype(choice.name.size())));
        m_choice->setItemData(m_choice->count() - 1, translated(Message(choice.description)),
                              Qt::ToolTipRole);
    }
    keepWidth(m_setting, *m_choice);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->installEventFilter(this);
    connect(m_choice, &QComboBox::activated, this, &SettingControl::edited);
}

void SettingControl::setupText(QWidget *parent)
{
    m_text = new QLineEdit(parent);
    if (m_setting.kind != SettingKind::Formula)
        leaveSpaceAfterNumbers(*m_text);
    m_text->setAlignment(Qt::AlignRight);
    keepWidth(m_setting, *m_text);
    if (m_setting.isOptional)
        m_text->setPlaceholderText(*m_setting.without ? translated(std::string(m_setting.without)) : tr("none"));
    connect(m_text, &QLineEdit::editingFinished, this, &SettingControl::edited);
}

/** The wheel scrolls the panel, unless the field has the focus. */
bool SettingControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !field()->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QWidget *SettingControl::field() const
{
    for (QWidget *each : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_switch)}) {
        if (each)
            return each;
    }
    return m_text;
}

SettingValue SettingControl::value() const
{
    if (m_number)
        return m_number->value();
    if (m_switch)
        return m_switch->isChecked();
    const std::string text = (m_choice ? m_choice->currentText() : m_text->text().trimmed()).toStdString();
    if (text.empty() && m_setting.isOptional)
        return {};
    return parseSetting(m_setting, text);
}

void SettingControl::show(const SettingValue &value)
{
    m_filling = true;
    const auto *number = std::get_if<double>(&value);
    const auto *isOn = std::get_if<bool>(&value);
    const QString text = QString::fromStdString(settingText(m_setting, value));
    if (m_number && number)
        m_number->setValue(*number);
    else if (m_switch && isOn)
        m_switch->setChecked(*isOn);
    else if (m_choice)
        m_choice->setCurrentText(text);
    else if (m_text)
        m_text->setText(QString(text).replace(QLatin1String(","), QLatin1String(", ")));
    m_filling = false;
}

} // namespace actiscope
