#include "ui/base/plain_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QStringList>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int highestControl = 64; ///< pixels; in what is higher a tooltip stands at the pointer
constexpr int toolTipGap = 4;      ///< between a tooltip and what it is about

/** What is pointed at, and what there is to say of it. */
struct PointedAt {
    QString text;
    QRect place; ///< in the widget's coordinates
};

PointedAt pointedAt(const QWidget &widget, const QPoint &position)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget()); view && view->viewport() == &widget) {
        const QModelIndex index = view->indexAt(position);
        return {index.data(Qt::ToolTipRole).toString(), view->visualRect(index)};
    }
    if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        QAction *action = menu->toolTipsVisible() ? menu->actionAt(position) : nullptr;
        return action ? PointedAt{action->toolTip(), menu->actionGeometry(action)} : PointedAt();
    }
    return {widget.toolTip(), widget.rect()};
}

QWidget *visibleToolTip()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto found =
        std::ranges::find_if(windows, [](const QWidget *window) { return window->inherits("QTipLabel") && window->isVisible(); });
    return found == windows.end() ? nullptr : *found;
}

/** Below what it is about, or above it where the screen ends. */
void placeBeside(QWidget &toolTip, const QRect &subject, const QScreen &screen)
{
    const QRect room = screen.availableGeometry();
    const int below = subject.bottom() + toolTipGap;
    const int top = below + toolTip.height() <= room.bottom() ? below : subject.top() - toolTipGap - toolTip.height();
    toolTip.move(std::clamp(toolTip.x(), room.left(), std::max(room.left(), room.right() - toolTip.width())), top);
}

class PlainText : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Polish)
            makePlain(qobject_cast<QLabel *>(watched));
        if (event->type() == QEvent::ToolTip && watched->isWidgetType())
            return showToolTip(*static_cast<QWidget *>(watched), *static_cast<const QHelpEvent *>(event));
        return QObject::eventFilter(watched, event);
    }

private:
    static void makePlain(QLabel *label)
    {
        if (label && label->textFormat() == Qt::AutoText && label->windowType() != Qt::ToolTip)
            label->setTextFormat(Qt::PlainText);
    }

    static bool showToolTip(QWidget &widget, const QHelpEvent &event)
    {
        const PointedAt subject = pointedAt(widget, event.pos());
        if (subject.text.isEmpty())
            return false; // a parent's, perhaps
        QToolTip::showText(event.globalPos(), toolTipHtml(subject.text, QToolTip::font()), &widget, subject.place);
        QWidget *toolTip = visibleToolTip();
        if (toolTip && subject.place.height() <= highestControl)
            placeBeside(*toolTip, QRect(widget.mapToGlobal(subject.place.topLeft()), subject.place.size()), *widget.screen());
        return true;
    }
};

} // namespace

QString wrapped(const QString &text, const QFont &font, int width)
{
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            lines << QString();
    }
    return lines.join(QLatin1Char('\n'));
}

QString toolTipHtml(const QString &text, const QFont &font)
{
    const QStringList lines = wrapped(text, font, toolTipWidth).toHtmlEscaped().split(QLatin1Char('\n'));
    return QStringLiteral("<div style='white-space:pre'>%1</div>").arg(lines.join(QStringLiteral("<br>")));
}

void keepTextPlain(QApplication &application)
{
    static const QString name = QStringLiteral("plainText");
    if (application.findChild<QObject *>(name, Qt::FindDirectChildrenOnly))
        return;
    auto *watcher = new PlainText(&application);
    watcher->setObjectName(name);
    application.installEventFilter(watcher);
}

} // namespace actiscope
