#include "ui/training/step/step_page.h"

#include "core/training/model_label.h"
#include "ui/base/flow_layout.h"
#include "ui/base/translation.h"
#include "ui/base/unbroken.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr int answerFrame = 16; // ms
constexpr int leastModelName = 10, mostModelName = 22; ///< letters of a model's name that have room

} // namespace

StepPage::StepPage(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    setupFields();
    setupStages();
    m_sentence = new QLabel(this);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_view = new QTextBrowser(this);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setOpenLinks(false);
    m_view->setAccessibleName(tr("The step in numbers"));
    m_view->installEventFilter(this);
    setupLayout();
    m_clock.setInterval(answerFrame);
    connect(&m_clock, &QTimer::timeout, this, &StepPage::take);
    setStage(StepStage::Forward);
}

StepPage::~StepPage() = default;

void StepPage::setupFields()
{
    m_model = new QComboBox(this);
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layer = new QComboBox(this);
    m_layer->setAccessibleName(tr("Layer"));
    m_sample = new QSpinBox(this);
    m_sample->setPrefix(tr("sample "));
    m_sample->setAccessibleName(tr("Training sample"));
    m_unit = new QSpinBox(this);
    m_unit->setPrefix(tr("unit "));
    m_unit->setAccessibleName(tr("Unit"));
    for (QSpinBox *field : {m_sample, m_unit}) {
        field->setMinimum(1);
        connect(field, &QSpinBox::valueChanged, this, &StepPage::ask);
    }
    connect(m_sample, &QSpinBox::valueChanged, this, &StepPage::sampleChosen);
    connect(m_model, &QComboBox::activated, this, &StepPage::ask);
    connect(m_layer, &QComboBox::activated, this, [this] {
        fillFields();
        ask();
    });
}

void StepPage::setupStages()
{
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < stepStages; ++i) {
        const auto stage = static_cast<StepStage>(i);
        auto *button = new QToolButton(this);
        button->setText(QStringLiteral("%1 %2").arg(i + 1).arg(stepStageName(stage)));
        button->setCheckable(true);
        button->setMinimumHeight(32);
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, stage] { setStage(stage); });
        m_stages[static_cast<std::size_t>(i)] = button;
    }
    const auto make = [this](const QString &text, const QString &help) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(help);
        button->setMinimumHeight(32);
        return button;
    };
    m_previous = make(tr("Previous"), tr("The stage before (←)"));
    m_next = make(tr("Next"), tr("The next stage (→); after the last one the step is taken"));
    m_next->setMinimumWidth(m_next->fontMetrics().horizontalAdvance(tr("Take the step")) + 24); // whatever it says
    m_back = make(tr("Back to the panels"), tr("Esc"));
    connect(m_previous, &QToolButton::clicked, this, &StepPage::previous);
    connect(m_next, &QToolButton::clicked, this, &StepPage::next);
    connect(m_back, &QToolButton::clicked, this, &StepPage::backRequested);
}

void StepPage::setupLayout()
{
    auto *fields = new FlowLayout;
    fields->setSpacing(8);
    for (QWidget *field : std::initializer_list<QWidget *>{m_model, m_sample, m_layer, m_unit, m_back})
        fields->addWidget(field);
    auto *stages = new FlowLayout;
    stages->setSpacing(8);
    for (QToolButton *button : m_stages)
        stages->addWidget(button);
    stages->addWidget(m_previous);
    stages->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addLayout(stages);
    layout->addWidget(m_sentence);
    layout->addWidget(m_view, 1);
}

void StepPage::setRun(std::shared_ptr<const Snapshot> run)
{
    if (!run || run->models.empty() || !run->cohort)
        return;
    const bool isSameMoment = m_run && m_run->run == run->run && m_run->epoch == run->epoch;
    m_run = std::move(run);
    fillFields();
    m_batch = isSameMoment ? std::min(m_batch, batches() - 1) : 0;
    ask();
}

void StepPage::choose(std::optional<std::size_t> model, std::optional<std::size_t> sample, std::optional<HiddenUnit> unit)
{
    const std::array blockers = {QSignalBlocker(m_model), QSignalBlocker(m_sample), QSignalBlocker(m_layer), QSignalBlocker(m_unit)};
    if (model && static_cast<int>(*model) < m_model->count())
        m_model->setCurrentIndex(static_cast<int>(*model));
    if (sample)
        m_sample->setValue(static_cast<int>(*sample) + 1);
    if (unit) {
        m_layer->setCurrentIndex(static_cast<int>(unit->layer));
        fillFields();
        m_unit->setValue(static_cast<int>(unit->unit) + 1);
    }
    ask();
}

void StepPage::takeOver(const StepPage &former)
{
    const StepPlace looked = former.place();
    choose(static_cast<std::size_t>(std::max(0, former.m_model->currentIndex())), looked.sample, HiddenUnit{looked.layer, looked.unit});
    m_batch = std::min(former.m_batch, batches() - 1);
    setStage(former.m_stage);
    ask();
}

std::size_t StepPage::batches() const
{
    return m_run ? std::max<std::size_t>(1, m_run->cohort->batches()) : 1;
}

