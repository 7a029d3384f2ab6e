// Numbers of a strip's value axis: few and round. GUI thread.
#pragma once

#include "ui/base/plot.h"

namespace actiscope {

class StripTicker : public QCPAxisTicker {
public:
    enum class Kind {
        Ends,  ///< both ends of the range and the middle
        Round, ///< multiples of 1, 2 or 5 times a power of ten
        Powers ///< of ten, on a logarithmic axis
    };
    void setKind(Kind kind) { m_kind = kind; }
    void setMost(int most) { m_most = most; }

    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }

private:
    QVector<double> powers(const QCPRange &range) const;

    Kind m_kind = Kind::Round;
    int m_most = 3;
};

/** Whole numbers only, for epochs. */
class EpochTicker : public QCPAxisTicker {
public:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
};

/** The least of 1, 2 or 5 times a power of ten that is no less. */
double roundStep(double least);

} // namespace actiscope
