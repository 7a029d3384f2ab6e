// The field of one setting, made as its row in the table of settings says: a number, a choice, a switch, or a text for lists and for what need not have
// a value. GUI thread.
#pragma once

#include "core/training/setting.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QWidget;

namespace actiscope {

class NumberSpinBox;

class SettingControl : public QObject {
    Q_OBJECT

public:
    /** `parent` becomes the field's, too. */
    SettingControl(const Setting &setting, QWidget *parent);

    /** Whether a setting can be entered in a field. */
    static bool isShown(const Setting &setting);

    const Setting &setting() const { return m_setting; }
    QWidget *field() const;
    /** What has been entered. Throws ConfigurationError for a text that says no value. */
    SettingValue value() const;
    /** Emits nothing. */
    void show(const SettingValue &value);

signals:
    /** By a hand. */
    void edited();

private:
    void setupNumber(QWidget *parent);
    void setupChoice(QWidget *parent);
    void setupText(QWidget *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;

    const Setting &m_setting;
    NumberSpinBox *m_number = nullptr; // one of these four
    QComboBox *m_choice = nullptr;
    QCheckBox *m_switch = nullptr;
    QLineEdit *m_text = nullptr;
    bool m_filling = false;
};

} // namespace actiscope
