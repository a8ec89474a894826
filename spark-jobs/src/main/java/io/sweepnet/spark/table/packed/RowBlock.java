package io.sweepnet.spark.table.packed;

import java.io.Serializable;

/**
 * Complete rows of a table in its chosen columns, held by column. Immutable; the arrays are shared and must not be
 * changed.
 */
public final class RowBlock implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][] columns;
    private final int[] positions;
    private final String[] ids;

    /**
     * Creates a block.
     *
     * @param columns the features, the target (a number or the index of a class) and, where rows are weighted, the
     *     weight, [column][row]
     * @param positions the rows' positions in reading order, which also counts rows that were left out
     * @param ids the ids of the rows, null for a row without one; null where the table has no ids
     */
    public RowBlock(double[][] columns, int[] positions, String[] ids) {
        this.columns = columns;
        this.positions = positions;
        this.ids = ids;
    }

    /** Returns the number of rows. */
    public int rows() {
        return positions.length;
    }

    /** Returns the features, the target and, where rows are weighted, the weight, [column][row]. */
    public double[][] columns() {
        return columns;
    }

    /** Returns the rows' positions in reading order, [row]. */
    public int[] positions() {
        return positions;
    }

    /** Returns the ids of the rows, [row]; null where the table has no ids. */
    public String[] ids() {
        return ids;
    }
}
