#include "ui/window/window_texts.h"

#include <QCoreApplication>

namespace actiscope {

namespace {

/** The context of the texts. */
struct WindowTexts {
    Q_DECLARE_TR_FUNCTIONS(actiscope::WindowTexts)
};

QString keyRow(const QString &keys, const QString &meaning)
{
    return QStringLiteral("<tr><td style='padding-right:16px; white-space:nowrap'>%1</td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
}

/** What has a key; everything else is in the palette. */
QString groupText(const ActionGroup &group)
{
    QString rows;
    for (const QAction *action : group.actions) {
        if (!action->shortcuts().isEmpty())
            rows += keyRow(actionKeys(*action), actionWords(*action));
    }
    for (const HandNote &note : group.notes)
        rows += keyRow(note.hands, note.meaning);
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<tr><td colspan='2' style='padding-top:8px'><b>%1</b></td></tr>").arg(withoutMnemonic(group.title).toHtmlEscaped()) + rows;
}

} // namespace

QString keysText(const std::vector<ActionRegistry::Group> &groups, std::size_t columns)
{
    QString cells;
    for (std::size_t column = 0; column < columns; ++column) {
        QString rows; // of one table, so that what keys do begins at one place
        for (std::size_t i = column; i < groups.size(); i += columns)
            rows += groupText(groups[i].group);
        cells += QStringLiteral("<td width='%1%' style='padding-right:24px'><table cellspacing='0' cellpadding='3'>%2</table></td>").arg(QString::number(100 / columns), rows);
    }
    return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'><tr>%1</tr></table>").arg(cells);
}

QString aboutText()
{
    return QStringLiteral("<h3>Actiscope %1</h3><p>%2</p><p>%3</p>")
        .arg(QCoreApplication::applicationVersion(), WindowTexts::tr("Makes visible what an activation function does to a neural network."),
             WindowTexts::tr("Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, "
                             "Eigen and OpenCL."));
}

} // namespace actiscope
