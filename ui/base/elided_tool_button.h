// A tool button whose text may be long: it is cut off with "…" where there is no room, and never keeps the window wide. "&" is a
// character like any other. GUI thread.
#pragma once

#include <QToolButton>

namespace actiscope {

class ElidedToolButton : public QToolButton {
    Q_OBJECT

public:
    /** `suffix` stays where the text is cut. */
    explicit ElidedToolButton(const QString &suffix = {}, QWidget *parent = nullptr);

    /** `shorter`: the first of these that has room stands there where all of the text has none; each is shorter than the one before. */
    void setFullText(const QString &text, const QStringList &shorter = {});
    QString fullText() const { return m_fullText; }
    /** So many letters have room always, or the shortest text. */
    void setLeastCharacters(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString label(const QString &text) const;
    int labelWidth(const QString &label) const;
    void cut();

    QString m_suffix;
    QString m_fullText;
    QStringList m_shorter;
    int m_leastCharacters = 11;
};

} // namespace actiscope
