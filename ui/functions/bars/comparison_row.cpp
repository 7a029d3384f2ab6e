#include "ui/functions/bars/comparison_row.h"

#include "ui/base/flow_layout.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int narrowestBox = 160; ///< pixels, where there is no room for more

} // namespace

ComparisonRow::ComparisonRow(FunctionsState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_minuend(new QComboBox(this)), m_subtrahend(new QComboBox(this)),
      m_logarithmic(new QCheckBox(tr("Log scale"), this))
{
    m_minuend->setAccessibleName(tr("First function"));
    m_minuend->setToolTip(tr("The function that the other one is subtracted from; automatic is the one in focus"));
    m_subtrahend->setAccessibleName(tr("Second function"));
    m_subtrahend->setToolTip(tr("The function that is subtracted; automatic is another one that is shown"));
    m_logarithmic->setToolTip(tr("Draws |difference| on a logarithmic scale"));
    for (QComboBox *box : {m_minuend, m_subtrahend}) { // wide enough for most names, and no wider for the longest
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
        box->setMinimumWidth(narrowestBox);
    }
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_minuend);
    layout->addWidget(new QLabel(QStringLiteral("−"), this));
    layout->addWidget(m_subtrahend);
    layout->addWidget(m_logarithmic);
    fill();
    connect(m_minuend, &QComboBox::activated, this, [this] { m_state.view().set(&ViewOptions::minuend, chosen(*m_minuend)); });
    connect(m_subtrahend, &QComboBox::activated, this, [this] { m_state.view().set(&ViewOptions::subtrahend, chosen(*m_subtrahend)); });
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) { m_state.view().set(&ViewOptions::logarithmicDifference, on); });
    connect(&state, &FunctionsState::availableChanged, this, &ComparisonRow::fill);
    connect(&state, &FunctionsState::focusChanged, this, &ComparisonRow::showComparison);
    connect(&state, &FunctionsState::shownChanged, this, &ComparisonRow::showComparison);
    connect(&state.view(), &FunctionsView::changed, this, &ComparisonRow::showComparison);
}

void ComparisonRow::fill()
{
    for (QComboBox *box : {m_minuend, m_subtrahend}) {
        box->clear();
        box->addItem(QString()); // what follows from focus and curves
        for (const Activation *activation : m_state.available())
            box->addItem(QString::fromStdString(activation->name));
    }
    showComparison();
}

const Activation *ComparisonRow::chosen(const QComboBox &box) const
{
    return box.currentIndex() == 0 ? nullptr : m_state.available().at(std::size_t(box.currentIndex() - 1));
}

void ComparisonRow::showComparison()
{
    const auto show = [this](QComboBox &box, const Activation *chosen, const ActivationSpec &compared) {
        const auto found = std::ranges::find(m_state.available(), chosen);
        box.setItemText(0, tr("%1 (automatic)").arg(QString::fromStdString(compared.activation->name)));
        box.setCurrentIndex(found == m_state.available().end() ? 0 : int(found - m_state.available().begin()) + 1);
    };
    const ViewOptions &options = m_state.view().options();
    show(*m_minuend, options.minuend, m_state.minuend());
    show(*m_subtrahend, options.subtrahend, m_state.subtrahend());
    m_logarithmic->setChecked(m_state.view().options().logarithmicDifference);
}

} // namespace actiscope
