// A line in which a formula is typed, with a mark under the character that is wrong. GUI thread.
#pragma once

#include <QColor>
#include <QWidget>

#include <cstddef>
#include <optional>

class QLineEdit;

namespace actiscope {

class FormulaField : public QWidget {
    Q_OBJECT

public:
    explicit FormulaField(QWidget *parent = nullptr);

    QLineEdit *edit() const;
    /** Marks a character (counted as FormulaError does, from 0; the place behind the last one, too), or none. */
    void setMark(std::optional<std::size_t> character, const QColor &color);
    /** Where the mark points to, in this widget; nothing when there is none, or when that character is scrolled out of sight. */
    std::optional<int> markX() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Edit;

    Edit *m_edit;
    std::optional<std::size_t> m_character;
    QColor m_color;
};

} // namespace actiscope
