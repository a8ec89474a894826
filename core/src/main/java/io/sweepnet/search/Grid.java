package io.sweepnet.search;

/**
 * Evenly spaced candidates, both ends included: {@code low + i * ((high - low) / (size - 1))}, the last exactly
 * {@code high}. The only candidate of a grid of size 1 is {@code low}.
 *
 * <pre>{@code
 * Grid grid = Grid.of(-5, 5, 101);  // -5.0, -4.9, ..., 5.0
 * }</pre>
 *
 * @param low smallest candidate, finite
 * @param high largest candidate, finite, above low
 * @param size number of points of the whole grid, at least 1
 * @param from index of the first point of this slice
 * @param to index after the last point of this slice
 */
public record Grid(double low, double high, int size, int from, int to) implements Candidates {

    public Grid {
        checkRange(low, high);
        if (size < 1) {
            throw new IllegalArgumentException("a grid needs at least 1 candidate, got " + size);
        }
        Slices.check(from, to, 0, size);
    }

    /** Checks the ends of a range, for all kinds of candidates. */
    static void checkRange(double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "a range needs low < high, both finite, got low " + low + " and high " + high);
        }
    }

    /** Returns the whole grid. */
    public static Grid of(double low, double high, int size) {
        return new Grid(low, high, size, 0, size);
    }

    @Override
    public double value(int index) {
        if (size > 1 && index == size - 1) {
            return high;
        }
        return size == 1 ? low : low + index * ((high - low) / (size - 1));
    }

    @Override
    public int nearest(double value) {
        double share = (value - low) / (high - low);
        return Math.max(from, Math.min(to - 1, (int) Math.rint(share * (size - 1))));
    }

    @Override
    public Grid slice(int from, int to) {
        Slices.check(from, to, this.from, this.to);
        return new Grid(low, high, size, from, to);
    }
}
