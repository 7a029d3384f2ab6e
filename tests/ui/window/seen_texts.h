// What there is to read in a widget: what is painted, what its parts are called by who does not see them, and what they say when they are pointed at.
#pragma once

#include "ui/base/plot.h"

#include <QAbstractItemView>
#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QSpinBox>
#include <QSvgGenerator>
#include <QTextDocumentFragment>
#include <QWidget>
#include <QXmlStreamReader>

namespace actiscope::test {

/** Every run of letters that is painted, by whatever paints. */
inline QSet<QString> paintedTexts(QWidget &widget)
{
    QByteArray drawing;
    QBuffer buffer(&drawing);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget.size());
    widget.render(&generator);
    QSet<QString> texts;
    QXmlStreamReader xml(drawing);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    }
    return texts;
}

/** What a plot draws into a picture of its own before it is painted. */
inline void addPlotTexts(const QCustomPlot &plot, QSet<QString> &texts)
{
    for (const QCPAxisRect *rect : plot.axisRects()) {
        for (const QCPAxis *axis : rect->axes())
            texts << axis->label();
    }
    for (int i = 0; i < plot.itemCount(); ++i) {
        if (const auto *text = qobject_cast<const QCPItemText *>(plot.item(i)); text && text->visible())
            texts << text->text();
    }
}

inline void addActionTexts(const QAction &action, QSet<QString> &texts)
{
    texts << action.text() << action.toolTip() << action.statusTip();
    if (action.menu()) {
        for (const QAction *each : action.menu()->actions())
            addActionTexts(*each, texts);
    }
}

inline void addItemTexts(const QAbstractItemModel &model, const QModelIndex &parent, QSet<QString> &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                texts << index.data(role).toString();
            if (column == 0)
                addItemTexts(model, index, texts);
        }
    }
}

/** Of the widget and of all in it that is there to be seen; without the marks of letters to press. */
inline QSet<QString> seenTexts(QWidget &root)
{
    QSet<QString> texts = paintedTexts(root);
    texts << root.windowTitle();
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all.prepend(&root);
    for (QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription() << widget->statusTip();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts << field->placeholderText();
        if (const auto *number = qobject_cast<const QSpinBox *>(widget))
            texts << number->prefix() << number->suffix() << number->specialValueText();
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            addItemTexts(*box->model(), {}, texts);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            addItemTexts(*view->model(), {}, texts);
        if (const auto *plot = qobject_cast<const QCustomPlot *>(widget))
            addPlotTexts(*plot, texts);
        for (const QAction *action : widget->actions())
            addActionTexts(*action, texts);
    }
    QSet<QString> plain;
    for (const QString &text : texts) {
        const QString said = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
        for (const QString &line : said.split(QLatin1Char('\n')))
            plain << line.trimmed();
    }
    plain.remove(QString());
    return plain;
}

} // namespace actiscope::test
