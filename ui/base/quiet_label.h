// A label whose text changes many times a second: it is there for those who ask what it says, and nobody is told of each change. GUI thread.
#pragma once

#include <QLabel>

namespace actiscope {

class QuietLabel : public QLabel {
    Q_OBJECT

public:
    /** `what` is what the text is of, in words. */
    explicit QuietLabel(const QString &what, QWidget *parent = nullptr);
};

} // namespace actiscope
