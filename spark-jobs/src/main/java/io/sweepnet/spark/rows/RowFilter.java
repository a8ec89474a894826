package io.sweepnet.spark.rows;

import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import io.sweepnet.spark.table.packed.RowBlock;
import java.io.Serializable;
import java.util.Arrays;

/** Which rows of the table in canonical order are of a part. */
final class RowFilter implements Serializable {

    /** All rows are. */
    static final RowFilter ALL = new RowFilter(null, Part.TRAINING, -1);

    private static final long serialVersionUID = 1;

    private final SplitPlan plan;
    private final Part part;
    private final int classes;

    /**
     * @param plan the split; null where all rows are of the part
     * @param classes the column of the rows' classes; -1 where the target is a number
     */
    RowFilter(SplitPlan plan, Part part, int classes) {
        this.plan = plan;
        this.part = part;
        this.classes = classes;
    }

    /**
     * The rows of a block that are of the part.
     *
     * @param place of the block's first row in canonical order
     */
    int[] rows(RowBlock block, int place) {
        int[] rows = new int[block.rows()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            int label = classes < 0 ? 0 : (int) block.columns()[classes][row];
            if (plan == null || plan.part(place + row, label) == part) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
