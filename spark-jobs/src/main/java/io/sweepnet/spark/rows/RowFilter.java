package io.sweepnet.spark.rows;

import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import io.sweepnet.spark.table.packed.RowBlock;
import java.io.Serializable;
import java.util.Arrays;

/** Selects the rows of a table in canonical order that belong to a part of a split. */
final class RowFilter implements Serializable {

    /** Selects all rows. */
    static final RowFilter ALL = new RowFilter(null, Part.TRAINING, -1);

    private static final long serialVersionUID = 1;

    private final SplitPlan plan;
    private final Part part;
    private final int classes;

    /**
     * @param plan the split; null if all rows belong to the part
     * @param classes index of the column of the classes; -1 if the target is a number
     */
    RowFilter(SplitPlan plan, Part part, int classes) {
        this.plan = plan;
        this.part = part;
        this.classes = classes;
    }

    /**
     * Returns the indexes of the rows of a block that belong to the part.
     *
     * @param position position of the block's first row in canonical order
     */
    int[] rows(RowBlock block, int position) {
        int[] rows = new int[block.rows()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            int label = classes < 0 ? 0 : (int) block.columns()[classes][row];
            if (plan == null || plan.part(position + row, label) == part) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
