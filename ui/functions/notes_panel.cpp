#include "ui/functions/notes_panel.h"

#include "core/activation.h"
#include "ui/functions/formula_view.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/parameter_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace actiscope {

NotesPanel::NotesPanel(FunctionsState &state, Notes notes, QWidget *parent)
    : QScrollArea(parent), m_state(state), m_notes(std::move(notes))
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

    m_value = new FormulaView(QStringLiteral("<i>f</i>(<i>x</i>)"), contents);
    m_value->setToolTip(tr("The activation f as a function of the input x"));
    layout->addWidget(m_value);
    m_derivative = new FormulaView(QStringLiteral("<i>f</i>′(<i>x</i>)"), contents);
    m_derivative->setToolTip(tr("The derivative f′, by which backpropagation multiplies the gradient"));
    layout->addWidget(m_derivative);
    m_range = addText(*layout, QStringLiteral("activationRange"));
    m_range->setToolTip(tr("The values that f takes"));

    m_parameters = new ParameterPanel(m_state, contents);
    layout->addWidget(m_parameters);
    layout->addSpacing(8);

    m_sentences = addText(*layout, QStringLiteral("activationSentences"));
    m_sentences->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_sentences->setOpenExternalLinks(true);
    layout->addStretch(1);
    setWidget(contents);
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
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, theme.mutedText);
    m_range->setPalette(muted);
    m_value->setTheme(theme);
    m_derivative->setTheme(theme);
    m_parameters->setTheme(theme);
}

void NotesPanel::showFocus()
{
    const Activation &activation = m_state.focus();
    const Note note = m_notes.noteFor(activation);
    m_name->setText(QStringLiteral("<span style='font-size:%1pt; font-weight:600'>%2</span>")
                        .arg(font().pointSizeF() + 2)
                        .arg(QString::fromStdString(activation.name).toHtmlEscaped()));
    m_value->setFormula(note.value);
    m_derivative->setFormula(note.derivative);
    m_range->setText(tr("Range %1").arg(note.range));
    m_range->setVisible(!note.range.isEmpty());
    QString paragraphs;
    for (const QString &sentence : note.sentences)
        paragraphs += QStringLiteral("<p style='margin-top:0; margin-bottom:8px; line-height:120%'>%1</p>").arg(sentence);
    m_sentences->setText(paragraphs);
    updateShown();
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
