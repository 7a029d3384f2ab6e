// What the Functions workspace takes back and does again: which activations there are and are shown, and their parameters. It watches the state, so that a change
// is noted whoever made it; one that is made of several, as replacing a custom activation is, is one. GUI thread.
#pragma once

#include "ui/functions/state/custom_activation_list.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUndoStack>

#include <map>
#include <string>
#include <vector>

namespace actiscope {

class FunctionsState;

/** What is kept of a moment; activations are named, since custom ones come and go. */
struct FunctionsMoment {
    std::vector<CustomActivationList::Entry> custom;
    std::vector<std::string> shown;
    std::map<std::string, std::vector<double>> parameters; ///< that are not the default
    std::string focus;                                     ///< comes back with the rest; alone it is no change

    bool isSame(const FunctionsMoment &other) const
    {
        return custom == other.custom && shown == other.shown && parameters == other.parameters;
    }
};

class FunctionsHistory : public QObject {
    Q_OBJECT

public:
    /** Both live longer. */
    FunctionsHistory(FunctionsState &state, CustomActivationList &custom, QObject *parent = nullptr);

    QUndoStack &undo() { return m_undo; }
    /** What is there now is the beginning. */
    void begin();
    /** The changes of another one, which goes now, in the language of now. Its activations are shown here already. */
    void takeOver(FunctionsHistory &former);

private:
    class Change;
    FunctionsMoment now() const;
    void note();
    void show(const FunctionsMoment &moment);
    QString changeText(const FunctionsMoment &before, const FunctionsMoment &after) const;

    FunctionsState &m_state;
    CustomActivationList &m_custom;
    FunctionsMoment m_last;
    QUndoStack m_undo;
    QTimer m_note;
    bool m_isShowing = false;
    bool m_takesOver = false;
};

} // namespace actiscope
