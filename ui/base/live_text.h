// Texts that outlive a change of the language: they are made when they are read. What stands on an undo stack is told again where another language is used.
// GUI thread.
#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>

class QUndoStack;

namespace actiscope {

/** Says it in the language of now; nothing to call where nothing is said. Only what is made by this can be kept: a QString cannot be said again. */
using LiveText = std::function<QString()>;

/** A change that says what it is. Whoever derives calls tell() once it is known, and whenever it is another thing. */
class ToldCommand : public QUndoCommand {
public:
    void tell() { setText(words()); }

protected:
    virtual QString words() const = 0;
};

/** In the language of now; those that listen to the stack hear of it. */
void tellAgain(QUndoStack &stack);

} // namespace actiscope
