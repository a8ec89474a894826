package io.sweepnet.spark.rows;

import io.sweepnet.spark.table.packed.RowBlock;
import java.util.Arrays;

/** Collects rows, up to a given capacity, into a block. */
final class BlockBuilder {

    private final double[][] columns;
    private final int[] positions;
    private final String[] ids;
    private int rows;

    BlockBuilder(int columns, boolean hasIds, int capacity) {
        this.columns = new double[columns][capacity];
        positions = new int[capacity];
        ids = hasIds ? new String[capacity] : null;
    }

    boolean isFull() {
        return rows == positions.length;
    }

    void add(RowBytes form, byte[] row) {
        for (int i = 0; i < columns.length; i++) {
            columns[i][rows] = form.number(row, i);
        }
        positions[rows] = form.position(row);
        if (ids != null) {
            ids[rows] = form.id(row);
        }
        rows++;
    }

    /**
     * Adds some rows of a block.
     *
     * @param some indexes of rows in the block, of which those at positions {@code from} (included) to {@code to} (excluded)
     *     are added
     */
    void add(RowBlock block, int[] some, int from, int to) {
        for (int i = 0; i < columns.length; i++) {
            double[] source = block.columns()[i];
            double[] target = columns[i];
            for (int j = from; j < to; j++) {
                target[rows + j - from] = source[some[j]];
            }
        }
        for (int j = from; j < to; j++) {
            positions[rows + j - from] = block.positions()[some[j]];
            if (ids != null) {
                ids[rows + j - from] = block.ids()[some[j]];
            }
        }
        rows += to - from;
    }

    RowBlock build() {
        if (isFull()) {
            return new RowBlock(columns, positions, ids);
        }
        double[][] trimmed = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, rows))
                .toArray(double[][]::new);
        return new RowBlock(trimmed, Arrays.copyOf(positions, rows), ids == null ? null : Arrays.copyOf(ids, rows));
    }
}
