package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.data.Dataset;
import java.util.List;

/** The rows of one or more tables, such as shards, one table after the other, divided into tiles. */
public final class RowTiles {

    private final List<Dataset> tables;
    private final Tiles tiles;

    /** The table that each tile is part of, [tile]. */
    private final int[] tableOf;

    /** The position of each table's first row among all rows, [table]. */
    private final int[] from;

    /**
     * Creates the tiles of the rows of tables in the given order.
     *
     * @param tables tables with the same columns
     */
    public RowTiles(List<Dataset> tables) {
        this.tables = List.copyOf(tables);
        this.tiles = new Tiles(tables.stream().mapToInt(Dataset::rows).toArray());
        this.from = new int[tables.size()];
        this.tableOf = new int[tiles.count()];
        int rows = 0;
        int tile = 0;
        for (int table = 0; table < from.length; table++) {
            from[table] = rows;
            rows += tables.get(table).rows();
            while (tile < tiles.count() && tiles.from(tile) < rows) {
                tableOf[tile++] = table;
            }
        }
    }

    /** Returns the tiles of the rows. */
    Tiles tiles() {
        return tiles;
    }

    /** Returns the number of all rows. */
    int rows() {
        return tiles.rows();
    }

    /** Copies the values of a feature in a tile. */
    void copyFeature(int index, int tile, double[] into) {
        int table = tableOf[tile];
        double[] column = tables.get(table).features()[index];
        System.arraycopy(column, tiles.from(tile) - from[table], into, 0, tiles.rows(tile));
    }

    /**
     * Returns the targets, [output][row].
     *
     * @param outputs number of target columns
     */
    public double[][] targets(int outputs) {
        if (tables.size() == 1) {
            return tables.get(0).targets();
        }
        double[][] all = new double[outputs][rows()];
        for (int table = 0; table < from.length; table++) {
            for (int output = 0; output < outputs; output++) {
                double[] column = tables.get(table).targets()[output];
                System.arraycopy(column, 0, all[output], from[table], column.length);
            }
        }
        return all;
    }

    /** Returns whether any table has row weights; else every weight is 1. */
    boolean areWeighted() {
        return tables.stream().anyMatch(Dataset::isWeighted);
    }

    /** Returns the weights of all rows, [row]; 1 where a table has none. */
    public double[] weights() {
        double[] all = new double[rows()];
        for (int table = 0; table < from.length; table++) {
            Dataset rows = tables.get(table);
            for (int row = 0; row < rows.rows(); row++) {
                all[from[table] + row] = rows.weight(row);
            }
        }
        return all;
    }
}
