package io.sweepnet.data;

import io.sweepnet.data.RandomSelection.Bound;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * The assignment of rows to the parts of a {@link Split}. It depends on a row's position in canonical order and, in
 * classification, on its class only, and has a few numbers per class, so that any process can determine the parts of the
 * rows it has.
 *
 * <pre>{@code
 * SplitPlan plan = SplitPlan.of(1000, 0.2, 0, 42);
 * SplitPlan.Part part = plan.part(17, 0); // of the row at position 17
 * }</pre>
 */
public final class SplitPlan implements Serializable {

    private static final long serialVersionUID = 1;

    /** A part of a table. */
    public enum Part {
        /** Rows for the final evaluation. */
        TEST,
        /** Rows to evaluate during training. */
        VALIDATION,
        /** Rows to train on. */
        TRAINING
    }

    private final long seed;
    private final int rows;
    private final int test;
    private final int validation;

    /** For each class the last row of the test part in random order, [class]. */
    private final Bound[] endOfTest;

    /** For each class the last held-out row in random order, [class]. */
    private final Bound[] endOfHeldOut;

    private SplitPlan(long seed, int rows, int test, int validation, int classes, IntUnaryOperator classAt) {
        this.seed = seed;
        this.rows = rows;
        this.test = test;
        this.validation = validation;
        RandomSelection selection = new RandomSelection(rows, classes, classAt, seed);
        endOfTest = selection.last(firstOfEach(test, rows, selection.sizes()));
        endOfHeldOut =
                validation == 0 ? endOfTest : selection.last(firstOfEach(test + validation, rows, selection.sizes()));
    }

    /**
     * Returns a plan for a table whose targets are numbers.
     *
     * @param rows number of rows
     * @param testShare share of the rows for the test part, in [0, 1)
     * @param validationShare share of the rows for the validation part, in [0, 1)
     * @throws IllegalArgumentException if a share is out of range, or no training row would be left
     */
    public static SplitPlan of(int rows, double testShare, double validationShare, long seed) {
        return stratified(rows, 1, rank -> 0, testShare, validationShare, seed);
    }

    /**
     * Returns a plan with about the same mix of classes in every part.
     *
     * @param rows number of rows
     * @param classes number of classes
     * @param classAt returns the class of the row at a position in canonical order; called in ascending order of positions,
     *     possibly more than once
     * @param testShare share of the rows for the test part, in [0, 1)
     * @param validationShare share of the rows for the validation part, in [0, 1)
     * @throws IllegalArgumentException if a share is out of range, or no training row would be left
     */
    public static SplitPlan stratified(
            int rows, int classes, IntUnaryOperator classAt, double testShare, double validationShare, long seed) {
        int test = heldOut(rows, testShare);
        int validation = heldOut(rows, validationShare);
        if (rows - test - validation < 1) {
            throw new IllegalArgumentException("of " + rows + " rows, " + test + " for test and " + validation
                    + " for validation leave none to learn from");
        }
        return new SplitPlan(seed, rows, test, validation, classes, classAt);
    }

    private static int heldOut(int rows, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a held-out share must lie in [0, 1), got " + share);
        }
        return share == 0 ? 0 : (int) Math.max(1, Math.round(rows * share));
    }

    /** Returns the number of rows of a part. */
    public int rows(Part part) {
        return switch (part) {
            case TEST -> test;
            case VALIDATION -> validation;
            case TRAINING -> rows - test - validation;
        };
    }

    /**
     * Returns the part that a row belongs to.
     *
     * @param position the row's position in canonical order
     * @param classIndex its class; 0 if targets are numbers
     */
    public Part part(int position, int classIndex) {
        long bits = RandomSelection.bits(seed, position);
        if (endOfTest[classIndex].includes(bits, position)) {
            return Part.TEST;
        }
        return endOfHeldOut[classIndex].includes(bits, position) ? Part.VALIDATION : Part.TRAINING;
    }

    /**
     * Checks that a part can be trained on or evaluated.
     *
     * @param rows the part's number of rows
     * @param hasWeight whether one of them has a weight above 0
     * @throws IllegalArgumentException if no row has a weight above 0
     */
    public static void checkWeight(int rows, boolean hasWeight) {
        if (!hasWeight) {
            throw new IllegalArgumentException("a part of " + rows + " rows has none of a weight above 0");
        }
    }

    /**
     * Returns the number of rows of each class among the first rows, when the i-th of the n rows of a class has the number
     * (i + 1/2) / n and rows are sorted by number, then by class.
     */
    private static int[] firstOfEach(int first, int rows, int[] sizes) {
        int classes = sizes.length;
        int[] taken = new int[classes];
        // These are at most first - 1.5 * classes rows, which are certainly taken: no need for the queue.
        double certain = (first - 2.0 * classes) / rows;
        for (int k = 0; k < classes; k++) {
            taken[k] = (int) Math.max(0, Math.floor(certain * sizes[k]) - 1);
        }
        PriorityQueue<Integer> next =
                new PriorityQueue<>(Comparator.<Integer>comparingDouble(k -> (taken[k] + 0.5) / sizes[k])
                        .thenComparingInt(k -> k));
        for (int k = 0; k < classes; k++) {
            if (taken[k] < sizes[k]) {
                next.add(k);
            }
        }
        for (int left = first - Arrays.stream(taken).sum(); left > 0; left--) {
            int k = next.remove();
            taken[k]++;
            if (taken[k] < sizes[k]) {
                next.add(k);
            }
        }
        return taken;
    }
}
