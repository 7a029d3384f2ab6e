#include "ui/functions/inside_row.h"

#include "ui/base/number_format.h"
#include "ui/base/translation.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/functions_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <numeric>

namespace actiscope {

InsideRow::InsideRow(FunctionsState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_model(new QComboBox(this)), m_layer(new QComboBox(this)), m_unit(new QComboBox(this)),
      m_remark(new QLabel(this))
{
    m_model->setAccessibleName(tr("Network"));
    m_model->setToolTip(tr("The network of the run, named by its activation"));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("The hidden layer whose inputs to the activation are counted"));
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->setToolTip(tr("All units of the layer, or one of them"));
    m_remark->setObjectName(QStringLiteral("insideRemark"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QComboBox *box : {m_model, m_layer, m_unit}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(box);
    }
    layout->addWidget(m_remark, 1);
    connect(m_model, &QComboBox::activated, this, &InsideRow::takeChoice);
    connect(m_layer, &QComboBox::activated, this, [this] {
        fillUnits();
        takeChoice();
    });
    connect(m_unit, &QComboBox::activated, this, &InsideRow::takeChoice);
    connect(&state, &FunctionsState::focusChanged, this, &InsideRow::followFocus);
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
        followFocus();
    }
    if (m_asked && m_snapshot->diagnostics)
        takeAnswer(*m_snapshot->diagnostics);
    ask();
}

void InsideRow::fillModels()
{
    const int before = m_model->currentIndex();
    m_model->clear();
    for (const ModelSnapshot &model : m_snapshot->models)
        m_model->addItem(QString::fromStdString(model.activation.label()));
    m_model->setCurrentIndex(std::clamp(before, 0, m_model->count() - 1));
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

/** The network with the focused activation, where there is one. */
void InsideRow::followFocus()
{
    if (!m_state.hasRun() || !m_snapshot)
        return;
    const auto found = std::ranges::find_if(m_snapshot->models, [this](const ModelSnapshot &model) {
        return model.activation.activation == &m_state.focus();
    });
    if (found != m_snapshot->models.end())
        m_model->setCurrentIndex(int(found - m_snapshot->models.begin()));
    takeChoice();
}

void InsideRow::takeChoice()
{
    m_answered.reset();
    emit choiceChanged();
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
    if (!m_state.looksInside() || m_asked || !m_range)
        return;
    if (m_answered == Moment{m_snapshot->run, m_snapshot->epoch})
        return;
    m_asked = settings();
    m_askedModel = std::size_t(m_model->currentIndex());
    emit wanted(m_askedModel, *m_asked);
}

void InsideRow::takeAnswer(const DiagnosticsAnswer &answer)
{
    const DiagnosticsSettings asked = *std::exchange(m_asked, std::nullopt);
    if (asked != settings() || m_askedModel != std::size_t(m_model->currentIndex()) || answer.model != m_askedModel)
        return; // the choice has changed since
    m_answered = Moment{m_snapshot->run, m_snapshot->epoch};
    if (!answer.diagnostics) {
        m_remark->setText(translated(answer.error));
        return;
    }
    const Histogram &histogram = asked.units.empty() ? answer.diagnostics->layers.at(std::size_t(m_layer->currentIndex())).preActivations
                                                     : answer.diagnostics->units.at(0).preActivations;
    const std::int64_t outside = histogram.below + histogram.above;
    const double all = double(std::accumulate(histogram.counts.begin(), histogram.counts.end(), outside));
    if (all == 0)
        m_remark->setText(tr("not a number: the network has diverged"));
    else
        m_remark->setText(outside > 0 ? tr("%1 % lie outside").arg(formatNumber(100 * double(outside) / all, 2)) : QString());
    emit histogramReady(histogram, *m_snapshot->models.at(m_askedModel).activation.activation, title());
}

QString InsideRow::title() const
{
    const int layer = m_layer->currentIndex() + 1;
    const int unit = m_unit->currentIndex();
    const QString of = unit > 0 ? tr("share of the inputs of unit %1 in layer %2, epoch %3").arg(unit).arg(layer).arg(m_snapshot->epoch)
                                : tr("share of the inputs of layer %1, epoch %2").arg(layer).arg(m_snapshot->epoch);
    return QStringLiteral("%1: %2").arg(m_model->currentText(), of);
}

} // namespace actiscope
