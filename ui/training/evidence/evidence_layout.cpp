// Where the panels of an EvidenceView are, and which there are.
#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/evidence_view.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace actiscope {

namespace {

constexpr double narrowWidth = 888; ///< below: chips behind one button, a slimmer gutter
constexpr int wideWidth = 1400;     ///< from here on columns are farther apart
constexpr double leastPlane = 160;
constexpr double smallestPlane = 144; ///< that is seen of it where the window could not be smaller without
constexpr double readablePlane = 200; ///< high: what it should have before there is a second strip of the chart
constexpr double sparingPlane = 256; ///< from here on rows may have room to spare
constexpr double mostPlane = 0.85;   ///< of its width
constexpr double planeNumbers = 20; ///< below it
constexpr double titleHeight = 32;
constexpr double rowSpacing = 12;
constexpr int bankSpacing = 16;
constexpr double leastBank = 128; ///< of a bank with its titles: below, too little of its rows is seen

std::vector<std::size_t> countedFrom(std::size_t first, std::size_t count)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

/** Height of those rows after the first that fit whole into the room. */
int seenBelow(const std::vector<int> &rows, int room, int spacing)
{
    int seen = 0;
    for (std::size_t i = 1; i < rows.size() && seen + spacing + rows[i] <= room; ++i)
        seen += spacing + rows[i];
    return seen;
}

int sumWith(const std::vector<int> &heights, int spacing)
{
    return std::accumulate(heights.begin(), heights.end(), 0) + spacing * std::max(0, static_cast<int>(heights.size()) - 1);
}

/** The first `count` heights come nearer to their bounds, all by the same share of the way: by so many pixels together, as far as they can. */
void bringNearer(std::vector<int> &heights, const std::vector<int> &bounds, std::size_t count, int pixels)
{
    double way = 0;
    for (std::size_t i = 0; i < count; ++i)
        way += std::abs(bounds[i] - heights[i]);
    const double share = way > 0 ? std::min(1.0, pixels / way) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double change = share * (bounds[i] - heights[i]);
        heights[i] += static_cast<int>(change < 0 ? std::floor(change) : change); // never beyond what there is
    }
}

int evidenceColumnWidth(int room, int between, std::size_t columns)
{
    const int count = std::max(1, static_cast<int>(columns));
    return (room - (count - 1) * between) / count;
}

} // namespace

bool EvidenceView::isNarrow() const
{
    return width() < m_style.px(narrowWidth);
}

int EvidenceView::gutterWidth() const
{
    return qRound(m_style.px(isNarrow() ? 96 : 128));
}

int EvidenceView::columnGap() const
{
    return width() >= wideWidth ? 24 : 16;
}

/** Where it is narrow they stand beside the titles. */
int EvidenceView::chipsHeight() const
{
    return isNarrow() || m_presents ? 0 : qRound(m_style.px(chipHeight + rowSpacing));
}

EvidenceView::Plan EvidenceView::plan() const
{
    Plan plan;
    if (!m_moment.snapshot)
        return plan;
    const QStringList chosen = m_chips->chosen();
    std::size_t planes = m_lines.size(), first = m_lines.size();
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const EvidenceKind &kind = *m_lines[line].kind;
        if (!kind.applies(*m_moment.snapshot))
            continue;
        first = std::min(first, line);
        if (!kind.height)
            planes = line;
        if (chosen.contains(QLatin1String(kind.id)))
            plan.lines.push_back(line);
    }
    const std::size_t usual = planes < m_lines.size() ? planes : first;
    if (plan.lines.empty() && usual < m_lines.size())
        plan.lines.push_back(usual);
    if (plan.lines.empty())
        return plan;
    if (m_enlarged) {
        const auto last = std::ranges::find_if(plan.lines, [this](std::size_t line) { return m_lines[line].kind == m_enlargedKind; });
        return {{{*m_enlarged}}, {last == plan.lines.end() ? plan.lines.front() : *last}};
    }
    const std::size_t models = m_moment.models();
    const int column = evidenceColumnWidth(width() - gutterWidth(), columnGap(), models);
    const bool wraps = models > 2 && column < (m_subject.hasPlane() ? m_subject.leastColumn : m_style.px(m_subject.leastColumn));
    const std::size_t perBank = wraps ? (models + 1) / 2 : models;
    for (std::size_t model = 0; model < models; model += perBank)
        plan.banks.push_back(countedFrom(model, std::min(perBank, models - model)));
    return plan;
}

