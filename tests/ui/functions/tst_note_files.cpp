// The files of notes and formulas: they are optional, but those that are there are whole, up to date and true where that can be computed.
#include "tests/ui/functions/functions_fixture.h"

#include "tests/ui/functions/ink.h"
#include "ui/base/resources.h"
#include "ui/functions/notes/formula_view.h"
#include "ui/functions/notes/notes.h"
#include "ui/functions/notes/reference_table.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace actiscope;
using namespace actiscope::test;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString formulaFile(const QString &name)
{
    return QStringLiteral(ACTISCOPE_SOURCE_DIR "/resources/formulas/") + name;
}

const char *const formulaKinds[] = {"value", "derivative"};

/** Everything that is written about activations. */
QJsonObject writtenNotes()
{
    initResources();
    return QJsonDocument::fromJson(read(QStringLiteral(":/notes/en.json"))).object();
}

/** A note has words for its formulas, which those read out who do not see them. */
bool hasFormulas(const QJsonValue &note)
{
    return note.toObject().contains(QStringLiteral("value"));
}

QStringList namesOfFormulas()
{
    QStringList names;
    const QJsonObject all = writtenNotes();
    for (auto note = all.begin(); note != all.end(); ++note) {
        for (const char *kind : formulaKinds) {
            if (hasFormulas(note.value()))
                names.append(note.key() + QLatin1Char('_') + QLatin1String(kind));
        }
    }
    return names;
}

/** "nn.RReLU(lower=1/8, upper=1/3)": 0.125 and a third. */
std::vector<double> defaultsIn(const QString &call)
{
    static const QRegularExpression number(QStringLiteral("=(-?[0-9.]+)(?:/([0-9.]+))?"));
    std::vector<double> values;
    for (auto it = number.globalMatch(call); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        values.push_back(match.captured(1).toDouble() / (match.captured(2).isEmpty() ? 1 : match.captured(2).toDouble()));
    }
    return values;
}

} // namespace

class TestNoteFiles : public QObject {
    Q_OBJECT

private slots:
    void everyNoteIsWholeAndOfAnActivation();
    void whatTheGivenTableHasIsNoted();
    void noteWithoutFormulasIsShownWithTheSource();
    void everyFormulaIsDrawnFromItsTex();
    void noFormulaIsWithoutItsNote();
    void everyDrawingIsAResourceThatCanBeDrawn();
    void pytorchsDefaultsAreThoseOfTheRow();
    void errorsOfTheArticlesAreNotRepeated();
};

void TestNoteFiles::everyNoteIsWholeAndOfAnActivation()
{
    const QJsonObject all = writtenNotes();
    QVERIFY(!all.isEmpty());
    QStringList keys;
    for (const Activation &activation : activations())
        keys.append(QString::fromStdString(activation.notesKey));
    const Notes notes;
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QString key = entry.key();
        QVERIFY2(keys.contains(key), qPrintable(key + QStringLiteral(" is no activation")));
        const Note note = notes.noteFor(activations()[static_cast<std::size_t>(keys.indexOf(key))]);
        QVERIFY2(!note.about.isEmpty() && !note.strengths.isEmpty() && !note.weaknesses.isEmpty(), qPrintable(key));
        const QJsonObject fields = entry.value().toObject();
        QVERIFY2(fields.contains(QStringLiteral("value")) == fields.contains(QStringLiteral("derivative")), qPrintable(key));
        for (const Paper &paper : note.papers) {
            static const QRegularExpression year(QStringLiteral("\\b(19|20)\\d\\d\\b"));
            QVERIFY2(paper.text.contains(year), qPrintable(key));
            static const QRegularExpression number(QStringLiteral("^(\\d{4}\\.\\d{4,5})?$"));
            QVERIFY2(paper.arxiv.contains(number), qPrintable(key));
        }
    }
}

/** A newcomer needs no note; what was there from the beginning keeps its own. */
void TestNoteFiles::whatTheGivenTableHasIsNoted()
{
    const auto points = parseReferenceTable(read(QStringLiteral(":/reference/activations.csv")));
    QVERIFY(points.size() > 800);
    const Notes notes;
    for (const ReferencePoint &point : points)
        QVERIFY2(notes.has(point.spec.activation->notesKey), point.spec.activation->id.c_str());
}

void TestNoteFiles::noteWithoutFormulasIsShownWithTheSource()
{
    Notes notes;
    notes.add(R"({"of the future": {"about": ["Bends."]}})");
    Activation unknown = byId("mish");
    unknown.notesKey = "of the future";
    const Note note = notes.noteFor(unknown);
    QVERIFY(!note.fromSource);
    QCOMPARE(note.about, QStringList{QStringLiteral("Bends.")});
    QVERIFY(note.value.drawing.isEmpty() && note.derivative.drawing.isEmpty());
    QVERIFY(note.value.source.contains(QStringLiteral("TANH_SOFTPLUS")));
    QVERIFY(note.derivative.words.contains(QStringLiteral("TANH_SOFTPLUS_SLOPE")));
}

