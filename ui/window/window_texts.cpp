#include "ui/window/window_texts.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace actiscope {

namespace {

/** The context of the texts. */
struct WindowTexts {
    Q_DECLARE_TR_FUNCTIONS(actiscope::WindowTexts)
};

struct KeyGroup {
    QString title;
    std::vector<std::pair<QString, QString>> keys;
};

std::vector<KeyGroup> keyGroups()
{
    return {
        {WindowTexts::tr("Everywhere"),
         {{QStringLiteral("Ctrl+1, Ctrl+2"), WindowTexts::tr("Functions, Training")},
          {QStringLiteral("F9, Shift+F9"), WindowTexts::tr("hide the left, the right panel")},
          {QStringLiteral("F10"), WindowTexts::tr("open the menu")},
          {QStringLiteral("F11"), WindowTexts::tr("full screen")},
          {QStringLiteral("Ctrl+E"), WindowTexts::tr("export: a picture, or the values")},
          {QStringLiteral("Ctrl+C"), WindowTexts::tr("copy the view")},
          {QStringLiteral("?"), WindowTexts::tr("these keys")}}},
        {WindowTexts::tr("Functions"),
         {{QStringLiteral("Ctrl+F"), WindowTexts::tr("search the list")},
          {QStringLiteral("Ctrl+N"), WindowTexts::tr("new activation from a formula")},
          {WindowTexts::tr("Letters"), WindowTexts::tr("in the list: search it")},
          {WindowTexts::tr("Space"), WindowTexts::tr("in the list: draw the activation or not")},
          {WindowTexts::tr("Wheel, drag"), WindowTexts::tr("zoom and pan the plots")},
          {WindowTexts::tr("+ −, Shift+← →"), WindowTexts::tr("in the plots: zoom and pan x")},
          {WindowTexts::tr("Double click, Home"), WindowTexts::tr("show everything again")},
          {QStringLiteral("← →"), WindowTexts::tr("in the plots: move the read-out, with Ctrl finely")}}},
        {WindowTexts::tr("Training"),
         {{WindowTexts::tr("Space"), WindowTexts::tr("train or pause")},
          {QStringLiteral("S"), WindowTexts::tr("one epoch")},
          {QStringLiteral("R"), WindowTexts::tr("reset to the same initial weights")},
          {QStringLiteral("L"), WindowTexts::tr("logarithmic loss")},
          {QStringLiteral("1 … 6"), WindowTexts::tr("enlarge a panel")},
          {QStringLiteral("Esc"), WindowTexts::tr("show all panels")}}},
        {WindowTexts::tr("Sliders"),
         {{QStringLiteral("← → ↑ ↓"), WindowTexts::tr("one step, with Ctrl a tenth of it")},
          {QStringLiteral("PgUp, PgDn"), WindowTexts::tr("ten steps")}}},
    };
}

QString groupText(const KeyGroup &group)
{
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='3'><tr><td colspan='2' style='padding-top:8px'><b>%1</b></td></tr>")
                       .arg(group.title);
    for (const auto &[key, meaning] : group.keys)
        text += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>").arg(key, meaning);
    return text + QStringLiteral("</table>");
}

} // namespace

QString keysText(std::size_t columns)
{
    const std::vector<KeyGroup> groups = keyGroups();
    QString cells;
    for (std::size_t column = 0; column < columns; ++column) {
        cells += QStringLiteral("<td style='padding-right:24px'>");
        for (std::size_t i = column; i < groups.size(); i += columns)
            cells += groupText(groups[i]);
        cells += QStringLiteral("</td>");
    }
    return QStringLiteral("<table cellspacing='0' cellpadding='0'><tr>%1</tr></table>").arg(cells);
}

QString aboutText()
{
    return QStringLiteral("<h3>Actiscope %1</h3><p>%2</p><p>%3</p>")
        .arg(QCoreApplication::applicationVersion(), WindowTexts::tr("Makes visible what an activation function does to a neural network."),
             WindowTexts::tr("Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, "
                             "Eigen and OpenCL."));
}

} // namespace actiscope
