#include "ui/charts/export_dialog.h"

#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/scale.h"
#include "ui/base/unbroken.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
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
#include <QVBoxLayout>

#include <algorithm>
#include <stdexcept>

namespace actiscope {

namespace {

constexpr double pixelsPerCentimetre = 96 / 2.54;
constexpr int maxPoints = 1'000'000;

struct FormatEntry {
    const char *ending;
    const char *mimeType;
    const char *name;
};

constexpr FormatEntry formats[] = {{"png", "image/png", QT_TRANSLATE_NOOP("actiscope::ExportDialog", "PNG picture")},
                                   {"svg", "image/svg+xml", QT_TRANSLATE_NOOP("actiscope::ExportDialog", "SVG drawing")},
                                   {"pdf", "application/pdf", QT_TRANSLATE_NOOP("actiscope::ExportDialog", "PDF document")},
                                   {"csv", "text/csv", QT_TRANSLATE_NOOP("actiscope::ExportDialog", "CSV table of values")}};

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

ExportDialog::ExportDialog(const ExportSource &source, QWidget *parent) : QDialog(parent), m_source(source)
{
    setWindowTitle(tr("Export"));
    setObjectName(QStringLiteral("exportDialog"));
    m_form = new QFormLayout;
    m_form->setSpacing(8);
    setupFormat(*m_form);
    setupPart(*m_form);
    setupPage(*m_form);
    setupPictureRows(*m_form);
    m_points =
        numberField(2, maxPoints, {}, tr("Points"), tr("How many points each function is computed at, over the range of x in sight"), this);
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
        connect(field, &QSpinBox::valueChanged, this, &ExportDialog::updateSummary);
    connect(m_scale, &NumberSpinBox::valueChanged, this, &ExportDialog::updateSummary);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::updateRows);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        if (m_page->currentIndex() > 0)
            takePage(m_page->currentIndex());
    });
    updateRows();
}

void ExportDialog::setupFormat(QFormLayout &form)
{
    m_format = new QComboBox(this);
    for (const FormatEntry &entry : formats)
        m_format->addItem(tr(entry.name));
    if (!m_source.hasTable())
        m_format->removeItem(int(Format::Csv));
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(m_source.hasTable()
                             ? tr("A picture of dots (PNG), a drawing that stays sharp at any size (SVG, PDF), or the numbers (CSV)")
                             : tr("A picture of dots (PNG), or a drawing that stays sharp at any size (SVG, PDF)"));
    form.addRow(tr("&Format"), m_format);
}

void ExportDialog::setupPart(QFormLayout &form)
{
    m_part = new QComboBox(this);
    m_part->addItems(m_source.parts());
    m_part->setObjectName(QStringLiteral("part"));
    m_part->setAccessibleName(tr("What"));
    m_part->setToolTip(tr("All that is shown, or one panel of it"));
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_part->setMinimumContentsLength(24);
    connect(m_part, &QComboBox::currentIndexChanged, this, &ExportDialog::updateRows);
    form.addRow(tr("W&hat"), m_part);
}

void ExportDialog::setupPage(QFormLayout &form)
{
    m_page = new QComboBox(this);
    m_page->addItem(m_source.sizeName());
    for (const Page &page : pages())
        m_page->addItem(QCoreApplication::translate("actiscope::Page", page.label));
    m_page->addItem(tr("Another size"));
    m_page->setObjectName(QStringLiteral("page"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setToolTip(tr("What the picture is put on; its text is made large enough to be read there"));
    connect(m_page, &QComboBox::activated, this, &ExportDialog::takePage);
    form.addRow(tr("&Page"), m_page);
}

/** The size of a page, and for paper as many dots as are printed. */
void ExportDialog::takePage(int page)
{
    const bool isOwn = page == 0;
    if (!isOwn && page > int(pages().size()))
        return;
    const QSize size = isOwn ? m_source.size() : pages()[std::size_t(page) - 1].size;
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    if (!isOwn)
        m_scale->setValue(format() == Format::Png ? pages()[std::size_t(page) - 1].scale : 1); // a drawing has the page's size as it is
    showPage();
}

/** Names the page that has the size of the fields. */
void ExportDialog::showPage()
{
    const QSize size(m_width->value(), m_height->value());
    int found = int(pages().size()) + 1;
    for (int i = int(pages().size()); i > 0; --i)
        found = pages()[std::size_t(i) - 1].size == size ? i : found;
    m_page->setCurrentIndex(size == m_source.size() ? 0 : found);
}

void ExportDialog::setupPictureRows(QFormLayout &form)
{
    const QString pixels = tr(" px");
    m_width =
        numberField(smallestPicture, largestPicture, pixels, tr("Width"), tr("Width before it is scaled, in pixels of 1/96 inch"), this);
    m_height =
        numberField(smallestPicture, largestPicture, pixels, tr("Height"), tr("Height before it is scaled, in pixels of 1/96 inch"), this);
    m_width->setValue(m_source.size().width());
    m_height->setValue(m_source.size().height());
    for (QSpinBox *field : {m_width, m_height})
        connect(field, &QSpinBox::valueChanged, this, &ExportDialog::showPage);
    m_scale = new NumberSpinBox(this);
    m_scale->setRange(smallestScale, largestScale);
    m_scale->setDecimals(2);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(2);
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setToolTip(tr("Enlarges everything, text and lines too: 2 gives four times as many pixels"));
    m_hasTitle = new QCheckBox(tr("&Title"), this);
    m_hasTitle->setToolTip(tr("Writes a line above the plots"));
    m_title = new QLineEdit(m_source.title(), this);
    m_title->setAccessibleName(tr("Text of the title"));
    m_title->setToolTip(tr("The line above the plots"));
    m_title->setMinimumWidth(scaled(240));
    m_title->setCursorPosition(0);
    m_title->setEnabled(false);
    connect(m_hasTitle, &QCheckBox::toggled, m_title, &QWidget::setEnabled);
    m_theme = new QComboBox(this);
    m_theme->addItems({tr("Light"), tr("Dark"), tr("As the window")});
    m_theme->setAccessibleName(tr("Colours"));
    m_theme->setToolTip(tr("Dark lines on white for paper, light ones on black for the wall"));
    form.addRow(tr("&Width"), m_width);
    form.addRow(tr("&Height"), m_height);
    form.addRow(tr("&Scale"), m_scale);
    form.addRow(m_hasTitle, m_title);
    form.addRow(tr("&Colours"), m_theme);
}

void ExportDialog::setupButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setToolTip(tr("Asks for a file name and writes it"));
    m_save->setDefault(true);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setToolTip(tr("Puts it on the clipboard"));
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::saveAs);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

int ExportDialog::part() const
{
    return std::max(0, m_part->currentIndex());
}

ExportDialog::Format ExportDialog::format() const
{
    return Format(m_format->currentIndex());
}

void ExportDialog::updateRows()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_page, m_width, m_height, m_scale, m_title, m_theme})
        m_form->setRowVisible(field, !isTable());
    m_form->setRowVisible(m_part, m_part->count() > 1);
    m_form->setRowVisible(m_points, isTable() && m_source.hasPoints(part()));
    updateSummary();
    adjustSize();
}

