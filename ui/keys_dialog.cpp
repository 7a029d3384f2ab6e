#include "ui/keys_dialog.h"

#include "ui/window_texts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace actiscope {

namespace {

constexpr int windowFrame = 80; ///< what a window manager and panels of the desktop may take of the screen's height

} // namespace

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *text = new QLabel(keysText(), this);
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

    const QMargins margins = layout->contentsMargins();
    const QSize wanted = text->sizeHint()
                         + QSize(margins.left() + margins.right() + scroll->verticalScrollBar()->sizeHint().width(),
                                 margins.top() + margins.bottom() + layout->spacing() + buttons->sizeHint().height());
    resize(wanted.boundedTo(screen()->availableSize() - QSize(0, windowFrame)));
}

} // namespace actiscope
