package io.sweepnet.search.kernel.piecewise;

/** The sum of all rows on the piece that a walk is on, over distances in the direction of the walk. */
final class Quadratic {

    /** A change of less than this share of what a sum is made of is rounding. */
    private static final double FLAT = 1e-14;

    private final double[] c = new double[PieceSums.COEFFICIENTS];
    private final double[] largest = new double[PieceSums.COEFFICIENTS];
    private double sign;

    /** Enters a bucket. */
    void enter(IntervalSums sums, int bucket, boolean toTheRight) {
        sign = toTheRight ? 1 : -1;
        sums.coefficients(bucket, toTheRight, c, largest);
    }

    /** Goes on to the next piece. */
    void change(Breakpoints breakpoints, int place) {
        for (int k = 0; k < c.length; k++) {
            c[k] += breakpoints.change(place, k);
            largest[k] = Math.max(largest[k], Math.abs(c[k]));
        }
    }

    double sum(double distance) {
        double t = sign * distance;
        return c[0] + t * (2 * c[1] + t * c[2]);
    }

    double slope(double distance) {
        return 2 * (sign * c[1] + c[2] * distance);
    }

    double vertex() {
        return -sign * c[1] / c[2];
    }

    /** How far the sum may be off, but for the rounding of the lines themselves. */
    double error(double distance) {
        return IntervalSums.error(largest, 0, Math.abs(distance));
    }

    /** Changes of a sum between two distances that may be rounding. */
    double rounding(double from, double to) {
        double size = Math.max(Math.abs(from), Math.abs(to));
        return FLAT * (largest[0] + size * (2 * largest[1] + size * largest[2]));
    }

    boolean isConstant() {
        return c[1] == 0 && c[2] == 0;
    }

    /** Whether the sum is the same between two distances but for rounding. */
    boolean isFlat(double from, double to) {
        double width = to - from;
        double rounding = rounding(from, to);
        return Math.abs(slope(from)) * width <= rounding && Math.abs(c[2]) * width * width <= rounding;
    }
}
