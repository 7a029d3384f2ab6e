#include "ui/functions/bars/inside_row.h"

#include "core/training/model_label.h"

#include "ui/base/flow_layout.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QComboBox>
#include <QLabel>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace actiscope {

InsideRow::InsideRow(FunctionsState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_model(new QComboBox(this)), m_layer(new QComboBox(this)), m_unit(new QComboBox(this)),
      m_remark(new QLabel(this))
{
    m_model->setAccessibleName(tr("Network"));
    m_model->setToolTip(tr("The networks of the run that compute with the function in focus"));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("The hidden layer whose pre-activations z, its inputs to the activation, are counted"));
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->setToolTip(tr("All units of the layer, or one of them"));
    m_remark->setObjectName(QStringLiteral("insideRemark"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(18);
    m_model->setMinimumWidth(160);
    for (QComboBox *box : {m_layer, m_unit})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QWidget *widget : {static_cast<QWidget *>(m_model), static_cast<QWidget *>(m_layer), static_cast<QWidget *>(m_unit),
                            static_cast<QWidget *>(m_remark)})
        layout->addWidget(widget);
    connect(m_model, &QComboBox::activated, this, &InsideRow::takeChoice);
    connect(m_layer, &QComboBox::activated, this, [this] {
        fillUnits();
        takeChoice();
    });
    connect(m_unit, &QComboBox::activated, this, &InsideRow::takeChoice);
    const auto follow = [this] {
        if (!m_state.hasRun() || !m_snapshot)
            return;
        const std::vector<std::size_t> before = m_models;
        fillModels();
        if (m_models != before || m_models.empty())
            takeChoice();
    };
    connect(&state, &FunctionsState::focusChanged, this, follow);
    connect(&state, &FunctionsState::shownChanged, this, follow);
    connect(&state, &FunctionsState::previewChanged, this, follow);
    connect(&state.view(), &FunctionsView::changed, this, &InsideRow::ask);
}

QString InsideRow::remark() const
{
    return m_remark->text();
}

void InsideRow::setRange(double from, double to)
{
    m_range = HistogramRange{from, to};
    m_answered.reset();
    ask();
}

void InsideRow::showSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool isNewRun = !snapshot || !m_snapshot || snapshot->run != m_snapshot->run;
    m_snapshot = std::move(snapshot);
    m_state.setHasRun(m_snapshot && !m_snapshot->models.empty() && !m_snapshot->experiment.hidden.empty());
    if (!m_state.hasRun())
        return;
    if (isNewRun) {
        m_asked.reset();
        fillModels();
        fillLayers();
        takeChoice();
    }
    ask();
}

/** Those with the function in focus, while it is drawn: no other's histogram belongs under its curve. */
void InsideRow::fillModels()
{
    const std::optional<std::size_t> before = chosenModel();
    m_models.clear();
    m_model->clear();
    for (std::size_t i = 0; i < m_snapshot->models.size(); ++i) {
        const ActivationSpec &activation = m_snapshot->models[i].configuration.activation();
        if (activation.activation != &m_state.focus() || !m_state.isDrawn(m_state.focus()))
            continue;
        m_models.push_back(i);
        m_model->addItem(QString::fromStdString(modelLabel(m_snapshot->experiment, i)));
        if (i == before)
            m_model->setCurrentIndex(m_model->count() - 1);
    }
    for (QComboBox *box : {m_model, m_layer, m_unit})
        box->setEnabled(!m_models.empty());
}

std::optional<std::size_t> InsideRow::chosenModel() const
{
    const int index = m_model->currentIndex();
    return index < 0 || std::size_t(index) >= m_models.size() ? std::nullopt : std::optional(m_models[std::size_t(index)]);
}

QString InsideRow::whyAbsent() const
{
    const QString name = QString::fromStdString(m_state.focus().name);
    if (!m_models.empty())
        return {};
    QStringList others;
    for (const ModelSnapshot &model : m_snapshot->models) {
        if (model.configuration.activation().activation == &m_state.focus())
            return tr("Tick %1 to look into its network").arg(name);
        others << QString::fromStdString(model.configuration.activation().activation->name);
    }
    others.removeDuplicates();
    return tr("The run has no network with %1; select one of its own: %2").arg(name, others.join(QStringLiteral(", ")));
}

