package io.sweepnet.spark.table.packed;

import java.io.Serializable;

/** Some rows of a table, complete and chosen, held by column. Immutable; the arrays are shared and must not be changed. */
public final class RowBlock implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][] columns;
    private final int[] positions;
    private final String[] ids;

    /**
     * @param columns the features, the target (a number or the index of a class) and, where rows are weighted, the weight,
     *     [column][row]
     * @param positions the rows' places in reading order, where rows that were left out count
     * @param ids what names the rows, null for one without; null where the table has no ids
     */
    public RowBlock(double[][] columns, int[] positions, String[] ids) {
        this.columns = columns;
        this.positions = positions;
        this.ids = ids;
    }

    /** Number of rows. */
    public int rows() {
        return positions.length;
    }

    /** Features, target and, where rows are weighted, the weight, [column][row]. */
    public double[][] columns() {
        return columns;
    }

    /** The rows' places in reading order, [row]. */
    public int[] positions() {
        return positions;
    }

    /** What names the rows, [row]; null where the table has no ids. */
    public String[] ids() {
        return ids;
    }
}
