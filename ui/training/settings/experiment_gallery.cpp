#include "ui/training/settings/experiment_gallery.h"

#include "core/base/message.h"
#include "core/data/image_data.h"
#include "core/io/ready_experiments.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/menu_fit.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/settings/gallery_entry.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPixmap>
#include <QToolButton>
#include <QVBoxLayout>

namespace actiscope {

namespace {

constexpr int nameHeight = 40;
constexpr int headingIcon = 16;
constexpr double largerText = 13.0 / 11.0;
constexpr double aboutScale = 9.0 / 11.0;
constexpr int chevronRoom = 28; ///< at the right end of the name

QString galleryText(const std::string &english)
{
    return translated(Message(english));
}

/** The package whose images it is of, where they are not on this machine. */
QString packageWanted(const ReadyExperiment &ready)
{
    const auto *images = std::get_if<ImageData>(&ready.experiment.data);
    const ImageKind *kind = images ? findImageKind(images->kind) : nullptr;
    return kind ? QString::fromStdString(missingPackage(*kind)) : QString();
}

QFont resized(QFont font, double factor, bool bold)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

} // namespace

ExperimentGallery::ExperimentGallery(const Subject &subject, QWidget *parent) : QWidget(parent), m_ready(shownReadyExperiments(subject))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    setupName();
    setupList();
    for (QWidget *each : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_about), m_list})
        layout->addWidget(each);
    followScale(*this, [this] {
        m_name->setFont(resized(font(), largerText, true));
        m_name->setMinimumHeight(scaled(nameHeight));
        m_about->setFont(resized(font(), aboutScale, false));
        m_changedButton->setFont(resized(font(), aboutScale, false));
        m_heading->setFont(resized(font(), 1, true));
        m_heading->setIconSize(QSize(scaled(headingIcon), scaled(headingIcon)));
    });
    arrange();
}

void ExperimentGallery::setupName()
{
    m_name = new ElidedToolButton({}, this);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_name->setPopupMode(QToolButton::InstantPopup);
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon); // which is on the left, as text alone is not
    QPixmap nothing(1, 1);
    nothing.fill(Qt::transparent);
    m_name->setIcon(nothing);
    m_name->setIconSize(nothing.size());
    m_name->installEventFilter(this);
    m_menu = new QMenu(m_name);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ExperimentGallery::fillMenu);
    m_name->setMenu(m_menu);
    m_about = new QLabel(this);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_changedButton = new QToolButton(m_name);
    m_changedButton->setText(tr("changed"));
    m_changedButton->setAutoRaise(true);
    m_changedButton->setPopupMode(QToolButton::InstantPopup);
    m_changedButton->setToolTip(tr("This is no longer the experiment as it comes with the program. The way back is here"));
    m_backMenu = new QMenu(m_changedButton);
    m_backMenu->addAction(tr("Back to the original"), this, &ExperimentGallery::goBack);
    m_changedButton->setMenu(m_backMenu);
    m_changedButton->hide();
}

void ExperimentGallery::setupList()
{
    m_heading = new QToolButton(this);
    m_heading->setText(tr("Experiments"));
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setToolTip(tr("Show or hide the list of experiments"));
    connect(m_heading, &QToolButton::clicked, this, [this] {
        m_folded = !m_folded;
        arrange();
    });
    m_list = new QWidget(this);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const ReadyExperiment *each : m_ready) {
        const ReadyExperiment &ready = *each;
        auto *entry = new GalleryEntry(galleryText(ready.notes.title), galleryText(ready.notes.summary), m_list);
        layout->addWidget(entry);
        m_entries.push_back(entry);
        connect(entry, &GalleryEntry::clicked, this, [this, &ready, entry] { choose(ready, entry); });
    }
}

/** Whether an experiment's images are there: somebody may have put them there since. */
void ExperimentGallery::lookForFiles()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QString package = packageWanted(*m_ready[i]), about = galleryText(m_ready[i]->notes.about);
        m_entries[i]->setMissing(package.isEmpty() ? QString() : tr("needs the package %1").arg(package));
        m_entries[i]->setToolTip(package.isEmpty() ? about : missingImagesText(package) + QStringLiteral("\n\n") + about);
    }
}

QString ExperimentGallery::missingImagesText(const QString &package)
{
    return tr("Its images are not on this machine: 'apt-get install %1' as root puts them there.").arg(package);
}

void ExperimentGallery::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookForFiles();
}

/** Of ours: what is shown as it is needs nothing, what was changed offers its original. */
void ExperimentGallery::choose(const ReadyExperiment &ready, QWidget *entry)
{
    if (ready.name != m_origin)
        emit chosen(ready);
    else if (m_changed)
        m_backMenu->popup(entry->mapToGlobal(QPoint(0, entry->height())));
}

