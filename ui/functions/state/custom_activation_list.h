// The activations that the user made from formulas, for the widgets: tells when one comes, changes or goes, and keeps them between
// sessions. They themselves lie in core (core/activations/custom_activations.h) and stay there, for runs that use them. GUI thread.
#pragma once

#include "core/activations/formula.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace actiscope {

class SavedState;

class CustomActivationList : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /** In the order in which they came. */
    std::vector<const Activation *> all() const;
    /** Throws FormulaError. */
    const Activation &add(const QString &formula, const FormulaProperties &properties);
    /** What was `old` is this from now on. Throws FormulaError, and then nothing has changed. */
    const Activation &replace(const Activation &old, const QString &formula, const FormulaProperties &properties);
    void remove(const Activation &activation);

    /** What makes an activation again. */
    struct Entry {
        std::string formula;
        FormulaProperties properties;

        const std::string &shownName() const { return properties.name.empty() ? formula : properties.name; }
        bool operator==(const Entry &other) const
        {
            return formula == other.formula && properties.name == other.properties.name && properties.defaults == other.properties.defaults;
        }
    };
    std::vector<Entry> entries() const;
    /** Exactly these. */
    void setEntries(const std::vector<Entry> &entries);

    void save(SavedState &settings) const;
    /** Adds those of the last session, an earlier version's too; ignores what it does not understand. */
    void restore(const SavedState &settings);
    /** The key under which they are kept. */
    static QString savedKey() { return QStringLiteral("customActivations"); }
    /** Two windows' lists joined: ours as they are now, and those that the other one has made; what either has removed since `before` is gone. */
    static QVariant merged(const QVariant &before, const QVariant &ours, const QVariant &theirs);

signals:
    void changed();
};

} // namespace actiscope
