// A group of settings under a heading that folds it away: labels in one column, fields in another, and under a field
// the line that says what is wrong with it. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <map>
#include <string>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace actiscope {

class SettingFields : public QWidget {
    Q_OBJECT

public:
    explicit SettingFields(const QString &title, QWidget *parent = nullptr);

    /** A field with its label. `option` is the name under which core complains about it. The tooltip goes to both. */
    void addField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip);
    /** Label, field and message of that option. */
    void setFieldVisible(const std::string &option, bool visible);
    /** A widget over the whole width. */
    void addWide(QWidget *widget);

    void setTheme(const Theme &theme);
    bool isOpen() const;
    void setOpen(bool open);

    /** Shows the line under the field of that option, or hides it when the text is empty. False when it has no such field. */
    bool showMessage(const std::string &option, const QString &text);
    void clearMessages();
    /** The line shown under that field, or nothing. */
    QString message(const std::string &option) const;

private:
    void updateHeading();

    QPushButton *m_heading = nullptr;
    QWidget *m_body = nullptr;
    QGridLayout *m_fields = nullptr;
    std::map<std::string, QLabel *> m_messages;
    std::map<std::string, std::pair<QLabel *, QWidget *>> m_rows; ///< label and field
    Theme m_theme;
};

} // namespace actiscope