/** Of all banks, where they stand below one another. */
int EvidenceView::bankRoom() const
{
    const int banks = std::max(1, static_cast<int>(m_banks.size()));
    return (height() - chipsHeight() - (banks - 1) * bankSpacing) / banks;
}

/** Where so little of each bank would be seen that nothing of it can be read, all of them are scrolled together, each as high as its rows. */
bool EvidenceView::isStacked() const
{
    const bool isFigure = window()->testAttribute(Qt::WA_DontShowOnScreen); // in which nothing scrolls
    return m_banks.size() > 1 && !m_presents && !isFigure && bankRoom() < qRound(m_style.px(leastBank));
}

int EvidenceView::bankWidth() const
{
    return isStacked() ? width() - m_bar->sizeHint().width() : width();
}

void EvidenceView::arrange()
{
    const Plan wanted = plan();
    if (wanted != m_plan || m_banks.size() != wanted.banks.size())
        build(wanted);
    m_chips->setNarrow(isNarrow());
    m_chips->setGeometry(0, 0, isNarrow() ? gutterWidth() - 8 : width(), qRound(m_style.px(chipHeight)));
    m_chips->raise();
    const std::size_t columns = m_plan.banks.empty() ? 1 : m_plan.banks.front().size();
    BankMeasures all = measures(bankRoom(), columns);
    int bankHeight = bankRoom(), most = 0;
    if (isStacked()) {
        const int room = height() - chipsHeight();
        all = measures(room, columns);
        bankHeight = all.titles + sumWith(all.rows, all.spacing);
        all.column = evidenceColumnWidth(bankWidth() - all.gutter, all.gap, columns); // none has a scroll bar of its own
        most = static_cast<int>(m_banks.size()) * (bankHeight + bankSpacing) - bankSpacing - room;
        m_bar->setPageStep(room);
        m_bar->setSingleStep(std::min(qRound(m_style.px(20)), room / 12)); // a notch of the wheel is three: most of what was seen stays in sight
        m_bar->setGeometry(bankWidth(), chipsHeight(), m_bar->sizeHint().width(), room);
    }
    m_bar->setRange(0, std::max(0, most));
    m_bar->setVisible(most > 0);
    m_bar->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    m_bar->setAccessibleName(EvidenceBank::tr("Panels"));
    for (EvidenceBank *bank : m_banks) {
        bank->resize(bankWidth(), bankHeight);
        bank->setMeasures(all);
    }
    place();
    limitHeight();
}

void EvidenceView::place()
{
    int y = chipsHeight() - m_bar->value();
    for (EvidenceBank *bank : m_banks) {
        bank->move(0, y);
        y += bank->height() + bankSpacing;
    }
}

void EvidenceView::showWhatHasFocus(QWidget *widget)
{
    if (!m_bar->isVisible() || !widget || !isAncestorOf(widget) || widget == m_bar || m_chips->isAncestorOf(widget))
        return;
    const int top = widget->mapTo(this, QPoint()).y(), beyond = top + widget->height() - height();
    if (top < chipsHeight() || beyond > 0)
        m_bar->setValue(m_bar->value() + (beyond > 0 ? std::min(beyond, top - chipsHeight()) : top - chipsHeight()));
}

/** Where no bank has anything to scroll itself. */
void EvidenceView::wheelEvent(QWheelEvent *event)
{
    if (m_bar->isVisible())
        QCoreApplication::sendEvent(m_bar, event);
    else
        QWidget::wheelEvent(event);
}

