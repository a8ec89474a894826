package io.sweepnet.data;

/**
 * What scalings need to know of a column.
 *
 * @param mean arithmetic mean
 * @param squares sum of the squared distances from the mean
 * @param deviation population deviation, sqrt(squares / rows)
 * @param min smallest value
 * @param max largest value
 */
record ColumnStatistics(double mean, double squares, double deviation, double min, double max) {

    /** A column varies only by rounding where its range is below this share of its largest magnitude. */
    private static final double ROUNDING = 1e-12;

    /** Whether the column varies by rounding at most. */
    boolean isConstant() {
        return max - min <= ROUNDING * Math.max(Math.abs(max), Math.abs(min));
    }

    static ColumnStatistics of(double[] column) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : column) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double mean = sum / column.length;
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        return new ColumnStatistics(mean, squares, Math.sqrt(squares / column.length), min, max);
    }
}
