// The values of the family: which parameter, and the list of its values, typed. GUI thread.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace actiscope {

class FunctionsState;

class FamilyRow : public QWidget {
    Q_OBJECT

public:
    explicit FamilyRow(FunctionsState &state, QWidget *parent = nullptr);

    QComboBox *parameter() const { return m_parameter; }
    QLineEdit *values() const { return m_values; }
    /** What is wrong with the values as they are typed, or nothing. */
    QString error() const;

private:
    void showFamily();
    void takeValues(const QString &text);

    FunctionsState &m_state;
    QLabel *m_symbol = nullptr; ///< instead of the choice where there is none
    QComboBox *m_parameter = nullptr;
    QLineEdit *m_values = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace actiscope
