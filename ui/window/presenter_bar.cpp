#include "ui/window/presenter_bar.h"

#include "ui/base/quiet_label.h"
#include "ui/base/unbroken.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

// Pixels of a screen of 1920 x 1080.
constexpr QSize presenterScreen(1920, 1080);
constexpr int keyDiameter = 104;
constexpr int sentencePixels = 28;
constexpr int figurePixels = 20;
constexpr int linePixels = 6;
constexpr int handlePixels = 28;
constexpr int edgePixels = 48;
constexpr int gapPixels = 16;

QFont fontOf(QFont font, double pixels, bool bold)
{
    font.setPixelSize(std::max(8, qRound(pixels)));
    font.setBold(bold);
    return font;
}

} // namespace

void PlayKey::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void PlayKey::setPlaying(bool playing)
{
    if (std::exchange(m_isPlaying, playing) != playing)
        update();
}

void PlayKey::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(width(), height());
    painter.translate(width() / 2.0, height() / 2.0);
    painter.scale(side / 100, side / 100); // a disc of 90 in a ring of 100
    painter.setPen(Qt::NoPen);
    if (hasFocus()) {
        painter.setBrush(m_theme.text);
        painter.drawEllipse(QPointF(), 50, 50);
        painter.setBrush(m_theme.plotBackground);
        painter.drawEllipse(QPointF(), 47.5, 47.5);
    }
    painter.setBrush(!isEnabled() ? m_theme.border : underMouse() || isDown() ? m_theme.accentHover() : m_theme.accent);
    painter.drawEllipse(QPointF(), 45, 45);
    painter.setBrush(isEnabled() ? m_theme.accentText : m_theme.mutedText);
    if (m_isPlaying) {
        painter.drawRect(QRectF(-18, -20, 12, 40));
        painter.drawRect(QRectF(6, -20, 12, 40));
    } else {
        painter.drawPolygon(QPolygonF{{-13, -22}, {-13, 22}, {23, 0}});
    }
}

PresenterBar::PresenterBar(QWidget *parent)
    : QWidget(parent), m_key(new PlayKey(this)), m_sentence(new QuietLabel(tr("What the run says"), this)), m_timeline(new QSlider(Qt::Horizontal, this)), m_spoken(*m_timeline),
      m_first(new QLabel(QStringLiteral("0"), this)), m_now(new QuietLabel(tr("Where the run is"), this)), m_layout(new QGridLayout(this))
{
    setObjectName(QStringLiteral("presenterBar"));
    setAutoFillBackground(true);
    m_sentence->setObjectName(QStringLiteral("presenterSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_key->setObjectName(QStringLiteral("presenterKey"));
    m_key->setFocusPolicy(Qt::StrongFocus);
    m_key->setProperty("showsFocus", true);
    m_timeline->setAccessibleName(tr("Place in time"));
    m_timeline->setToolTip(tr("Drag it to look at another moment"));
    m_layout->addWidget(m_key, 0, 0, 3, 1, Qt::AlignCenter);
    m_layout->addWidget(m_sentence, 0, 1, 1, 2);
    m_layout->addWidget(m_timeline, 1, 1, 1, 2);
    m_layout->addWidget(m_first, 2, 1);
    m_layout->addWidget(m_now, 2, 2, Qt::AlignRight);
    m_layout->setColumnStretch(1, 1);
    m_layout->setRowStretch(0, 1);
    connect(m_key, &QAbstractButton::clicked, this, &PresenterBar::playWanted);
    connect(m_timeline, &QSlider::valueChanged, this, &PresenterBar::placeWanted);
    fit();
}

double PresenterBar::shareOf(QSize window)
{
    return std::min(double(window.width()) / presenterScreen.width(), double(window.height()) / presenterScreen.height());
}

void PresenterBar::setShare(double share, double textShare)
{
    const bool isNew = share != m_share || textShare != m_textShare;
    m_share = share;
    m_textShare = textShare;
    if (isNew)
        fit();
}

void PresenterBar::fit()
{
    const auto pixels = [this](int length) { return qRound(length * m_share); };
    m_key->setFixedSize(pixels(keyDiameter), pixels(keyDiameter));
    m_sentence->setFont(fontOf(font(), sentencePixels * m_textShare, true));
    for (QLabel *figure : {m_first, m_now})
        figure->setFont(fontOf(font(), figurePixels * m_textShare, figure == m_now));
    m_layout->setContentsMargins(pixels(edgePixels), pixels(gapPixels), pixels(edgePixels), pixels(gapPixels));
    m_layout->setHorizontalSpacing(pixels(edgePixels));
    m_layout->setVerticalSpacing(pixels(4));
    const int handle = pixels(handlePixels);
    const int line = pixels(linePixels);
    m_timeline->setStyleSheet(
        QStringLiteral("QSlider:horizontal { min-height: %1px; }"
                       "QSlider::groove:horizontal { height: %2px; border-radius: %3px; background: %4; }"
                       "QSlider::sub-page:horizontal { border-radius: %3px; background: %5; }"
                       "QSlider::handle:horizontal { width: %6px; height: %6px; margin: -%7px 0; border: 2px solid %8; border-radius: %9px;"
                       " background: %8; }"
                       "QSlider::handle:horizontal:focus { border-color: %10; }")
            .arg(handle + 4)
            .arg(line)
            .arg(line / 2)
            .arg(m_theme.border.name(), m_theme.mutedText.name())
            .arg(handle - 4)
            .arg((handle - line) / 2)
            .arg(m_theme.text.name())
            .arg(handle / 2)
            .arg(m_theme.accent.name()));
}

void PresenterBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_key->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.plotBackground);
    colors.setColor(QPalette::WindowText, theme.text);
    setPalette(colors);
    colors.setColor(QPalette::WindowText, theme.mutedText);
    m_first->setPalette(colors);
    fit();
}

void PresenterBar::showPresentation(const Presentation &shown)
{
    m_sentence->setText(unbroken(shown.sentence));
    m_key->setPlaying(shown.isPlaying);
    m_key->setEnabled(!shown.playWords.isEmpty());
    m_key->setAccessibleName(shown.playWords);
    m_key->setToolTip(shown.playWords);
    for (QWidget *each : {static_cast<QWidget *>(m_timeline), static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_now)})
        each->setVisible(shown.place.has_value());
    if (!shown.place)
        return;
    const QSignalBlocker blocker(m_timeline);
    m_timeline->setRange(0, std::max(1, shown.place->last));
    if (!m_timeline->isSliderDown())
        m_timeline->setValue(shown.place->at);
    m_timeline->setEnabled(shown.place->canMove);
    m_now->setText(shown.place->words);
    if (!shown.isPlaying || m_spoken.maySayInPassing())
        m_spoken.say(shown.place->words);
}

} // namespace actiscope
