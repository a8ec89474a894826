package io.sweepnet.data;

import io.sweepnet.data.SplitPlan.Part;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A table cut at random into rows to learn from and rows held out. Which row goes where depends on the seed and on the
 * rows' content, not on the order they were read in; every part is in canonical order.
 *
 * <p>A table of classes is cut so that every part has about the same mix of them: a class's rows in random order stand
 * evenly spaced between 0 and 1, the i-th of n at (i + 1/2) / n, and of all rows in this order the first are the test part
 * and the next the validation part. With classes of about equal size a part has its share of each within one row. Rare
 * classes stay together: one of a single row stands at 1/2, which is reached where about half of all rows are held out.
 *
 * @param training rows to learn from
 * @param validation rows to watch while learning, if any
 * @param test rows to judge by at the end, if any
 */
public record Split(Dataset training, Optional<Dataset> validation, Optional<Dataset> test) {

    /**
     * Cuts a table.
     *
     * @param testShare share of the rows for the test part, in [0, 1); the part has at least one row where it is above 0
     * @param validationShare share of the rows for the validation part, likewise
     * @throws IllegalArgumentException where no row would be left to learn from, or a part has only rows of weight 0
     */
    public static Split of(Dataset dataset, double testShare, double validationShare, long seed) {
        // Rows are named by their places in canonical order; the table itself is not sorted, which would copy it.
        int[] canonical = dataset.canonicalOrder();
        double[] targets = dataset.targets()[0];
        IntUnaryOperator classAt = dataset.classes().isEmpty() ? place -> 0 : place -> (int) targets[canonical[place]];
        SplitPlan plan = SplitPlan.stratified(
                dataset.rows(), Math.max(1, dataset.classes().size()), classAt, testShare, validationShare, seed);
        return new Split(
                part(dataset, canonical, classAt, plan, Part.TRAINING).orElseThrow(),
                part(dataset, canonical, classAt, plan, Part.VALIDATION),
                part(dataset, canonical, classAt, plan, Part.TEST));
    }

    private static Optional<Dataset> part(
            Dataset dataset, int[] canonical, IntUnaryOperator classAt, SplitPlan plan, Part part) {
        int[] rows = new int[plan.rows(part)];
        if (rows.length == 0) {
            return Optional.empty();
        }
        int count = 0;
        for (int place = 0; place < canonical.length; place++) {
            if (plan.part(place, classAt.applyAsInt(place)) == part) {
                rows[count++] = canonical[place];
            }
        }
        Dataset selected = dataset.canonicalRows(rows);
        SplitPlan.checkWeight(rows.length, selected.totalWeight() > 0);
        return Optional.of(selected);
    }
}
