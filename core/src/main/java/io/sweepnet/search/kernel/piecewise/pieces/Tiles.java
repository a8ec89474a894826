package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.stream.IntStream;

/**
 * The division of rows into tiles, whose columns stay in the cache, and of the tiles into parts, which threads share. A
 * column is one array per tile, {@code [tile][row of the tile]}, since C2 vectorises loops that use one index for all
 * arrays. Tiles and parts depend only on the tables' numbers of rows, so sums in the order of the parts do too.
 */
public final class Tiles {

    /** Rows of a tile; the last tile of a table may have fewer. */
    public static final int ROWS = 1024;

    /** The largest number of parts. */
    private static final int PARTS = 16;

    /** The smallest number of tiles in each of several parts. */
    private static final int TILES = 4;

    /** The position of each tile's first row, and at the end the number of all rows. */
    private final int[] starts;

    /**
     * Tiles of tables, one table after the other.
     *
     * @param rows the number of rows of each table; no tile has rows of two tables
     */
    public Tiles(int... rows) {
        IntStream.Builder all = IntStream.builder();
        int from = 0;
        for (int rowsOfTable : rows) {
            for (int row = 0; row < rowsOfTable; row += ROWS) {
                all.add(from + row);
            }
            from += rowsOfTable;
        }
        starts = all.add(from).build().toArray();
    }

    /** Returns the number of tiles. */
    int count() {
        return starts.length - 1;
    }

    /** Returns the number of all rows. */
    int rows() {
        return starts[count()];
    }

    /** Returns the position of a tile's first row. */
    public int from(int tile) {
        return starts[tile];
    }

    /** Returns the number of rows of a tile. */
    public int rows(int tile) {
        return starts[tile + 1] - starts[tile];
    }

    /** Returns the number of parts, at least 1 where there are rows. */
    public int parts() {
        return Math.max(Math.min(1, count()), Math.min(PARTS, count() / TILES));
    }

    /** Returns the first tile of a part; for the part after the last, the number of tiles. */
    public int firstTile(int part) {
        return count() * part / parts();
    }

    /** Returns a new column of zeros, [tile][row]. */
    double[][] column() {
        double[][] column = new double[count()][];
        for (int tile = 0; tile < column.length; tile++) {
            column[tile] = new double[rows(tile)];
        }
        return column;
    }

    /**
     * Returns a new column with the given values, [tile][row].
     *
     * @param values the values of all rows, [row]
     */
    double[][] copy(double[] values) {
        double[][] column = column();
        for (int tile = 0; tile < column.length; tile++) {
            System.arraycopy(values, from(tile), column[tile], 0, column[tile].length);
        }
        return column;
    }
}