/** What there is to choose from; what was chosen stays, where it is there. */
void StepPage::fillFields()
{
    if (!m_run)
        return;
    const std::array blockers = {QSignalBlocker(m_model), QSignalBlocker(m_sample), QSignalBlocker(m_layer), QSignalBlocker(m_unit)};
    const auto fill = [](QComboBox *box, const QStringList &texts) {
        const int chosen = std::clamp(box->currentIndex(), 0, int(texts.size()) - 1);
        QStringList present;
        for (int i = 0; i < box->count(); ++i)
            present << box->itemText(i);
        if (present != texts) {
            box->clear();
            box->addItems(texts);
        }
        box->setCurrentIndex(chosen);
    };
    QStringList models;
    qsizetype longest = 0;
    for (std::size_t i = 0; i < m_run->models.size(); ++i) {
        models << QString::fromStdString(modelLabel(m_run->experiment, i));
        longest = std::max(longest, models.back().size());
    }
    fill(m_model, models);
    m_model->setMinimumContentsLength(std::clamp(static_cast<int>(longest), leastModelName, mostModelName));
    QStringList layers;
    for (std::size_t layer = 0; layer < m_run->cohort->shape.hidden.size(); ++layer)
        layers << tr("layer %1").arg(layer + 1);
    fill(m_layer, layers << tr("output"));
    m_sample->setMaximum(static_cast<int>(m_run->cohort->data->train.count()));
    m_unit->setMaximum(m_run->cohort->shape.layerOutputs(place().layer));
}

StepPlace StepPage::place() const
{
    const auto index = [](int value) { return static_cast<std::size_t>(std::max(value, 0)); };
    return {index(m_sample->value() - 1), index(m_layer->currentIndex()), index(m_unit->value() - 1), m_batch};
}

void StepPage::ask()
{
    if (!m_run)
        return;
    m_tracer.ask(m_run, static_cast<std::size_t>(std::max(0, m_model->currentIndex())), place());
    m_clock.start();
}

void StepPage::take()
{
    const auto answer = m_tracer.take();
    if (!answer)
        return;
    m_answer = answer;
    const bool isNewest = m_run && answer->run == m_run->run && answer->epoch == m_run->epoch
                          && answer->model == static_cast<std::size_t>(m_model->currentIndex())
                          && (!answer->trace || answer->trace->place == place());
    if (isNewest)
        m_clock.stop();
    showAnswer();
}

void StepPage::showAnswer()
{
    if (!m_answer || !m_run || m_answer->model >= m_run->models.size())
        return;
    if (!m_answer->trace) {
        m_sentence->setText(translated(m_answer->error));
        m_view->clear();
        return;
    }
    const StepTrace &trace = *m_answer->trace;
    const ModelConfiguration &model = m_run->experiment.models[m_answer->model];
    const std::size_t hidden = m_run->cohort->shape.hidden.size();
    const QString name =
        trace.place.layer < hidden ? QString::fromStdString(model.activation(trace.place.layer).activation->name) : QString();
    const StepText text(trace, name, m_run->cohort->loss, hidden, m_theme);
    QString where = tr("%1 Epoch %2 to %3.").arg(text.sentence(m_stage)).arg(m_answer->epoch).arg(m_answer->epoch + 1);
    if (trace.batches > 1)
        where = tr("%1 Epoch %2 to %3, step %4 of %5.")
                    .arg(text.sentence(m_stage))
                    .arg(m_answer->epoch)
                    .arg(m_answer->epoch + 1)
                    .arg(trace.place.batch + 1)
                    .arg(trace.batches);
    m_sentence->setText(unbroken(where));
    m_view->setHtml(text.of(m_stage));
    m_view->setAccessibleDescription(m_sentence->text());
}

QString StepPage::text() const
{
    return m_view->toPlainText();
}

void StepPage::setStage(StepStage stage)
{
    m_stage = stage;
    stageButton(stage)->setChecked(true);
    m_previous->setEnabled(stage != StepStage::Forward || m_batch > 0);
    m_next->setText(stage == StepStage::Update ? tr("Take the step") : tr("Next"));
    showAnswer();
}

void StepPage::next()
{
    if (m_stage != StepStage::Update)
        return setStage(static_cast<StepStage>(static_cast<int>(m_stage) + 1));
    if (m_batch + 1 < batches())
        return showBatch(m_batch + 1, StepStage::Forward);
    setStage(StepStage::Forward);
    emit stepRequested();
}

void StepPage::previous()
{
    if (m_stage != StepStage::Forward)
        setStage(static_cast<StepStage>(static_cast<int>(m_stage) - 1));
    else if (m_batch > 0)
        showBatch(m_batch - 1, StepStage::Update);
}

void StepPage::showBatch(std::size_t batch, StepStage stage)
{
    m_batch = batch;
    setStage(stage);
    ask();
}

bool StepPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Right || key == Qt::Key_Left) {
            key == Qt::Key_Right ? next() : previous();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StepPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_isPainted = false;
    if (isVisible())
        takeTheme();
}

void StepPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isPainted)
        takeTheme();
}

/** Style sheets and a text in HTML take their time: a page that is not shown does without. */
void StepPage::takeTheme()
{
    m_isPainted = true;
    const Theme &theme = m_theme;
    m_view->setStyleSheet(
        QStringLiteral("QTextBrowser { background: %1; color: %2; border: none; }").arg(theme.plotBackground.name(), theme.text.name()));
    QPalette words = m_sentence->palette();
    words.setColor(QPalette::WindowText, theme.text);
    m_sentence->setPalette(words);
    const QString style = QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 4px; padding: 2px 8px; color: %2; }"
                                         "QToolButton:checked { background: %3; border-color: %4; }"
                                         "QToolButton:hover { background: %5; }"
                                         "QToolButton:focus { border: 2px solid %4; }"
                                         "QToolButton:disabled { color: %6; }")
                              .arg(theme.outline().name(), theme.text.name(), theme.selection.name(), theme.accent.name(),
                                   theme.background.name(), theme.mutedText.name());
    for (QToolButton *button : m_stages)
        button->setStyleSheet(style);
    for (QToolButton *button : {m_previous, m_next, m_back})
        button->setStyleSheet(style);
    showAnswer();
}

} // namespace actiscope