void InsideRow::fillLayers()
{
    const int before = m_layer->currentIndex();
    m_layer->clear();
    for (std::size_t i = 1; i <= m_snapshot->experiment.hidden.size(); ++i)
        m_layer->addItem(tr("Layer %1").arg(i));
    m_layer->setCurrentIndex(std::clamp(before, 0, m_layer->count() - 1));
    fillUnits();
}

void InsideRow::fillUnits()
{
    const int before = m_unit->currentIndex();
    m_unit->clear();
    m_unit->addItem(tr("All units"));
    for (int i = 1; i <= m_snapshot->experiment.hidden[std::size_t(m_layer->currentIndex())]; ++i)
        m_unit->addItem(tr("Unit %1").arg(i));
    m_unit->setCurrentIndex(before >= 0 && before < m_unit->count() ? before : 0);
}

void InsideRow::takeChoice()
{
    m_answered.reset();
    m_remark->clear();
    emit choiceChanged();
    emit absent(whyAbsent());
    ask();
}

DiagnosticsSettings InsideRow::settings() const
{
    DiagnosticsSettings settings;
    settings.bins = bins;
    settings.preActivationRange = m_range;
    if (m_unit->currentIndex() > 0)
        settings.units = {{std::size_t(m_layer->currentIndex()), std::size_t(m_unit->currentIndex() - 1)}};
    return settings;
}

void InsideRow::ask()
{
    const std::optional<std::size_t> model = chosenModel();
    if (!m_state.looksInside() || m_asked || !m_range || !model)
        return;
    if (m_answered == Standing{m_snapshot->run, m_snapshot->epoch})
        return;
    m_asked = settings();
    m_askedModel = *model;
    emit wanted(m_askedModel, *m_asked);
}

void InsideRow::takeAnswer(const DiagnosticsAnswer &answer)
{
    if (!m_asked || !m_snapshot || answer.run != m_snapshot->run)
        return; // of a run that was
    const DiagnosticsSettings asked = *std::exchange(m_asked, std::nullopt);
    if (asked != settings() || m_askedModel != chosenModel() || answer.model != m_askedModel) {
        ask(); // the choice has changed since
        return;
    }
    m_answered = Standing{answer.run, answer.epoch};
    if (!answer.diagnostics) {
        m_remark->setText(translated(answer.error));
        return;
    }
    const Histogram &histogram = asked.units.empty() ? answer.diagnostics->layers.at(std::size_t(m_layer->currentIndex())).preActivations
                                                     : answer.diagnostics->units.at(0).preActivations;
    m_remark->setText(remarkOn(histogram));
    emit histogramReady(histogram, *m_snapshot->models.at(m_askedModel).configuration.activation().activation, title(answer.epoch));
    ask(); // the run may have gone on, and ended
}

QString InsideRow::remarkOn(const Histogram &histogram) const
{
    const std::int64_t outside = histogram.below + histogram.above;
    const double all = double(std::accumulate(histogram.counts.begin(), histogram.counts.end(), outside));
    if (all == 0)
        return tr("not a number: the network has diverged");
    return outside > 0 ? tr("%1 % lie outside").arg(formatNumber(100 * double(outside) / all, 2)) : QString();
}

QString InsideRow::title(std::int64_t epoch) const
{
    const int layer = m_layer->currentIndex() + 1;
    const int unit = m_unit->currentIndex();
    const QString of = unit > 0 ? tr("share of the pre-activations z of unit %1 in layer %2, epoch %3").arg(unit).arg(layer).arg(epoch)
                                : tr("share of the pre-activations z of layer %1, epoch %2").arg(layer).arg(epoch);
    return QStringLiteral("%1: %2").arg(m_model->currentText(), of);
}

} // namespace actiscope
