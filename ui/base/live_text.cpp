#include "ui/base/live_text.h"

#include <QUndoStack>

namespace actiscope {

void tellAgain(QUndoStack &stack)
{
    for (int i = 0; i < stack.count(); ++i) {
        // The stack shows its commands as const; they are not.
        if (auto *told = dynamic_cast<ToldCommand *>(const_cast<QUndoCommand *>(stack.command(i))))
            told->tell();
    }
    emit stack.undoTextChanged(stack.undoText());
    emit stack.redoTextChanged(stack.redoText());
}

} // namespace actiscope
