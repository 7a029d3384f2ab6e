#include "ui/functions/formula/formula_dialog.h"

#include "core/engine/activation_checks.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/scale.h"
#include "ui/base/translation.h"
#include "ui/functions/formula/formula_field.h"
#include "ui/functions/formula/formula_preview.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace actiscope {

namespace {

constexpr int pauseAfterKey = 150; // ms
constexpr std::array parameterNames = {"a", "b"};

QLabel *makeText(QWidget *parent, const char *objectName)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setTextColor(QLabel &label, const QColor &color)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

/** Where f' jumps, "No kinks." */
QString kinkText(const Activation &activation, const std::vector<double> &parameters)
{
    constexpr qsizetype most = 6;
    QStringList places;
    for (const double x : activation.kinksAt(parameters)) {
        if (activation.oneSidedDerivatives(x, parameters).isKink())
            places.append(formatNumber(x, 4));
    }
    if (places.isEmpty())
        return FormulaDialog::tr("No kinks.");
    const QString rest = places.size() > most ? QStringLiteral(" …") : QString();
    return FormulaDialog::tr("Kinks at x = %1").arg(places.mid(0, most).join(QStringLiteral(", ")) + rest);
}

constexpr int aroundDialog = 60; ///< what the frame of a window and panels of the desktop take of the screen's height

/** Of a long formula as much as two lines have room for. */
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 140;
    return text.size() <= longest ? text : text.left(longest) + QStringLiteral("…");
}

/** With a capital and a full stop. */
QString sentence(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1) + (text.endsWith(QLatin1Char('?')) ? QString() : QStringLiteral("."));
}

} // namespace