void TestNoteFiles::everyFormulaIsDrawnFromItsTex()
{
    const QByteArray preamble = read(formulaFile(QStringLiteral("preamble.tex")));
    QVERIFY(!preamble.isEmpty());
    for (const QString &name : namesOfFormulas()) {
        const QByteArray tex = read(formulaFile(name + QStringLiteral(".tex")));
        QVERIFY2(!tex.isEmpty(), qPrintable(name + QStringLiteral(": its note has words for a formula that is not there")));
        const QByteArray digest = QCryptographicHash::hash(preamble + tex, QCryptographicHash::Sha256).toHex();
        const QByteArray svg = read(formulaFile(name + QStringLiteral(".svg")));
        QVERIFY2(svg.contains(digest), qPrintable(name + QStringLiteral(".svg is not of this TeX: run make_formulas.py")));
    }
}

/** So that one is missed when it vanishes. */
void TestNoteFiles::noFormulaIsWithoutItsNote()
{
    const QStringList expected = namesOfFormulas();
    for (const QFileInfo &file : QDir(formulaFile(QString())).entryInfoList({QStringLiteral("*.svg"), QStringLiteral("*_*.tex")}))
        QVERIFY2(expected.contains(file.baseName()), qPrintable(file.fileName() + QStringLiteral(": no note has words for it")));
}

void TestNoteFiles::everyDrawingIsAResourceThatCanBeDrawn()
{
    const Notes notes;
    for (const Activation &activation : activations()) {
        const Note note = notes.noteFor(activation);
        if (!hasFormulas(writtenNotes()[QString::fromStdString(activation.notesKey)]))
            continue;
        for (const Formula *formula : {&note.value, &note.derivative}) {
            QVERIFY2(formula->drawing.contains("currentColor"), activation.id.c_str());
            QVERIFY2(!formula->drawing.contains("<text"), activation.id.c_str()); // glyphs are paths
            FormulaView view(QStringLiteral("f(x)"));
            view.setTheme(Theme::light());
            view.setFormula(*formula);
            QVERIFY2(view.isDrawn(), activation.id.c_str());
            view.resize(256, view.heightForWidth(256));
            QImage picture(view.size(), QImage::Format_RGB32);
            picture.fill(Theme::light().background);
            view.render(&picture, {}, {}, QWidget::DrawChildren);
            const double ink = inkOf(picture, Theme::light().background);
            QVERIFY2(ink > 0.01 && ink < 0.5, qPrintable(QStringLiteral("%1: %2").arg(activation.id.c_str()).arg(ink)));
            // Large enough to be read: the panel at its narrowest does not shrink it.
            QCOMPARE(view.heightForWidth(256), view.heightForWidth(2000));
        }
    }
}

void TestNoteFiles::pytorchsDefaultsAreThoseOfTheRow()
{
    const Notes notes;
    for (const Activation &activation : activations()) {
        const std::vector<double> given = defaultsIn(notes.noteFor(activation).pytorch);
        if (given.empty())
            continue; // a call without such parameters
        for (std::size_t k = 0; k < activation.parameters.size(); ++k) {
            QVERIFY2(k < given.size(), activation.id.c_str());
            QVERIFY2(std::abs(given[k] - activation.parameters[k].defaultValue) < 1e-12, activation.id.c_str());
        }
    }
}

void TestNoteFiles::errorsOfTheArticlesAreNotRepeated()
{
    const QString all = QString::fromUtf8(read(QStringLiteral(":/notes/en.json")));
    QVERIFY(!all.isEmpty());
    for (const char *wrong : {"max(1", "Inception", "ResNet", "guarantees"})
        QVERIFY2(!all.contains(QLatin1String(wrong)), wrong);
    const Notes notes;
    QVERIFY(notes.noteFor(byId("gelu")).about.join(QLatin1Char(' ')).contains(QStringLiteral("original Transformer used ReLU")));
    const QString leaky = notes.noteFor(byId("leaky_relu")).weaknesses.join(QLatin1Char(' '));
    QVERIFY(leaky.contains(QStringLiteral("≤ 1 only")));
    QVERIFY(notes.noteFor(byId("leaky_relu")).keras.contains(QStringLiteral("layers.LeakyReLU(negative_slope=0.3)")));
}

QTEST_MAIN(TestNoteFiles)

#include "tst_note_files.moc"
