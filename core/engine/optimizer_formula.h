// The steps of the optimisers as formulas with their values put in: what a rule of core/engine/reference_optimizer.h does to one number, in lines of simple
// HTML.
#pragma once

#include "core/base/message.h"
#include "core/engine/optimizer_settings.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace actiscope {

/** One parameter in one step. */
struct UpdateNumbers {
    std::string name; ///< "w<sub>1</sub>"
    std::int64_t step = 1;
    double value = 0;
    double gradient = 0; ///< with all penalties that are part of it
    double firstBefore = 0;
    double first = 0;
    double secondBefore = 0;
    double second = 0;
    double after = 0;
};

/** How a number is written. */
using NumberWriter = std::function<std::string(double)>;

/** The lines of a rule, the new value in the last one. */
using UpdateFormula = std::vector<Message> (*)(const OptimizerSettings &, const UpdateNumbers &, const NumberWriter &);

/** Of the method's rule (core/engine/optimizer.cpp has the rules). */
std::vector<Message> updateFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write);

std::vector<Message> sgdFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write);
std::vector<Message> rmsPropFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write);
std::vector<Message> adamFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write);
std::vector<Message> adamWFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write);

} // namespace actiscope
