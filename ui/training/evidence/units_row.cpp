#include "ui/training/evidence/units_row.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double largestPitch = 11;
constexpr double smallestPitch = 6;
constexpr double headHeight = 20;        ///< above a block
constexpr double blockGap = 24;          ///< beside a block
constexpr double belowBlock = 8;
constexpr int fewUnits = 64;             ///< in blocks of 16 × 4, which fit side by side

} // namespace

LampLayout LampLayout::of(const std::vector<int> &hidden, double width, double scale)
{
    LampLayout best;
    double least = 0;
    const int layers = static_cast<int>(hidden.size());
    const int most = hidden.empty() ? 1 : *std::ranges::max_element(hidden);
    for (int blocks = std::max(1, layers); blocks >= 1; --blocks) {
        const double blockWidth = (width - (blocks - 1) * blockGap * scale) / blocks;
        for (const int perLine : {8, 16, 32, 64}) {
            const double pitch = std::min(largestPitch * scale, blockWidth / perLine);
            if (pitch < smallestPitch * scale || (perLine > 16 && most <= fewUnits))
                continue;
            LampLayout layout{.perLine = perLine, .blocksPerRow = blocks, .lines = (most + perLine - 1) / perLine, .pitch = pitch, .scale = scale};
            layout.blockStep = blockWidth + blockGap * scale;
            layout.blockWidth = std::min(blockWidth, std::max(perLine * pitch, 16 * largestPitch * scale));
            layout.blockHeight = headHeight * scale + layout.lines * pitch + belowBlock * scale;
            const double height = layout.height(hidden.size());
            if (least == 0 || height < least) {
                least = height;
                best = layout;
            }
        }
    }
    return best;
}

double LampLayout::height(std::size_t layers) const
{
    const auto perRow = static_cast<std::size_t>(blocksPerRow);
    return static_cast<double>((layers + perRow - 1) / perRow) * blockHeight;
}

QRectF LampLayout::block(std::size_t layer) const
{
    const auto perRow = static_cast<std::size_t>(blocksPerRow);
    return {static_cast<double>(layer % perRow) * blockStep, static_cast<double>(layer / perRow) * blockHeight, blockWidth, blockHeight};
}

QPointF LampLayout::lamp(HiddenUnit unit) const
{
    const auto inLine = static_cast<std::size_t>(perLine);
    return block(unit.layer).topLeft()
           + QPointF((static_cast<double>(unit.unit % inLine) + 0.5) * pitch, headHeight * scale + (static_cast<double>(unit.unit / inLine) + 0.5) * pitch);
}

double UnitsRow::heightOf(const Snapshot &run, double width)
{
    const std::vector<int> &hidden = run.experiment.hidden;
    constexpr double besideThem = 52; // pixels of the row's name and the two lines below it, at the left
    return std::max(besideThem, LampLayout::of(hidden, width, 1).height(hidden.size()));
}

void UnitsRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    question.wantsDiagnostics = true;
    question.unit = moment.unit;
    question.point = moment.unit ? moment.point : std::nullopt;
}

EvidencePanel *UnitsRow::makePanel(std::size_t model, QWidget *parent)
{
    return new UnitsPanel(*this, model, parent);
}

QString UnitsRow::legend() const
{
    return tr("hollow: dead,\nf′ always 0");
}

} // namespace actiscope
