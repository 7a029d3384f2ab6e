// What a workspace shows, to be exported: as a picture of any size, or its values as a table; into a file or onto the clipboard. One dialog
// for all workspaces. GUI thread.
#pragma once

#include "ui/charts/export_source.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace actiscope {

class NumberSpinBox;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /** The source lives longer. */
    explicit ExportDialog(const ExportSource &source, QWidget *parent = nullptr);

    /** The choices of last time. */
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

    /** Writes the file in the format chosen; whole or not at all. Throws std::runtime_error with one line. */
    void saveTo(const QString &path);

public slots:
    /** Asks for a name, saves and closes. */
    void saveAs();
    void copy();

signals:
    void saved(const QString &path);
    void copied();

private:
    enum class Format { Png, Svg, Pdf, Csv };

    void setupFormat(QFormLayout &form);
    void setupPart(QFormLayout &form);
    void setupPage(QFormLayout &form);
    void setupPictureRows(QFormLayout &form);
    void setupButtons();
    void takePage(int page);
    void showPage();
    void updateRows();
    void updateSummary();
    Format format() const;
    int part() const;
    bool isTable() const { return format() == Format::Csv; }
    PictureLayout pictureLayout() const;
    QByteArray bytes() const;

    const ExportSource &m_source;
    QFormLayout *m_form = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_part = nullptr;
    QComboBox *m_page = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    NumberSpinBox *m_scale = nullptr;
    QCheckBox *m_hasTitle = nullptr;
    QLineEdit *m_title = nullptr;
    QComboBox *m_theme = nullptr;
    QSpinBox *m_points = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace actiscope
