package io.sweepnet.data;

import io.sweepnet.data.SplitPlan.Part;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A table divided at random into training, validation and test rows. The part of a row depends on the seed and on the
 * content of the rows, not on the order of reading; every part is in canonical order. For example a fifth of the rows for
 * the test, none for validation, with the seed 42:
 *
 * <pre>{@code
 * Split split = Split.of(table, 0.2, 0, 42);
 * Dataset training = split.training();
 * Dataset test = split.test().orElseThrow();
 * }</pre>
 *
 * <p>For classification the split is stratified: every part has about the same mix of classes. The rows of a class, in
 * random order, are assigned evenly spaced numbers between 0 and 1, (i + 1/2) / n for the i-th of n, and all rows are sorted
 * by these numbers; the first ones are the test part and the next ones the validation part. With classes of about equal size
 * a part has its share of each class within one row. A class of a single row has the number 1/2, so it is held out only if
 * about half of all rows are.
 *
 * @param training rows to train on
 * @param validation rows to evaluate during training, if any
 * @param test rows for the final evaluation, if any
 */
public record Split(Dataset training, Optional<Dataset> validation, Optional<Dataset> test) {

    /**
     * Divides a table.
     *
     * @param testShare share of the rows for the test part, in [0, 1); if it is above 0, the part has at least one row
     * @param validationShare share of the rows for the validation part, likewise
     * @param seed seed of the random order of the rows
     * @throws IllegalArgumentException if a share is out of range, no training row would be left, or a part has only rows of
     *     weight 0
     */
    public static Split of(Dataset dataset, double testShare, double validationShare, long seed) {
        // Rows are identified by their positions in canonical order; the table is not sorted, which would copy it.
        int[] canonical = dataset.canonicalOrder();
        double[] targets = dataset.targets()[0];
        IntUnaryOperator classAt = dataset.classes().isEmpty() ? rank -> 0 : rank -> (int) targets[canonical[rank]];
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
        for (int rank = 0; rank < canonical.length; rank++) {
            if (plan.part(rank, classAt.applyAsInt(rank)) == part) {
                rows[count++] = canonical[rank];
            }
        }
        Dataset selected = dataset.canonicalRows(rows);
        SplitPlan.checkWeight(rows.length, selected.totalWeight() > 0);
        return Optional.of(selected);
    }
}
