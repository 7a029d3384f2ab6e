// Which two functions are compared, and on which scale. GUI thread.
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace actiscope {

struct Activation;
class FunctionsState;

class ComparisonRow : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonRow(FunctionsState &state, QWidget *parent = nullptr);

    QComboBox *minuend() const { return m_minuend; }
    QComboBox *subtrahend() const { return m_subtrahend; }
    QCheckBox *logarithmic() const { return m_logarithmic; }

private:
    void fill();
    void showComparison();
    const Activation *chosen(const QComboBox &box) const;

    FunctionsState &m_state;
    QComboBox *m_minuend = nullptr;
    QComboBox *m_subtrahend = nullptr;
    QCheckBox *m_logarithmic = nullptr;
};

} // namespace actiscope
