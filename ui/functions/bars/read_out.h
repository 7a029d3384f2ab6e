// The strip under the plots: x under the pointer and f(x), f'(x) and on demand f''(x) of every shown activation. Its height depends on how many
// are shown and not on the pointer, so that nothing jumps; where there are many, it is scrolled row by row. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QAbstractScrollArea>
#include <QString>

#include <utility>
#include <vector>

namespace actiscope {

class ReadOut : public QAbstractScrollArea {
    Q_OBJECT

public:
    struct Entry {
        QString name;
        QColor color;
        QString value;      ///< formatted f(x); empty while the pointer is elsewhere
        QString derivative; ///< formatted f'(x)
        QString second;     ///< formatted f''(x); empty where it is not asked for
    };

    explicit ReadOut(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Whether there is a column for f″. */
    void setSecondShown(bool shown);
    /** That are in sight at once. */
    void setMaximumRows(int rows);
    int lineHeight() const;
    /** `x` is formatted, or empty while the pointer is elsewhere (then the hint is shown instead). */
    void setEntries(const QString &x, std::vector<Entry> entries);
    /** What is said while the pointer is elsewhere, instead of the hint; empty for that. */
    void setIdleText(const QString &text);
    QString idleText() const { return m_idleText; }
    /** The first function that is in sight, and the one after the last. */
    std::pair<int, int> inSight() const;
    /** The whole strip as one line, for screen readers and tests. */
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    /** The mouse has come here, where it may scroll, or gone. */
    void entered();
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void relayout();
    int columns(int width) const;
    int rowCount(int width) const;
    int visibleRows() const;
    bool isNarrow(int width) const;
    bool isFolded(int width) const;
    int figuresPerLine(int width) const;
    int linesOfRow(int width) const;
    void paintIdle(QPainter &painter) const;
    void paintPlace(QPainter &painter) const;
    int leastCellWidth() const;
    int columnCount() const;
    int columnWidth() const;
    int cellWidth() const;
    int xWidth() const;
    void paintEntry(QPainter &painter, const QRect &cell, const Entry &entry) const;

    Theme m_theme = Theme::light();
    bool m_showsSecond = false;
    int m_maximumRows = 4;
    QString m_x;
    QString m_idleText;
    std::vector<Entry> m_entries;
};

} // namespace actiscope
