#include "ui/training/data/data_section.h"

#include "core/base/errors.h"
#include "core/data/csv_points.h"
#include "core/data/data_generators.h"
#include "core/training/setting.h"
#include "ui/base/flow_layout.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/training/data/csv_dialog.h"
#include "ui/training/data/data_gallery.h"
#include "ui/training/data/drawn_points.h"
#include "ui/training/data/feature_chips.h"
#include "ui/training/data/points_dialog.h"
#include "ui/training/data/section_caption.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace actiscope {

namespace {

const QString csvFilter = QStringLiteral("CSV (*.csv *.tsv *.txt *.dat);;* (*)");

/** What the points are in the plane, with the classes that they have been given. Throws ConfigurationError. */
std::shared_ptr<const Dataset> dataOf(const Experiment &experiment)
{
    return makeDataset(experiment.data, experiment.split, experiment.preparation);
}

} // namespace

DataSection::DataSection(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_gallery = new DataGallery(this);
    m_caption = new SectionCaption(this);
    m_caption->setObjectName(QStringLiteral("dataCaption"));
    layout->addWidget(m_gallery);
    layout->addWidget(m_caption);
    setupRarePart();
    connect(m_gallery, &DataGallery::kindChosen, this, &DataSection::chooseKind);
    connect(m_gallery, &DataGallery::drawAsked, this, &DataSection::drawPoints);
    connect(m_gallery, &DataGallery::fileAsked, this, &DataSection::chooseCsv);
    connect(m_features, &FeatureChips::edited, this, [this] {
        Experiment next = m_experiment;
        next.preparation.features = m_features->features();
        change(next);
    });
}

void DataSection::setupRarePart()
{
    m_rare = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rare);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *strip = new QWidget(m_rare);
    auto *row = new FlowLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    setupButtons(*row);
    m_featuresLabel = new QLabel(tr("Inputs besides x₁ and x₂"), m_rare);
    m_featuresLabel->setWordWrap(true);
    m_features = new FeatureChips(m_rare);
    layout->addWidget(strip);
    layout->addWidget(m_featuresLabel);
    layout->addWidget(m_features);
}

/** Few letters, so that all have room side by side; `words` are for those who do not see the icon. */
QToolButton *DataSection::addButton(const QString &name, const QString &text, const QString &words, const QString &toolTip, QLayout &row)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(words);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

void DataSection::setupButtons(QLayout &row)
{
    m_draw = addButton(QStringLiteral("data_draw"), tr("Draw…"), tr("Draw points…"), tr("Add, erase and move points by hand, or divide them by a curve"),
                       row);
    m_open = addButton(QStringLiteral("data_open"), tr("Open…"), tr("Open CSV…"), tr("Train on the points of a file, with any separator"), row);
    m_newPoints = addButton(QStringLiteral("data_newPoints"), tr("Points"), tr("New points"), tr("Other points of the same kind: another data seed"), row);
    m_newSplit = addButton(QStringLiteral("data_newSplit"), tr("Split"), tr("New split"),
                           tr("Another division into training and test points: another split seed"), row);
    m_save = addButton(QStringLiteral("data_saveCsv"), tr("Save…"), tr("Save CSV…"), tr("Write the points to a file, with their classes and their part"), row);
    connect(m_newPoints, &QToolButton::clicked, this, [this] {
        Experiment next = m_experiment;
        newSeed(generated(next.data).seed, next);
    });
    connect(m_newSplit, &QToolButton::clicked, this, [this] {
        Experiment next = m_experiment;
        newSeed(next.split.seed, next);
    });
    connect(m_draw, &QToolButton::clicked, this, &DataSection::drawPoints);
    connect(m_open, &QToolButton::clicked, this, &DataSection::chooseCsv);
    connect(m_save, &QToolButton::clicked, this, &DataSection::saveCsv);
}

void DataSection::newSeed(std::uint32_t &seed, Experiment &next)
{
    constexpr int maxShown = 10'000; // that can be read out
    const std::uint32_t before = seed;
    while (seed == before)
        seed = static_cast<std::uint32_t>(QRandomGenerator::global()->bounded(maxShown));
    change(next);
}

void DataSection::setExperiment(const Experiment &experiment)
{
    m_experiment = experiment;
    const auto *given = std::get_if<GivenPoints>(&experiment.data);
    m_gallery->show(experiment.data, given && given->points == m_ofFile);
    m_features->show(experiment.preparation.features);
    const bool isPlane = !given || given->points->features == 2;
    m_features->setVisible(isPlane);
    m_featuresLabel->setVisible(isPlane);
    m_newPoints->setEnabled(!given);
    m_save->setEnabled(isPlane);
    m_caption->say({}, false);
}

