#include "ui/base/theme.h"

#include "ui/base/plain_text.h"
#include "ui/base/resources.h"
#include "ui/base/scale.h"

#include <QApplication>
#include <QPalette>
#include <QString>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.background);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.isDark ? QColor(0x2b, 0x30, 0x38) : QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.error);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::Link, theme.readable(theme.accent));
    palette.setColor(QPalette::LinkVisited, theme.readable(theme.accent));
    palette.setColor(QPalette::Light, theme.isDark ? QColor(0x3a, 0x40, 0x4a) : QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::Midlight, mix(theme.background, theme.border, 0.5));
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, mix(theme.border, theme.text, 0.3));
    palette.setColor(QPalette::Shadow, theme.isDark ? QColor(0, 0, 0) : QColor(0x80, 0x84, 0x8c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mix(theme.mutedText, theme.background, 0.4));
    return palette;
}

/** Only what the palette cannot say: check boxes that stand out in the dark, slim scroll bars, hairlines. */
QString styleSheetOf(const Theme &theme)
{
    QString sheet = QStringLiteral(
        "QToolTip { color: @text; background: @panel; border: 1px solid @border; padding: 4dp; }"
        "QStatusBar::item { border: none; }"
        "QMenu { menu-scrollable: 1; }" // instead of a second column beside it, where that is off a small screen
        "QSplitter::handle { background: @border; }"
        "QAbstractItemView { outline: 0; }" // Qt 6.8 draws a frame around the current item that Qt 6.4 does not; the selection shows it
        "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
        "QCheckBox::indicator, QTreeView::indicator { width: 14dp; height: 14dp; border: 1px solid @outline;"
        " border-radius: 3dp; background: @panel; }"
        "QCheckBox::indicator:checked, QTreeView::indicator:checked { border-color: @accent; background: @accent;"
        " image: url(:/icons/check.svg); }"
        "QCheckBox::indicator:focus { border: 2dp solid @accent; }"
        "QLineEdit, QAbstractSpinBox { border: 1px solid @outline; border-radius: 4dp; background: @panel; padding: 3dp 6dp;"
        " selection-background-color: @accent; selection-color: @accentText; }"
        "QLineEdit:focus, QAbstractSpinBox:focus { border-color: @accent; }"
        "QAbstractSpinBox { padding: 1dp 2dp; }"
        "QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; }"
        "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 18dp; border: none; }"
        "QAbstractSpinBox::up-button { subcontrol-position: top right; }"
        "QAbstractSpinBox::down-button { subcontrol-position: bottom right; }"
        "QAbstractSpinBox::up-arrow { image: url(:/icons/spin_up.svg); width: 12dp; height: 12dp; }"
        "QAbstractSpinBox::down-arrow { image: url(:/icons/spin_down.svg); width: 12dp; height: 12dp; }"
        "QSlider:horizontal { min-height: 20dp; }"
        "QSlider::groove:horizontal { height: 4dp; border-radius: 2dp; background: @border; }"
        "QSlider::sub-page:horizontal { border-radius: 2dp; background: @accent; }"
        "QSlider::handle:horizontal { width: 12dp; height: 12dp; margin: -6dp 0; border: 2dp solid @accent; border-radius: 8dp;"
        " background: @panel; }"
        "QSlider::handle:horizontal:focus { background: @accent; }"
        "QScrollBar:vertical { background: transparent; width: 10dp; margin: 0; }"
        "QScrollBar:horizontal { background: transparent; height: 10dp; margin: 0; }"
        "QScrollBar::handle { background: @border; border-radius: 3dp; margin: 2dp; }"
        "QScrollBar::handle:vertical { min-height: 32dp; }"
        "QScrollBar::handle:horizontal { min-width: 32dp; }"
        "QScrollBar::handle:hover { background: @outline; }"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }");
    // A name that begins another comes after it.
    const std::pair<const char *, QColor> names[] = {{"@accentText", theme.accentText}, {"@text", theme.text},
                                                     {"@panel", theme.panel},           {"@border", theme.border},
                                                     {"@outline", theme.outline()},     {"@accent", theme.accent}};
    for (const auto &[name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    return scaledSheet(sheet);
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.background = QColor(0xf3, 0xf4, 0xf6);
    theme.panel = QColor(0xff, 0xff, 0xff);
    theme.plotBackground = QColor(0xff, 0xff, 0xff);
    theme.text = QColor(0x1b, 0x1f, 0x24);
    theme.mutedText = QColor(0x57, 0x5f, 0x6b);
    theme.border = QColor(0xd3, 0xd7, 0xde);
    theme.grid = QColor(0xe7, 0xe9, 0xed);
    theme.zeroLine = QColor(0xa4, 0xab, 0xb6);
    theme.accent = QColor(0x00, 0x62, 0x9b);
    theme.accentText = QColor(0xff, 0xff, 0xff);
    theme.selection = QColor(0xd6, 0xe6, 0xf2);
    theme.error = QColor(0xb3, 0x26, 0x1e);
    // Orange, sky, vermillion and yellow are darker than Okabe and Ito's, which a projector's white swallows (yellow has 1.3:1).
    theme.curves = {QColor(0x00, 0x72, 0xb2), QColor(0xca, 0x83, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7),
                    QColor(0x1b, 0x96, 0xc0), QColor(0xc4, 0x4e, 0x00), QColor(0x66, 0x62, 0x00), theme.text};
    theme.classZero = QColor(0x00, 0x72, 0xb2);
    theme.classOne = QColor(0xe6, 0x8a, 0x00);
    theme.sequentialLow = QColor(0x8c, 0xb4, 0xdc);
    theme.sequentialMiddle = QColor(0x4a, 0x62, 0xb8);
    theme.sequentialHigh = QColor(0x3a, 0x0f, 0x5c);
    theme.divergingZero = QColor(0x86, 0xbb, 0xe2);
    theme.divergingMiddle = QColor(0xf8, 0xf8, 0xf7);
    theme.divergingOne = QColor(0xf5, 0xc7, 0x8a);
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.isDark = true;
    theme.background = QColor(0x1a, 0x1d, 0x22);
    theme.panel = QColor(0x21, 0x25, 0x2b);
    theme.plotBackground = QColor(0x15, 0x18, 0x1c);
    theme.text = QColor(0xe8, 0xea, 0xed);
    theme.mutedText = QColor(0xa3, 0xab, 0xb6);
    theme.border = QColor(0x38, 0x3e, 0x47);
    theme.grid = QColor(0x26, 0x2b, 0x32);
    theme.zeroLine = QColor(0x5a, 0x62, 0x6e);
    theme.accent = QColor(0x2a, 0x76, 0xac);
    theme.accentText = QColor(0xff, 0xff, 0xff);
    theme.selection = QColor(0x2a, 0x3d, 0x4f);
    theme.error = QColor(0xff, 0x95, 0x8b);
    // The blues are lighter than Okabe and Ito's: #0072B2 sinks into a dark ground.
    theme.curves = {QColor(0x2a, 0x86, 0xc4), QColor(0xe6, 0x9f, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7),
                    QColor(0x74, 0xc4, 0xf2), QColor(0xd5, 0x5e, 0x00), QColor(0xf0, 0xe4, 0x42), theme.text};
    theme.classZero = QColor(0x5a, 0xb0, 0xec);
    theme.classOne = QColor(0xf5, 0xa6, 0x2b);
    theme.sequentialLow = QColor(0x4c, 0x60, 0xa8);
    theme.sequentialMiddle = QColor(0x54, 0xa2, 0xd4);
    theme.sequentialHigh = QColor(0xd8, 0xf0, 0xc8);
    theme.divergingZero = QColor(0x17, 0x4c, 0x78);
    theme.divergingMiddle = QColor(0x19, 0x1b, 0x1e);
    theme.divergingOne = QColor(0x74, 0x46, 0x0a);
    return theme;
}

Theme Theme::forFigure() const
{
    Theme theme = *this;
    theme.scale = Theme().scale;
    theme.titleShare = Theme().titleShare;
    return theme;
}

QColor Theme::diverging(double probability) const
{
    if (std::isnan(probability))
        return plotBackground;
    const double p = std::clamp(probability, 0.0, 1.0);
    return p < 0.5 ? mix(divergingZero, divergingMiddle, 2 * p) : mix(divergingMiddle, divergingOne, 2 * p - 1);
}

QColor Theme::sequential(double share) const
{
    const double s = std::clamp(share, 0.0, 1.0);
    return s < 0.5 ? mix(sequentialLow, sequentialMiddle, 2 * s) : mix(sequentialMiddle, sequentialHigh, 2 * s - 1);
}

QColor Theme::accentHover() const
{
    return mix(accent, QColor(0, 0, 0), 0.15);
}

QColor Theme::outline() const
{
    return mix(border, mutedText, 0.7);
}

QColor Theme::readable(const QColor &color) const
{
    const auto isReadable = [this](const QColor &each) {
        return std::ranges::all_of(std::array{background, panel, plotBackground},
                                   [&each](const QColor &ground) { return contrastRatio(each, ground) >= 4.5; });
    };
    QColor result = color;
    for (int step = 1; step <= 20 && !isReadable(result); ++step)
        result = mix(color, text, step / 20.0);
    return result;
}

QColor mix(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()), channel(from.blueF(), to.blueF()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

bool systemPrefersDark()
{
    // Our own palette hides the desktop's; an empty one uncovers it.
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    QApplication::setPalette(own);
    return luminance(system.color(QPalette::Window)) < luminance(system.color(QPalette::WindowText));
}

Theme themeFor(ColorScheme scheme)
{
    const bool dark = scheme == ColorScheme::Dark || (scheme == ColorScheme::System && systemPrefersDark());
    return dark ? Theme::dark() : Theme::light();
}

void applyTheme(QApplication &application, const Theme &theme)
{
    keepTextPlain(application);
    // Once: all widgets are polished anew by it, and behind a style sheet nobody says which style there is.
    if (constexpr const char *hasStyle = "hasStyle"; !application.property(hasStyle).toBool()) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.setProperty(hasStyle, true);
    }
    applyTextScale(application, appliedTextScale(application));
    initResources(); // the style sheet names pictures
    QApplication::setPalette(paletteOf(theme));
    // All widgets are polished anew by this, too, a fifth of a second for a window: not where nothing changes for them, as for new parts in the same theme.
    if (const QString sheet = styleSheetOf(theme); application.styleSheet() != sheet)
        application.setStyleSheet(sheet);
    // A widget that is polished later, when it is first shown, would get the palette back that it has now
    // (QStyleSheetStyle::polish), and lose the one that its setTheme() gives it.
    for (QWidget *widget : QApplication::allWidgets())
        widget->ensurePolished();
}

} // namespace actiscope
