// What a section of the left column says about what was done in it: nothing, where it went, or what is wrong.
#pragma once

#include "ui/base/theme.h"

#include <QLabel>

namespace actiscope {

class SectionCaption : public QLabel {
    Q_OBJECT

public:
    explicit SectionCaption(QWidget *parent = nullptr);

    void say(const QString &text, bool isError);
    void setTheme(const Theme &theme);

private:
    void paintText();

    Theme m_theme = Theme::light();
    bool m_isError = false; ///< what is said
};

} // namespace actiscope
