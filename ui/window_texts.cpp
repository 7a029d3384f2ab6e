#include "ui/window_texts.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace actiscope {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("actiscope::WindowTexts", text);
}

struct KeyGroup {
    const char *title;
    std::vector<std::pair<const char *, const char *>> keys;
};

// A macro, because lupdate looks for one.
#define TEXT(text) QT_TRANSLATE_NOOP("actiscope::WindowTexts", text)

const std::vector<KeyGroup> &keyGroups()
{
    static const std::vector<KeyGroup> groups = {
        {TEXT("Everywhere"),
         {{"Ctrl+1, Ctrl+2", TEXT("Functions, Training")},
          {"F9, F10", TEXT("hide the left, the right panel")},
          {"F11", TEXT("full screen")},
          {"Ctrl+E", TEXT("save a picture")},
          {"Ctrl+C", TEXT("copy the view")},
          {"?", TEXT("these keys")}}},
        {TEXT("Functions"),
         {{"Ctrl+F", TEXT("search the list")},
          {TEXT("Space"), TEXT("in the list: draw the activation or not")},
          {TEXT("Wheel, drag"), TEXT("zoom and pan the plots")},
          {TEXT("Double click, Home"), TEXT("show everything again")},
          {"← →", TEXT("in the plots: move the read-out, with Ctrl finely")}}},
        {TEXT("Sliders"),
         {{"← → ↑ ↓", TEXT("one step, with Ctrl a tenth of it")}, {"PgUp, PgDn", TEXT("ten steps")}}},
        {TEXT("Training"),
         {{TEXT("Space"), TEXT("play or pause")},
          {"S", TEXT("one epoch")},
          {"R", TEXT("reset to the same initial weights")},
          {"L", TEXT("logarithmic loss")},
          {"1 … 6", TEXT("enlarge a panel")},
          {"Esc", TEXT("show all panels")}}},
    };
    return groups;
}

} // namespace

QString keysText()
{
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (const KeyGroup &group : keyGroups()) {
        text += QStringLiteral("<tr><td colspan='2' style='padding-top:8px'><b>%1</b></td></tr>").arg(translated(group.title));
        for (const auto &[key, meaning] : group.keys)
            text += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>").arg(translated(key), translated(meaning));
    }
    return text + QStringLiteral("</table>");
}

QString aboutText()
{
    return QStringLiteral("<h3>Actiscope %1</h3><p>%2</p><p>%3</p>")
        .arg(QCoreApplication::applicationVersion(), translated(TEXT("Makes visible what an activation function does to a neural network.")),
             translated(TEXT("Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, "
                             "Eigen and OpenCL.")));
}

} // namespace actiscope
