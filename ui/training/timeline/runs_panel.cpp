#include "ui/training/timeline/runs_panel.h"

#include "ui/base/number_format.h"
#include "ui/training/document/change_text.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/run_name.h"
#include "ui/training/document/training_controller.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace actiscope {

namespace {

/** "100 epochs, test accuracy 86.5 % · 99.5 %". */
QString reachedText(const RunRecord &record)
{
    QStringList values;
    bool hasAccuracy = false;
    for (const History &history : record.histories) {
        const double accuracy = history.empty() ? std::nan("") : history.back().testAccuracy;
        hasAccuracy = hasAccuracy || !std::isnan(accuracy);
        const double loss = history.empty() ? std::nan("") : history.back().testLoss;
        values << (std::isnan(accuracy) ? formatNumber(loss, 3) : RunsPanel::tr("%1 %").arg(formatNumber(100 * accuracy, 3)));
    }
    const QString all = values.join(QStringLiteral(" · "));
    const int epochs = static_cast<int>(record.furthest);
    return hasAccuracy ? RunsPanel::tr("%n epochs, test accuracy %1", nullptr, epochs).arg(all)
                       : RunsPanel::tr("%n epochs, test loss %1", nullptr, epochs).arg(all);
}

/** What one would have to change now to have its settings. */
QString differenceText(const Experiment &now, const Experiment &then)
{
    return now == then ? RunsPanel::tr("the same settings as now") : changeText(now, then);
}

} // namespace

RunsPanel::RunsPanel(QWidget &parent, TrainingController &controller, std::function<bool(RunId)> isShown)
    : QFrame(&parent, Qt::Popup), m_controller(controller), m_isShown(std::move(isShown))
{
    setObjectName(QStringLiteral("runs"));
    setAccessibleName(tr("Earlier runs"));
    m_content = new QWidget;
    m_list = new QVBoxLayout(m_content);
    m_list->setContentsMargins(8, 8, 8, 8);
    m_list->setSpacing(8);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(scroll);
}

void RunsPanel::setTheme(const Theme &theme)
{
    setStyleSheet(QStringLiteral("#runs { background: %1; border: 1px solid %2; }").arg(theme.panel.name(), theme.outline().name()));
    QPalette palette = m_content->palette();
    palette.setColor(QPalette::Window, theme.panel);
    m_content->setPalette(palette);
    m_content->setAutoFillBackground(true);
}

RunsPanel::Row RunsPanel::makeRow(const KeptRun &run)
{
    Row row{.run = run.record->id, .widget = new QWidget(m_content)};
    row.shown = new QCheckBox(row.widget);
    row.shown->setToolTip(tr("Draw it as a thin line"));
    row.name = new QLineEdit(row.widget);
    row.name->setAccessibleName(tr("Name of the run"));
    row.note = new QLineEdit(row.widget);
    row.note->setPlaceholderText(tr("Note"));
    row.note->setAccessibleName(tr("Note on the run"));
    row.differs = new QLabel(row.widget);
    row.restore = new QPushButton(tr("Restore"), row.widget);
    row.restore->setToolTip(tr("Stand where it ended, with all its settings; the present run is kept"));
    row.remove = new QPushButton(tr("Remove"), row.widget);
    row.remove->setToolTip(tr("Can be undone with Ctrl+Z"));
    auto *grid = new QGridLayout(row.widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(row.shown, 0, 0);
    grid->addWidget(row.name, 0, 1);
    grid->addWidget(row.note, 0, 2);
    grid->addWidget(row.restore, 0, 3);
    grid->addWidget(row.remove, 0, 4);
    grid->addWidget(row.differs, 1, 1, 1, 4);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    const RunId id = row.run;
    connect(row.shown, &QCheckBox::toggled, this, [this, id](bool shown) { emit shownToggled(id, shown); });
    connect(row.name, &QLineEdit::editingFinished, this, [this, id, name = row.name] { m_controller.renameRun(id, name->text()); });
    connect(row.note, &QLineEdit::editingFinished, this, [this, id, note = row.note] { m_controller.setRunNote(id, note->text()); });
    connect(row.restore, &QPushButton::clicked, this, [this, id] {
        hide();
        m_controller.restoreRun(id);
    });
    connect(row.remove, &QPushButton::clicked, this, [this, id] { m_controller.removeRun(id); });
    return row;
}

void RunsPanel::fill(Row &row, const KeptRun &run)
{
    const QSignalBlocker noToggle(row.shown);
    row.shown->setChecked(m_isShown(row.run));
    const QString name = runName(run), note = QString::fromStdString(run.note);
    row.shown->setAccessibleName(tr("Draw %1").arg(name));
    row.restore->setAccessibleName(tr("Restore %1").arg(name));
    row.remove->setAccessibleName(tr("Remove %1").arg(name));
    if (row.name->text() != name)
        row.name->setText(name);
    if (row.note->text() != note)
        row.note->setText(note);
    const Experiment &now = m_controller.document().experiment();
    row.differs->setText(
        QStringLiteral("%1 · %2").arg(differenceText(now, run.record->experimentAt(run.record->furthest)), reachedText(*run.record)));
}

void RunsPanel::refresh()
{
    std::vector<KeptRun> runs = m_controller.runs();
    std::ranges::reverse(runs);
    const auto isSame = [](const Row &row, const KeptRun &run) { return row.run == run.record->id; };
    if (!std::ranges::equal(m_rows, runs, isSame)) {
        for (const Row &row : m_rows)
            row.widget->deleteLater();
        m_rows.clear();
        while (QLayoutItem *item = m_list->takeAt(0))
            delete item;
        for (const KeptRun &run : runs) {
            m_rows.push_back(makeRow(run));
            m_list->addWidget(m_rows.back().widget);
        }
        m_list->addStretch(1);
    }
    for (std::size_t i = 0; i < runs.size(); ++i)
        fill(m_rows[i], runs[i]);
    if (runs.empty())
        hide();
}

void RunsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void RunsPanel::popUp(const QWidget &button)
{
    refresh();
    if (m_rows.empty())
        return;
    const QWidget *window = button.window();
    m_content->layout()->activate();
    const QSize wanted = m_content->sizeHint() + QSize(24, 8);
    const QRect room(window->mapToGlobal(QPoint(0, 0)), window->size());
    resize(std::min(std::max(wanted.width(), 560), room.width() - 32), std::min(wanted.height(), room.height() / 2));
    const QPoint corner = button.mapToGlobal(QPoint(button.width(), 0)) - QPoint(width(), height() + 4);
    move(std::max(room.left(), corner.x()), std::max(room.top(), corner.y()));
    show();
    m_rows.front().name->setFocus(Qt::PopupFocusReason);
}

} // namespace actiscope
