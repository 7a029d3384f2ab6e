// A line of text that takes the room that there is: what does not fit is cut, and all of it is in the tooltip.
#pragma once

#include <QLabel>

namespace actiscope {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /** `shorter` stands there where it fits and all of it does not. */
    void setFullText(const QString &text, const QString &shorter = {});
    QString fullText() const { return m_fullText; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void cut();

    QString m_fullText;
    QString m_shorter;
};

} // namespace actiscope
