package io.sweepnet.search.kernel.piecewise.pieces;

/**
 * Loops and comparisons without branches. Sums of columns keep several partial sums side by side, since each addition
 * waits for the previous one of its partial sum. Comparisons return a number, for loops whose branches a processor
 * could not predict.
 */
public final class BranchFree {

    private static final int PARTS = 8;

    private BranchFree() {}

    /** Returns 1 where x is above 0, else 0; x must not be NaN. */
    public static int isPositive(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (int) (~((bits - 1) | bits) >>> 63);
    }

    /** Returns 1 where the sign bit of x is set, also for -0.0, else 0. */
    public static int hasMinus(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 63);
    }

    /** Returns 1 where x is below 0, -0.0 or NaN, else 0. */
    static int isNegative(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (int) (((0x7ff0000000000000L - bits) | bits) >>> 63);
    }

    /** Returns the sum of the first {@code rows} elements of a column. */
    public static double sum(double[] column, int rows) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        double sum5 = 0;
        double sum6 = 0;
        double sum7 = 0;
        int i = 0;
        for (; i + PARTS <= rows; i += PARTS) {
            sum0 += column[i];
            sum1 += column[i + 1];
            sum2 += column[i + 2];
            sum3 += column[i + 3];
            sum4 += column[i + 4];
            sum5 += column[i + 5];
            sum6 += column[i + 6];
            sum7 += column[i + 7];
        }
        for (; i < rows; i++) {
            sum0 += column[i];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    }

    /** Returns the sum of the products of the first {@code rows} elements of two columns. */
    public static double dotProduct(double[] a, double[] b, int rows) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        double sum5 = 0;
        double sum6 = 0;
        double sum7 = 0;
        int i = 0;
        for (; i + PARTS <= rows; i += PARTS) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
            sum4 += a[i + 4] * b[i + 4];
            sum5 += a[i + 5] * b[i + 5];
            sum6 += a[i + 6] * b[i + 6];
            sum7 += a[i + 7] * b[i + 7];
        }
        for (; i < rows; i++) {
            sum0 += a[i] * b[i];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    }
}
