// What the Functions workspace shows, to be taken away: as a picture of any size, or its values as a table; into a file or onto the
// clipboard. GUI thread.
#pragma once

#include "ui/functions/functions_picture.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;
class QSettings;
class QSpinBox;

namespace actiscope {

class ActivationColors;
class FunctionPlot;
class FunctionsState;
class NumberSpinBox;

/** What there is to take away; the plot's own size and range are meant where nothing else is said. */
struct FunctionsSource {
    const FunctionsState &state;
    const ActivationColors &colors;
    const FunctionPlot &plot;
    Theme theme;
};

/** The view as it is on the screen, twice as large, in all formats at once: for the clipboard. The caller owns it. */
QMimeData *viewForClipboard(const FunctionsSource &source);

class TakeAwayDialog : public QDialog {
    Q_OBJECT

public:
    explicit TakeAwayDialog(const FunctionsSource &source, QWidget *parent = nullptr);

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
    void setupPictureRows(QFormLayout &form);
    void setupButtons();
    void updateRows();
    void updateSummary();
    Format format() const;
    bool isTable() const { return format() == Format::Csv; }
    PictureLayout pictureLayout() const;
    QByteArray bytes() const;
    QByteArray table() const;

    FunctionsSource m_source;
    QFormLayout *m_form = nullptr;
    QComboBox *m_format = nullptr;
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
