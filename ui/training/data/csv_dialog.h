// "Open CSV": what a file looks like as a table, and which columns are coordinates and class. What is found out about it is shown and can be changed. GUI
// thread.
#pragma once

#include "core/data/csv_points.h"
#include "ui/base/theme.h"

#include <QDialog>

#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace actiscope {

class CsvDialog : public QDialog {
    Q_OBJECT

public:
    /** `text` is what the file has; `name` is the file's for people. */
    CsvDialog(std::string text, const QString &name, const Theme &theme, QWidget *parent = nullptr);

    /** Of all of the file, once it was accepted. */
    const CsvPoints &points() const { return *m_points; }
    /** What is wrong with the file as it is to be read, or nothing. */
    QString fault() const;
    QString summary() const;

    void accept() override;

private:
    void setupFormat(QFormLayout &form);
    void setupColumns(QFormLayout &form);
    void setupTable();
    CsvFormat format() const;
    CsvColumns columns() const;
    /** Finds the columns anew. */
    void takeFormat();
    void takeColumns();
    void showTable();
    void showRoles();
    void showFault(const CsvError &error);
    void showSummary();
    bool read();

    std::string m_text;
    Theme m_theme;
    CsvPreview m_preview;
    std::optional<CsvPoints> m_points;
    QComboBox *m_separator = nullptr;
    QComboBox *m_quote = nullptr;
    QCheckBox *m_header = nullptr;
    QCheckBox *m_decimalComma = nullptr;
    QComboBox *m_x = nullptr;
    QComboBox *m_y = nullptr;
    QComboBox *m_wanted = nullptr;
    QCheckBox *m_isTarget = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_fault = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace actiscope
