#include "ui/training/data/points_dialog.h"

#include "core/base/errors.h"
#include "core/data/dividing_curve.h"
#include "ui/base/translation.h"
#include "ui/training/data/points_canvas.h"
#include "ui/training/data/points_picture.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr qsizetype longestFault = 140; ///< letters: two lines

constexpr int largestBrush = 60;

} // namespace

PointsDialog::PointsDialog(LabelledPoints begin, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_canvas(new PointsCanvas(std::move(begin), theme, this)), m_classes(new QButtonGroup(this)),
      m_tools(new QButtonGroup(this))
{
    setWindowTitle(tr("Draw points"));
    setObjectName(QStringLiteral("pointsDialog"));
    setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; padding: 4px 8px; }"
                                 "QToolButton:hover { border-color: %2; }"
                                 "QToolButton:disabled { color: %6; }"
                                 "QToolButton:checked { background: %4; border-color: %5; }"
                                 "QToolButton:focus { border: 2px solid %5; padding: 3px 7px; }")
                      .arg(theme.plotBackground.name(), theme.text.name(), theme.border.name(), theme.selection.name(), theme.accent.name(),
                           theme.mutedText.name()));
    const std::size_t used = m_canvas->drawn().classSizes().size();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addLayout(setupTools());
    layout->addLayout(setupClasses(std::clamp(static_cast<int>(used) + 1, 3, DrawnPoints::maxClasses)));
    layout->addWidget(m_canvas, 1);
    layout->addLayout(setupCurve());
    m_curveMessage = new QLabel(this);
    m_curveMessage->setTextFormat(Qt::PlainText);
    m_curveMessage->setWordWrap(true);
    m_curveMessage->setObjectName(QStringLiteral("curveMessage"));
    m_curveMessage->setMinimumHeight(2 * m_curveMessage->fontMetrics().lineSpacing()); // so that the plane stands still
    m_curveMessage->setAlignment(Qt::AlignTop);
    layout->addWidget(m_curveMessage);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("pointsSummary"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Use these points"), QDialogButtonBox::AcceptRole);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    connect(m_canvas, &PointsCanvas::pointsChanged, this, &PointsDialog::showPoints);
    setupKeys();
    showPoints();
    m_canvas->setFocus();
}

QToolButton *PointsDialog::addButton(const QString &text, const QString &name, const QString &toolTip, QHBoxLayout &row)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    row.addWidget(button);
    return button;
}

QHBoxLayout *PointsDialog::setupTools()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto addTool = [&](PointsCanvas::Tool tool, const QString &text, const QString &name, const QString &toolTip) {
        QToolButton *button = addButton(text, name, toolTip, *row);
        button->setCheckable(true);
        m_tools->addButton(button, static_cast<int>(tool));
    };
    addTool(PointsCanvas::Tool::Draw, tr("Draw"), QStringLiteral("toolDraw"), tr("Click or drag to add points of the chosen class (D)"));
    addTool(PointsCanvas::Tool::Erase, tr("Erase"), QStringLiteral("toolErase"), tr("Click or drag over points to erase them (E, or the right button)"));
    addTool(PointsCanvas::Tool::Move, tr("Move"), QStringLiteral("toolMove"), tr("Drag a point to another place (M)"));
    m_tools->button(0)->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, m_canvas, [this](int id) { m_canvas->setTool(static_cast<PointsCanvas::Tool>(id)); });
    auto *brush = new QSlider(Qt::Horizontal, this);
    brush->setRange(0, largestBrush);
    brush->setValue(12);
    brush->setFixedWidth(90);
    brush->setAccessibleName(tr("Brush"));
    brush->setToolTip(tr("How far a stroke scatters points, and how much it erases"));
    connect(brush, &QSlider::valueChanged, m_canvas, &PointsCanvas::setBrush);
    auto *label = new QLabel(tr("&Brush"), this);
    label->setBuddy(brush);
    row->addSpacing(8);
    row->addWidget(label);
    row->addWidget(brush);
    row->addStretch(1);
    m_undo = addButton(tr("Undo"), QStringLiteral("undoStroke"), tr("Take back the last stroke (Ctrl+Z)"), *row);
    m_redo = addButton(tr("Redo"), QStringLiteral("redoStroke"), tr("Do it again (Ctrl+Shift+Z)"), *row);
    m_clear = addButton(tr("Erase all"), QStringLiteral("eraseAll"), tr("Begin with an empty plane"), *row);
    const auto onDrawn = [this](auto work) {
        return [this, work] {
            (m_canvas->drawn().*work)();
            m_canvas->refresh();
        };
    };
    connect(m_undo, &QToolButton::clicked, this, onDrawn(&DrawnPoints::undo));
    connect(m_redo, &QToolButton::clicked, this, onDrawn(&DrawnPoints::redo));
    connect(m_clear, &QToolButton::clicked, this, onDrawn(&DrawnPoints::clear));
    return row;
}

