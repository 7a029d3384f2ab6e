#include "ui/functions/take_away_dialog.h"

#include "core/csv.h"
#include "core/eigen_backend.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/functions/functions_state.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <stdexcept>

namespace actiscope {

namespace {

constexpr double pixelsPerCentimetre = 96 / 2.54;
constexpr double clipboardScale = 2;
constexpr int mostPoints = 1'000'000;

struct FormatEntry {
    const char *ending;
    const char *mimeType;
    const char *name;
};

constexpr FormatEntry formats[] = {{"png", "image/png", QT_TRANSLATE_NOOP("actiscope::TakeAwayDialog", "PNG picture")},
                                   {"svg", "image/svg+xml", QT_TRANSLATE_NOOP("actiscope::TakeAwayDialog", "SVG drawing")},
                                   {"pdf", "application/pdf", QT_TRANSLATE_NOOP("actiscope::TakeAwayDialog", "PDF document")},
                                   {"csv", "text/csv", QT_TRANSLATE_NOOP("actiscope::TakeAwayDialog", "CSV table of values")}};

QSpinBox *numberField(int least, int most, const QString &suffix, const QString &name, const QString &toolTip, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(least, most);
    field->setSuffix(suffix);
    field->setAlignment(Qt::AlignRight);
    field->setAccessibleName(name);
    field->setToolTip(toolTip);
    return field;
}

} // namespace

QMimeData *viewForClipboard(const FunctionsSource &source)
{
    PictureLayout layout;
    layout.size = source.plot.size();
    layout.theme = source.theme;
    FunctionsPicture picture(source.state, source.colors, layout, &source.plot);
    auto *data = new QMimeData;
    data->setImageData(QImage::fromData(picture.bytes(PictureFormat::Png, clipboardScale), "PNG"));
    data->setData(QLatin1String(formats[int(PictureFormat::Svg)].mimeType), picture.bytes(PictureFormat::Svg, 1));
    data->setData(QLatin1String(formats[int(PictureFormat::Pdf)].mimeType), picture.bytes(PictureFormat::Pdf, 1));
    return data;
}

TakeAwayDialog::TakeAwayDialog(const FunctionsSource &source, QWidget *parent) : QDialog(parent), m_source(source)
{
    setWindowTitle(tr("Take away"));
    setObjectName(QStringLiteral("takeAwayDialog"));
    m_form = new QFormLayout;
    m_form->setSpacing(8);
    setupFormat(*m_form);
    setupPictureRows(*m_form);
    m_points = numberField(2, mostPoints, {}, tr("Points"), tr("How many points each function is computed at, over the range of x in sight"), this);
    m_points->setValue(1001);
    m_form->addRow(tr("&Points"), m_points);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_form->addRow(m_summary);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    setupButtons();
    for (QSpinBox *field : {m_width, m_height, m_points})
        connect(field, &QSpinBox::valueChanged, this, &TakeAwayDialog::updateSummary);
    connect(m_scale, &NumberSpinBox::valueChanged, this, &TakeAwayDialog::updateSummary);
    connect(m_format, &QComboBox::currentIndexChanged, this, &TakeAwayDialog::updateRows);
    updateRows();
}

void TakeAwayDialog::setupFormat(QFormLayout &form)
{
    m_format = new QComboBox(this);
    for (const FormatEntry &entry : formats)
        m_format->addItem(tr(entry.name));
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(tr("A picture of dots (PNG), a drawing that stays sharp at any size (SVG, PDF), or the numbers (CSV)"));
    form.addRow(tr("&Format"), m_format);
}

void TakeAwayDialog::setupPictureRows(QFormLayout &form)
{
    const QString pixels = tr(" px");
    m_width = numberField(smallestPicture, largestPicture, pixels, tr("Width"), tr("Width before it is scaled, in pixels of 1/96 inch"), this);
    m_height = numberField(smallestPicture, largestPicture, pixels, tr("Height"), tr("Height before it is scaled, in pixels of 1/96 inch"), this);
    m_width->setValue(m_source.plot.width());
    m_height->setValue(m_source.plot.height());
    m_scale = new NumberSpinBox(this);
    m_scale->setRange(smallestScale, largestScale);
    m_scale->setDecimals(2);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(2);
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setToolTip(tr("Enlarges everything, text and lines too: 2 gives four times as many pixels"));
    m_hasTitle = new QCheckBox(tr("&Title"), this);
    m_hasTitle->setToolTip(tr("Writes a line above the plots"));
    m_title = new QLineEdit(pictureTitle(m_source.state), this);
    m_title->setAccessibleName(tr("Text of the title"));
    m_title->setToolTip(tr("The line above the plots"));
    m_title->setMinimumWidth(240);
    m_title->setCursorPosition(0);
    m_title->setEnabled(false);
    connect(m_hasTitle, &QCheckBox::toggled, m_title, &QWidget::setEnabled);
    m_theme = new QComboBox(this);
    m_theme->addItems({tr("As the window"), tr("Light"), tr("Dark")});
    m_theme->setAccessibleName(tr("Colours"));
    m_theme->setToolTip(tr("Dark lines on white for paper, light ones on black for the wall"));
    form.addRow(tr("&Width"), m_width);
    form.addRow(tr("&Height"), m_height);
    form.addRow(tr("&Scale"), m_scale);
    form.addRow(m_hasTitle, m_title);
    form.addRow(tr("&Colours"), m_theme);
}

void TakeAwayDialog::setupButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setToolTip(tr("Asks for a file name and writes it"));
    m_save->setDefault(true);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setToolTip(tr("Puts it on the clipboard"));
    connect(m_save, &QPushButton::clicked, this, &TakeAwayDialog::saveAs);
    connect(m_copy, &QPushButton::clicked, this, &TakeAwayDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

TakeAwayDialog::Format TakeAwayDialog::format() const
{
    return Format(m_format->currentIndex());
}

void TakeAwayDialog::updateRows()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_width, m_height, m_scale, m_title, m_theme})
        m_form->setRowVisible(field, !isTable());
    m_form->setRowVisible(m_points, isTable());
    updateSummary();
    adjustSize();
}