FormulaDialog::FormulaDialog(const Theme &theme, const Activation *edited, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_form(new QFormLayout), m_formula(new FormulaField(this)),
      m_message(makeText(this, "formulaMessage")), m_name(new QLineEdit(this)), m_preview(new FormulaPreview(this)),
      m_derivative(makeText(this, "derivativeText")), m_check(makeText(this, "formulaCheck")), m_pause(new QTimer(this))
{
    setWindowTitle(edited ? tr("Edit activation") : tr("New activation"));
    const QSize most = screen()->availableSize() - QSize(80, aroundDialog);
    const bool isLow = most.height() < scaled(640) && most.width() >= scaled(450); // then the picture is beside the fields
    setMinimumWidth(std::min(scaled(560), most.width()));
    // With room for both parameters and two lines of everything, where the screen has it.
    resize((isLow ? QSize(scaled(820), scaled(480)) : QSize(600, 640)).boundedTo(most));
    auto *layout = new QVBoxLayout(this);
    const int edge = isLow ? 16 : 24;
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(isLow ? 8 : 16);
    auto *upper = new QBoxLayout(isLow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    upper->setSpacing(16);
    upper->addLayout(m_form, isLow ? 1 : 0);
    upper->addWidget(m_preview, 1);
    layout->addLayout(upper, 1);
    setupFields(isLow);
    setupParameters();
    setupResults();
    layout->addWidget(m_derivative);
    layout->addWidget(m_check);
    setupButtons(edited != nullptr);
    if (edited)
        take(*edited);
    check();
}

void FormulaDialog::setupFields(bool isNarrow)
{
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_formula->edit()->setObjectName(QStringLiteral("formulaField"));
    m_formula->edit()->setAccessibleName(tr("Formula"));
    m_formula->edit()->setToolTip(tr("A function of x, with up to two parameters a and b"));
    m_formula->edit()->setPlaceholderText(QStringLiteral("x*sigmoid(b*x)"));
    m_name->setObjectName(QStringLiteral("formulaName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setToolTip(tr("What the function is called in lists and plots; the formula itself if this is empty"));
    m_name->setMaxLength(40);
    m_form->addRow(tr("&f(x) ="), m_formula);
    m_form->addRow(QString(), m_message);
    m_form->addRow(tr("&Name"), m_name);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // As tall as its longest text from the start, so that nothing jumps while one types.
    const int lines = (interfaceScale() > 1.3 ? 3 : 2) + (isNarrow ? 1 : 0);
    m_message->setMinimumHeight(lines * m_message->fontMetrics().lineSpacing());
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseAfterKey);
    connect(m_pause, &QTimer::timeout, this, &FormulaDialog::check);
    connect(m_formula->edit(), &QLineEdit::textChanged, this, [this] {
        m_pause->start();
        m_accept->setEnabled(true); // whoever is faster than the pause gets an answer from accept()
    });
}

void FormulaDialog::setupParameters()
{
    for (const char *name : parameterNames) {
        auto *value = new NumberSpinBox(this);
        value->setObjectName(QStringLiteral("default_") + QLatin1String(name));
        value->setDecimals(4);
        value->setRange(-10, 10);
        value->setSingleStep(0.1);
        value->setValue(1);
        value->setAccessibleName(tr("Default of %1").arg(QLatin1String(name)));
        value->setToolTip(tr("What %1 is until somebody moves its slider").arg(QLatin1String(name)));
        value->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_form->addRow(QStringLiteral("&%1 =").arg(QLatin1String(name)), value);
        m_defaults.push_back(value);
        connect(value, &NumberSpinBox::valueChanged, m_pause, qOverload<>(&QTimer::start));
    }
}

void FormulaDialog::setupResults()
{
    m_preview->setTheme(m_theme);
    m_derivative->setAccessibleName(tr("Derivative"));
    m_check->setAccessibleName(tr("Check of the derivative"));
    setTextColor(*m_check, m_theme.mutedText);
}

void FormulaDialog::setupButtons(bool isEdited)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(isEdited ? tr("Save") : tr("Add"));
    connect(buttons, &QDialogButtonBox::accepted, this, &FormulaDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormulaDialog::reject);
    static_cast<QVBoxLayout *>(layout())->addWidget(buttons);
}

void FormulaDialog::take(const Activation &edited)
{
    m_formula->edit()->setText(QString::fromStdString(edited.text.value));
    m_name->setText(QString::fromStdString(edited.name));
    for (const ActivationParameter &parameter : edited.parameters) {
        const auto place = std::ranges::find(parameterNames, parameter.name) - parameterNames.begin();
        m_defaults[static_cast<std::size_t>(place)]->setValue(parameter.defaultValue);
    }
}

QString FormulaDialog::formula() const
{
    return m_formula->edit()->text();
}

FormulaProperties FormulaDialog::properties() const
{
    return {.name = m_name->text().trimmed().toStdString(), .defaults = parameterValues()};
}

/** Of those parameters that the formula has. */
std::vector<double> FormulaDialog::parameterValues() const
{
    std::vector<double> values;
    for (std::size_t k = 0; k < m_defaults.size(); ++k) {
        if (std::ranges::find(m_parameters, parameterNames[k]) != m_parameters.end())
            values.push_back(m_defaults[k]->value());
    }
    return values;
}

void FormulaDialog::accept()
{
    check(); // what was typed a moment ago counts
    if (m_activation)
        QDialog::accept();
    else
        m_formula->setFocus(Qt::OtherFocusReason);
}

void FormulaDialog::check()
{
    m_pause->stop();
    try {
        m_parameters = parseFormula(formula().toStdString()).parameters;
        showParameters();
        m_activation = makeFormulaActivation(formula().toStdString(), properties());
        showActivation();
    } catch (const FormulaError &error) {
        m_activation.reset();
        showError(error);
    }
    m_accept->setEnabled(m_activation.has_value());
}

void FormulaDialog::showParameters()
{
    for (std::size_t k = 0; k < m_defaults.size(); ++k)
        m_form->setRowVisible(m_defaults[k], std::ranges::find(m_parameters, parameterNames[k]) != m_parameters.end());
}

void FormulaDialog::showActivation()
{
    const std::vector<double> values = parameterValues();
    m_formula->setMark(std::nullopt, m_theme.error);
    m_name->setPlaceholderText(QString::fromStdString(m_activation->name));
    showMessage(kinkText(*m_activation, values), false);
    m_preview->show(*m_activation, values);
    m_derivative->setText(tr("f′(x) = %1").arg(shortened(QString::fromStdString(m_activation->text.derivative))));
    const CheckResult result = checkDifferences({&*m_activation, values, {}});
    m_check->setText(result.points == 0 ? tr("f′ could not be checked against differences of f.")
                     : result.holds()   ? tr("✓ f′ agrees with differences of f at %1 points; largest error %2.")
                                            .arg(result.points)
                                            .arg(formatNumber(result.largestError, 2))
                                      : tr("f′ differs from differences of f by up to %1: f may jump or be hard to compute.")
                                            .arg(formatNumber(result.largestError, 2)));
}

void FormulaDialog::showError(const FormulaError &error)
{
    const bool isEmpty = formula().trimmed().isEmpty();
    m_formula->setMark(isEmpty ? std::nullopt : std::optional(error.position()), m_theme.error);
    showMessage(isEmpty
                    ? tr("With + − * / ^, 2x, x², |x|, √x, x < 0 ? … : …, and functions such as exp, ln, sin, tanh, erf, max, relu, gelu.")
                    : sentence(translated(error.message())),
                !isEmpty);
    m_preview->clear();
    m_derivative->setText(QString());
    m_check->setText(QString());
    if (isEmpty) {
        m_parameters.clear();
        showParameters();
    }
}

void FormulaDialog::showMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    m_formula->edit()->setAccessibleDescription(text);
    setTextColor(*m_message, isError ? m_theme.error : m_theme.mutedText);
}

} // namespace actiscope
