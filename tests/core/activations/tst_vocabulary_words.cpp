// What the words of the vocabulary cost: every word has a row, and both languages have every word.
#include "core/activations/activation_catalog.h"
#include "core/activations/vocabulary_words.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

using namespace actiscope;

class TestVocabularyWords : public QObject {
    Q_OBJECT

private slots:
    void everyWordHasARow();
    void kernelsHaveEveryWord();
    void formulasAreQuickOrNot_data();
    void formulasAreQuickOrNot();
};

namespace {

/** The macros with arguments that a file of this repository defines. */
QStringList macrosOf(const QString &path)
{
    QFile file(QStringLiteral(ACTISCOPE_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression define(QStringLiteral("^#define ([A-Z_0-9]+)\\("), QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = define.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
        names += match.next().captured(1);
    return names;
}

} // namespace

void TestVocabularyWords::everyWordHasARow()
{
    QStringList rows;
    for (const VocabularyWord &word : vocabularyWords())
        rows += QString::fromUtf8(word.name.data(), static_cast<qsizetype>(word.name.size()));
    QCOMPARE(rows, macrosOf(QStringLiteral("core/activations/vocabulary.h")));
}

void TestVocabularyWords::kernelsHaveEveryWord()
{
    const QStringList defined =
        macrosOf(QStringLiteral("gpu/kernels/common/vocabulary.cl")) + macrosOf(QStringLiteral("gpu/kernels/common/formula_words.cl"));
    for (const VocabularyWord &word : vocabularyWords())
        QVERIFY2(defined.contains(QString::fromUtf8(word.name.data(), static_cast<qsizetype>(word.name.size()))), word.name.data());
}

void TestVocabularyWords::formulasAreQuickOrNot_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a choice") << "SEL(x > LIT(0.0), x, p0 * x)" << true;
    QTest::newRow("a formula's choice") << "SEL_LESS(ABS(x), LIT(2.0), MAX(x, p0), FLOOR(x))" << true;
    QTest::newRow("a power") << "SEL(x > LIT(0.0), x, POW(x, p0))" << false;
    QTest::newRow("an exponential") << "p0 * EXPM1(x)" << false;
    QTest::newRow("an unknown word") << "WORD(x)" << false;
    QTest::newRow("long") << QStringLiteral("x + ").repeated(60) + QStringLiteral("x") << false;
}

void TestVocabularyWords::formulasAreQuickOrNot()
{
    QFETCH(QString, formula);
    QFETCH(bool, expected);
    QCOMPARE(isQuick(formula.toStdString()), expected);
}

QTEST_GUILESS_MAIN(TestVocabularyWords)
#include "tst_vocabulary_words.moc"
