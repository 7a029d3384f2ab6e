// What stands on the time axis of all strips: the cursor with its handle, the epoch under the pointer, and events. GUI thread.
#pragma once

#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope {

/** "2", "2.4": an epoch, or a place within one. */
QString epochText(double epoch);

class TimelineMarks : public QCPLayerable {
    Q_OBJECT

public:
    struct Event {
        std::int64_t epoch = 0;
        QString title;
    };
    struct Dot {
        QCPAxisRect *axisRect = nullptr;
        double value = 0;
        QColor color;
    };

    TimelineMarks(QCustomPlot &plot, const QString &layer);

    /** From top to bottom; there is nothing to draw without. */
    void setAxisRects(std::vector<QCPAxisRect *> rects) { m_rects = std::move(rects); }
    void setStyle(const Theme &theme, const QFont &small);
    void setEvents(std::vector<Event> events) { m_events = std::move(events); }
    const std::vector<Event> &events() const { return m_events; }
    /** The mark that the sentence is about is filled. True if it is another one now. */
    bool setSpoken(std::optional<std::int64_t> epoch) { return std::exchange(m_spoken, epoch) != epoch; }
    void setCursor(std::optional<std::int64_t> epoch) { m_cursor = epoch; }
    /** An epoch, or a place within one. */
    void setPointer(std::optional<double> epoch, std::vector<Dot> dots);
    void setWord(const QString &word) { m_word = word; }

    /** Above the first strip, for the marks of events; below the last one, for numbers and the handle. */
    static constexpr int roomAbove = 16, roomBelow = 24;
    QRectF handle() const;
    /** The event whose mark is here, or null. */
    const Event *eventAt(QPointF place) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    double xOf(double epoch) const;
    QPolygonF mark(const Event &event) const;
    void drawEvents(QCPPainter *painter) const;
    void drawPointer(QCPPainter *painter) const;
    void drawCursor(QCPPainter *painter) const;
    void drawWord(QCPPainter *painter) const;
    QRectF plate(double x, const QString &text) const;

    std::vector<QCPAxisRect *> m_rects;
    Theme m_theme;
    QFont m_small;
    std::vector<Event> m_events;
    std::optional<std::int64_t> m_spoken;
    std::optional<std::int64_t> m_cursor;
    std::optional<double> m_pointer;
    std::vector<Dot> m_dots;
    QString m_word;
};

} // namespace actiscope