void ExperimentGallery::fillMenu()
{
    m_menu->clear();
    if (m_changed && origin()) {
        m_menu->addAction(tr("Back to the original"), this, &ExperimentGallery::goBack);
        m_menu->addSeparator();
    }
    for (const ReadyExperiment *each : m_ready) {
        const ReadyExperiment &ready = *each;
        const QString package = packageWanted(ready), about = galleryText(ready.notes.about);
        const QString beside = package.isEmpty() ? galleryText(ready.notes.summary) : tr("needs the package %1").arg(package);
        QAction *action = m_menu->addAction(galleryText(ready.notes.title) + QLatin1Char('\t') + beside);
        action->setToolTip(package.isEmpty() ? about : missingImagesText(package) + QStringLiteral("\n\n") + about);
        action->setCheckable(true);
        action->setChecked(ready.name == m_origin);
        connect(action, &QAction::triggered, this, [this, &ready] {
            if (ready.name != m_origin)
                emit chosen(ready);
        });
    }
    fitToScreen(*m_menu);
}

void ExperimentGallery::goBack()
{
    if (const ReadyExperiment *ready = origin())
        emit chosen(*ready);
}

const ReadyExperiment *ExperimentGallery::origin() const
{
    for (const ReadyExperiment &ready : readyExperiments()) {
        if (ready.name == m_origin)
            return &ready;
    }
    return nullptr;
}

QString ExperimentGallery::about() const
{
    return m_about->text();
}

QString ExperimentGallery::title() const
{
    return origin() ? galleryText(origin()->notes.title) : tr("Own experiment");
}

void ExperimentGallery::showExperiment(const std::string &name, bool changed)
{
    m_origin = name;
    m_changed = changed && origin();
    m_name->setFullText(title());
    m_name->setAccessibleName(m_changed ? tr("Experiment %1, changed").arg(title()) : tr("Experiment %1").arg(title()));
    m_name->setToolTip(tr("The experiments that come with the program"));
    const QString about = origin() ? galleryText(origin()->notes.about) : tr("Choose one of the ready experiments above, or set up your own below.");
    m_about->setText(m_changed ? tr("Unchanged: %1").arg(about) : about); // what it says of how a run ends is not of this one
    lookForFiles();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_entries[i]->setCurrent(m_ready[i]->name == m_origin, m_changed);
    m_changedButton->setVisible(m_changed);
    placeChanged();
}

void ExperimentGallery::setRoomy(bool roomy)
{
    m_roomy = roomy;
    arrange();
}

bool ExperimentGallery::isList() const
{
    return m_roomy && !m_folded;
}

void ExperimentGallery::arrange()
{
    m_heading->setVisible(m_roomy);
    m_list->setVisible(isList());
    m_name->setVisible(!isList());
    m_about->setVisible(!isList());
    m_heading->setIcon(svgIcon(isList() ? QStringLiteral("training_open") : QStringLiteral("training_closed"), m_theme.mutedText));
}

/** At the right end of the name, before its chevron: nothing moves when it appears. */
void ExperimentGallery::placeChanged()
{
    const QSize size = m_changedButton->sizeHint();
    m_changedButton->setGeometry(m_name->width() - scaled(chevronRoom) - size.width(), (m_name->height() - size.height()) / 2, size.width(),
                                 size.height());
    m_name->setStyleSheet(
        scaledSheet(QStringLiteral("QToolButton { background: %1; border: 1dp solid %2; border-radius: 4dp; padding: 4dp %3px 4dp 6dp; }"
                                   "QToolButton:focus { border: 2dp solid %4; }"
                                   "QToolButton::menu-indicator { image: url(:/icons/spin_down.svg); subcontrol-position: right center; "
                                   "subcontrol-origin: padding; right: 10dp; width: 10dp; }"))
            .arg(m_theme.background.name(), m_theme.outline().name())
            .arg(scaled(chevronRoom) + (m_changed ? size.width() : 0))
            .arg(m_theme.accent.name()));
}

bool ExperimentGallery::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ExperimentGallery::placeChanged, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void ExperimentGallery::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString flat =
        scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 1dp 3dp; color: %1; }"
                                   "QToolButton:hover { background: %2; }"
                                   "QToolButton:focus { border-color: %3; }"
                                   "QToolButton::menu-indicator { image: none; }"));
    m_heading->setStyleSheet(flat.arg(theme.text.name(), theme.background.name(), theme.accent.name()));
    m_changedButton->setStyleSheet(flat.arg(theme.readable(theme.accent).name(), theme.panel.name(), theme.accent.name()));
    QPalette palette = m_about->palette();
    palette.setColor(QPalette::WindowText, theme.mutedText);
    m_about->setPalette(palette);
    for (GalleryEntry *entry : m_entries)
        entry->setTheme(theme);
    placeChanged();
    arrange();
}

} // namespace actiscope
