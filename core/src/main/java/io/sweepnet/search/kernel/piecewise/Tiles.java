package io.sweepnet.search.kernel.piecewise;

/**
 * The cut of rows into tiles, whose columns stay in the cache, and of the tiles into parts, which threads share out. A
 * column is kept as one array per tile, {@code [tile][row of the tile]}: C2 makes vector instructions of loops that use one
 * index for all arrays. Both depend on the number of rows alone, so that sums in the order of the parts do too.
 *
 * @param rows number of rows, at least 1
 */
record Tiles(int rows) {

    /** Rows of a tile; the last may have fewer. */
    static final int ROWS = 1024;

    /** The most parts. */
    private static final int PARTS = 16;

    /** Tiles that are worth a part. */
    private static final int TILES = 4;

    int count() {
        return (rows + ROWS - 1) / ROWS;
    }

    /** First row of a tile. */
    int from(int tile) {
        return tile * ROWS;
    }

    int rows(int tile) {
        return Math.min(ROWS, rows - from(tile));
    }

    int parts() {
        return Math.max(1, Math.min(PARTS, count() / TILES));
    }

    /** First tile of a part; of the part after the last, the number of tiles. */
    int firstTile(int part) {
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
