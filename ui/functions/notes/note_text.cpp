#include "ui/functions/notes/note_text.h"

#include "ui/base/unbroken.h"
#include "ui/functions/notes/shape_text.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace actiscope {

namespace {

/** The context of the texts. */
struct NoteText {
    Q_DECLARE_TR_FUNCTIONS(actiscope::NoteText)
};

QString paragraph(const QString &text)
{
    return QStringLiteral("<p style='margin-top:0; margin-bottom:8px; line-height:120%'>%1</p>").arg(unbroken(text));
}

QString section(const QString &title, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return {};
    return QStringLiteral("<p style='margin-top:8px; margin-bottom:2px'><b>%1</b></p>").arg(title)
           + paragraph(sentences.join(QLatin1Char(' ')));
}

/** May be broken after punctuation: calls are longer than the panel is wide. */
QString call(const QString &code)
{
    QString broken;
    for (const QChar c : code) {
        broken += QString(c).toHtmlEscaped();
        if (c == QLatin1Char('(') || c == QLatin1Char('.') || c == QLatin1Char('_') || c == QLatin1Char('='))
            broken += QChar(0x200B);
    }
    return QStringLiteral("<code>%1</code>").arg(broken);
}

QString library(const QString &name, const QString &code, const Theme &theme)
{
    const QString what = code.isEmpty() ? NoteText::tr("has none of its own") : call(code);
    return QStringLiteral("<span style='color:%1'>%2</span>&nbsp; %3").arg(theme.mutedText.name(), name, what);
}

QString paperText(const Paper &paper)
{
    if (paper.arxiv.isEmpty())
        return paper.text.toHtmlEscaped();
    return QStringLiteral("%1, <a href=\"https://arxiv.org/abs/%2\">arXiv:%2</a>").arg(paper.text.toHtmlEscaped(), paper.arxiv);
}

} // namespace

QString shapeTable(const ActivationShape &shape, const QString &range, const Theme &theme)
{
    std::vector<std::pair<QString, QString>> rows;
    const QString computed = shape.range ? rangeText(*shape.range) : QString();
    if (!range.isEmpty() && !computed.isEmpty() && !range.startsWith(computed))
        rows.emplace_back(NoteText::tr("Range"), NoteText::tr("%1, here %2").arg(range, computed));
    else if (!computed.isEmpty())
        rows.emplace_back(NoteText::tr("Range"), range.isEmpty() ? computed : range);
    rows.emplace_back(NoteText::tr("Monotonic"), trendText(shape));
    rows.emplace_back(NoteText::tr("Smooth"), smoothnessText(shape));
    rows.emplace_back(NoteText::tr("f′ is 0"), zeroSlopeText(shape));
    QString table = QStringLiteral("<table cellspacing='0' cellpadding='0'>");
    for (const auto &[name, text] : rows) {
        table += QStringLiteral(
                     "<tr><td style='padding-right:12px; padding-bottom:4px; color:%1'>%2</td><td style='padding-bottom:4px'>%3</td></tr>")
                     .arg(theme.mutedText.name(), name, unbroken(text));
    }
    return table + QStringLiteral("</table>");
}

QString noteText(const Note &note, const Theme &theme)
{
    if (note.fromSource)
        return {};
    QString text;
    for (const QString &sentences : note.about)
        text += paragraph(sentences);
    text += section(NoteText::tr("Strengths"), note.strengths);
    text += section(NoteText::tr("Weaknesses"), note.weaknesses);
    text += section(NoteText::tr("In libraries"), {library(QStringLiteral("PyTorch"), note.pytorch, theme) + QStringLiteral("<br>")
                                                   + library(QStringLiteral("Keras"), note.keras, theme)});
    QStringList papers;
    for (const Paper &paper : note.papers)
        papers.append(paperText(paper));
    if (!papers.isEmpty())
        text += section(NoteText::tr("First described"), {papers.join(QStringLiteral("<br>"))});
    return text;
}

} // namespace actiscope
