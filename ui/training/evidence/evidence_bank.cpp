#include "ui/training/evidence/evidence_bank.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace actiscope {

EvidenceBank::EvidenceBank(const std::vector<EvidenceLine *> &lines, std::vector<std::size_t> models, QWidget *parent, const EvidenceBank *first)
    : QWidget(parent), m_lines(lines), m_models(std::move(models)), m_scroll(new QScrollArea(this)), m_content(new QWidget), m_isFirst(!first)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Panels"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    for (const std::size_t model : m_models) {
        auto *title = new ModelTitle(this);
        m_titles.push_back(title);
        connect(title, &ModelTitle::enlargeRequested, this, [this, model] { emit enlargeRequested(m_lines.front()->kind, model); });
    }
    for (EvidenceLine *line : m_lines)
        addRow(*line, first);
}

void EvidenceBank::addRow(EvidenceLine &line, const EvidenceBank *first)
{
    m_gutters.push_back(new EvidenceGutter(*line.kind, *line.row, m_content, first ? first->m_gutters[m_gutters.size()] : nullptr));
    std::vector<EvidencePanel *> &panels = m_panels.emplace_back();
    for (const std::size_t model : m_models) {
        EvidencePanel *panel = line.row->makePanel(model, m_content);
        connect(panel, &EvidencePanel::enlargeRequested, this, [this, &line, model] { emit enlargeRequested(line.kind, model); });
        panels.push_back(panel);
    }
}

void EvidenceBank::setStyle(const EvidenceStyle &style)
{
    m_style = style;
    for (ModelTitle *title : m_titles)
        title->setStyle(style);
    update();
}

void EvidenceBank::setMeasures(const BankMeasures &measures)
{
    m_measures = measures;
    arrange();
}

void EvidenceBank::resizeEvent(QResizeEvent *)
{
    arrange();
}

void EvidenceBank::arrange()
{
    const auto left = [this](std::size_t place) { return m_measures.gutter + static_cast<int>(place) * (m_measures.column + m_measures.gap); };
    for (std::size_t place = 0; place < m_titles.size(); ++place)
        m_titles[place]->setGeometry(left(place), 0, m_measures.column, m_measures.titles);
    m_scroll->setGeometry(0, m_measures.titles, width(), std::max(0, height() - m_measures.titles));
    int y = 0;
    for (std::size_t line = 0; line < std::min(m_lines.size(), m_measures.rows.size()); ++line) {
        const QSize size(m_measures.column, m_measures.rows[line]);
        m_gutters[line]->setGeometry(0, y, m_measures.gutter, size.height());
        m_gutters[line]->setPanelSize(size);
        for (std::size_t place = 0; place < m_panels[line].size(); ++place)
            m_panels[line][place]->setGeometry(QRect(QPoint(left(place), y), size));
        y += size.height() + m_measures.spacing;
    }
    m_content->resize(width(), std::max(0, y - m_measures.spacing));
    fitScrolling();
}

/** Keys come to it where there is something to scroll; a notch of the wheel leaves most of what was seen in sight, however low the window is. */
void EvidenceBank::fitScrolling()
{
    constexpr int usual = 20, least = 4, stepsInSight = 12; // pixels; a notch is three steps
    const int seen = m_scroll->height();
    m_scroll->verticalScrollBar()->setSingleStep(std::clamp(seen / stepsInSight, least, usual));
    m_scroll->setFocusPolicy(m_isFirst && m_content->height() > seen ? Qt::TabFocus : Qt::NoFocus);
}

void EvidenceBank::refresh(const EvidenceMoment &moment, bool isNextEpoch)
{
    if (!moment.snapshot)
        return;
    const QString name = resultName(*moment.snapshot);
    if (std::exchange(m_resultName, name) != name)
        update();
    for (std::size_t place = 0; place < m_models.size(); ++place) {
        const std::size_t model = m_models[place];
        if (model >= moment.models() || model >= moment.styles.size())
            return; // another run, whose panels are about to be made
        m_titles[place]->setModel(moment.styles[model], namesakesOf(moment.styles, model));
        m_titles[place]->setResult(resultOf(*moment.snapshot, model));
        for (std::size_t line = 0; line < m_lines.size(); ++line) {
            EvidencePanel *panel = m_panels[line][place];
            if (isNextEpoch && !panel->changesWithEpoch())
                continue;
            const QString panelName = EvidenceBank::tr("%1 of %2").arg(m_lines[line]->kind->titleText(), moment.styles[model].name);
            if (panelName != panel->accessibleName()) // the same one again would be told, too
                panel->setAccessibleName(panelName);
            panel->refresh();
        }
    }
    for (EvidenceGutter *gutter : m_gutters)
        gutter->refresh();
}

void EvidenceBank::updatePointer(const EvidenceMoment &moment, std::optional<PlanePoint> pointer)
{
    for (std::size_t place = 0; place < m_models.size(); ++place) {
        const bool known = pointer && moment.snapshot && m_models[place] < moment.models();
        m_titles[place]->setAnswer(known ? answerAt(*moment.snapshot, m_models[place], *pointer) : QString());
    }
    for (const std::vector<EvidencePanel *> &panels : m_panels) {
        for (EvidencePanel *panel : panels)
            panel->update();
    }
}

/** What the figures in the titles are. */
void EvidenceBank::paintEvent(QPaintEvent *)
{
    if (!m_measures.namesFigures)
        return;
    QPainter painter(this);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.mutedText);
    painter.drawText(QRect(0, 0, m_measures.gutter, m_measures.titles), Qt::AlignLeft | Qt::AlignVCenter, m_resultName);
}

} // namespace actiscope
