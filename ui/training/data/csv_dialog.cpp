#include "ui/training/data/csv_dialog.h"

#include "ui/base/scale.h"
#include "ui/base/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace actiscope {

namespace {

constexpr std::size_t previewRows = 100;
constexpr std::size_t readAtOnce = std::size_t{4} << 20; ///< bytes that take no noticeable time
constexpr int shownColumns = 64;
constexpr int longestField = 60;

struct SeparatorEntry {
    char separator;
    const char *name;
};

constexpr SeparatorEntry separators[] = {{',', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "comma ,")},
                                         {';', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "semicolon ;")},
                                         {'\t', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "tab")},
                                         {'|', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "bar |")},
                                         {' ', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "blanks")},
                                         {':', QT_TRANSLATE_NOOP("actiscope::CsvDialog", "colon :")}};

QString shownText(const std::string &field)
{
    const QString text = QString::fromStdString(field);
    return text.size() <= longestField ? text : text.left(longestField) + QStringLiteral("…");
}

} // namespace

CsvDialog::CsvDialog(std::string text, const QString &name, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_text(std::move(text)), m_theme(theme)
{
    setWindowTitle(tr("Open CSV: %1").arg(name));
    setObjectName(QStringLiteral("csvDialog"));
    auto *how = new QFormLayout, *what = new QFormLayout; // side by side, so that the table has the height
    setupFormat(*how);
    setupColumns(*what);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(24);
    for (QFormLayout *form : {how, what}) {
        form->setSpacing(8);
        choices->addLayout(form, 1);
    }
    setupTable();
    for (QLabel **label : {&m_summary, &m_fault}) {
        *label = new QLabel(this);
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->setWordWrap(true);
    }
    m_summary->setObjectName(QStringLiteral("csvSummary"));
    m_fault->setObjectName(QStringLiteral("csvFault"));
    QPalette palette = m_fault->palette();
    palette.setColor(QPalette::WindowText, m_theme.error);
    m_fault->setPalette(palette);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Use these points"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &CsvDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addLayout(choices);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    takeFormat();
    resize(QSize(scaled(640), scaled(520)).boundedTo(screen()->availableSize() - QSize(80, 80)));
}

void CsvDialog::setupFormat(QFormLayout &form)
{
    const CsvFormat found = detectCsvFormat(m_text);
    m_separator = new QComboBox(this);
    m_separator->setObjectName(QStringLiteral("separator"));
    for (const SeparatorEntry &entry : separators)
        m_separator->addItem(tr(entry.name), QChar::fromLatin1(entry.separator));
    m_separator->setCurrentIndex(m_separator->findData(QChar::fromLatin1(found.separator)));
    m_quote = new QComboBox(this);
    m_quote->setObjectName(QStringLiteral("quote"));
    for (const char quote : {'"', '\''})
        m_quote->addItem(QString(QChar::fromLatin1(quote)), QChar::fromLatin1(quote));
    m_quote->setCurrentIndex(m_quote->findData(QChar::fromLatin1(found.quote)));
    m_header = new QCheckBox(tr("First row &names the columns"), this);
    m_header->setChecked(found.hasHeader);
    m_decimalComma = new QCheckBox(tr("&Decimal comma, as in 0,5"), this);
    m_decimalComma->setChecked(found.hasDecimalComma);
    form.addRow(tr("&Separator"), m_separator);
    form.addRow(tr("&Quotes"), m_quote);
    form.addRow(m_header);
    form.addRow(m_decimalComma);
    connect(m_separator, &QComboBox::activated, this, &CsvDialog::takeFormat);
    connect(m_quote, &QComboBox::activated, this, &CsvDialog::takeFormat);
    connect(m_header, &QCheckBox::clicked, this, &CsvDialog::takeFormat);
    connect(m_decimalComma, &QCheckBox::clicked, this, &CsvDialog::takeFormat);
}

void CsvDialog::setupColumns(QFormLayout &form)
{
    const auto addChoice = [&](const QString &label, const QString &name) {
        auto *choice = new QComboBox(this);
        choice->setObjectName(name);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(12);
        form.addRow(label, choice);
        connect(choice, &QComboBox::activated, this, &CsvDialog::takeColumns);
        return choice;
    };
    m_x = addChoice(tr("x&₁ is column"), QStringLiteral("columnX"));
    m_y = addChoice(tr("x&₂ is column"), QStringLiteral("columnY"));
    m_wanted = addChoice(tr("&Class is column"), QStringLiteral("columnWanted"));
    m_isTarget = new QCheckBox(tr("It is a &target for regression"), this);
    m_isTarget->setToolTip(tr("A number to be learned instead of a class"));
    form.addRow(m_isTarget);
    connect(m_isTarget, &QCheckBox::clicked, this, &CsvDialog::takeColumns);
}

void CsvDialog::setupTable()
{
    m_table = new QTableWidget(this);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->setMinimumHeight(90);
}

CsvFormat CsvDialog::format() const
{
    return {.separator = m_separator->currentData().toChar().toLatin1(),
            .quote = m_quote->currentData().toChar().toLatin1(),
            .hasHeader = m_header->isChecked(),
            .hasDecimalComma = m_decimalComma->isChecked()};
}

CsvColumns CsvDialog::columns() const
{
    CsvColumns columns;
    columns.x = m_x->currentData().toULongLong();
    columns.y = m_y->currentData().toULongLong();
    if (m_wanted->currentData().isValid())
        columns.wanted = m_wanted->currentData().toULongLong();
    columns.isTarget = m_isTarget->isChecked();
    return columns;
}

void CsvDialog::takeFormat()
{
    try {
        m_preview = previewCsv(m_text, format(), previewRows);
    } catch (const CsvError &error) {
        m_preview = {};
        m_points.reset();
        showTable();
        showSummary();
        showFault(error);
        return;
    }
    for (QComboBox *choice : {m_x, m_y, m_wanted}) {
        const QSignalBlocker blocker(choice);
        choice->clear();
        for (std::size_t column = 0; column < m_preview.names.size(); ++column)
            choice->addItem(shownText(m_preview.names[column]), qulonglong(column));
    }
    m_wanted->addItem(tr("none: all are of class 0"));
    const CsvColumns &likely = m_preview.columns;
    m_x->setCurrentIndex(int(likely.x));
    m_y->setCurrentIndex(int(likely.y));
    m_wanted->setCurrentIndex(likely.wanted ? int(*likely.wanted) : m_wanted->count() - 1);
    m_isTarget->setChecked(likely.isTarget);
    showTable();
    takeColumns();
}

void CsvDialog::takeColumns()
{
    m_points.reset();
    m_fault->clear();
    m_isTarget->setEnabled(m_wanted->currentData().isValid());
    showRoles();
    m_accept->setEnabled(true);
    if (m_text.size() <= readAtOnce)
        read();
    showSummary();
}

void CsvDialog::showTable()
{
    const int columns = std::min<int>(int(m_preview.names.size()), shownColumns);
    m_table->clear();
    m_table->setColumnCount(columns);
    m_table->setRowCount(int(m_preview.rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < columns; ++column)
            m_table->setItem(row, column, new QTableWidgetItem(shownText(m_preview.rows[std::size_t(row)][std::size_t(column)])));
    }
}

/** In the heads of columns. */
void CsvDialog::showRoles()
{
    const CsvColumns chosen = columns();
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const auto at = std::size_t(column);
        QStringList roles;
        if (at == chosen.x)
            roles << QStringLiteral("x₁");
        if (at == chosen.y)
            roles << QStringLiteral("x₂");
        if (at == chosen.wanted)
            roles << (chosen.isTarget ? tr("target") : tr("class"));
        const QString name = shownText(m_preview.names[at]);
        m_table->setHorizontalHeaderItem(column, new QTableWidgetItem(roles.isEmpty() ? name : tr("%1 = %2").arg(name, roles.join(QStringLiteral(", ")))));
        for (int row = 0; row < m_table->rowCount(); ++row)
            m_table->item(row, column)->setBackground(roles.isEmpty() ? QBrush() : QBrush(m_theme.selection));
    }
    m_table->resizeColumnsToContents();
}

