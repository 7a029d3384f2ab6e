// Products that are computed in pieces have the bits of whole ones, so that asking whether to leave changes no figure.
#include "core/engine/product_in_pieces.h"
#include "tests/support/patience.h"

#include <QTest>

#include <vector>

using namespace actiscope;
using namespace actiscope::test;

namespace {

template <class Real>
using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/** As a layer has it forward, and its gradients backward. */
template <class Real>
void compareAll(int samples, int inputs, int outputs)
{
    constexpr std::int64_t pieceSize = 1 << 16;
    const Matrix<Real> x = Matrix<Real>::Random(samples, inputs);
    const Matrix<Real> weight = Matrix<Real>::Random(outputs, inputs);
    const Matrix<Real> delta = Matrix<Real>::Random(samples, outputs);
    int questions = 0;
    const StopWish never = [&questions] {
        ++questions;
        return false;
    };
    const Matrix<Real> forward = (x * weight.transpose()).rowwise() + Matrix<Real>::Zero(1, outputs).row(0);
    Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic> pieces;
    multiplyInPieces(pieces, x, weight.transpose(), never, pieceSize);
    QVERIFY(pieces == forward);
    QVERIFY(questions > 1 || samples < 96 || inputs * outputs < 1000);

    multiplyInPieces(pieces, delta, weight, never, pieceSize);
    QVERIFY(pieces == (delta * weight).eval());

    Matrix<Real> gradient(outputs, inputs);
    gradient.noalias() = delta.transpose() * x;
    Matrix<Real> inPieces;
    multiplyInPieces(inPieces, delta.transpose(), x, never, pieceSize);
    QVERIFY(inPieces == gradient);
}

} // namespace

class TestProductInPieces : public QObject {
    Q_OBJECT

private slots:
    void theBitsAreThoseOfTheWhole_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("outputs");
        for (const int samples : isSanitized ? std::vector{7, 97} : std::vector{7, 96, 97, 481, 2003}) {
            for (const auto &[inputs, outputs] : {std::pair{2, 300}, {784, 128}, {512, 512}, {301, 97}, {300, 1}, {511, 2}})
                QTest::addRow("%d samples, %d to %d", samples, inputs, outputs) << samples << inputs << outputs;
        }
    }
    void theBitsAreThoseOfTheWhole()
    {
        QFETCH(int, samples);
        QFETCH(int, inputs);
        QFETCH(int, outputs);
        compareAll<double>(samples, inputs, outputs);
        compareAll<float>(samples, inputs, outputs);
    }
    void itIsLeftAtOnce()
    {
        const Matrix<double> square = Matrix<double>::Random(300, 300);
        Matrix<double> result;
        int questions = 0;
        const StopWish second = [&questions] { return ++questions == 2; };
        QVERIFY_THROWS_EXCEPTION(Interrupted, multiplyInPieces(result, square, square, second, 1 << 16));
        QCOMPARE(questions, 2);
    }
};

QTEST_GUILESS_MAIN(TestProductInPieces)
#include "tst_product_in_pieces.moc"
