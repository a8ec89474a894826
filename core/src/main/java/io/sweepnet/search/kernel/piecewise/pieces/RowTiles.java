package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.data.Dataset;
import java.util.List;

/** Rows of one or more tables, such as shards, one after the other and cut into tiles. */
public final class RowTiles {

    private final List<Dataset> tables;
    private final Tiles tiles;

    /** Of each tile, the table it is of. */
    private final int[] tableOf;

    /** Of each table, the number of its first row. */
    private final int[] from;

    /** @param tables of the same columns */
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

    Tiles tiles() {
        return tiles;
    }

    int rows() {
        return tiles.rows();
    }

    /** Copies a tile of a feature. */
    void copyFeature(int index, int tile, double[] into) {
        int table = tableOf[tile];
        double[] column = tables.get(table).features()[index];
        System.arraycopy(column, tiles.from(tile) - from[table], into, 0, tiles.rows(tile));
    }

    /** Targets, [output][row]. */
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

    /** Whether any row has a weight of its own; else each counts 1. */
    boolean areWeighted() {
        return tables.stream().anyMatch(Dataset::isWeighted);
    }

    /** Weights, [row]. */
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
