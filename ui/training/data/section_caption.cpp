#include "ui/training/data/section_caption.h"

#include "ui/base/unbroken.h"

namespace actiscope {

SectionCaption::SectionCaption(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void SectionCaption::say(const QString &text, bool isError)
{
    setText(unbroken(text));
    setVisible(!text.isEmpty());
    m_isError = isError;
    paintText();
}

void SectionCaption::setTheme(const Theme &theme)
{
    m_theme = theme;
    paintText();
}

void SectionCaption::paintText()
{
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, m_isError ? m_theme.error : m_theme.mutedText);
    setPalette(changed);
}

} // namespace actiscope
