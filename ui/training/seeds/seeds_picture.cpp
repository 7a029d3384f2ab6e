// The words of the picture of many seeds; seeds_picture_layout.cpp places them, seeds_picture_paint.cpp draws them.
#include "ui/training/seeds/seeds_picture.h"

#include "core/training/seeds/seed_verdict.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

constexpr double designText = 44.0 / 3; // px of 11 pt

/** In lines of at most this width, broken between words. */
QStringList wrappedWords(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines << word;
    }
    return lines;
}

} // namespace

void SeedsPicture::setLook(const Theme &theme, const QFont &font, std::vector<ModelStyle> styles)
{
    m_theme = theme;
    m_font = font;
    m_styles = std::move(styles);
    const double text = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    m_unit = text / designText;
}

void SeedsPicture::setProgress(std::shared_ptr<const SeedProgress> progress)
{
    m_data.setProgress(std::move(progress));
    m_names = seedModelNames(m_data.study().experiment);
    if (!m_area.isEmpty())
        layOut(m_area);
}

/** `points` of the design, 11 being the font's own size. */
QFont SeedsPicture::fontOf(double points, bool bold) const
{
    QFont font = m_font;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * points / 11));
    else
        font.setPointSizeF(font.pointSizeF() * points / 11);
    font.setBold(bold);
    return font;
}

QString SeedsPicture::valueText(double shown) const
{
    return m_data.isAccuracy() ? tr("%1 %").arg(formatFixed(shown, 1)) : formatNumber(shown, 3);
}

QString SeedsPicture::verdict() const
{
    if (m_data.isEmpty())
        return {};
    const SeedStudy &study = m_data.study();
    if (!m_data.progress().error.empty())
        return translated(m_data.progress().error);
    if (!m_data.isDecided())
        return tr("%1 of %2 seeds").arg(m_data.seeds()).arg(study.plan.count);
    QStringList sentences;
    for (const SeedDifference &difference : m_data.summary().differences)
        sentences.append(translated(verdictText(m_data.summary(), difference, m_names)));
    return sentences.isEmpty() ? tr("%1 seeds of one model: nothing to compare.").arg(study.plan.count) : sentences.join(QLatin1Char('\n'));
}

QStringList SeedsPicture::notes() const
{
    QStringList notes;
    if (m_data.isEmpty() || !m_data.isDecided())
        return notes;
    const SeedSummary &summary = m_data.summary();
    for (const SeedDifference &difference : summary.differences) {
        const bool isThere = difference.decisive.count > 0;
        QString text = isThere ? translated(differenceText(summary, difference, m_names)) + QLatin1Char('.') : QString();
        if (difference.ties > 0 && m_data.isAccuracy())
            text.insert(text.size() - 1, tr(", %n ties", nullptr, static_cast<int>(difference.ties)));
        if (const Message leftOut = leftOutText(difference, m_data.seeds()); !leftOut.empty())
            text += (isThere ? QStringLiteral(" ") : QString()) + translated(leftOut);
        notes.append(text);
    }
    return notes;
}

QString SeedsPicture::seedText(int seed) const
{
    const SeedRun &run = *m_data.study().runs[static_cast<std::size_t>(seed)];
    QStringList models;
    for (std::size_t model = 0; model < m_data.models(); ++model) {
        const SeedOutcome &outcome = run.models[model];
        const double value = valueOf(m_data.summary().figure, outcome.figures);
        models.append(outcome.divergedAt ? tr("%1 diverged").arg(shortName(model))
                                         : tr("%1 %2").arg(shortName(model), valueText(m_data.shown(value))));
    }
    return tr("seed %1: %2").arg(run.seed).arg(models.join(QStringLiteral(", ")));
}

QString SeedsPicture::intervalText() const
{
    const int seeds = static_cast<int>(m_data.seeds());
    return tr("mean and pointwise 95 % interval (t, %n seeds)", nullptr, seeds);
}

std::vector<SeedsPicture::BarLine> SeedsPicture::barLines(double width) const
{
    const QFontMetricsF bold(fontOf(13, true));
    const QFontMetricsF plain(fontOf(11));
    const double room = width - px(32);
    const QStringList sentences = verdict().split(QLatin1Char('\n'));
    const QStringList beside = notes();
    std::vector<BarLine> lines;
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        for (const QString &words : wrappedWords(sentences[i], bold, room))
            lines.push_back({words, {}, true, false});
        if (i >= beside.size() || beside[i].isEmpty())
            continue;
        if (bold.horizontalAdvance(lines.back().words) + px(16) + plain.horizontalAdvance(beside[i]) <= room) {
            lines.back().beside = beside[i];
            continue;
        }
        for (const QString &words : wrappedWords(beside[i], plain, room))
            lines.push_back({words, {}, false, false});
    }
    if (const std::size_t differences = m_data.summary().differences.size(); m_data.isDecided() && differences > 1) {
        const QString note = tr("The intervals of the %1 differences hold together with 95 % (Bonferroni).").arg(differences);
        for (const QString &words : wrappedWords(note, QFontMetricsF(fontOf(9)), room))
            lines.push_back({words, {}, false, true});
    }
    return lines;
}

double SeedsPicture::barHeight(double width) const
{
    const QFontMetricsF bold(fontOf(13, true));
    const QFontMetricsF plain(fontOf(11));
    double height = px(16);
    for (const BarLine &line : barLines(width))
        height += line.isVerdict ? bold.height() : plain.height();
    return std::max(height, px(40));
}

} // namespace actiscope
