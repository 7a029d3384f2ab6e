#include "ui/base/scale.h"

#include "ui/base/fonts.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QRegularExpression>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

constexpr const char *scaleProperty = "textScale";

class ScaleFollower : public QObject {
public:
    ScaleFollower(QWidget &widget, std::function<void()> fit) : QObject(&widget), m_fit(std::move(fit)) { widget.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parent() && (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange))
            m_fit();
        // Others, whose font it may look at, have not heard of it yet; and a style sheet that comes again brings back a font of before.
        if (watched == parent() && (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange))
            QTimer::singleShot(0, this, m_fit);
        return false;
    }

private:
    std::function<void()> m_fit;
};

} // namespace

double limitedTextScale(double scale)
{
    return std::isfinite(scale) ? std::clamp(scale, 1.0, largestTextScale) : 1;
}

double appliedTextScale(const QApplication &application)
{
    const QVariant scale = application.property(scaleProperty);
    return scale.isValid() ? scale.toDouble() : 1;
}

void applyTextScale(QApplication &application, double scale)
{
    QFont font = inTextFamilies(QApplication::font());
    constexpr double finest = 100; // parts of a point: enlarged and made smaller again it is what it was
    const double own = std::round(finest * font.pointSizeF() / appliedTextScale(application)) / finest;
    font.setPointSizeF(std::max(usualTextPoints, own) * scale);
    application.setProperty(scaleProperty, scale);
    if (font != QApplication::font())
        QApplication::setFont(font);
}

double interfaceScale()
{
    return std::max(1.0, QApplication::font().pointSizeF() / usualTextPoints);
}

int scaled(int pixels)
{
    return int(std::lround(pixels * interfaceScale()));
}

QString scaledSheet(QString sheet)
{
    static const QRegularExpression length(QStringLiteral("(\\d+)dp"));
    for (QRegularExpressionMatch match = length.match(sheet); match.hasMatch(); match = length.match(sheet, match.capturedStart()))
        sheet.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("%1px").arg(scaled(match.captured(1).toInt())));
    return sheet;
}

void followScale(QWidget &widget, std::function<void()> fit)
{
    fit();
    new ScaleFollower(widget, std::move(fit));
}

} // namespace actiscope
