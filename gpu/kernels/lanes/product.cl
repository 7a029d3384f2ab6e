// The products of the lanes mapping: C[r][lane] = sum over t of A(r, t) * B[t][lane]. A work-item has one lane (a unit) and a few rows
// (samples, or for the weight gradient inputs), whose sums stay in registers. A lies in a tile, where all items of the same rows read
// the same place; B is read side by side by neighbouring items.
//
// Layout: as its arguments say.
// Needs: work_group.

// sum[r] += A(r, t) * B(t) for `rows` rows, a literal wherever this is used. `aRow` and `aTerm` are the steps of A, `bTerm` that of B.
INLINE void multiplyLane(const int rows, int terms, TileValues a, int aRow, int aTerm, Constants b, int bTerm, float *sum)
{
    for (int t = 0; t < terms; ++t) {
        const float factor = b[t * bTerm];
        for (int r = 0; r < rows; ++r)
            sum[r] += a[r * aRow + t * aTerm] * factor;
    }
}
