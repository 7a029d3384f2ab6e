// How the Functions workspace looks at what it shows: which plots, which marks, family and comparison. Kept between
// sessions. GUI thread.
#pragma once

#include "core/activations/activation.h"

#include <QObject>

#include <map>
#include <utility>
#include <vector>

namespace actiscope {

class SavedState;

struct ViewOptions {
    bool secondDerivative = false; ///< a plot of f″
    bool equalScale = false;       ///< one unit has the same length on both axes
    bool tangent = true;           ///< of the focused function, at the pointer
    bool asymptotes = true;        ///< of the focused function
    bool saturation = true;        ///< shade where |f′| of the focused function is below the threshold
    double saturationThreshold = 1e-3;
    bool family = false;             ///< the focused function for several values of a parameter
    std::size_t familyParameter = 0; ///< which one
    bool comparison = false;         ///< a plot of the difference of two functions
    bool logarithmicDifference = false;
    const Activation *minuend = nullptr;    ///< what is compared; null for the focused one
    const Activation *subtrahend = nullptr; ///< null for the shown one that is not the minuend
    bool inside = false;                    ///< the pre-activations of a running network under f

    bool operator==(const ViewOptions &) const = default;
};

class FunctionsView : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr double smallestThreshold = 1e-4;
    static constexpr double largestThreshold = 0.5;

    const ViewOptions &options() const { return m_options; }
    /** Changes one option, as in set(&ViewOptions::family, true). */
    template <class Value>
    void set(Value ViewOptions::*option, const Value &value)
    {
        ViewOptions options = m_options;
        options.*option = value;
        setOptions(options);
    }
    void setOptions(const ViewOptions &options);
    /** The values of the family in parameter `k`: the user's, or a start. */
    const std::vector<double> &familyValues(const Activation &activation, std::size_t k) const;
    /** 1 to maxFamilySize values in the parameter's range. */
    void setFamilyValues(const Activation &activation, std::size_t k, std::vector<double> values);
    /** The parameter that the family of this activation is drawn along. */
    std::size_t familyParameter(const Activation &activation) const;

    void save(SavedState &settings) const;
    /** Ignores what it does not understand. */
    void restore(const SavedState &settings);

signals:
    void changed();

private:
    ViewOptions m_options;
    mutable std::map<std::pair<const Activation *, std::size_t>, std::vector<double>> m_familyValues;
};

/** "0.1; 0.5; 1" as values in [minimum, maximum]: separated by semicolons, blanks, or a comma with a blank; "," and "." are decimal
 *  signs. Empty, with one sentence in `error`, when it is not 1 to maxFamilySize such numbers. */
std::vector<double> parseFamilyValues(const QString &text, const ActivationParameter &parameter, QString *error);

/** The same numbers as text. */
QString familyValuesText(const std::vector<double> &values);

} // namespace actiscope