void CsvDialog::showFault(const CsvError &error)
{
    m_fault->setText(translated(error.message()));
    m_accept->setEnabled(false);
    for (int row = 0; error.column() > 0 && row < m_table->rowCount(); ++row) {
        const bool isThere = int(error.column()) <= m_table->columnCount() && row + 1 + int(m_header->isChecked()) == int(error.line());
        if (isThere) // where every row is one line
            m_table->setCurrentCell(row, int(error.column()) - 1);
    }
}

void CsvDialog::showSummary()
{
    QString text;
    if (m_points) {
        text = tr("%n points", nullptr, int(m_points->points.count()));
        QStringList names;
        for (std::size_t i = 0; i < std::min<std::size_t>(m_points->classNames.size(), 8); ++i)
            names << tr("%1 is class %2").arg(shownText(m_points->classNames[i])).arg(i);
        if (m_points->classNames.size() > 8)
            names << QStringLiteral("…");
        if (!names.isEmpty())
            text = tr("%1: %2").arg(text, names.join(QStringLiteral(", ")));
    }
    m_summary->setText(text);
}

bool CsvDialog::read()
{
    try {
        m_points = readCsvPoints(m_text, format(), columns());
    } catch (const CsvError &error) {
        m_points.reset();
        showFault(error);
    }
    return m_points.has_value();
}

QString CsvDialog::fault() const
{
    return m_fault->text();
}

QString CsvDialog::summary() const
{
    return m_summary->text();
}

void CsvDialog::accept()
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor); // a million points take a second
    const bool isRead = m_points || read();
    QGuiApplication::restoreOverrideCursor();
    if (isRead)
        QDialog::accept();
}

} // namespace actiscope