QString DataSection::name() const
{
    const auto *given = std::get_if<GivenPoints>(&m_experiment.data);
    if (!given)
        return QString::fromStdString(generated(m_experiment.data).kind);
    const int count = static_cast<int>(given->points->count());
    return given->points == m_ofFile ? tr("%n points of a file", nullptr, count) : tr("%n points drawn", nullptr, count);
}

QString DataSection::caption() const
{
    return m_caption->text();
}

void DataSection::change(const Experiment &next, const LiveText &text)
{
    try {
        validate(next);
    } catch (const ConfigurationError &error) {
        setExperiment(m_experiment);
        m_caption->say(tr("Not accepted. Use %1").arg(translated(error.accepted())), true);
        return;
    }
    const Experiment before = std::exchange(m_experiment, next);
    setExperiment(next);
    if (before != next)
        emit experimentChanged(next, text);
}

void DataSection::chooseKind(const QString &name)
{
    Experiment next = m_experiment;
    const Setting &setting = *findSetting("data");
    setting.set(next, 0, name.toStdString());
    change(next);
}

void DataSection::takePoints(LabelledPoints points, const LiveText &text, bool ofFile)
{
    Experiment next = m_experiment;
    const Setting &setting = *findSetting("points");
    const auto shared = std::make_shared<const LabelledPoints>(std::move(points));
    setting.set(next, 0, GivenPoints{shared});
    next.preparation.curve.clear(); // the classes are what was drawn, or what the file says
    if (ofFile)
        m_ofFile = shared;
    change(next, text);
}

void DataSection::drawPoints()
{
    LabelledPoints begin;
    try {
        const auto present = dataOf(m_experiment);
        if (!present->isRegression() && present->liesInPlane()) {
            if (present->all.count() > DrawnPoints::maxPoints || present->classes > DrawnPoints::maxClasses) {
                m_caption->say(tr("At most %1 points of %2 classes can be edited by hand").arg(DrawnPoints::maxPoints).arg(DrawnPoints::maxClasses), true);
                return;
            }
            begin = present->all;
        }
    } catch (const ConfigurationError &) { // begins empty
    }
    PointsDialog dialog(begin, m_theme, window());
    if (dialog.exec() == QDialog::Accepted && dialog.points() != begin)
        takePoints(dialog.points(), [] { return tr("points drawn"); }, false);
}

void DataSection::chooseCsv()
{
    const QString path = QFileDialog::getOpenFileName(window(), tr("Open CSV"), {}, csvFilter);
    if (!path.isEmpty())
        openCsv(path);
}

void DataSection::openCsv(const QString &path)
{
    std::string text;
    try {
        text = csvFileText(QFile::encodeName(path).toStdString());
    } catch (const CsvError &error) {
        m_caption->say(tr("%1: %2").arg(QFileInfo(path).fileName(), translated(error.message())), true);
        return;
    }
    const QString name = QFileInfo(path).fileName();
    CsvDialog dialog(std::move(text), name, m_theme, window());
    if (dialog.exec() == QDialog::Accepted)
        takePoints(dialog.points().points, [name] { return tr("points of %1").arg(name); }, true);
}

void DataSection::saveCsv()
{
    QString path = QFileDialog::getSaveFileName(window(), tr("Save CSV"), QStringLiteral("points.csv"), csvFilter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    try {
        const QByteArray csv = QByteArray::fromStdString(dataCsv(*dataOf(m_experiment)));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
            m_caption->say(tr("%1 cannot be saved: %2").arg(path, file.errorString()), true);
        else
            m_caption->say(tr("Saved %1").arg(path), false);
    } catch (const ConfigurationError &error) {
        m_caption->say(tr("Not accepted. Use %1").arg(translated(error.accepted())), true);
    }
}

void DataSection::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_rare->setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; padding: 3px 6px; }"
                                 "QToolButton:hover { border-color: %2; }"
                                 "QToolButton:disabled { color: %4; }"
                                 "QToolButton:focus { border: 2px solid %5; padding: 2px 5px; }")
                      .arg(theme.plotBackground.name(), theme.text.name(), theme.border.name(), theme.mutedText.name(), theme.accent.name()));
    m_gallery->setTheme(theme);
    m_features->setTheme(theme);
    m_draw->setIcon(svgIcon(QStringLiteral("data_drawn"), theme.text));
    m_open->setIcon(svgIcon(QStringLiteral("data_file"), theme.text));
    m_newPoints->setIcon(svgIcon(QStringLiteral("data_dice"), theme.text));
    m_newSplit->setIcon(svgIcon(QStringLiteral("data_dice"), theme.text));
    m_save->setIcon(svgIcon(QStringLiteral("training_save"), theme.text));
    m_caption->setTheme(theme);
}

} // namespace actiscope