BankMeasures EvidenceView::measures(int bankHeight, std::size_t columns) const
{
    BankMeasures measures;
    measures.gutter = gutterWidth();
    measures.namesFigures = m_presents || !isNarrow();
    measures.gap = columnGap();
    measures.titles = std::max(qRound(m_style.px(titleHeight)), qRound(1.2 * QFontMetricsF(m_style.title).height()));
    measures.spacing = qRound(m_style.px(rowSpacing));
    const int room = bankHeight - measures.titles;
    measures.column = evidenceColumnWidth(width() - measures.gutter, measures.gap, columns);
    measures.rows = rowHeights(measures.column, room, measures.spacing);
    if (sumWith(measures.rows, measures.spacing) > room) { // a scroll bar will stand at the right
        const int bar = m_banks.empty() ? 10 : m_banks.front()->scrollArea()->verticalScrollBar()->sizeHint().width();
        measures.column = evidenceColumnWidth(width() - measures.gutter - bar, measures.gap, columns);
    }
    return measures;
}

int EvidenceView::fixedHeight(const EvidenceKind &kind, int column) const
{
    return kind.height ? qRound(m_style.px(kind.height(*m_moment.snapshot, column / m_style.scale))) : 0;
}

const RowStretch &EvidenceView::stretchOf(std::size_t row) const
{
    return m_lines[m_plan.lines[row]].kind->stretch;
}

/** A plane's is 0. What is enlarged takes all. */
std::vector<int> EvidenceView::usualHeights(int column, int room) const
{
    std::vector<int> heights;
    for (const std::size_t line : m_plan.lines) {
        const int height = fixedHeight(*m_lines[line].kind, column);
        heights.push_back(m_enlarged && m_lines[line].kind->height ? std::max(room, height) : height);
    }
    return heights;
}

std::vector<int> EvidenceView::rowHeights(int column, int room, int spacing) const
{
    std::vector<int> heights = usualHeights(column, room);
    if (!m_enlarged)
        spare(heights, room, spacing);
    const bool hasPlane = std::ranges::any_of(m_plan.lines, [this](std::size_t line) { return !m_lines[line].kind->height; });
    if (hasPlane)
        stretchPlane(heights, column, room, spacing);
    else if (!m_enlarged)
        shrink(heights, room, spacing);
    if (m_presents && !m_enlarged)
        grow(heights, room, spacing);
    return heights;
}

/** Room for what is said of a unit, where the planes keep enough. */
void EvidenceView::spare(std::vector<int> &heights, int room, int spacing) const
{
    int fixed = sumWith(heights, spacing);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const int more = qRound(m_style.px(stretchOf(i).spare));
        if (room - fixed - more < qRound(m_style.px(sparingPlane) + m_style.px(planeNumbers)))
            continue;
        heights[i] += more;
        fixed += more;
    }
}

/** The plane takes what is left; where the rows have to be scrolled, what those below it leave that are seen whole at first. What is enlarged takes all. */
void EvidenceView::stretchPlane(std::vector<int> &heights, int column, int room, int spacing) const
{
    const int numbers = qRound(m_style.px(planeNumbers));
    const int least = qRound(m_style.px(leastPlane)) + numbers;
    const int most = std::max(least, m_enlarged ? room : qRound(mostPlane * column) + numbers);
    const int fixed = sumWith(heights, spacing);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (!m_lines[m_plan.lines[i]].kind->height)
            heights[i] = std::clamp(room - (m_enlarged ? 0 : fixed), least, most);
    }
    const bool isPlaneFirst = heights.size() > 1 && !m_enlarged && !m_lines[m_plan.lines.front()].kind->height;
    if (isPlaneFirst && room > 0 && fixed + heights.front() > room)
        heights.front() = std::clamp(room - seenBelow(heights, room - least, spacing), least, most);
}

/** Where no plane gives way: as many rows as can be are seen whole, if need be somewhat lower, as far as what is written in them stays as large as all text
 *  is; on a wall nobody scrolls. */
