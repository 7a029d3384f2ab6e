// A group of settings under a heading that folds it away: labels in one column, fields in another, and under a field
// the line that says what is wrong with it. What is rarely used is folded away in a part of its own. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <map>
#include <string>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace actiscope {

class ElidedLabel;

class SettingFields : public QWidget {
    Q_OBJECT

public:
    /** Without a title there is no heading. */
    explicit SettingFields(const QString &title, QWidget *parent = nullptr);

    /** A field with its label. `option` is the name under which core complains about it. The tooltip goes to both. */
    void addField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip);
    /** The same in the part that is folded away at first. */
    void addRareField(const std::string &option, const QString &label, QWidget *field, const QString &toolTip);
    /** Label, field and message of that option. */
    void setFieldVisible(const std::string &option, bool visible);
    /** A mark after the label, which `why` explains; the value's own tooltip stays. */
    void setMarked(const std::string &option, bool marked, const QString &why);
    /** A widget over the whole width. */
    void addWide(QWidget *widget);
    /** One above all others. */
    void addTop(QWidget *widget);
    /** One above the settings that are folded away at first. */
    void addRareTop(QWidget *widget);
    /** Some words at the right end of the heading: "two moons". */
    void setNote(const QString &note);
    /** How many of the rare settings are not as they are at first. */
    void setChangedRare(int count);

    void setTheme(const Theme &theme);
    bool isOpen() const;
    void setOpen(bool open);
    QPushButton *heading() const { return m_heading; }
    /** Null where no setting is rare. */
    QPushButton *moreButton() const { return m_more; }

    /** Shows the line under the field of that option, or hides it when the text is empty. False when it has no such field. */
    bool showMessage(const std::string &option, const QString &text);
    void clearMessages();
    /** The line shown under that field, or nothing. */
    QString message(const std::string &option) const;

private:
    struct Row {
        QLabel *label = nullptr;
        QWidget *field = nullptr;
        QLabel *message = nullptr;
        QString name;
        QString toolTip;
        bool isRare = false;
    };

    void addRow(QGridLayout &grid, const std::string &option, Row row);
    void setupMore();
    void updateHeading();
    void updateMore();

    QPushButton *m_heading = nullptr;
    QHBoxLayout *m_top = nullptr;
    ElidedLabel *m_note = nullptr;
    QWidget *m_body = nullptr;
    QGridLayout *m_fields = nullptr;
    QPushButton *m_more = nullptr;
    QWidget *m_rare = nullptr;
    QGridLayout *m_rareFields = nullptr;
    int m_changedRare = 0;
    int m_line = 1; ///< of the next row; above it is what addTop() has put there
    std::map<std::string, Row> m_rows;
    Theme m_theme;
};

} // namespace actiscope
