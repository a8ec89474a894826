package io.sweepnet.data;

import io.sweepnet.random.HashRandom;
import io.sweepnet.random.Ordering;
import java.util.Arrays;
import java.util.Optional;

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
        int rows = dataset.rows();
        int test = heldOut(rows, testShare);
        int validation = heldOut(rows, validationShare);
        if (rows - test - validation < 1) {
            throw new IllegalArgumentException("of " + rows + " rows, " + test + " for test and " + validation
                    + " for validation leave none to learn from");
        }
        // Rows are named by their places in canonical order; the table itself is not sorted, which would copy it.
        int[] canonical = dataset.canonicalOrder();
        int[] random = HashRandom.permutation(rows, seed, HashRandom.Role.SPLIT, 0);
        int[] order = dataset.classes().isEmpty() ? random : stratified(dataset, canonical, random);
        return new Split(
                part(dataset, canonical, order, test + validation, rows).orElseThrow(),
                part(dataset, canonical, order, test, test + validation),
                part(dataset, canonical, order, 0, test));
    }

    /** The rows by their places between 0 and 1, equal ones by class; rows of a class keep their random order. */
    private static int[] stratified(Dataset dataset, int[] canonical, int[] random) {
        double[] targets = dataset.targets()[0];
        int[] classes = Arrays.stream(canonical).map(row -> (int) targets[row]).toArray();
        int[] sizes = new int[dataset.classes().size()];
        for (int k : classes) {
            sizes[k]++;
        }
        int[] seen = new int[sizes.length];
        double[] places = new double[random.length];
        for (int row : random) {
            int k = classes[row];
            places[row] = (seen[k]++ + 0.5) / sizes[k];
        }
        // Rows of one class never have the same place, so that the order is a total one.
        return Ordering.ascending(random.length, (a, b) -> {
            int byPlace = Double.compare(places[a], places[b]);
            return byPlace != 0 ? byPlace : Integer.compare(classes[a], classes[b]);
        });
    }

    private static int heldOut(int rows, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a held-out share must lie in [0, 1), got " + share);
        }
        return share == 0 ? 0 : (int) Math.max(1, Math.round(rows * share));
    }

    private static Optional<Dataset> part(Dataset dataset, int[] canonical, int[] order, int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        if (rows.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(rows);
        Dataset part = dataset.canonicalRows(
                Arrays.stream(rows).map(place -> canonical[place]).toArray());
        if (!(part.totalWeight() > 0)) {
            throw new IllegalArgumentException("a part of " + rows.length + " rows has none of a weight above 0");
        }
        return Optional.of(part);
    }
}