/** What will come out, and whether it can. */
void ExportDialog::updateSummary()
{
    const QSize size(m_width->value(), m_height->value());
    const double scale = m_scale->value();
    const QSizeF scaled = QSizeF(size) * scale;
    bool isPossible = !isTable() || m_source.isTablePossible();
    QString text;
    if (isTable()) {
        text = m_source.tableText(part());
    } else if (format() == Format::Png) {
        isPossible = fitsMemory(size, scale);
        text = tr("%1 × %2 pixels").arg(scaled.toSize().width()).arg(scaled.toSize().height());
        if (!isPossible)
            text += tr(": too many; make it or the scale smaller");
    } else {
        text = tr("%1 × %2 cm")
                   .arg(formatFixed(scaled.width() / pixelsPerCentimetre, 1), formatFixed(scaled.height() / pixelsPerCentimetre, 1));
    }
    m_summary->setText(unbroken(text));
    m_save->setEnabled(isPossible);
    m_copy->setEnabled(isPossible);
}

PictureLayout ExportDialog::pictureLayout() const
{
    const Theme themes[] = {Theme::light(), Theme::dark(), m_source.theme()};
    return {{m_width->value(), m_height->value()}, m_hasTitle->isChecked() ? m_title->text() : QString(), themes[m_theme->currentIndex()],
            part()};
}

QByteArray ExportDialog::bytes() const
{
    if (isTable())
        return m_source.table(part(), m_points->value());
    return m_source.picture(pictureLayout(), PictureFormat(format()), m_scale->value());
}

void ExportDialog::saveTo(const QString &path)
{
    writeWhole(path, bytes());
    emit saved(path);
}

void ExportDialog::saveAs()
{
    const FormatEntry &entry = formats[int(format())];
    const QString ending = QLatin1String(entry.ending);
    QFileDialog dialog(this, tr("Save"), QString(), QStringLiteral("%1 (*.%2)").arg(tr(entry.name), ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(m_source.fileName() + QLatin1Char('.') + ending);
    if (dialog.exec() != QDialog::Accepted)
        return;
    try {
        saveTo(dialog.selectedFiles().value(0));
        accept();
    } catch (const std::exception &error) {
        QMessageBox::warning(this, tr("It was not saved"), QString::fromUtf8(error.what()));
    }
}

void ExportDialog::copy()
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

void ExportDialog::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("export/format"), QLatin1String(formats[int(format())].ending));
    settings.setValue(QStringLiteral("export/scale"), m_scale->value());
    settings.setValue(QStringLiteral("export/title"), m_hasTitle->isChecked());
    settings.setValue(QStringLiteral("export/theme"), m_theme->currentIndex());
    settings.setValue(QStringLiteral("export/points"), m_points->value());
}

void ExportDialog::restore(const QSettings &settings)
{
    for (int i = 0; i < m_format->count(); ++i) {
        if (settings.value(QStringLiteral("export/format")).toString() == QLatin1String(formats[i].ending))
            m_format->setCurrentIndex(i);
    }
    m_scale->setValue(settings.value(QStringLiteral("export/scale"), m_scale->value()).toDouble());
    m_hasTitle->setChecked(settings.value(QStringLiteral("export/title"), false).toBool());
    m_theme->setCurrentIndex(std::clamp(settings.value(QStringLiteral("export/theme"), 0).toInt(), 0, m_theme->count() - 1));
    m_points->setValue(settings.value(QStringLiteral("export/points"), m_points->value()).toInt());
}

} // namespace actiscope
