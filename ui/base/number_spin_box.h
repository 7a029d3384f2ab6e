// A spin box for real numbers that reads both "," and "." as decimal sign, shows "−" and drops trailing zeros. Keys that cannot be part of a number
// are left alone, so that Space trains and S steps while it has the focus. GUI thread.
#pragma once

#include <QDoubleSpinBox>

namespace actiscope {

class NumberSpinBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberSpinBox(QWidget *parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    /** As wide as the longest value, with all decimals. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QValidator::State validate(QString &text, int &position) const override;

protected:
    bool event(QEvent *event) override;
};

} // namespace actiscope