void EvidenceView::shrink(std::vector<int> &heights, int room, int spacing) const
{
    std::vector<int> least = heights;
    for (std::size_t i = 0; i < heights.size(); ++i)
        least[i] = std::min(heights[i], qRound(stretchOf(i).least ? (m_presents ? *stretchOf(i).least : m_style.px(*stretchOf(i).least)) : heights[i]));
    const auto firstOf = [](const std::vector<int> &all, std::size_t count) {
        return std::vector<int>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    };
    std::size_t whole = heights.size();
    while (whole > 1 && sumWith(firstOf(least, whole), spacing) > room)
        --whole;
    const int missing = sumWith(firstOf(heights, whole), spacing) - room;
    if (missing > 0 && room > 0)
        bringNearer(heights, least, whole, missing);
}

/** On a wall or in a figure nothing scrolls or waits below: what is left is the rows'. */
void EvidenceView::grow(std::vector<int> &heights, int room, int spacing) const
{
    std::vector<int> most = heights;
    for (std::size_t i = 0; i < heights.size(); ++i)
        most[i] = qRound(stretchOf(i).most * heights[i]);
    const int left = room - sumWith(heights, spacing);
    if (left > 0)
        bringNearer(heights, most, heights.size(), left);
}

int EvidenceView::heightOf(const std::vector<int> &rows, const BankMeasures &measures) const
{
    const int ofRows = sumWith(rows, measures.spacing);
    const int banks = std::max(1, static_cast<int>(m_banks.size()));
    return chipsHeight() + banks * (measures.titles + ofRows) + (banks - 1) * bankSpacing;
}

/** What the planes do not take, as their width sets a bound, goes to what is below. */
void EvidenceView::limitHeight()
{
    int most = QWIDGETSIZE_MAX;
    if (!m_enlarged && !m_banks.empty()) {
        constexpr int plenty = 100'000;
        const BankMeasures full = measures(plenty, m_plan.banks.front().size());
        most = heightOf(full.rows, full);
    }
    if (maximumHeight() != most)
        setMaximumHeight(most);
    updateGeometry(); // what it asks for may be something else, too
}

void EvidenceView::build(const Plan &plan)
{
    for (EvidenceBank *bank : m_banks) {
        bank->hide();
        bank->deleteLater(); // a panel of it may be what was clicked
    }
    m_banks.clear();
    m_plan = plan;
    std::vector<EvidenceLine *> lines;
    for (const std::size_t line : plan.lines) {
        lines.push_back(&m_lines[line]);
        lines.back()->row->show(m_moment);
    }
    for (const std::vector<std::size_t> &models : plan.banks) {
        auto *bank = new EvidenceBank(lines, models, this, m_banks.empty() ? nullptr : m_banks.front());
        bank->setStyle(m_style);
        bank->refresh(m_moment);
        bank->show();
        connect(bank, &EvidenceBank::enlargeRequested, this, [this](const EvidenceKind *kind, std::size_t model) {
            m_enlargedKind = kind;
            toggleEnlarged(model);
        });
        m_banks.push_back(bank);
    }
    for (std::size_t i = 0; i < m_banks.size(); ++i) { // they show the same rows
        QScrollBar *bar = m_banks[i]->scrollArea()->verticalScrollBar();
        for (std::size_t other = 0; other < m_banks.size(); ++other) {
            if (other != i)
                connect(bar, &QScrollBar::valueChanged, m_banks[other]->scrollArea()->verticalScrollBar(), &QScrollBar::setValue);
        }
    }
}

QSize EvidenceView::sizeHint() const
{
    if (m_banks.empty() || m_enlarged)
        return minimumSizeHint();
    const BankMeasures least = measures(0, m_plan.banks.front().size());
    std::vector<int> rows = least.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!m_lines[m_plan.lines[i]].kind->height)
            rows[i] = qRound(m_style.px(readablePlane + planeNumbers));
    }
    return {minimumSizeHint().width(), heightOf(rows, least)};
}

QSize EvidenceView::minimumSizeHint() const
{
    return {320, qRound(m_style.px(titleHeight) + smallestPlane)}; // a plane is no text: it need not be larger where that is
}

void EvidenceView::resizeEvent(QResizeEvent *)
{
    arrange();
    m_gridTimer.start();
}

} // namespace actiscope
