#include "ui/functions/notes/notes_panel.h"

#include "core/activations/activation.h"
#include "ui/base/scale.h"
#include "ui/functions/notes/activation_checker.h"
#include "ui/functions/notes/check_badge.h"
#include "ui/functions/notes/formula_view.h"
#include "ui/functions/notes/note_text.h"
#include "ui/functions/notes/parameter_panel.h"
#include "ui/functions/state/functions_state.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

NotesPanel::NotesPanel(FunctionsState &state, Notes notes, QWidget *parent) : QScrollArea(parent), m_state(state), m_notes(std::move(notes))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setObjectName(QStringLiteral("notesPanel"));
    setAccessibleName(tr("Notes on the activation in focus"));
    setupContents();
    connect(&state, &FunctionsState::focusChanged, this, &NotesPanel::showFocus);
    connect(&state, &FunctionsState::shownChanged, this, &NotesPanel::updateShown);
    showFocus();
}

void NotesPanel::setupContents()
{
    auto *contents = new QWidget(this);
    contents->setObjectName(QStringLiteral("notesContents"));
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(16, 16, 24, 24);
    layout->setSpacing(8);

    m_name = addText(*layout, QStringLiteral("activationName"));
    m_shown = new QCheckBox(tr("Show its curve"), contents);
    m_shown->setToolTip(tr("Draws the activation in both plots"));
    connect(m_shown, &QCheckBox::toggled, this, [this](bool shown) { m_state.setShown(m_state.focus(), shown); });
    layout->addWidget(m_shown);
    layout->addSpacing(8);

    m_value = new FormulaView(QStringLiteral("f(x)"), contents);
    m_value->setToolTip(tr("The activation f as a function of the input x"));
    layout->addWidget(m_value);
    m_derivative = new FormulaView(QStringLiteral("f′(x)"), contents);
    m_derivative->setToolTip(tr("The derivative f′, by which backpropagation multiplies the gradient"));
    layout->addWidget(m_derivative);
    setupBadge(*layout);

    m_parameters = new ParameterPanel(m_state, contents);
    layout->addWidget(m_parameters);
    layout->addSpacing(8);

    setupShape(*layout);
    m_text = addText(*layout, QStringLiteral("activationText"));
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    layout->addStretch(1);
    setWidget(contents);
}

/** What is found by computing: a while after the last change. */
void NotesPanel::setupShape(QVBoxLayout &layout)
{
    m_shape = addText(layout, QStringLiteral("activationShape"));
    m_shape->setToolTip(tr("Found by computing f and f′, for the parameters as they are set now"));
    m_shape->setAccessibleName(tr("Properties"));
    m_shapeTimer = new QTimer(this);
    m_shapeTimer->setSingleShot(true);
    m_shapeTimer->setInterval(80);
    connect(m_shapeTimer, &QTimer::timeout, this, &NotesPanel::updateShape);
    connect(&m_state, &FunctionsState::parametersChanged, m_shapeTimer, [this] {
        if (!m_shapeTimer->isActive())
            m_shapeTimer->start();
    });
}

/** Close to the formulas that it vouches for, so that it is seen without scrolling. */
void NotesPanel::setupBadge(QVBoxLayout &layout)
{
    m_badge = new CheckBadge(this);
    layout.addWidget(m_badge);
    m_checker = new ActivationChecker(this);
    connect(m_checker, &ActivationChecker::checked, this, &NotesPanel::showChecks);
}

void NotesPanel::addTools(QWidget *tools)
{
    auto *layout = static_cast<QVBoxLayout *>(widget()->layout());
    layout->insertWidget(layout->indexOf(m_shown) + 1, tools);
    QWidget *before = m_shown;
    for (QPushButton *button : tools->findChildren<QPushButton *>()) {
        setTabOrder(before, button);
        before = button;
    }
}

QLabel *NotesPanel::addText(QVBoxLayout &layout, const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    layout.addWidget(label);
    return label;
}

void NotesPanel::setTheme(const Theme &theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.background);
    setPalette(colors);
    m_theme = theme;
    showName();
    m_badge->setTheme(theme);
    m_value->setTheme(theme);
    m_derivative->setTheme(theme);
    m_parameters->setTheme(theme);
    updateShape();
    showText();
}

QSize NotesPanel::minimumSizeHint() const
{
    const int contents = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::max(240, contents), 80};
}

void NotesPanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    QTimer::singleShot(0, this, &NotesPanel::requestChecks); // not before there is something to see
}

void NotesPanel::requestChecks()
{
    if (isVisible())
        m_checker->request(m_state.focus());
}

void NotesPanel::showChecks()
{
    m_badge->setChecks(m_checker->find(m_state.focus()));
}

void NotesPanel::updateShape()
{
    const Activation &activation = m_state.focus();
    const auto shape = shapeOf(activation, m_state.parameters(activation));
    m_shape->setText(shape ? shapeTable(*shape, m_notes.noteFor(activation).range, m_theme) : QString());
    m_shape->setVisible(shape.has_value());
}

void NotesPanel::showText()
{
    m_text->setText(noteText(m_notes.noteFor(m_state.focus()), m_theme));
}

/** Two points larger than the text, as in every title. */
void NotesPanel::showName()
{
    m_name->setText(QStringLiteral("<span style='font-size:%1pt; font-weight:600'>%2</span>")
                        .arg(font().pointSizeF() * 13 / usualTextPoints)
                        .arg(QString::fromStdString(m_state.focus().name).toHtmlEscaped()));
}

void NotesPanel::showFocus()
{
    const Activation &activation = m_state.focus();
    const Note note = m_notes.noteFor(activation);
    showName();
    m_value->setFormula(note.value);
    m_derivative->setFormula(note.derivative);
    showText();
    updateShape();
    showChecks();
    requestChecks();
    updateShown();
}

QString NotesPanel::sentence() const
{
    const QStringList about = m_notes.noteFor(m_state.focus()).about;
    if (about.isEmpty())
        return {};
    QTextDocument plain; // they are rich text
    plain.setHtml(about.front());
    const QString text = plain.toPlainText();
    const qsizetype end = text.indexOf(QLatin1String(". "));
    return end < 0 ? text : text.left(end + 1);
}

const std::vector<ParameterControl *> &NotesPanel::parameterControls() const
{
    return m_parameters->controls();
}

void NotesPanel::updateShown()
{
    const QSignalBlocker blocker(m_shown);
    m_shown->setChecked(m_state.isShown(m_state.focus()));
}

} // namespace actiscope
