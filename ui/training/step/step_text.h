// A traced step in words and formulas with their values put in, as HTML for a text view.
#pragma once

#include "core/diagnostics/step_trace.h"
#include "ui/base/theme.h"

#include <QCoreApplication>
#include <QString>

namespace actiscope {

/** In the order in which they happen. */
enum class StepStage { Forward, Loss, Backward, Update };

inline constexpr int stepStages = 4;

/** What a stage is called. */
QString stepStageName(StepStage stage);

class StepText {
    Q_DECLARE_TR_FUNCTIONS(actiscope::StepText)

public:
    /** `function` is the activation's name; `hiddenLayers` tells outputs from units. */
    StepText(const StepTrace &trace, const QString &function, Loss loss, std::size_t hiddenLayers, const Theme &theme);

    QString of(StepStage stage) const;
    /** One sentence on what happens. */
    QString sentence(StepStage stage) const;

    /** More terms than that are summed up. */
    static constexpr std::size_t mostTerms = 8;

private:
    QString forward() const;
    QString loss() const;
    QString backward() const;
    QString update() const;
    QString updateOf(const StepWeight &weight, const QString &name) const;
    QString fromAbove() const;
    QString fromLoss() const;
    QString formula(const QString &html) const;
    QString table(const QStringList &header, const std::vector<QStringList> &rows) const;
    QString weightName(std::size_t index) const;
    QString inputName(std::size_t index) const;
    bool isOutput() const { return m_trace.place.layer >= m_hiddenLayers; }
    /** The weights with the largest part of the sum, in their order; the bias among them. */
    std::vector<std::size_t> chosenWeights(double StepWeight::*part) const;

    const StepTrace &m_trace;
    QString m_function;
    Loss m_loss;
    std::size_t m_hiddenLayers;
    Theme m_theme;
};

} // namespace actiscope
