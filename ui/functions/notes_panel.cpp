#include "ui/functions/notes_panel.h"

#include "core/activation.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
#include "ui/functions/formula_view.h"
#include "ui/functions/functions_state.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
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
    connect(&state, &FunctionsState::parametersChanged, this, &NotesPanel::takeParameters);
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

    m_parameterBox = new QWidget(contents);
    auto *parameterLayout = new QVBoxLayout(m_parameterBox);
    parameterLayout->setContentsMargins(0, 8, 0, 0);
    parameterLayout->setSpacing(8);
    m_defaults = new QPushButton(tr("Default"), m_parameterBox);
    m_defaults->setToolTip(tr("Sets every parameter to its default"));
    m_defaults->setAutoDefault(false);
    connect(m_defaults, &QPushButton::clicked, this, [this] { m_state.resetParameters(m_state.focus()); });
    parameterLayout->addWidget(m_defaults, 0, Qt::AlignRight);
    layout->addWidget(m_parameterBox);
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
    rebuildControls();
    updateShown();
}

void NotesPanel::rebuildControls()
{
    for (ParameterControl *control : m_controls)
        delete control;
    m_controls.clear();
    const Activation &activation = m_state.focus();
    auto *layout = static_cast<QVBoxLayout *>(m_parameterBox->layout());
    QWidget *before = m_shown;
    for (std::size_t k = 0; k < activation.parameters.size(); ++k) {
        auto *control = new ParameterControl(activation.parameters[k], m_parameterBox);
        layout->insertWidget(int(k), control);
        setTabOrder(before, control->slider());
        setTabOrder(control->slider(), control->spinBox());
        before = control->spinBox();
        connect(control, &ParameterControl::valueChanged, this, [this, k](double value) {
            m_state.setShown(m_state.focus(), true); // who moves a slider wants to see what it does
            m_state.setParameter(m_state.focus(), k, value);
        });
        m_controls.push_back(control);
    }
    m_parameterBox->setVisible(!m_controls.empty());
    takeParameters();
}

void NotesPanel::takeParameters()
{
    const Activation &activation = m_state.focus();
    const std::vector<double> &values = m_state.parameters(activation);
    for (std::size_t k = 0; k < m_controls.size(); ++k) {
        const QSignalBlocker blocker(m_controls[k]);
        m_controls[k]->setValue(values[k]);
    }
    m_defaults->setEnabled(values != activation.defaultParameters());
}

void NotesPanel::updateShown()
{
    const QSignalBlocker blocker(m_shown);
    m_shown->setChecked(m_state.isShown(m_state.focus()));
}

} // namespace actiscope
