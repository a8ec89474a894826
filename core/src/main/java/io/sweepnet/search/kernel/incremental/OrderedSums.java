package io.sweepnet.search.kernel.incremental;

/**
 * Sums of columns in row order, as in the direct rule. {@value #COLUMNS} columns are summed side by side, since each addition
 * has to wait for the one before it in its column.
 */
final class OrderedSums {

    /** The number of columns that are summed side by side. */
    static final int COLUMNS = 8;

    private OrderedSums() {}

    /**
     * Adds columns to sums.
     *
     * @param columns [column][row], {@value #COLUMNS} columns
     * @param sums [column], the sums to which the columns are added
     */
    static void add(double[][] columns, double[] sums, int rows) {
        double[] column0 = columns[0];
        double[] column1 = columns[1];
        double[] column2 = columns[2];
        double[] column3 = columns[3];
        double[] column4 = columns[4];
        double[] column5 = columns[5];
        double[] column6 = columns[6];
        double[] column7 = columns[7];
        double sum0 = sums[0];
        double sum1 = sums[1];
        double sum2 = sums[2];
        double sum3 = sums[3];
        double sum4 = sums[4];
        double sum5 = sums[5];
        double sum6 = sums[6];
        double sum7 = sums[7];
        for (int i = 0; i < rows; i++) {
            sum0 += column0[i];
            sum1 += column1[i];
            sum2 += column2[i];
            sum3 += column3[i];
            sum4 += column4[i];
            sum5 += column5[i];
            sum6 += column6[i];
            sum7 += column7[i];
        }
        sums[0] = sum0;
        sums[1] = sum1;
        sums[2] = sum2;
        sums[3] = sum3;
        sums[4] = sum4;
        sums[5] = sum5;
        sums[6] = sum6;
        sums[7] = sum7;
    }

    /**
     * Multiplies columns in place by the rows' weights and adds them to sums. A row of weight 0 adds 0, even if its value is
     * infinite or NaN.
     *
     * @param different number of different columns, which come first; the others are the last of them repeated
     * @param weights [row of the table]
     * @param from row of the table that is the first of the columns
     */
    static void addWeighted(double[][] columns, int different, double[] sums, double[] weights, int from, int rows) {
        for (int c = 0; c < different; c++) {
            double[] column = columns[c];
            for (int i = 0; i < rows; i++) {
                double weight = weights[from + i];
                column[i] = weight == 0 ? 0 : weight * column[i];
            }
        }
        add(columns, sums, rows);
    }
}
