// A line of the gallery: a name and some words, under the name whether it was changed. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QAbstractButton>

namespace actiscope {

class GalleryEntry : public QAbstractButton {
    Q_OBJECT

public:
    GalleryEntry(const QString &title, const QString &summary, QWidget *parent);

    void setTheme(const Theme &theme);
    /** What it takes that is not there: said instead of the summary; empty for nothing. */
    void setMissing(const QString &text);
    /** It is what is shown now, as it was or not. */
    void setCurrent(bool current, bool changed);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;
    QFont smallFont() const;

    const QString &shownSummary() const { return m_missing.isEmpty() ? m_summary : m_missing; }

    QString m_summary;
    QString m_missing;
    bool m_current = false;
    bool m_changed = false;
    Theme m_theme;
};

} // namespace actiscope
