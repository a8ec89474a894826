package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.stream.IntStream;

/**
 * The cut of rows into tiles, whose columns stay in the cache, and of the tiles into parts, which threads share out. A
 * column is kept as one array per tile, {@code [tile][row of the tile]}: C2 makes vector instructions of loops that use one
 * index for all arrays. Both depend on the tables' numbers of rows alone, so that sums in the order of the parts do too.
 */
public final class Tiles {

    /** Rows of a tile; the last of a table may have fewer. */
    public static final int ROWS = 1024;

    /** The most parts. */
    private static final int PARTS = 16;

    /** Tiles that are worth a part. */
    private static final int TILES = 4;

    /** First row of each tile, and the number of all rows. */
    private final int[] starts;

    /**
     * Tiles of tables, one after the other.
     *
     * @param rows of each table; no tile has rows of two
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

    int count() {
        return starts.length - 1;
    }

    /** Number of all rows. */
    int rows() {
        return starts[count()];
    }

    /** First row of a tile. */
    public int from(int tile) {
        return starts[tile];
    }

    public int rows(int tile) {
        return starts[tile + 1] - starts[tile];
    }

    /** At least 1 where there are rows. */
    public int parts() {
        return Math.max(Math.min(1, count()), Math.min(PARTS, count() / TILES));
    }

    /** First tile of a part; of the part after the last, the number of tiles. */
    public int firstTile(int part) {
        return count() * part / parts();
    }

    /** A column of zeros. */
    double[][] column() {
        double[][] column = new double[count()][];
        for (int tile = 0; tile < column.length; tile++) {
            column[tile] = new double[rows(tile)];
        }
        return column;
    }

    /** A column with these values. */
    double[][] copy(double[] values) {
        double[][] column = column();
        for (int tile = 0; tile < column.length; tile++) {
            System.arraycopy(values, from(tile), column[tile], 0, column[tile].length);
        }
        return column;
    }
}
