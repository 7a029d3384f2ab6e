// "New activation…": a formula, checked while it is typed, its parameters' defaults and a name. GUI thread.
#pragma once

#include "core/activations/formula.h"
#include "ui/base/theme.h"

#include <QDialog>

#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace actiscope {

class FormulaField;
class FormulaPreview;
class NumberSpinBox;

class FormulaDialog : public QDialog {
    Q_OBJECT

public:
    /** Begins empty, or with an activation to be edited. */
    explicit FormulaDialog(const Theme &theme, const Activation *edited = nullptr, QWidget *parent = nullptr);

    QString formula() const;
    /** The name is empty where the user gave none. */
    FormulaProperties properties() const;

    void accept() override;

private:
    /** `isNarrow`: where the picture is beside them. */
    void setupFields(bool isNarrow);
    void setupParameters();
    void setupResults();
    void setupButtons(bool isEdited);
    void take(const Activation &edited);
    /** Looks at the formula; called a moment after the last key. */
    void check();
    void showParameters();
    void showActivation();
    void showError(const FormulaError &error);
    void showMessage(const QString &text, bool isError);
    std::vector<double> parameterValues() const;

    Theme m_theme;
    QFormLayout *m_form;
    FormulaField *m_formula;
    QLabel *m_message;
    QLineEdit *m_name;
    std::vector<NumberSpinBox *> m_defaults; ///< of a and b
    FormulaPreview *m_preview;
    QLabel *m_derivative;
    QLabel *m_check;
    QPushButton *m_accept = nullptr;
    QTimer *m_pause;
    std::vector<std::string> m_parameters;  ///< those that occur in the formula
    std::optional<Activation> m_activation; ///< what the formula gives with its defaults, while it is right
};

} // namespace actiscope