QIcon PointsDialog::classIcon(int label) const
{
    constexpr int side = 18;
    QPixmap pixmap(QSize(side, side) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawClassMark(painter, QPointF(side / 2.0, side / 2.0), label, 5.5, m_theme);
    return QIcon(pixmap);
}

QHBoxLayout *PointsDialog::setupClasses(int shown)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (int label = 0; label < shown; ++label) {
        QToolButton *button = addButton(tr("class %1").arg(label), QStringLiteral("class%1").arg(label),
                                        tr("Draw points of class %1 (key %2)").arg(label).arg(label + 1), *row);
        button->setIcon(classIcon(label));
        button->setToolButtonStyle(shown > 5 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(tr("class %1").arg(label));
        button->setCheckable(true);
        m_classes->addButton(button, label);
    }
    row->addStretch(1);
    m_classes->button(0)->setChecked(true);
    connect(m_classes, &QButtonGroup::idClicked, this, [this](int label) {
        m_canvas->setLabel(label);
        m_tools->button(static_cast<int>(PointsCanvas::Tool::Draw))->click();
    });
    return row;
}

QHBoxLayout *PointsDialog::setupCurve()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new QLabel(tr("Divide by &y ="), this);
    m_curve = new QLineEdit(this);
    m_curve->setObjectName(QStringLiteral("curve"));
    m_curve->setPlaceholderText(QStringLiteral("sin(3*x)"));
    m_curve->setAccessibleName(tr("Curve y = f(x)"));
    m_curve->setToolTip(tr("Points above the curve become class 1, all others class 0"));
    label->setBuddy(m_curve);
    m_divide = new QPushButton(tr("Divide"), this);
    m_divide->setDefault(true); // Return divides, and does not close the dialog
    m_divide->setEnabled(false);
    row->addWidget(label);
    row->addWidget(m_curve, 1);
    row->addWidget(m_divide);
    connect(m_curve, &QLineEdit::textChanged, this, &PointsDialog::checkCurve);
    connect(m_divide, &QPushButton::clicked, this, &PointsDialog::divide);
    return row;
}

void PointsDialog::setupKeys()
{
    const auto press = [](const QKeySequence &keys, QAbstractButton *button, QWidget *where, Qt::ShortcutContext context) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    };
    press(QKeySequence::Undo, m_undo, this, Qt::WindowShortcut);
    press(QKeySequence::Redo, m_redo, this, Qt::WindowShortcut);
    // Letters are the canvas's alone: elsewhere they are typed.
    const auto onCanvas = [&](Qt::Key key, QAbstractButton *button) { press(QKeySequence(key), button, m_canvas, Qt::WidgetShortcut); };
    onCanvas(Qt::Key_D, m_tools->button(0));
    onCanvas(Qt::Key_E, m_tools->button(1));
    onCanvas(Qt::Key_M, m_tools->button(2));
    for (QAbstractButton *button : m_classes->buttons())
        onCanvas(static_cast<Qt::Key>(Qt::Key_1 + m_classes->id(button)), button);
}

void PointsDialog::checkCurve()
{
    const std::string text = m_curve->text().trimmed().toStdString();
    QString fault;
    try {
        if (!text.empty())
            curveFormula(text);
    } catch (const ConfigurationError &error) {
        fault = tr("Not accepted. Use %1").arg(translated(error.accepted()));
    }
    m_curveMessage->setText(fault.size() > longestFault ? fault.left(longestFault) + QStringLiteral("…") : fault); // which may name all functions there are
    m_curveMessage->setToolTip(fault);
    QPalette palette = m_curveMessage->palette();
    palette.setColor(QPalette::WindowText, m_theme.error);
    m_curveMessage->setPalette(palette);
    m_divide->setEnabled(!text.empty() && fault.isEmpty());
    m_canvas->setCurve(fault.isEmpty() ? text : std::string());
}

void PointsDialog::divide()
{
    if (!m_divide->isEnabled())
        return;
    m_canvas->drawn().divide(m_curve->text().trimmed().toStdString());
    m_canvas->refresh();
}

QString PointsDialog::curveMessage() const
{
    return m_curveMessage->text();
}

const LabelledPoints &PointsDialog::points() const
{
    return m_canvas->drawn().points();
}

void PointsDialog::showPoints()
{
    const DrawnPoints &drawn = m_canvas->drawn();
    const std::size_t count = drawn.points().count();
    QStringList sizes;
    for (const std::size_t size : drawn.classSizes())
        sizes << QString::number(size);
    QString text = tr("%n points", nullptr, static_cast<int>(count));
    if (count < 2)
        text = tr("%1; two at least are needed").arg(text);
    else if (count >= DrawnPoints::maxPoints)
        text = tr("%1, which is as many as can be drawn").arg(text);
    else if (sizes.size() > 1)
        text = tr("%1, by class: %2").arg(text, sizes.join(QStringLiteral(", ")));
    m_summary->setText(text);
    m_undo->setEnabled(drawn.canUndo());
    m_redo->setEnabled(drawn.canRedo());
    m_clear->setEnabled(count > 0);
    m_accept->setEnabled(count >= 2);
}

} // namespace actiscope
