// Ranges of anything that lies in a row: lanes, places of a tile, rows, parameters; and how they are cut into parts.
//
// Layout: none of its own.
// Needs: real.

INLINE int roundUp(int value, int step)
{
    return (value + step - 1) / step * step;
}

// `first` … `last` - 1.
typedef struct {
    int first;
    int last;
} Range;

INLINE Range wholeOf(int count)
{
    const Range whole = {0, count};
    return whole;
}

// Part `part` of `parts` of `count`, which begins at a multiple of `step`.
INLINE Range partOf(int count, int step, int part, int parts)
{
    const int steps = (count + step - 1) / step;
    const Range range = {min(count, steps * part / parts * step), min(count, steps * (part + 1) / parts * step)};
    return range;
}
