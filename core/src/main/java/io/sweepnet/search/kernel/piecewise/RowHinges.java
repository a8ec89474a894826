package io.sweepnet.search.kernel.piecewise;

import java.util.Arrays;

/** The hinges of each row: those of a row are from {@link #first} to before {@link #end}. */
final class RowHinges {

    /** Where in e each unit meets 0; at 0 with the sign of the side on which it goes on. */
    final double[] meets;

    /** Which unit. */
    final int[] units;

    /** 1 where it goes on, -1 where it goes off. */
    final double[] signs;

    private final int most;
    private final int[] counts = new int[Tiles.ROWS];

    /** @param most hinges of a row */
    RowHinges(int most) {
        this.most = most;
        meets = new double[most * Tiles.ROWS];
        units = new int[most * Tiles.ROWS];
        signs = new double[most * Tiles.ROWS];
    }

    void clear(int rows) {
        Arrays.fill(counts, 0, rows, 0);
    }

    void put(int row, int unit, double meet, double sign) {
        int hinge = end(row);
        meets[hinge] = meet;
        units[hinge] = unit;
        signs[hinge] = sign;
        counts[row]++;
    }

    int first(int row) {
        return most * row;
    }

    int end(int row) {
        return most * row + counts[row];
    }

    /** 1 where a row has any, else 0. */
    int isAny(int row) {
        return -counts[row] >>> (Integer.SIZE - 1);
    }
}
