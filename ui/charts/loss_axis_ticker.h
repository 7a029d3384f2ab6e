// Ticks of a logarithmic loss axis: 1, 2 and 5 of every decade where few decades are shown, else powers of ten.
#pragma once

#include "ui/base/plot.h"

namespace actiscope {

class LossAxisTicker : public QCPAxisTicker {
public:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
};

} // namespace actiscope
