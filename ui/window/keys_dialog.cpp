#include "ui/window/keys_dialog.h"

#include "ui/window/window_texts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int windowFrame = 80; ///< what a window manager and panels of the desktop may take of the screen's height

} // namespace

KeysDialog::KeysDialog(const ActionRegistry &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *text = new QLabel(keysText(actions.groups(), 2), this);
    text->setTextFormat(Qt::RichText);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setMargin(16);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Keys"));
    scroll->setWidget(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);

    // As wide as two columns like, or as the screen is, with one.
    const QMargins margins = layout->contentsMargins();
    const QSize others(margins.left() + margins.right() + scroll->verticalScrollBar()->sizeHint().width(),
                       margins.top() + margins.bottom() + layout->spacing() + buttons->sizeHint().height());
    const QSize most = screen()->availableSize() - QSize(0, windowFrame);
    const int textWidth = std::min(text->sizeHint().width(), most.width() - others.width());
    if (textWidth < text->sizeHint().width())
        text->setText(keysText(actions.groups(), 1));
    text->setWordWrap(true);
    resize((QSize(textWidth, text->heightForWidth(textWidth)) + others).boundedTo(most));
}

} // namespace actiscope