/** What will come out, and whether it can. */
void TakeAwayDialog::updateSummary()
{
    const QSize size(m_width->value(), m_height->value());
    const double scale = m_scale->value();
    const QSizeF scaled = QSizeF(size) * scale;
    bool isPossible = !isTable() || !m_source.state.shown().empty();
    QString text;
    if (isTable() && !isPossible) {
        text = tr("No function is shown, so there are no values.");
    } else if (isTable()) {
        const QCPRange range = m_source.plot.valueRect()->axis(QCPAxis::atBottom)->range();
        text = tr("%1 functions, x from %2 to %3").arg(shownSpecs(m_source.state, m_source.colors).size()).arg(formatNumber(range.lower), formatNumber(range.upper));
    } else if (format() == Format::Png) {
        isPossible = fitsMemory(size, scale);
        text = tr("%1 × %2 pixels").arg(scaled.toSize().width()).arg(scaled.toSize().height());
        if (!isPossible)
            text += tr(": too many; make it or the scale smaller");
    } else {
        text = tr("%1 × %2 cm").arg(formatFixed(scaled.width() / pixelsPerCentimetre, 1), formatFixed(scaled.height() / pixelsPerCentimetre, 1));
    }
    m_summary->setText(text);
    m_save->setEnabled(isPossible);
    m_copy->setEnabled(isPossible);
}

PictureLayout TakeAwayDialog::pictureLayout() const
{
    const Theme themes[] = {m_source.theme, Theme::light(), Theme::dark()};
    return {{m_width->value(), m_height->value()}, m_hasTitle->isChecked() ? m_title->text() : QString(), themes[m_theme->currentIndex()]};
}

QByteArray TakeAwayDialog::table() const
{
    const QCPRange range = m_source.plot.valueRect()->axis(QCPAxis::atBottom)->range();
    const std::vector<double> points = equallySpaced(range.lower, range.upper, std::size_t(m_points->value()));
    return QByteArray::fromStdString(evaluationCsv(*makeEigenBackend(), shownSpecs(m_source.state, m_source.colors), points));
}

QByteArray TakeAwayDialog::bytes() const
{
    if (isTable())
        return table();
    return FunctionsPicture(m_source.state, m_source.colors, pictureLayout(), &m_source.plot).bytes(PictureFormat(format()), m_scale->value());
}

void TakeAwayDialog::saveTo(const QString &path)
{
    writeWhole(path, bytes());
    emit saved(path);
}

void TakeAwayDialog::saveAs()
{
    const FormatEntry &entry = formats[int(format())];
    const QString ending = QLatin1String(entry.ending);
    QFileDialog dialog(this, tr("Save"), QString(), QStringLiteral("%1 (*.%2)").arg(tr(entry.name), ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(tr("functions") + QLatin1Char('.') + ending);
    if (dialog.exec() != QDialog::Accepted)
        return;
    try {
        saveTo(dialog.selectedFiles().value(0));
        accept();
    } catch (const std::exception &error) {
        QMessageBox::warning(this, tr("It was not saved"), QString::fromUtf8(error.what()));
    }
}

void TakeAwayDialog::copy()
{
    QByteArray content;
    try {
        content = bytes();
    } catch (const std::exception &error) {
        QMessageBox::warning(this, tr("It was not copied"), QString::fromUtf8(error.what()));
        return;
    }
    auto *clip = new QMimeData;
    if (format() == Format::Png)
        clip->setImageData(QImage::fromData(content, "PNG"));
    else
        clip->setData(QLatin1String(formats[int(format())].mimeType), content);
    if (isTable())
        clip->setText(QString::fromUtf8(content));
    QGuiApplication::clipboard()->setMimeData(clip);
    emit copied();
}

void TakeAwayDialog::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("takeAway/format"), QLatin1String(formats[int(format())].ending));
    settings.setValue(QStringLiteral("takeAway/scale"), m_scale->value());
    settings.setValue(QStringLiteral("takeAway/title"), m_hasTitle->isChecked());
    settings.setValue(QStringLiteral("takeAway/theme"), m_theme->currentIndex());
    settings.setValue(QStringLiteral("takeAway/points"), m_points->value());
}

void TakeAwayDialog::restore(const QSettings &settings)
{
    for (int i = 0; i < m_format->count(); ++i) {
        if (settings.value(QStringLiteral("takeAway/format")).toString() == QLatin1String(formats[i].ending))
            m_format->setCurrentIndex(i);
    }
    m_scale->setValue(settings.value(QStringLiteral("takeAway/scale"), m_scale->value()).toDouble());
    m_hasTitle->setChecked(settings.value(QStringLiteral("takeAway/title"), false).toBool());
    m_theme->setCurrentIndex(std::clamp(settings.value(QStringLiteral("takeAway/theme"), 0).toInt(), 0, m_theme->count() - 1));
    m_points->setValue(settings.value(QStringLiteral("takeAway/points"), m_points->value()).toInt());
}

} // namespace actiscope
