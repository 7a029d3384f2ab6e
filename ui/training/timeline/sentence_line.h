// One sentence about the epoch that is shown, and one step that can be tried. Always as high as it can come to be, so that nothing moves. GUI thread.
#pragma once

#include "ui/base/spoken_description.h"
#include "ui/base/theme.h"

#include <QFrame>

#include <memory>

class QLabel;
class QPushButton;

namespace actiscope {

class SentenceLine : public QFrame {
    Q_OBJECT

public:
    explicit SentenceLine(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Without a step there is no button. `isPassing`: in a moment it is another one. */
    void setSentence(const QString &sentence, const QString &step = {}, bool isPassing = false);
    QString sentence() const;
    QPushButton *stepButton() const { return m_step; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /** What is to be seen of it: all, or its beginning where there is no room in two lines. */
    QString shownSentence() const;

signals:
    void stepRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_flag = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_step = nullptr;
    QString m_text;
    std::unique_ptr<SpokenDescription> m_spoken;
};

} // namespace actiscope
